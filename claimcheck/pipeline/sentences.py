"""The sentences of an article as spans of its text."""

from __future__ import annotations

from spacy.attrs import IDX, LENGTH, SENT_START
from spacy.tokens import Doc

from claimcheck.domain import Span

__all__ = ["sentences"]


def sentences(doc: Doc) -> tuple[Span, ...]:
    """The sentences in text order, cut where a block ends, without the white space around them."""
    breaks = {block.span.start for block in doc._.blocks}
    found: list[list[int]] = []
    last = 0
    # Put together from its tokens at every look.
    text = doc.text
    for opens, start, length in doc.to_array([SENT_START, IDX, LENGTH]).tolist():
        if text[start : start + length].isspace():
            continue
        if not found or opens == 1 or any(at in breaks for at in range(last, start + 1)):
            found.append([start, start + length])
        found[-1][1] = last = start + length
    return tuple(Span(start=start, end=end) for start, end in found)
