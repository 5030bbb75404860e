"""The last lines: the report in numbers, and which editorial rules found something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from claimcheck.domain import ClaimKind
from claimcheck.reporters.terminal.layout import flowed
from claimcheck.reporters.terminal.pen import Pen
from claimcheck.reporters.terminal.reading import Reading
from claimcheck.reporters.terminal.signs import sign_of_status


def counted(number: int, noun: str) -> str:
    """``1 claim``, ``1,204 claims``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


class Counts:
    """How many claims there are and from how many sources, then how many claims of each status and kind."""

    def __init__(self, reading: Reading, pen: Pen) -> None:
        self._report = reading.report
        self._pen = pen

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        summary = self._report.summary
        claims, sources = counted(summary.claims, "claim"), counted(summary.sources, "source")
        yield self._pen(f"{claims}, {sources} ({summary.unnamed_sources:,} unnamed)")
        yield from flowed(self._figures(), options.max_width)
        if self._report.findings:
            yield from flowed(self._findings(), options.max_width)

    def _findings(self) -> Iterator[Text]:
        """What the editorial rules found, by code alone: the report is about claims."""
        codes = Counter(finding.code for finding in self._report.findings)
        yield self._pen(f"{counted(codes.total(), 'finding')} (claimcheck check shows them)")
        for code, number in codes.items():
            yield self._pen(code if number == 1 else f"{number:,} {code}")

    def _figures(self) -> Iterator[Text]:
        for status, number in self._report.summary.by_status:
            if number:
                sign = sign_of_status(status)
                yield self._pen((f"{number:,} {sign}", sign.style))
        kinds = Counter(claim.kind for claim in self._report.claims if claim.status is None)
        for kind in ClaimKind:
            if kinds[kind]:
                yield self._pen(counted(kinds[kind], str(kind)))
