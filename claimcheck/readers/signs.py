"""What a paragraph of plain text is, by its own words alone.

What needs no language is known here: teasers that stand twice in one line, ©, bullets, ``>``, addresses, datelines in
capitals. The words of a language ("Photo:", "Read more") come as marks from its ``furniture.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimcheck.domain import BlockKind, Span, normalised
from claimcheck.lang.furniture import Mark, Place

__all__ = ["credit_start", "dateline_end", "ends_sentence", "kind_of", "stamps"]

_LONGEST_TEASER = 400
_LONGEST_CREDIT = 200
_LONGEST_STAMP = 60

_UPPER = r"[^\W\d_a-z]"
_NAME = rf"{_UPPER}[\w.'’-]*"

_SENTENCE_END = re.compile(r"[.…:;,。．।॥։][”’»\"')\]}›]*\Z")
_BULLET = re.compile(r"(?:[•◦▪●‣⁃∙]\s*|[*+–—-]\s+|\(?\d{1,2}[.)]\s+|\(?[a-z]\)\s+)(?=\S)")
_ARROW = re.compile(r"[»→►▶➡⇒]\s?.+", re.DOTALL)
_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S+")
# "We are angry. — Rusavi News (@rusavinews) 3 May 2025": a post, as it is pasted with its signature.
_POST_SIGNATURE = re.compile(r"(?:--|[—–-])\s?[^—–]{1,60}\(@\w{1,30}\)(?:[^.]{0,20}\d{4})?\Z")
_LONGEST_SIGNATURE = 140

_CREDITS = (
    # "… last month © Radio Television du Niger": a name ("St. Mary Post") or a year follows, and no further sentence.
    re.compile(
        r"©\s?(?![a-z])\w(?:[^.!?]|(?<=\b[A-Z])\.|(?<=\b[A-Z]\w)\.|\.(?!\s+\S+\s+\S)){0,100}"
        r"(?:\.\s*All rights reserved\.?)?\Z"
    ),
    # "(Ines Mbarga/The Daily Lagoon)": a name, then for whom.
    re.compile(rf"[(\[]{_NAME}(?:\s{_NAME}){{1,3}}\s?/\s?{_UPPER}[^()\[\]]{{1,60}}[)\]]\.?\Z"),
    # "… in Niamey. Ines Mbarga/AFP via Getty Images", "… on Sunday / AFP": a name or none, then an agency in capitals.
    re.compile(
        rf"(?:(?<=[.!?”’\")]\s){_NAME}(?:\s{_NAME}){{0,3}}(?<=\w)\s?|{_NAME}(?:\s{_NAME})?(?<=\w)\s?)?"
        r"/\s?[A-Z]{2,}\b[^.!?/]{0,50}\Z"
    ),
    # "REUTERS/Ines Mbarga", "THE LAGOON PRESS/Ines Mbarga", "AP Photo/Ines Mbarga".
    re.compile(rf"\b[A-Z]{{2,}}(?:\s[A-Z]{{2,}}){{0,3}}(?:\s(?:Photo|Images?))?/{_NAME}(?:\s{_NAME}){{0,3}}\Z"),
)
_NEXT_ENTRY = re.compile(r"[.!?][”’»\"')]?\s+(?=\w)")
_JOINT = re.compile(r"[|•–—-]\s*\Z")

_DATELINE = re.compile(
    # "NIAMEY, Niger (AP) — The", "PARIS – The", "Berlin (dpa) - Die"
    rf"(?:(?P<place>{_UPPER}[^\d()—–:!?\n]{{2,50}}?)(?:,\s[^()—–:!?\n]{{1,40}}?)?\s?(?P<agency>\([^()\n]{{2,40}}\))?"
    r"\s?(?:--|[—–]|(?<=\s)-(?=\s))"
    # "(CNN) The"
    r"|\([A-Z]{2,10}\)(?:\s?(?:--|[—–-]))?)\s*(?=[^\W_a-z]|[“‘\"'«])"
)


def kind_of(text: str, marks: Iterable[Mark]) -> BlockKind | None:
    """What a whole stripped paragraph or line is, if it shows by itself; only ``marks`` for a whole line are tried."""
    if text.startswith(">"):
        return BlockKind.BLOCKQUOTE
    if _ADDRESS.fullmatch(text) or _POST_SIGNATURE.search(text, max(0, len(text) - _LONGEST_SIGNATURE)):
        return BlockKind.EMBED
    if _BULLET.match(text):
        return BlockKind.LIST_ITEM
    if len(text) <= _LONGEST_TEASER and (_ARROW.fullmatch(text) or _is_doubled(text)):
        return BlockKind.RELATED_LINK
    return next((mark.kind for mark in marks if mark.place is Place.LINE and mark.find(text)), None)


def _is_doubled(text: str) -> bool:
    """Whether the same words stand twice: a teaser's picture text and its link, pasted as one line."""
    words = normalised(text).split()
    half, odd = divmod(len(words), 2)
    return not odd and half >= 3 and words[:half] == words[half:]


def credit_start(text: str, marks: Iterable[Mark]) -> int | None:
    """Where the photo credit begins with which a stripped paragraph ends, with the dash or bar that joins it on."""
    tail = max(0, len(text) - _LONGEST_CREDIT)
    starts = [found.start() for pattern in _CREDITS if (found := pattern.search(text, tail))]
    ends = (mark.find(text) for mark in marks if mark.place is Place.END and mark.kind is BlockKind.CREDIT)
    starts.extend(span.start for span in ends if span is not None)
    if not starts:
        return None
    start = min(starts)
    joint = _JOINT.search(text, max(0, start - 3), start)
    return start if joint is None else joint.start()


def stamps(text: str, marks: Iterable[Mark]) -> list[Span]:
    """The times of entries in live coverage: that with which a stripped paragraph opens, then those of later sentences.

    A paragraph that does not open with one has none.
    """
    opening = [mark for mark in marks if mark.place is Place.START]

    def at(start: int) -> Iterator[Span]:
        found = next((span for mark in opening if (span := mark.find(text[start : start + _LONGEST_STAMP]))), None)
        if found is not None:
            yield Span(start=start, end=start + found.end)

    first = list(at(0))
    return [*first, *(span for end in _NEXT_ENTRY.finditer(text) for span in at(end.end()))] if first else []


def dateline_end(text: str) -> int | None:
    """Where the words begin that follow a dateline: after ``NIAMEY, Niger (AP) — ``."""
    found = _DATELINE.match(text)
    if found is None:
        return None
    place = found["place"]
    # "Berlin (dpa) -" needs no capitals; "The minister – who had resigned –" is no dateline.
    if place is not None and found["agency"] is None and not place.isupper():
        return None
    return found.end()


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence or a part of one does, which no headline does; it may ask or exclaim."""
    return _SENTENCE_END.search(text) is not None
