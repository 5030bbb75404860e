"""A claim is made flatly, and its source comes only sentences later.

Why: By then readers have taken it as the paper's own knowledge.

Flagged:
    - The mill dumped acid into the river. It stands on the edge of Narva. It has 300 workers. The mill dumped acid
      into the river, the inspectorate said.
    - The museum bought a forged map. It hangs in the great hall. Schools visit on Mondays. The museum bought a forged
      map, said Irma Falk, a dealer.

Passing:
    - The mill dumped acid into the river, the inspectorate said. It stands on the edge of Narva.
    - The museum bought a forged map, said Irma Falk, a dealer. Schools visit on Mondays.

Fix: Bring the source forward, to where the claim is first made.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from claimcheck.domain import ClaimScope, Finding, Related, Severity
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule
from claimcheck.rules.wording import alike

__all__ = ["RULE"]


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding a claim, at its first place."""
    for claim in index.told(*RULE.scopes):
        place = index.place(claim)
        if place is None or claim.attribution_id is not None or index.is_quoted(place):
            continue
        others = [other for other in index.same_as(claim) if alike(claim, other) >= options["similarity"]]
        if any(other.spans and other.spans[0] < place for other in others):
            continue
        later = next(
            (other for other in others if other.source_id is not None and other.scope is not ClaimScope.HEADLINE), None
        )
        at = index.place(later) if later is not None else None
        if later is None or at is None:
            continue
        if index.sentence_number(at) - index.sentence_number(place) >= options["sentences"]:
            source = index.source_of(later)
            yield RULE.finding(
                place,
                f"its source{f', {source.name},' if source else ''} comes only later",
                related=[Related(span=at, message="the source is given here")],
                claim=claim,
                hint="bring the source forward",
            )


RULE = Rule(
    code="CC203",
    name="attribution-late",
    severity=Severity.INFO,
    precision="low",
    measured="1 of 5 findings in 84 articles of American political news, read by hand",
    scopes=(ClaimScope.BODY,),
    follows=("AP", "AFP"),
    options=MappingProxyType({"sentences": 2, "similarity": 75}),
    text=__doc__,
    check=check,
)
