"""Writes words that came from anywhere so that a terminal shows them, and does nothing else with them.

An article, its path and its sources' names are untrusted: what moves the cursor, sets a colour, reverses the reading
direction or hides characters is left out, and nothing is read as rich markup.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from rich.text import Text

# ECMA-48 sequences, with 7-bit and 8-bit introducers: strings up to their terminator (window titles, links), control
# sequences (colours, cursor), then the two-character rest.
_ESCAPE_SEQUENCE = re.compile(
    r"(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)"
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|\x1b[ -/]*[0-~]"
)
_WHITE_SPACE = re.compile(r"\s+")
_REPLACEMENT = "\ufffd"

# Joiners shape Persian, Indic scripts and emoji; all other format characters are invisible or reorder the line.
_JOINERS = "\u200c\u200d"

# For consoles whose encoding lacks them. What stands neither here nor decomposes to an ASCII letter becomes "?".
_SUBSTITUTES = {
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": ">",
    "‘": "'",
    "’": "'",
    "‚": "'",
    "–": "-",
    "—": "-",
    "−": "-",
    "…": "...",
    "·": "-",
    "•": "*",
    "✓": "+",
    "✗": "x",
    "≠": "#",
    "¶": "par. ",
    "©": "(c)",
    "€": "EUR ",
    "£": "GBP ",
    "\u200c": "",
    "\u200d": "",
}


def printable(words: str) -> str:
    """``words`` on one line, without control characters, escape sequences, bidirectional overrides, lone surrogates.

    ``"a\\x1b[31mb\\n\\u202ec"`` → ``"ab c"``. Spaces at the ends stay, as one space each.
    """
    words = _WHITE_SPACE.sub(" ", _ESCAPE_SEQUENCE.sub("", words))
    return "".join(
        _REPLACEMENT if category == "Cs" else character
        for character in words
        if (category := unicodedata.category(character)) not in ("Cc", "Cf") or character in _JOINERS
    )


class Pen:
    """Makes rich text for a console with a given encoding: ``Pen("utf-8")("line ", (13, "bold"))``."""

    def __init__(self, encoding: str) -> None:
        self._encoding = encoding

    def __call__(self, *pieces: str | tuple[str, str]) -> Text:
        """The pieces one after another, each plain or with a style. Long words fold; nothing is cut off."""
        text = Text(overflow="fold", no_wrap=False)
        for piece in pieces:
            words, style = (piece, "") if isinstance(piece, str) else piece
            text.append(self._encodable(printable(words)), style or None)
        return text

    def joined(self, pieces: Iterable[str], style: str = "") -> Text:
        """The pieces with a dot between them."""
        return self((" · ".join(pieces), style))

    def _encodable(self, words: str) -> str:
        try:
            words.encode(self._encoding)
        except UnicodeEncodeError:
            return "".join(map(self._substitute, words))
        return words

    def _substitute(self, character: str) -> str:
        try:
            character.encode(self._encoding)
        except UnicodeEncodeError:
            if character in _SUBSTITUTES:
                return _SUBSTITUTES[character]
            letters = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode("ascii")
            return letters or "?"
        return character
