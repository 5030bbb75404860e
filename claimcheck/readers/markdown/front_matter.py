"""What stands above an article between two lines of ``---`` (YAML) or ``+++`` (TOML): its title, outlet and date.

Only values on one line are read, and YAML's folded ones (``title: >``); all other keys are none of our business.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.readers.markdown.canvas import Piece

__all__ = ["FrontMatter", "front_matter"]

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_ENTRY = re.compile(r"""(?P<key>["']?\w+["']?)\s*[:=]\s*(?P<value>\S.*?)?\s*""")
_QUOTED = re.compile(r"""(?P<quote>["'])(?P<words>.*)(?P=quote)\s*(?:#.*)?""")
_ESCAPES = {'"': re.compile(r"\\(.)"), "'": re.compile(r"'(')")}
_COMMENT = re.compile(r"\s+#.*")
_FOLDED = re.compile(r"[>|][+-]?")
_DATES = ("published", "date")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What the lines above an article say about it, and how many lines they are."""

    lines: int = 0
    title: tuple[Piece, ...] = ()
    outlet: str | None = None
    published: str | None = None


def front_matter(lines: list[str]) -> FrontMatter:
    """The front matter with which ``lines`` begin, if they do."""
    fences = _FENCES.get(lines[0].rstrip()) if lines else None
    end = next((i for i in range(1, len(lines)) if fences and lines[i].rstrip() in fences), None)
    if end is None:
        return FrontMatter()
    entries: dict[str, list[Piece]] = {}
    for number in range(1, end):
        found = _ENTRY.fullmatch(lines[number])
        if found is not None and found["value"]:
            key = found["key"].strip("\"'").lower()
            if _FOLDED.fullmatch(found["value"]):
                pieces = _folded(lines[:end], number + 1)
            else:
                pieces = _pieces(found["value"], number + 1, found.start("value") + 1)
            entries.setdefault(key, pieces)
    words = {key: "".join(piece.words for piece in pieces) for key, pieces in entries.items()}
    return FrontMatter(
        lines=end + 1,
        title=tuple(entries.get("title", ())),
        outlet=words.get("outlet") or None,
        published=next((words[key] for key in _DATES if words.get(key)), None),
    )


def _folded(lines: list[str], number: int) -> list[Piece]:
    """The indented lines from ``number`` on, one blank apart."""
    pieces: list[Piece] = []
    while number < len(lines) and lines[number][:1] in (" ", "\t") and lines[number].strip():
        words = lines[number].strip()
        indent = len(lines[number]) - len(lines[number].lstrip())
        if pieces:
            pieces.append(Piece(words=" ", line=number, column=len(lines[number - 1]) + 1, width=1))
        pieces.append(Piece(words=words, line=number + 1, column=indent + 1))
        number += 1
    return pieces


def _pieces(value: str, line: int, column: int) -> list[Piece]:
    """A value without its quotation marks; where a sign in it is escaped, it is a piece of its own."""
    quoted = _QUOTED.fullmatch(value)
    if quoted is None:
        return [Piece(words=_COMMENT.sub("", value), line=line, column=column)]
    words, start = quoted["words"], quoted.start("words")
    pieces = []
    done = 0
    for escape in _ESCAPES[quoted["quote"]].finditer(words):
        pieces.append(Piece(words=words[done : escape.start()], line=line, column=column + start + done))
        width = escape.end() - escape.start()
        pieces.append(Piece(words=escape[1], line=line, column=column + start + escape.start(), width=width))
        done = escape.end()
    return [*pieces, Piece(words=words[done:], line=line, column=column + start + done)]
