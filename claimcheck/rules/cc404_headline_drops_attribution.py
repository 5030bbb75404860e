"""The headline says flatly what the text only attributes.

Why: It makes the paper say what somebody else said.

Flagged:
    - Mill poured acid into river | The mill poured acid into the river, the inspectorate said on Monday.
    - King leaves palace | The king has left the palace, a guard said.

Passing:
    - Mill poured acid into river, inspectors say | The mill poured acid into the river, the inspectorate said on
      Monday.
    - King leaves palace | The king left the palace on Monday.

Fix: Put the source into the headline, or confirm it.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from claimcheck.domain import ClaimScope, Finding, HeadlineForm, Related, Severity, Status
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule
from claimcheck.rules.wording import alike

__all__ = ["RULE"]


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding for each claim of the headline."""
    headline = index.report.headline
    if headline is None or headline.form is not HeadlineForm.FLAT:
        return
    for claim in index.told(*RULE.scopes):
        below = [other for other in index.same_as(claim) if other.scope is not ClaimScope.HEADLINE]
        below = [other for other in below if alike(claim, other) >= options["similarity"]]
        if below and claim.source_id is None and all(other.status is Status.ATTRIBUTED for other in below):
            at = index.place(below[0])
            yield RULE.finding(
                index.place(claim),
                "flat, though the text only says who says so",
                related=[] if at is None else [Related(span=at, message="attributed here")],
                claim=claim,
                hint="put the source into the headline",
            )


RULE = Rule(
    code="CC404",
    name="headline-drops-attribution",
    severity=Severity.INFO,
    precision="low",
    measured="2 of 3 findings in 84 articles of American political news, read by hand",
    scopes=(ClaimScope.HEADLINE,),
    follows=("IPSO", "Tow Center"),
    options=MappingProxyType({"similarity": 60}),
    text=__doc__,
    check=check,
)
