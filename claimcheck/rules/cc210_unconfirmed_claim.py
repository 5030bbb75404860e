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
    Claim,
    ClaimKind,
    ClaimScope,
    Evidence,
    EvidenceKind,
    Finding,
    Related,
    Severity,
    Span,
    Status,
)
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule

__all__ = ["RULE"]

_DISTANT = frozenset({"HEDGE", "NONCOMMIT", "BELIEF"})
_REACH = 30
"""Characters after a modal in which its participle may stand."""


_FACTS = frozenset({ClaimKind.EVENT, ClaimKind.STATE, ClaimKind.QUANTITY, ClaimKind.PLAN})


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding a sentence, and one for a claim however often it is made."""
    claims: set[str] = set()
    sentences: set[int] = set()
    grounds: set[Span | None] = set()
    for claim in index.told(*RULE.scopes):
        ground = _ground(index, claim)
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


def _ground(index: Index, claim: Claim) -> Evidence | None:
    """The words that mark the claim, where the outlet set them, or None."""
    if claim.status is not Status.UNCONFIRMED or claim.kind not in _FACTS:
        return None
    return next((ground for ground in claim.evidence if _marks(index, claim, ground)), None)


def _marks(index: Index, claim: Claim, ground: Evidence) -> bool:
    if ground.span is None:
        return False
    sentence = index.sentence(claim.spans[0])
    if ground.kind is EvidenceKind.NONCONFIRMATION:
        near = any(around.contains(ground.span) for around in index.around(sentence))
        return near or index.words["open_questions"].search(ground.text) is None
    if ground.cue_class not in _DISTANT or index.is_quoted(ground.span):
        return False
    # A modal is one word; what follows tells "may win" from "may have won".
    words = index.text[ground.span.start : max(ground.span.end, min(sentence.end, ground.span.end + _REACH))]
    found = index.words["distancing"].search(words)
    return found is not None and found.start() < len(ground.span)


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
