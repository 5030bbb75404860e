"""The headline or the first sentence rests on unnamed sources alone.

Why: A story that opens on somebody without a name asks for the most trust where it has given the least.

Flagged:
    - The central bank will devalue the crown on Friday, two people familiar with the decision said.
    - An official in Lomé said on Monday that the border would open again. Traffic has been light since June.

Passing:
    - The central bank will devalue the crown on Friday, Governor Ana Ruiz said.
    - The border at Lomé has been shut since June. An official said on Monday that it would open again.

Fix: Open with what is on the record, and bring in the unnamed source behind it.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.domain import ClaimScope, Finding, Severity
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule
from claimcheck.rules.unnamed import is_anonymous

__all__ = ["RULE"]


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding for the headline, one for the first sentence."""
    headline = [claim for claim in index.told(ClaimScope.HEADLINE) if claim.status is not None]
    first = index.sentence(index.paragraphs[0].span) if index.paragraphs else None
    lead = [claim for claim in index.told(ClaimScope.BODY, ClaimScope.QUOTATION) if claim.status]
    lead = [claim for claim in lead if first is not None and first.contains(claim.spans[0])]
    for claims in (headline, lead):
        sources = [index.source_of(claim) for claim in claims]
        if claims and all(is_anonymous(index, source) for source in sources):
            yield RULE.finding(
                index.place(claims[0]),
                "this rests on an unnamed source alone",
                claim=claims[0],
                hint="open with what is on the record",
            )


RULE = Rule(
    code="CC107",
    name="anonymous-lead",
    severity=Severity.WARNING,
    precision="low",
    scopes=(ClaimScope.HEADLINE, ClaimScope.BODY),
    follows=("Reuters", "Washington Post"),
    text=__doc__,
    check=check,
)
