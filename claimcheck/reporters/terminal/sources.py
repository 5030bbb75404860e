"""Who the article rests on: its sources, those with most claims first, and how much it says in its own voice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from claimcheck.domain import Source, SourceKind
from claimcheck.reporters.terminal.counts import counted
from claimcheck.reporters.terminal.layout import NARROW, Columns, flush_right, heading, remaining
from claimcheck.reporters.terminal.pen import Pen
from claimcheck.reporters.terminal.reading import OWN_VOICE, Reading, also_called, described

_NAME = 32
_NAMED = 7

_Row = tuple[str, str, str, str]
"""Number of claims, name, whether it is named, and what else is known of it."""


class Sources:
    """One row a source: how many claims rest on it, its name, what sort of party it is, what it carries for others.

    Sources on which no claim rests, and that carry, confirm and deny none, are named in one line.
    """

    def __init__(self, reading: Reading, pen: Pen) -> None:
        self._pen = pen
        claims = reading.report.claims
        speakers = [reading.speaker(claim) for claim in claims]
        self._resting = Counter(speaker.source.id for speaker in speakers if speaker.source is not None)
        self._carried = Counter(carrier for claim in claims for carrier in claim.via)
        self._without = Counter(speaker.name for speaker in speakers if speaker.source is None)
        agents = {evidence.agent for claim in claims for evidence in claim.evidence}
        concerned = agents | set(self._resting) | set(self._carried)
        listed = [source for source in reading.report.sources if source.kind is not SourceKind.OUTLET_ITSELF]
        listed.sort(key=lambda source: (-self._resting[source.id], -self._carried[source.id]))
        self._heard = [source for source in listed if source.id in concerned]
        self._silent = [source for source in listed if source.id not in concerned]

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
        if self._silent:
            yield Text()
            yield pen("No claim rests on: ", ", ".join(dict.fromkeys(source.name for source in self._silent)))

    def _stacked(self, rows: Iterable[_Row], figures: int) -> Iterator[tuple[Text, Text]]:
        for figure, name, *rest in rows:
            lines = filter(None, (name, ", ".join(filter(None, rest))))
            yield flush_right(self._pen(figure), figures), Text("\n").join(map(self._pen, lines))

    def _rows(self) -> Iterator[_Row]:
        for source in self._heard:
            alias, carried = also_called(source), self._carried[source.id]
            name = f"{source.name} ({alias})" if alias else source.name
            named = "named" if source.named else "unnamed"
            carries = f"; carries {counted(carried, 'claim')}" if carried else ""
            known = "".join(f"; {words}" for words in _known_of(source))
            yield f"{self._resting[source.id]:,}", name, named, f"{described(source)}{known}{carries}"
        for name in sorted(self._without, key=lambda name: name == OWN_VOICE):
            yield f"{self._without[name]:,}", name, "", ""


def _known_of(source: Source) -> tuple[str, ...]:
    """How a source without a name knows, and why it has none: ``briefed on the talks``, ``asked not to be named``."""
    told = source.description
    return () if told is None else tuple(filter(None, (told.basis, told.reason)))
