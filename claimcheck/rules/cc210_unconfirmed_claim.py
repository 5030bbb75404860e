"""A claim that the text itself marks as not confirmed.

Looks at what is said to be so or to have been so: "claimed", "reportedly", "may have", "has yet to confirm". Guesses
at what may come, beliefs and arguments are left alone, and so are hedges within quotation marks.

Why: Readers remember the claim and forget the distance. What is not confirmed must be worth printing all the same,
and no later sentence and no headline may make more of it.

Flagged:
    - The ministry has yet to confirm the order, but the Lima Herald claimed that the navy will buy two submarines.
    - The striker reportedly left Porto on Friday.

Passing:
    - The ministry confirmed that the navy will buy two submarines.
    - The striker left Porto on Friday, the club said.

Fix: Confirm it with somebody who knows, say what is known and what is not, or leave it out.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.domain import (
    ClaimScope,
    Finding,
    Related,
    Severity,
    Span,
    Status,
)
from claimcheck.rules.commitment import mark
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule

__all__ = ["RULE"]


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding a sentence, and one for a claim however often it is made."""
    claims: set[str] = set()
    sentences: set[int] = set()
    grounds: set[Span | None] = set()
    for claim in index.told(*RULE.scopes):
        ground = mark(index, claim) if claim.status is Status.UNCONFIRMED else None
        place = index.place(claim)
        if ground is None or place is None or claim.id in claims:
            continue
        # One hedge is one finding, though it may stand over a list of claims.
        if ground.span in grounds or index.sentence_number(place) in sentences:
            continue
        grounds.add(ground.span)
        claims.update((claim.id, *claim.same_as))
        sentences.add(index.sentence_number(place))
        yield RULE.finding(
            place,
            "not confirmed, as the text says itself" + (f": {ground.note}" if ground.note else ""),
            related=[] if ground.span is None else [Related(span=ground.span, message=ground.note)],
            claim=claim,
            hint="confirm it, or say what is known and what is not",
        )


RULE = Rule(
    code="CC210",
    name="unconfirmed-claim",
    severity=Severity.WARNING,
    precision="medium",
    measured="32 of 40 findings of a sample in 840 articles of American political news, read by hand",
    default=True,
    scopes=(ClaimScope.BODY, ClaimScope.QUOTATION, ClaimScope.CAPTION),
    follows=("AP", "BBC", "Reuters"),
    text=__doc__,
    check=check,
)
