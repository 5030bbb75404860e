"""A death, and no official, relative or witness who says so.

Looks at deaths that are put down to outlets, posts, rumours or sources without a description.

Why: A false report of a death cannot be taken back. Agencies want it from somebody who must know.

Flagged:
    - The singer Odalys Mora died in Havana on Friday, a fan site reported.
    - Sources said the general had died in the night.

Passing:
    - The singer Odalys Mora died in Havana on Friday, her brother said.
    - The general died in the night, the defence ministry said.

Fix: Have it from the family, the police, the hospital or an office; until then hold it.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.domain import ClaimScope, Finding, Severity, Source, SourceKind
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule
from claimcheck.rules.unnamed import is_bare

__all__ = ["RULE"]


_THIN = frozenset({SourceKind.OUTLET, SourceKind.AGENCY, SourceKind.SOCIAL_MEDIA, SourceKind.UNKNOWN})


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding for each death."""
    seen: set[str] = set()
    for claim in index.told(*RULE.scopes):
        if claim.id in seen or claim.status is None or not index.words["deaths"].search(claim.text):
            continue
        seen.update((claim.id, *claim.same_as))
        sources = [index.source_of(one) for one in (claim, *index.same_as(claim))]
        known = [source for source in sources if source is not None]
        if known and claim.source_id is not None and all(_is_thin(index, source) for source in known):
            yield RULE.finding(
                index.place(claim),
                f"a death, and only {known[0].name} says so",
                claim=claim,
                hint="have it from the family, the police, the hospital or an office",
            )


def _is_thin(index: Index, source: Source) -> bool:
    return source.kind in _THIN or is_bare(index, source)


RULE = Rule(
    code="CC702",
    name="death-thin-source",
    severity=Severity.ERROR,
    precision="low",
    scopes=(ClaimScope.HEADLINE, ClaimScope.BODY, ClaimScope.CAPTION),
    follows=("AFP",),
    text=__doc__,
    check=check,
)
