"""Who the article rests on: its sources, those with most claims first, and how much it says in its own voice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from claimcheck.domain import SourceKind
from claimcheck.reporters.terminal.counts import counted
from claimcheck.reporters.terminal.layout import NARROW, Columns, flush_right, heading, remaining
from claimcheck.reporters.terminal.pen import Pen
from claimcheck.reporters.terminal.reading import OWN_VOICE, Reading, described

_NAME = 32
_NAMED = 7

_Row = tuple[str, str, str, str]
"""Number of claims, name, whether it is named, and what else is known of it."""


class Sources:
    """One row a source: how many claims rest on it, its name, what sort of party it is, what it carries for others."""

    def __init__(self, reading: Reading, pen: Pen) -> None:
        self._reading = reading
        self._pen = pen

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        pen = self._pen
        yield heading(pen, "Sources, with the claims that rest on each")
        yield Text()
        rows = list(self._rows())
        figures = max(len(figure) for figure, *_ in rows)
        if options.max_width < NARROW:
            yield Columns((figures, remaining(options, figures)), self._stacked(rows, figures))
        else:
            widths = (figures, _NAME, _NAMED, remaining(options, figures, _NAME, _NAMED))
            yield Columns(widths, ((flush_right(pen(figure), figures), *map(pen, rest)) for figure, *rest in rows))

    def _stacked(self, rows: Iterable[_Row], figures: int) -> Iterator[tuple[Text, Text]]:
        for figure, name, *rest in rows:
            lines = filter(None, (name, ", ".join(filter(None, rest))))
            yield flush_right(self._pen(figure), figures), Text("\n").join(map(self._pen, lines))

    def _rows(self) -> Iterator[_Row]:
        claims = self._reading.report.claims
        speakers = [self._reading.speaker(claim) for claim in claims]
        resting = Counter(speaker.source.id for speaker in speakers if speaker.source is not None)
        carried = Counter(carrier for claim in claims for carrier in claim.via)
        listed = [source for source in self._reading.report.sources if source.kind is not SourceKind.OUTLET_ITSELF]
        for source in sorted(listed, key=lambda source: (-resting[source.id], -carried[source.id])):
            description = described(source)
            if carried[source.id]:
                description += f"; carries {counted(carried[source.id], 'claim')}"
            name = f"{source.name} ({source.aliases[0]})" if source.aliases else source.name
            yield f"{resting[source.id]:,}", name, "named" if source.named else "unnamed", description
        without = Counter(speaker.name for speaker in speakers if speaker.source is None)
        for name in sorted(without, key=lambda name: name == OWN_VOICE):
            yield f"{without[name]:,}", name, "", ""
