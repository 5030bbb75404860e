"""How firmly a claim is put where it stands, whatever the rest of the article does to it."""

from __future__ import annotations

from claimcheck.domain import Claim, Evidence, EvidenceKind
from claimcheck.rules.index import Index

__all__ = ["firmness", "is_flat", "is_hedged"]

_DOUBTFUL = frozenset(
    {EvidenceKind.MODALITY, EvidenceKind.NONCONFIRMATION, EvidenceKind.DENIAL, EvidenceKind.FALSIFICATION}
)
_DISTANT = frozenset({"NONCOMMIT", "BELIEF"})
_FIRM = frozenset({"CONFIRM", "ADMIT", "REVEAL"})


def is_flat(index: Index, claim: Claim) -> bool:
    """Whether the outlet says it in its own voice, with nothing in the sentence that takes it back."""
    if claim.attribution_id is not None or claim.source_id is not None or not claim.kind.has_status:
        return False
    if claim.spans and index.is_quoted(claim.spans[0]):
        return False
    return not any(ground.kind in _DOUBTFUL for ground in _here(index, claim))


def is_hedged(index: Index, claim: Claim) -> bool:
    """Whether the sentence itself keeps a distance: "claimed", "reportedly", "has yet to confirm"."""
    return any(ground.kind in _DOUBTFUL or ground.cue_class in _DISTANT for ground in _here(index, claim))


def firmness(index: Index, claim: Claim) -> int:
    """2 where the verb establishes it ("admits"), 0 where it keeps a distance ("claims", "may"), else 1."""
    if is_hedged(index, claim):
        return 0
    return 2 if any(ground.cue_class in _FIRM for ground in _here(index, claim)) else 1


def _here(index: Index, claim: Claim) -> list[Evidence]:
    """The grounds that stand in the claim's own sentence."""
    if not claim.spans:
        return [ground for ground in claim.evidence if ground.from_claim is None]
    sentence = index.sentence(claim.spans[0])
    return [ground for ground in claim.evidence if ground.span is not None and sentence.contains(ground.span)]
