"""The first lines: which article, how long, how many claims, how many of them flagged."""

from __future__ import annotations

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from claimcheck.domain import HeadlineRelation, Status
from claimcheck.reporters.terminal.counts import counted
from claimcheck.reporters.terminal.pen import Pen
from claimcheck.reporters.terminal.reading import Reading
from claimcheck.reporters.terminal.signs import QUIET, STRONG, sign_of_status

_HEADLINE = {
    HeadlineRelation.OVERCLAIMS: "The headline states flatly what the body does not establish.",
    HeadlineRelation.CONTRADICTS: "The headline contradicts the body.",
}


class Title:
    """The headline, the file's name, the counts, and a headline that says more than the body."""

    def __init__(self, reading: Reading, pen: Pen) -> None:
        self._reading = reading
        self._pen = pen

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        headline = self._reading.headline()
        path = self._reading.article.path
        if headline:
            yield self._pen((headline, STRONG))
            yield self._pen((path, QUIET))
        else:
            yield self._pen((path, STRONG))
        yield self._figures()
        assessed = self._reading.report.headline
        if assessed is not None and assessed.relation in _HEADLINE:
            yield self._pen(("! ", sign_of_status(Status.REFUTED).style), (_HEADLINE[assessed.relation], STRONG))

    def _figures(self) -> Text:
        summary = self._reading.report.summary
        words = len(self._reading.article.text.split())
        line = self._pen(f"{counted(words, 'word')} · {counted(summary.claims, 'claim')} · ")
        flagged = (f"{summary.flagged:,} flagged", sign_of_status(Status.UNCONFIRMED).style)
        line.append_text(self._pen(flagged if summary.flagged else "nothing flagged"))
        return line
