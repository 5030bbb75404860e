"""A report with its lookups: what rules ask again and again, worked out once an article."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from claimcheck.domain import Article, Attribution, Block, Claim, ClaimScope, Report, Source, Span

__all__ = ["Index"]

# A quotation ends with its block: one over several paragraphs opens anew in each and closes in the last.
_QUOTATION = re.compile(r"“[^”]*”?|„[^“”]*[“”]?|«[^»]*»?|(?<!\w)\"[^\"]*\"?")


class Index:
    """A report as rules see it."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.article: Article = report.article
        self.text = report.article.text
        self.claims = report.claims
        self.sources = report.sources
        self.attributions = report.attributions

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

    def is_quoted(self, span: Span) -> bool:
        """Whether a span starts within quotation marks."""
        place = bisect_right(self.quotations, span.start, key=lambda quotation: quotation.start) - 1
        return place >= 0 and span.start < self.quotations[place].end

    def source_of(self, claim: Claim) -> Source | None:
        """Who vouches for a claim."""
        return self.source.get(claim.source_id or "")

    def same_as(self, claim: Claim) -> Iterator[Claim]:
        """The other claims that say the same, in text order."""
        others = frozenset(claim.same_as)
        return (other for other in self.claims if other.id in others)

    def told(self, *scopes: ClaimScope) -> Iterator[Claim]:
        """The claims of some scopes, in text order."""
        return (claim for claim in self.claims if claim.scope in scopes)

    def sentence(self, span: Span) -> Span:
        """The sentence in which a span starts; the span itself where no sentence is known."""
        sentences = self.report.sentences
        place = bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1
        if place >= 0 and span.start < sentences[place].end:
            return sentences[place]
        return span

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
