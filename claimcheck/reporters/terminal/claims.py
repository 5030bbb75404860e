"""All claims, each with its line, its status, its words and who says it: in article order, or by who says them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.text import Text

from claimcheck.domain import Claim, Evidence
from claimcheck.reporters.terminal import grounds
from claimcheck.reporters.terminal.counts import counted
from claimcheck.reporters.terminal.layout import NARROW, WIDE, Columns, flush_right, heading, remaining
from claimcheck.reporters.terminal.pen import Pen
from claimcheck.reporters.terminal.reading import OWN_VOICE, Reading, Speaker, first_span
from claimcheck.reporters.terminal.signs import QUIET, STRONG, sign_of

_STATUS = 14
_SOURCE = 38
_INDENT = 2


class Claims:
    """The claims, with a blank line between paragraphs.

    In a wide terminal what is claimed and who says so stand side by side, in a narrower one below each other, and in a
    narrow one the status stands above both.
    """

    def __init__(self, reading: Reading, pen: Pen) -> None:
        self._reading = reading
        self._pen = pen
        self._claims: Sequence[Claim] = reading.report.claims

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield heading(self._pen, "Claims, in the order of the article")
        yield Text()
        yield from self._listed(options)

    def _listed(self, options: ConsoleOptions) -> Iterator[RenderableType]:
        if options.max_width < NARROW:
            yield from self._stacked()
        else:
            yield self._side_by_side(options)

    def _side_by_side(self, options: ConsoleOptions) -> Columns:
        wide = options.max_width >= WIDE
        beside = (_SOURCE,) if wide else ()
        numbers = [self._pen(self._reading.number(first_span(claim))) for claim in self._claims]
        before = max(number.cell_len for number in numbers), _STATUS
        return Columns((*before, remaining(options, *before, *beside), *beside), self._rows(before[0], wide=wide))

    def _rows(self, numbers: int, *, wide: bool) -> Iterator[tuple[Text, ...]]:
        for index, (number, claim) in enumerate(self._numbered()):
            if number and index:
                yield ()
            row = flush_right(self._pen((number, QUIET)), numbers), self._sign(claim)
            if wide:
                yield *row, self._words(claim), self._source(claim)
            else:
                yield *row, Text("\n").join((self._words(claim), self._source(claim, before="— ")))

    def _stacked(self) -> Iterator[RenderableType]:
        for index, (number, claim) in enumerate(self._numbered()):
            if number and index:
                yield Text()
            head = self._sign(claim)
            if number:
                head.append_text(self._pen((f", {self._reading.place(first_span(claim))}", QUIET)))
            yield head
            for words in (self._words(claim), self._source(claim, before="— ")):
                yield Padding(words, (0, 0, 0, _INDENT))

    def _numbered(self) -> Iterator[tuple[str, Claim]]:
        """Every claim with its line, which is left empty when it is the same as that of the claim before."""
        before = ""
        for claim in self._claims:
            number = self._reading.number(first_span(claim))
            yield ("" if number == before else number), claim
            before = number

    def _sign(self, claim: Claim) -> Text:
        sign = sign_of(claim)
        return self._pen((str(sign), sign.style))

    def _words(self, claim: Claim) -> Text:
        return self._pen((self._reading.words(claim), STRONG if claim.flagged else ""))

    def _source(self, claim: Claim, *, before: str = "") -> Text:
        speaker, support = self._reading.speaker(claim), tuple(self._support(claim))
        # "footage" as the place where it was said adds nothing to "supported by footage".
        ways = tuple(way for way in speaker.ways if not any(way in phrase for phrase in support))
        words = ", ".join((*self._said_by(replace(speaker, ways=ways)), *self._reading.remarks(claim), *support))
        return self._pen(before if words else "", words)

    def _said_by(self, speaker: Speaker) -> tuple[str, ...]:
        return (speaker.line(),)

    def _support(self, claim: Claim) -> Iterator[str]:
        """What stands behind a claim besides its source. The grounds of a flagged one are told where it is flagged."""
        shown = {} if claim.flagged else {evidence.kind: evidence for evidence in reversed(grounds.supporting(claim))}
        for evidence in reversed(shown.values()):
            yield grounds.phrase(evidence, self._agent(evidence, claim))

    def _agent(self, evidence: Evidence, claim: Claim) -> str | None:
        if evidence.agent is None:
            return None
        return "the source itself" if evidence.agent == claim.source_id else self._reading.name(evidence.agent)


class ClaimsBySource(Claims):
    """The claims under those who vouch for them, those with most claims first, the article's own voice last.

    Two outlets that had it from one party stand under that party.
    """

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield heading(self._pen, "Claims, by who says them")
        groups: dict[str, list[Claim]] = {}
        for claim in self._reading.report.claims:
            groups.setdefault(self._reading.speaker(claim).heading(), []).append(claim)
        for name, claims in sorted(groups.items(), key=lambda group: (group[0] == OWN_VOICE, -len(group[1]))):
            yield Text()
            yield self._pen((name, STRONG), f": {counted(len(claims), 'claim')}")
            self._claims = claims
            yield from self._listed(options)

    def _said_by(self, speaker: Speaker) -> tuple[str, ...]:
        return speaker.ways
