"""The decision table: from the grounds that the text gives for a claim to its status. First match wins.

Pure and independent of order: a claim's evidence is read as a set. What counts as evidence of which kind is decided
where it is gathered (:mod:`claimcheck.pipeline.evidence`); here stands only what follows from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from claimcheck.domain import ClaimKind, Evidence, EvidenceKind, Status

__all__ = ["UNCOMMITTED", "Decision", "decide", "deciding_first"]

UNCOMMITTED = frozenset({"NONCOMMIT", "BELIEF"})
"""Cue classes by which a writer or a source stops short of saying that it is so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A status, the number of the rule that gave it, and the kinds of evidence that made the rule fit."""

    rule: int
    status: Status | None
    grounds: frozenset[EvidenceKind] = frozenset()


@dataclass(frozen=True, slots=True)
class _Facts:
    evidence: tuple[Evidence, ...]
    sourced: bool
    identified: bool

    def has(self, kind: EvidenceKind) -> bool:
        return any(ground.kind is kind for ground in self.evidence)

    @property
    def denied(self) -> bool:
        """Whether somebody denies it who does not confirm it too: who does both has come round to it."""
        confirmers = {ground.agent for ground in self.evidence if ground.kind is EvidenceKind.VERIFICATION}
        return any(
            ground.kind is EvidenceKind.DENIAL and (ground.agent is None or ground.agent not in confirmers)
            for ground in self.evidence
        )

    @property
    def uncommitted(self) -> bool:
        return any(
            ground.kind is EvidenceKind.MODALITY
            or (ground.kind is EvidenceKind.CUE and ground.cue_class in UNCOMMITTED)
            for ground in self.evidence
        )


_Kind = EvidenceKind
_TABLE: tuple[tuple[int, Callable[[_Facts], bool], Status, frozenset[EvidenceKind]], ...] = (
    (1, lambda facts: facts.has(_Kind.FALSIFICATION), Status.REFUTED, frozenset({_Kind.FALSIFICATION})),
    (2, lambda facts: facts.denied and facts.identified, Status.DISPUTED, frozenset({_Kind.DENIAL})),
    (3, lambda facts: facts.denied, Status.DENIED, frozenset({_Kind.DENIAL})),
    (4, lambda facts: facts.has(_Kind.VERIFICATION), Status.CONFIRMED, frozenset({_Kind.VERIFICATION})),
    (5, lambda facts: facts.has(_Kind.NONCONFIRMATION), Status.UNCONFIRMED, frozenset({_Kind.NONCONFIRMATION})),
    (6, lambda facts: facts.has(_Kind.OBSERVATION), Status.CONFIRMED, frozenset({_Kind.OBSERVATION})),
    (6, lambda facts: facts.has(_Kind.DOCUMENT), Status.CONFIRMED, frozenset({_Kind.DOCUMENT})),
    (7, lambda facts: facts.has(_Kind.SELF_STATEMENT), Status.CONFIRMED, frozenset({_Kind.SELF_STATEMENT})),
    (8, lambda facts: facts.sourced and facts.uncommitted, Status.UNCONFIRMED, frozenset({_Kind.MODALITY, _Kind.CUE})),
    (9, lambda facts: facts.has(_Kind.SECOND_SOURCE), Status.CONFIRMED, frozenset({_Kind.SECOND_SOURCE})),
    (10, lambda facts: facts.sourced, Status.ATTRIBUTED, frozenset({_Kind.CUE})),
    (11, lambda facts: facts.uncommitted, Status.UNCONFIRMED, frozenset({_Kind.MODALITY, _Kind.CUE})),
)


def decide(kind: ClaimKind, evidence: Iterable[Evidence], *, sourced: bool, identified: bool) -> Decision:
    """The status of a claim.

    ``evidence`` is that of all passages that make the same claim. ``sourced``: somebody else than the outlet says it.
    ``identified``: who asserts it is a party one could ask: a named or described source, or the outlet without a hedge,
    but not "reports", "rumours" or "several websites".

    >>> denial = Evidence(kind=EvidenceKind.DENIAL, span=None, text="denied")
    >>> decide(ClaimKind.EVENT, [denial], sourced=True, identified=True).status.value
    'disputed'
    """
    if not kind.has_status:
        return Decision(rule=0, status=None)
    facts = _Facts(tuple(evidence), sourced, identified)
    for rule, fits, status, grounds in _TABLE:
        if fits(facts):
            return Decision(rule=rule, status=status, grounds=grounds)
    return Decision(rule=11, status=Status.ASSERTED)


def deciding_first(evidence: Iterable[Evidence], decision: Decision) -> tuple[Evidence, ...]:
    """``evidence`` without repetitions, the grounds of ``decision`` first, each part in text order."""

    def order(ground: Evidence) -> tuple[bool, int, int, str]:
        start, end = (ground.span.start, ground.span.end) if ground.span else (-1, -1)
        # The whole of it at last, so that no two different grounds are equal in rank.
        return ground.kind not in decision.grounds, start, end, repr(ground)

    unique = dict.fromkeys(sorted(evidence, key=order))
    return tuple(unique)
