"""The page: how wide lines may be, when columns give way to stacked lines, and no blanks at a line's end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment
from rich.text import Text

from claimcheck.reporters.terminal.pen import Pen
from claimcheck.reporters.terminal.signs import HEADING

MEASURE = 128
"""Nothing is set wider than this: beyond it the eye loses the line."""
NARROW = 68
"""Below this, what would stand side by side is stacked."""
WIDE = 108
"""From here on, a claim and its source stand side by side."""
_GAP = 2


def heading(pen: Pen, words: str) -> Text:
    """The first line of a section."""
    return pen((words, HEADING))


def remaining(options: ConsoleOptions, *widths: int) -> int:
    """The width that columns of these widths leave for one more."""
    return max(options.max_width - sum(widths) - _GAP * len(widths), 1)


class Columns:
    """Rows of cells side by side, each wrapped within its column; a row without cells is a blank line.

    Set by hand: the widths that rich gives to the columns of a table differ from version to version.
    """

    def __init__(self, widths: Sequence[int], rows: Iterable[Sequence[Text]]) -> None:
        self._widths = widths
        self._rows = rows

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for row in self._rows:
            if not row:
                yield Text()
                continue
            cells = [list(cell.wrap(console, width)) for cell, width in zip(row, self._widths, strict=True)]
            for pieces in zip_longest(*cells, fillvalue=Text()):
                yield self._side_by_side(pieces)

    def _side_by_side(self, pieces: Iterable[Text]) -> Text:
        line = Text()
        start = 0
        for piece, width in zip(pieces, self._widths, strict=True):
            line.pad_right(start - line.cell_len)
            line.append_text(piece)
            start += width + _GAP
        return line


def flush_right(text: Text, width: int) -> Text:
    """``text`` with blanks before it, up to ``width``."""
    text.pad_left(max(width - text.cell_len, 0))
    return text


def flowed(pieces: Iterable[Text], width: int) -> Iterator[Text]:
    """The pieces on as few lines as hold them, three blanks apart; a line breaks only between pieces."""
    line = Text()
    for piece in pieces:
        if line and line.cell_len + 3 + piece.cell_len > width:
            yield line
            line = Text()
        if line:
            line.append("   ")
        line.append_text(piece)
    yield line


class Sheet:
    """Sets its sections one below the other with a blank line between, and leaves no blanks at the ends of lines."""

    def __init__(self, sections: Sequence[RenderableType]) -> None:
        self._sections = sections

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        options = options.update(width=min(options.max_width, MEASURE), height=None, highlight=False)
        for number, section in enumerate(self._sections):
            if number:
                yield Segment.line()
            for line in console.render_lines(section, options, pad=False):
                yield from _without_trailing_blanks(line)
                yield Segment.line()


def _without_trailing_blanks(line: Iterable[Segment]) -> list[Segment]:
    kept = list(line)
    while kept and not kept[-1].text.rstrip():
        kept.pop()
    if kept:
        last = kept.pop()
        kept.append(Segment(last.text.rstrip(), last.style, last.control))
    return kept
