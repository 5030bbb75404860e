"""A source that nobody could ask: "local media", "reports", "social media users".

Why: Readers cannot look it up, and it often hides that a single post was all there was.

Flagged:
    - Local media reported that 200 peacocks had died.
    - Social media users said two wells had been locked.

Passing:
    - The mayor rejected rumours that the ferry would be sold.
    - The Thar Gazette, a weekly, reported that 200 peacocks had died.
    - Farmers near Mithi said two wells had been locked.

Fix: Name the outlet or the account, and say what it knows.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.domain import ClaimScope, Finding, Severity, Source, SourceKind, Span
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule
from claimcheck.rules.unnamed import is_definite

__all__ = ["RULE"]


_SHORT = 2
"""Words by which something known may come in."""
_PEOPLE = frozenset({SourceKind.PERSON, SourceKind.OFFICIAL})


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding a source where it is first met, one for each "reports that"."""
    saying = {claim.source_id for claim in index.claims} | {carrier for claim in index.claims for carrier in claim.via}
    mentioned: set[int] = set()
    for source in index.sources:
        span = index.first_mention(source)
        if span is None or source.named or source.kind in _PEOPLE or source.id not in saying:
            continue
        role = source.description.role if source.description else None
        if (role or source.name) in index.words["vague_outlets"] and not _is_known(index, source):
            yield _finding(index, span)
            mentioned.add(index.sentence_number(span))
    for found in index.words["nameless_reports"].finditer(index.prose):
        span = Span(start=found.start(), end=found.end())
        if index.sentence_number(span) not in mentioned:
            yield _finding(index, span)


def _is_known(index: Index, source: Source) -> bool:
    """Whether it is papers told of before: "the reports", unlike "the country's media reports"."""
    introduced = index.introduced(source) or ""
    return is_definite(index, source) and len(introduced.split()) <= _SHORT


def _finding(index: Index, span: Span) -> Finding:
    return RULE.finding(span, f"who is meant by {span.of(index.text)!r}?", hint="name the outlet or the account")


RULE = Rule(
    code="CC305",
    name="vague-outlet",
    severity=Severity.WARNING,
    precision="medium",
    measured="16 of 19 findings in 840 articles of American political news, read by hand",
    default=True,
    scopes=(ClaimScope.HEADLINE, ClaimScope.BODY, ClaimScope.CAPTION),
    follows=("NPR", "On the Media"),
    text=__doc__,
    check=check,
)
