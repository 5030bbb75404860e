"""Lines of plain text → paragraphs, whether a paragraph is one line or wrapped over several.

A blank line always separates. Without one, a line continues the one above only if the text as a whole is hard-wrapped
and the line above is full, or stops in the middle of a sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from claimcheck.domain import BlockKind, Span

__all__ = ["Paragraph", "paragraphs"]

_WIDEST_WRAP = 132
"""Nobody wraps text wider than this; a longer line is a paragraph."""

_RAGGED = 0.6
"""A line that stops in mid-sentence continues if it is at least this part of the widest line around it."""

_CLOSING = "”’»\"')]}›"
_FINAL = tuple(".!?…:。．！？।॥؟։።")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A run of lines that belong together."""

    span: Span
    """From its first to its last character that is not white space."""
    group: int
    """Paragraphs with no blank line between them are of one group."""
    lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    span: Span
    text: str
    indent: int
    kind: BlockKind | None
    """What it is whatever stands around it; None for ordinary words."""

    @property
    def finished(self) -> bool:
        """Whether it ends where a sentence ends: ``… said.”`` but not ``… said the``."""
        return self.text.rstrip(_CLOSING).endswith(_FINAL)

    @property
    def begins_anew(self) -> bool:
        """Whether its first letter is a capital, as at the start of a sentence or a name."""
        return next((letter.isupper() for letter in self.text if letter.isalnum()), False)


def paragraphs(text: str, known: Callable[[str], BlockKind | None]) -> list[Paragraph]:
    """The paragraphs of ``text``, in order; every character that is not white space is in one.

    ``known`` says what a line is whatever stands around it (a bullet, a byline): such a line is not run together with
    its neighbours.
    """
    groups = list(_groups(text, known))
    wrapped = _is_wrapped(groups)
    found: list[Paragraph] = []
    for number, group in enumerate(groups):
        width = max(len(line.text) for line in group)
        run = [group[0]]
        for line in group[1:]:
            if _continues(run[-1], line, width, wrapped):
                run.append(line)
            else:
                found.append(_paragraph(run, number))
                run = [line]
        found.append(_paragraph(run, number))
    return found


def _paragraph(run: list[_Line], group: int) -> Paragraph:
    return Paragraph(span=Span(start=run[0].span.start, end=run[-1].span.end), group=group, lines=len(run))


def _groups(text: str, known: Callable[[str], BlockKind | None]) -> Iterator[list[_Line]]:
    """Runs of lines without a blank line between them."""
    group: list[_Line] = []
    offset = 0
    for raw in text.splitlines(keepends=True):
        line = raw.strip()
        if line:
            indent = len(raw) - len(raw.lstrip())
            span = Span(start=offset + indent, end=offset + indent + len(line))
            group.append(_Line(span=span, text=line, indent=indent, kind=known(line)))
        elif group:
            yield group
            group = []
        offset += len(raw)
    if group:
        yield group


def _is_wrapped(groups: list[list[_Line]]) -> bool:
    """Whether lines of this text are cut at a width: then many stop in mid-sentence with another line right below."""
    open_ends = breaks = 0
    for group in groups:
        width = max(len(line.text) for line in group)
        for above, below in pairwise(group):
            if above.kind is None and below.kind is None:
                breaks += 1
                # A headline right above its article is short against what follows; captions in a row begin anew.
                long_enough = _RAGGED * width <= len(above.text) <= _WIDEST_WRAP
                open_ends += long_enough and not above.finished and not below.begins_anew
    return open_ends * 3 >= breaks


def _continues(above: _Line, below: _Line, width: int, wrapped: bool) -> bool:
    """Whether ``below`` is of the same paragraph as ``above``; ``width`` is that of the widest line around them."""
    if below.kind is BlockKind.BLOCKQUOTE:
        return above.kind is BlockKind.BLOCKQUOTE
    if above.kind is BlockKind.LIST_ITEM and below.kind is None and below.indent > above.indent:
        return True
    if not wrapped or width > _WIDEST_WRAP or above.kind not in (None, BlockKind.LIST_ITEM):
        return False
    full = len(above.text) + 1 + len(below.text.split(maxsplit=1)[0]) > width
    if below.kind is not None:
        # "… the minister / - who had resigned - said": a dash is a bullet only where an item can start.
        return below.kind is BlockKind.LIST_ITEM and above.kind is None and full and not above.finished
    if above.kind is BlockKind.LIST_ITEM or below.indent > above.indent:
        return False
    return full or (not above.finished and len(above.text) >= _RAGGED * width)
