"""The headline's verb is firmer than the text's: "admits" over "said there might be".

Looks at verbs that settle a claim (confirms, admits, proves) over wording that keeps a distance (might, claims).

Why: The verb is where a headline most easily promises what the story does not hold.

Flagged:
    - Mayor admits tram plan failed | The mayor, Ana Kos, said on Monday that the tram plan might have failed.
    - Airline confirms engine caught fire | The airline said on Monday that the engine may have caught fire.

Passing:
    - Mayor says tram plan may have failed | The mayor, Ana Kos, said on Monday that the tram plan might have failed.
    - Airline confirms engine caught fire | The airline confirmed on Monday that the engine had caught fire.

Fix: Use the verb of the text, or find the words that earn the firmer one.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from claimcheck.domain import ClaimScope, Finding, Related, Severity, Status
from claimcheck.rules.commitment import DISTANT, ESTABLISHED, firmness
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule
from claimcheck.rules.wording import alike

__all__ = ["RULE"]

_SETTLED = frozenset({Status.CONFIRMED, Status.ASSERTED})


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding for each attributed claim of the headline."""
    for claim in index.told(*RULE.scopes):
        if claim.source_id is None or not claim.kind.has_status:
            continue
        below = [other for other in index.same_as(claim) if other.scope is not ClaimScope.HEADLINE]
        below = [other for other in below if alike(claim, other) >= options["similarity"]]
        if not below or any(other.status in _SETTLED for other in below):
            continue
        # "Says" over "claimed" is no promise; "admits" over "might have" is.
        if firmness(index, claim) < ESTABLISHED or any(firmness(index, other) > DISTANT for other in below):
            continue
        at = index.place(below[0])
        yield RULE.finding(
            index.place(claim),
            "the headline's verb is firmer than the text's",
            related=[] if at is None else [Related(span=at, message="as the text puts it")],
            claim=claim,
            hint="use the verb of the text",
        )


RULE = Rule(
    code="CC402",
    name="headline-stronger",
    severity=Severity.ERROR,
    precision="medium",
    measured="6 of 6 findings in 84 articles of our own, read by hand; it did not fire in 2,308 articles of news",
    default=True,
    scopes=(ClaimScope.HEADLINE,),
    follows=("IPSO",),
    options=MappingProxyType({"similarity": 60}),
    text=__doc__,
    check=check,
)
