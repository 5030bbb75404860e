"""A claim that the text itself marks as not confirmed.

Why: Readers remember the claim and forget the distance. What is not confirmed must be worth printing all the same, and
no later sentence and no headline may make more of it.

Flagged:
    The ministry has yet to confirm the order, but the Lima Herald claimed that the navy will buy two submarines.
    The striker reportedly left Porto on Friday.

Passing:
    The ministry confirmed that the navy will buy two submarines.
    The striker left Porto on Friday, the club said.

Fix: Confirm it with somebody who knows, say what is known and what is not, or leave it out.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.domain import ClaimScope, Finding, Related, Severity, Status
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule

__all__ = ["RULE"]


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding for each claim that is made, however often."""
    seen: set[str] = set()
    for claim in index.told(ClaimScope.BODY, ClaimScope.QUOTATION, ClaimScope.CAPTION):
        if claim.status is not Status.UNCONFIRMED or claim.id in seen:
            continue
        seen.update((claim.id, *claim.same_as))
        ground = next(iter(claim.evidence), None)
        related = [] if ground is None or ground.span is None else [Related(span=ground.span, message=ground.note)]
        yield RULE.finding(
            index.place(claim),
            "not confirmed, as the text says itself" + (f": {ground.note}" if ground and ground.note else ""),
            related=related,
            claim=claim,
            hint="confirm it, or say what is known and what is not",
        )


RULE = Rule(
    code="CC210",
    name="unconfirmed-claim",
    severity=Severity.WARNING,
    precision="low",
    default=True,
    scopes=(ClaimScope.BODY, ClaimScope.QUOTATION, ClaimScope.CAPTION),
    follows=("AP", "BBC", "Reuters"),
    text=__doc__,
    check=check,
)
