"""All that is said about one article."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from claimcheck.domain.article import Article, Location, Span
from claimcheck.domain.claim import Attribution, Claim
from claimcheck.domain.source import Source
from claimcheck.domain.words import HeadlineForm, HeadlineRelation, Severity, SourceKind, Status

__all__ = ["Finding", "Headline", "Related", "Report", "Summary", "Versions"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A further place that a finding speaks of."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A place where the article breaks an editorial rule."""

    code: str
    name: str
    severity: Severity
    message: str
    primary: Span | None
    """None when it concerns a title given apart from the text."""
    related: tuple[Related, ...] = ()
    claim_id: str | None = None
    hint: str = ""
    suppressed: bool = False
    reason: str | None = None
    """Why it is suppressed."""
    at: Location | None = None
    """Where it stands in the file, when that is no place in the text: in a comment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """The headline, how it is put, and how it stands to the body."""

    text: str
    span: Span | None
    """None when the title was given apart from the text."""
    form: HeadlineForm
    relation: HeadlineRelation = HeadlineRelation.UNKNOWN
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """What made a report."""

    claimcheck: str
    model: str
    schema: str = "1.0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A report in numbers."""

    claims: int
    by_status: tuple[tuple[Status, int], ...]
    """Every status in the order of the enumeration, with how many claims have it."""
    sources: int
    """Sources other than the article's own voice."""
    unnamed_sources: int
    flagged: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that claimcheck has to say about one article. Ids in it point only within it."""

    article: Article
    sources: tuple[Source, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    versions: Versions
    findings: tuple[Finding, ...] = ()
    headline: Headline | None = None
    sentences: tuple[Span, ...] = ()
    """In text order and disjoint; none crosses from one block into the next."""

    def place(self, finding: Finding) -> Location:
        """Where a finding of this report stands; without a block and a line where that is not known."""
        if finding.at is not None:
            return finding.at
        return Location(block=None) if finding.primary is None else self.article.locate(finding.primary)

    @property
    def summary(self) -> Summary:
        """Counted anew at every call."""
        counts = Counter(claim.status for claim in self.claims)
        others = [source for source in self.sources if source.kind is not SourceKind.OUTLET_ITSELF]
        return Summary(
            claims=len(self.claims),
            by_status=tuple((status, counts[status]) for status in Status),
            sources=len(others),
            unnamed_sources=sum(not source.named for source in others),
            flagged=sum(claim.flagged for claim in self.claims),
        )
