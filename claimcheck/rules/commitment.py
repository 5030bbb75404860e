"""How firmly a claim is put: what marks it as not confirmed, and whether it stands flat."""

from __future__ import annotations

import re

from claimcheck.domain import Claim, ClaimKind, ClaimScope, Evidence, EvidenceKind, SourceKind, Span
from claimcheck.rules.index import Index

__all__ = ["DISTANT", "ESTABLISHED", "firmness", "is_flat", "mark"]

DISTANT, _PLAIN, ESTABLISHED = range(3)
"""How firmly a verb puts what it tells."""

_FACTS = frozenset({ClaimKind.EVENT, ClaimKind.STATE, ClaimKind.QUANTITY, ClaimKind.PLAN})
_DOUBTFUL = frozenset({
    EvidenceKind.MODALITY, EvidenceKind.NONCONFIRMATION, EvidenceKind.DENIAL, EvidenceKind.FALSIFICATION,
})  # fmt: skip
_DISTANT = frozenset({"HEDGE", "NONCOMMIT", "BELIEF"})
_FIRM = frozenset({"CONFIRM", "ADMIT", "REVEAL"})
_INVESTIGATORS = frozenset({SourceKind.POLICE_COURTS, SourceKind.MILITARY})
"""Those whose belief that something happened is news: "police believe the fire was set"."""
_REACH = 30
"""Characters after a modal in which its participle may stand."""
_TAKEN = re.compile(r"\bclaimed by\b")
"""A prize, not a saying: "its loyalty might be claimed by his rivals"."""
_ADJECTIVES = frozenset({"alleged", "purported", "rumored", "rumoured", "supposed", "suspected", "unconfirmed"})
_DETERMINER = re.compile(
    r"\b(?:an?|the|this|that|these|those|his|her|its|their|no|some|any|of|for|\d+) \Z", re.IGNORECASE
)
_WHETHER = re.compile(r"[^.]{0,20}\b(?:whether|if) ")


def mark(index: Index, claim: Claim) -> Evidence | None:
    """The words by which the outlet marks a claim as not confirmed, or None.

    "Claimed", "reportedly", "may have sunk", "has yet to confirm"; not what somebody thinks, argues or expects, and not
    the hedges of a speaker within quotation marks.
    """
    if claim.kind not in _FACTS or not claim.spans:
        return None
    return next((ground for ground in claim.evidence if _marks(index, claim, ground)), None)


def _marks(index: Index, claim: Claim, ground: Evidence) -> bool:
    if ground.span is None or index.is_quoted(ground.span):
        return False
    if ground.kind is EvidenceKind.NONCONFIRMATION:
        return _withholds(index, claim, ground.span)
    # The words of a cue count where they stand; what is quoted has marks of its own.
    if ground.from_claim is not None or claim.scope is ClaimScope.QUOTATION or ground.cue_class not in _DISTANT:
        return False
    if _hedges_a_noun(index, ground):
        return False
    if claim.kind is ClaimKind.STATE and index.words["judgements"].search(claim.text):
        return False
    if ground.cue_class == "BELIEF" and claim.kind in (ClaimKind.EVENT, ClaimKind.QUANTITY):
        source = index.source_of(claim)
        if source is not None and source.kind in _INVESTIGATORS and not index.words["modals"].search(claim.text):
            return True
    # A modal is one word; what follows tells "may win" from "may have won".
    sentence = index.sentence(claim.spans[0])
    words = index.text[ground.span.start : max(ground.span.end, min(sentence.end, ground.span.end + _REACH))]
    found = index.words["distancing"].search(words)
    return found is not None and found.start() < len(ground.span) and _TAKEN.search(words) is None


def _withholds(index: Index, claim: Claim, span: Span) -> bool:
    """Whether "has not confirmed" is meant, or words that reach less far with the claim beside them.

    "Offered no proof" speaks of its own sentence, "unclear whether" of what stands right behind it.
    """
    if index.words["confirmation"].search(span.of(index.text)):
        return True
    if index.words["proof"].search(span.of(index.text)) and index.sentence(claim.spans[0]).contains(span):
        return True
    return _WHETHER.fullmatch(index.text[span.end : max(span.end, claim.spans[0].start)]) is not None


def _hedges_a_noun(index: Index, ground: Evidence) -> bool:
    """Whether a hedge stands before a noun and touches that alone: "no suspected cases", "the alleged thief"."""
    if ground.span is None or ground.text.lower() not in _ADJECTIVES:
        return False
    return _DETERMINER.search(index.text, max(0, ground.span.start - _REACH), ground.span.start) is not None


def is_flat(index: Index, claim: Claim) -> bool:
    """Whether the outlet says it in its own voice, with nothing in the sentence that takes it back."""
    if claim.attribution_id is not None or claim.source_id is not None or claim.kind not in _FACTS:
        return False
    if claim.spans and index.is_quoted(claim.spans[0]):
        return False
    return not any(ground.kind in _DOUBTFUL for ground in _here(index, claim))


def firmness(index: Index, claim: Claim) -> int:
    """``ESTABLISHED`` where the verb settles it ("admits"), ``DISTANT`` where it keeps away ("claims"), or between."""
    grounds = _here(index, claim)
    if any(ground.cue_class in _FIRM for ground in grounds):
        return ESTABLISHED
    if claim.spans:
        # Its own words: "the navy has not confirmed it" makes no verb weaker.
        own = [ground for ground in grounds if ground.kind is not EvidenceKind.NONCONFIRMATION]
        return DISTANT if any(_marks(index, claim, ground) for ground in own) or _has_modal(own) else _PLAIN
    return DISTANT if any(ground.cue_class in _DISTANT for ground in grounds) else _PLAIN


def _has_modal(grounds: list[Evidence]) -> bool:
    return any(ground.kind is EvidenceKind.MODALITY for ground in grounds)


def _here(index: Index, claim: Claim) -> list[Evidence]:
    """The grounds that stand in the claim's own sentence."""
    if not claim.spans:
        return [ground for ground in claim.evidence if ground.from_claim is None]
    sentence = index.sentence(claim.spans[0])
    return [ground for ground in claim.evidence if ground.span is not None and sentence.contains(ground.span)]
