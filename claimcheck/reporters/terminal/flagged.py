"""What an editor must look at: the flagged claims, each with its source and the words that made it so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.text import Text

from claimcheck.domain import Claim, Evidence
from claimcheck.reporters.terminal import grounds
from claimcheck.reporters.terminal.layout import Columns, heading, remaining
from claimcheck.reporters.terminal.pen import Pen
from claimcheck.reporters.terminal.reading import Reading, also_called, described, first_span
from claimcheck.reporters.terminal.signs import QUIET, STRONG, sign_of

_LABELS = 7
_INDENT = 3
_BESIDE = 48
"""From this width on labels stand beside their words, below it above them."""


class Flagged:
    """The flagged claims in article order; says so in a sentence when there are none."""

    def __init__(self, reading: Reading, pen: Pen) -> None:
        self._reading = reading
        self._pen = pen

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        claims = self._reading.report.claims
        flagged = [claim for claim in claims if claim.flagged]
        if not claims:
            yield self._pen("The article makes no claims.")
        elif not flagged:
            yield self._pen("Nothing is flagged: no claim is unconfirmed, disputed, denied or refuted.")
        else:
            yield heading(self._pen, f"Flagged ({len(flagged):,})")
        for claim in flagged:
            yield Text()
            yield _FlaggedClaim(claim, self._reading, self._pen)


class _FlaggedClaim:
    """The status like a stamp, the claim's words, then rows with a label: source, grounds, what else there is."""

    def __init__(self, claim: Claim, reading: Reading, pen: Pen) -> None:
        self._claim = claim
        self._reading = reading
        self._pen = pen

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        claim, pen, reading = self._claim, self._pen, self._reading
        sign = sign_of(claim)
        yield pen(
            (f" {sign.glyph} {sign.word.upper()} ", sign.stamp),
            "  ",
            (", ".join(filter(None, (reading.place(first_span(claim)), *reading.remarks(claim)))), QUIET),
        )
        yield Padding(pen((reading.words(claim), STRONG)), (0, 0, 0, _INDENT))
        rows = [(pen((label, QUIET)), words) for label, words in _with_and(self._rows())]
        if options.max_width < _BESIDE:
            block: RenderableType = Text("\n").join(cell for row in rows for cell in row if cell)
        else:
            block = Columns((_LABELS, remaining(options, _INDENT, _LABELS)), rows)
        yield Padding(block, (0, 0, 0, _INDENT))

    def _rows(self) -> Iterator[tuple[str, Text]]:
        claim, pen = self._claim, self._pen
        if claim.standalone != claim.text:
            yield "In full", pen(claim.standalone)
        yield "Source", self._source()
        deciding = grounds.deciding(claim)
        for evidence in deciding:
            yield "Why", self._ground(evidence)
        if not deciding and claim.status is not None:
            yield "Why", pen(grounds.marked_as(claim.status))
        for evidence in grounds.supporting(claim):
            yield "Also", self._ground(evidence)
        elsewhere = self._reading.elsewhere(claim)
        if elsewhere:
            yield "Again", pen(", ".join(elsewhere))

    def _source(self) -> Text:
        speaker = self._reading.speaker(self._claim)
        source = speaker.source
        marks = () if source is None else tuple(filter(None, (also_called(source), described(source))))
        return self._pen(speaker.line(*marks))

    def _ground(self, evidence: Evidence) -> Text:
        claim, reading = self._claim, self._reading
        agent = reading.name(evidence.agent) if evidence.agent else None
        before, words, after = grounds.explained(evidence, agent)
        text = self._pen(before, (words, STRONG), after)
        place = reading.place(evidence.span)
        if place not in {reading.place(span) for span in claim.spans or (None,)}:
            text.append_text(self._pen((f" ({place})", QUIET)))
        return text


def _with_and(rows: Iterable[tuple[str, Text]]) -> Iterator[tuple[str, Text]]:
    """The rows with "and" in place of a label that repeats."""
    before = ""
    for label, words in rows:
        yield ("and" if label == before else label), words
        before = label
