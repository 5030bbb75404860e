"""An unnamed source is used for a judgement or an attack, not for information.

Why: Who attacks others should do so under a name. Anonymity is granted for facts that cannot be had otherwise.

Flagged:
    - "The directors are clowns," said a former employee who asked not to be named.
    - The new coach is incompetent, a person close to the club said.

Passing:
    - "The directors are clowns," said Mara Lindqvist, a former employee.
    - The directors met twice in March, said a former employee who asked not to be named.

Fix: Find somebody who says it with a name, or leave the judgement out and keep the facts.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.domain import ClaimScope, Finding, Severity
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule
from claimcheck.rules.unnamed import is_anonymous

__all__ = ["RULE"]


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding a sentence."""
    seen: set[int] = set()
    for claim in index.told(*RULE.scopes):
        source = index.source_of(claim)
        if source is None or not is_anonymous(index, source) or not index.words["attacks"].search(claim.text):
            continue
        if any(ground.cue_class == "BELIEF" for ground in claim.evidence):
            continue
        place = index.place(claim)
        if place is None or index.sentence_number(place) in seen:
            continue
        seen.add(index.sentence_number(place))
        yield RULE.finding(
            place,
            f"a judgement by a source without a name ({source.name})",
            claim=claim,
            hint="let somebody say it under a name, or keep to what the source knows",
        )


RULE = Rule(
    code="CC104",
    name="anonymous-opinion",
    severity=Severity.ERROR,
    precision="medium",
    measured="10 of 10 findings in 84 articles of our own, read by hand; it did not fire in 2,308 articles of news",
    default=True,
    scopes=(ClaimScope.BODY, ClaimScope.QUOTATION),
    follows=("AP", "NYT", "NPR", "Guardian"),
    text=__doc__,
    check=check,
)
