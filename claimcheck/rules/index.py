"""A report with its lookups: what rules ask again and again, worked out once an article."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property

from claimcheck.domain import (
    Article,
    Attribution,
    Block,
    BlockKind,
    Claim,
    ClaimScope,
    Evidence,
    Report,
    Source,
    SourceKind,
    Span,
)
from claimcheck.lang.editorial import Phrases, editorial

__all__ = ["Index"]

# A quotation ends with its block: one over several paragraphs opens anew in each and closes in the last.
_QUOTATION = re.compile(r"“[^”]*”?|„[^“”]*[“”]?|«[^»]*»?|(?<!\w)\"[^\"]*\"?|(?<!\w)''.*?(?:''|$)", re.DOTALL)


_PEOPLE = frozenset({SourceKind.PERSON, SourceKind.OFFICIAL})
_MOST = 50
"""Members of a cluster that are looked at, so that the cost stays linear where a text repeats itself."""


class Index:
    """A report as rules see it."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.article: Article = report.article
        self.text = report.article.text
        self.claims = report.claims
        self.sources = report.sources
        self.attributions = report.attributions
        self.words: Mapping[str, Phrases] = editorial("en")
        """Words that rules ask for."""

    @cached_property
    def claim(self) -> dict[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def source(self) -> dict[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def attribution(self) -> dict[str, Attribution]:
        """Attributions by id."""
        return {attribution.id: attribution for attribution in self.attributions}

    @cached_property
    def quotations(self) -> tuple[Span, ...]:
        """What stands in double quotation marks, with them, in text order; single marks are mostly apostrophes."""
        found = (
            (found, block.span.start)
            for block in self.article.blocks
            for found in _QUOTATION.finditer(block.span.of(self.text))
        )
        return tuple(Span(start=start + quoted.start(), end=start + quoted.end()) for quoted, start in found)

    def quotation(self, span: Span) -> Span | None:
        """The quotation in which a span starts."""
        place = bisect_right(self.quotations, span.start, key=lambda quotation: quotation.start) - 1
        if place >= 0 and span.start < self.quotations[place].end:
            return self.quotations[place]
        return None

    def is_quoted(self, span: Span) -> bool:
        """Whether a span starts within quotation marks."""
        return self.quotation(span) is not None

    def source_of(self, claim: Claim) -> Source | None:
        """Who vouches for a claim."""
        return self.source.get(claim.source_id or "")

    @cached_property
    def _introductions(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for attribution in self.attributions:
            if attribution.source_id is not None and attribution.source:
                found.setdefault(attribution.source_id, attribution.source[0].of(self.text))
        return found

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last names of the people who speak."""
        people = (source for source in self.sources if source.named and source.kind in _PEOPLE)
        return frozenset(source.name.split()[-1] for source in people)

    def introduced(self, source: Source) -> str | None:
        """The words by which a source comes in where it first speaks: "a clerk at the port"."""
        return self._introductions.get(source.id)

    def first_mention(self, source: Source) -> Span | None:
        """Where a source is first spoken of outside quotation marks."""
        return next((found.span for found in source.mentions if not self.is_quoted(found.span)), None)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {claim.id: place for place, claim in enumerate(self.claims)}

    def same_as(self, claim: Claim) -> list[Claim]:
        """The other claims that say the same, in text order; of very many the first."""
        places = sorted(self._places[name] for name in claim.same_as if name in self._places)
        return [self.claims[place] for place in places[:_MOST]]

    @cached_property
    def _source_starts(self) -> list[int]:
        return sorted(span.start for attribution in self.attributions for span in attribution.source)

    def has_source(self, span: Span) -> bool:
        """Whether somebody who speaks is named in a span."""
        place = bisect_left(self._source_starts, span.start)
        return place < len(self._source_starts) and self._source_starts[place] < span.end

    def told(self, *scopes: ClaimScope) -> Iterator[Claim]:
        """The claims of some scopes, in text order."""
        return (claim for claim in self.claims if claim.scope in scopes)

    def sentence_number(self, span: Span) -> int:
        """The place among the report's sentences of the one in which a span starts, or of the last before it."""
        return bisect_right(self.report.sentences, span.start, key=lambda sentence: sentence.start) - 1

    def sentence(self, span: Span) -> Span:
        """The sentence in which a span starts; the span itself where no sentence is known."""
        number = self.sentence_number(span)
        if number >= 0 and span.start < self.report.sentences[number].end:
            return self.report.sentences[number]
        return span

    def around(self, span: Span, *, before: int = 1, after: int = 1) -> tuple[Span, ...]:
        """The sentences before a span, its own, and those after it."""
        number = self.sentence_number(span)
        return self.report.sentences[max(0, number - before) : number + after + 1]

    @cached_property
    def prose(self) -> str:
        """The text with all that is quoted blanked out, so that offsets stay."""
        pieces, at = [], 0
        for quotation in self.quotations:
            pieces += [self.text[at : quotation.start], " " * len(quotation)]
            at = quotation.end
        return "".join([*pieces, self.text[at:]])

    @cached_property
    def paragraphs(self) -> tuple[Block, ...]:
        """The blocks of running text."""
        running = (BlockKind.PARAGRAPH, BlockKind.BLOCKQUOTE, BlockKind.LIST_ITEM)
        return tuple(block for block in self.article.blocks if block.kind in running)

    @cached_property
    def by_sentence(self) -> dict[int, list[Attribution]]:
        """Attributions by the sentences in which their cue, else their source, else their content stands."""
        found: dict[int, list[Attribution]] = {}
        for attribution in self.attributions:
            for span in attribution.cue or attribution.source or attribution.content[:1]:
                found.setdefault(self.sentence_number(span), []).append(attribution)
        return found

    def said_of(self, claim: Claim) -> Attribution | None:
        """The attribution that vouches for a claim."""
        return self.attribution.get(claim.attribution_id or "")

    def own_evidence(self, claim: Claim) -> tuple[Evidence, ...]:
        """The grounds that stand at the claim itself, not at another that says the same."""
        return tuple(ground for ground in claim.evidence if ground.from_claim is None)

    def block(self, span: Span) -> Block | None:
        """The block in which a span starts."""
        number = self.article.locate(Span(start=span.start, end=span.start)).block
        return None if number is None else self.article.blocks[number]

    def place(self, claim: Claim) -> Span | None:
        """Where to show a claim: from its first to its last word within one sentence; None for a title's."""
        if not claim.spans:
            return None
        first = claim.spans[0]
        sentence = self.sentence(first)
        inside = [span.end for span in claim.spans if span.end <= sentence.end]
        return Span(start=first.start, end=max(inside, default=first.end))
