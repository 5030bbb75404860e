"""A claim that the text hedges in one place stands flatly in another.

Why: The hedge was there for a reason. Readers who meet only the flat sentence are misled, and so is the next editor.

Flagged:
    - The club's owner has reportedly fled to Serbia. The club was shut on Friday. The club's owner has fled to
      Serbia.
    - The rebels claimed that the bridge had been blown up. Rain fell all night. The bridge had been blown up.

Passing:
    - The club's owner has reportedly fled to Serbia. The club was shut on Friday. The owner's brother runs two
      restaurants.
    - The bridge had been blown up. Rain fell all night. The bridge will be rebuilt.

Fix: Keep the hedge or the source wherever the claim is made again.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.domain import ClaimScope, Finding, Related, Severity
from claimcheck.rules.commitment import is_flat, is_hedged
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule

__all__ = ["RULE"]


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding for each flat place."""
    for claim in index.told(*RULE.scopes):
        if not is_flat(index, claim):
            continue
        hedged = next((other for other in index.same_as(claim) if is_hedged(index, other)), None)
        place = index.place(claim)
        at = index.place(hedged) if hedged is not None else None
        if hedged is not None and place is not None:
            yield RULE.finding(
                place,
                "told flatly, though the text hedges it elsewhere",
                related=[] if at is None else [Related(span=at, message="hedged here")],
                claim=claim,
                hint="keep the hedge or the source",
            )


RULE = Rule(
    code="CC211",
    name="unconfirmed-became-flat",
    severity=Severity.ERROR,
    precision="low",
    default=True,
    scopes=(ClaimScope.BODY, ClaimScope.CAPTION),
    follows=("Reuters", "IPSO"),
    text=__doc__,
    check=check,
)
