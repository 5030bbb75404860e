"""The entries of the registry for somebody who looks a source up: what each is, its other names, why it was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from claimcheck.reporters.terminal.counts import counted
from claimcheck.reporters.terminal.layout import NARROW, Columns, Sheet, heading, remaining
from claimcheck.reporters.terminal.pen import Pen
from claimcheck.reporters.terminal.reading import sort_of
from claimcheck.reporters.terminal.signs import QUIET, STRONG, theme
from claimcheck.sources import Found
from claimcheck.sources.search import LISTED, PART

__all__ = ["render_found"]

_NAME = 34


def render_found(found: Sequence[Found], query: str, console: Console) -> None:
    """Print what a search in the registry gave, in its order."""
    pen = Pen(console.encoding)
    with console.use_theme(theme(console.color_system)):
        console.print(Sheet([_Entries(found, query, pen)]), end="", highlight=False)


class _Entries:
    """One row an entry: its name over its other names, beside what it is and by what it was found."""

    def __init__(self, found: Sequence[Found], query: str, pen: Pen) -> None:
        self._found = found
        self._query = query
        self._pen = pen

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        pen = self._pen
        if not self._found:
            yield pen(f"No source is called “{self._query}”, or anything like it.")
            return
        number = counted(len(self._found), "source")
        yield heading(pen, f"{number} for “{self._query}”" if self._query else number)
        yield Text()
        widths = [_NAME, remaining(options, _NAME)] if options.max_width >= NARROW else [options.max_width]
        yield Columns(widths, self._rows(len(widths)))

    def _rows(self, columns: int) -> Iterator[tuple[Text, ...]]:
        for each in self._found:
            name, sort = self._pen((each.entry.name, STRONG)), Text("\n").join(self._told(each))
            yield (name, sort) if columns > 1 else (Text("\n").join((name, sort)),)

    def _told(self, each: Found) -> Iterator[Text]:
        entry = each.entry
        yield self._pen(", ".join((sort_of(entry.kind, entry.state_controlled, entry.country), *_why(each))))
        if entry.aliases:
            yield self._pen((f"also {', '.join(entry.aliases)}", QUIET))
        if entry.metonyms:
            yield self._pen((f"where it speaks or acts: {', '.join(entry.metonyms)}", QUIET))


def _why(each: Found) -> tuple[str, ...]:
    if each.how == LISTED:
        return ()
    if each.how == PART:
        return (f"part of “{each.name}”",)
    similar = f", {each.score:.0%} alike" if each.score < 1 else ""
    return (f"{each.how} match: “{each.name}”{similar}",)
