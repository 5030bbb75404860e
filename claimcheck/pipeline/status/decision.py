"""The decision table: from the grounds that the text gives for a claim to its status. First match wins.

Pure and independent of order: a claim's evidence is read as a set. What counts as evidence of which kind is decided
where it is gathered (:mod:`claimcheck.pipeline.status.evidence`); here stands only what follows from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from claimcheck.domain import ClaimKind, Evidence, EvidenceKind, Status

__all__ = ["RULES", "UNCOMMITTED", "Decision", "Rule", "decide", "deciding_first"]

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


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the table."""

    number: int
    words: str
    """When it fits, as documentation prints it."""
    fits: Callable[[_Facts], bool]
    status: Status
    grounds: frozenset[EvidenceKind]
    """The kinds of evidence that make it fit, to be shown first."""


_Kind = EvidenceKind
RULES = (
    Rule(1, "`falsification`", lambda facts: facts.has(_Kind.FALSIFICATION), Status.REFUTED,
         frozenset({_Kind.FALSIFICATION})),
    Rule(2, "`denial`, and an identified party that says it is so", lambda facts: facts.denied and facts.identified,
         Status.DISPUTED, frozenset({_Kind.DENIAL})),
    Rule(3, "`denial`", lambda facts: facts.denied, Status.DENIED, frozenset({_Kind.DENIAL})),
    Rule(4, "`verification`", lambda facts: facts.has(_Kind.VERIFICATION), Status.CONFIRMED,
         frozenset({_Kind.VERIFICATION})),
    Rule(5, "`nonconfirmation`", lambda facts: facts.has(_Kind.NONCONFIRMATION), Status.UNCONFIRMED,
         frozenset({_Kind.NONCONFIRMATION})),
    Rule(6, "`observation` or `document`", lambda facts: facts.has(_Kind.OBSERVATION) or facts.has(_Kind.DOCUMENT),
         Status.CONFIRMED, frozenset({_Kind.OBSERVATION, _Kind.DOCUMENT})),
    Rule(7, "`self_statement`", lambda facts: facts.has(_Kind.SELF_STATEMENT), Status.CONFIRMED,
         frozenset({_Kind.SELF_STATEMENT})),
    Rule(8, "a source, and `modality` or a `cue` that does not commit", lambda facts: facts.sourced
         and facts.uncommitted, Status.UNCONFIRMED, frozenset({_Kind.MODALITY, _Kind.CUE})),
    Rule(9, "`second_source`", lambda facts: facts.has(_Kind.SECOND_SOURCE), Status.CONFIRMED,
         frozenset({_Kind.SECOND_SOURCE})),
    Rule(10, "a source", lambda facts: facts.sourced, Status.ATTRIBUTED, frozenset({_Kind.CUE})),
    Rule(11, "no source, and `modality` or a `cue` that does not commit", lambda facts: facts.uncommitted,
         Status.UNCONFIRMED, frozenset({_Kind.MODALITY, _Kind.CUE})),
    Rule(12, "none of these", lambda facts: True, Status.ASSERTED, frozenset()),
)  # fmt: skip
"""The decision table."""


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
    rule = next(rule for rule in RULES if rule.fits(facts))
    return Decision(rule=rule.number, status=rule.status, grounds=rule.grounds)


def deciding_first(evidence: Iterable[Evidence], decision: Decision) -> tuple[Evidence, ...]:
    """``evidence`` without repetitions, the grounds of ``decision`` first, each part in text order."""

    def order(ground: Evidence) -> tuple[bool, int, int, str]:
        start, end = (ground.span.start, ground.span.end) if ground.span else (-1, -1)
        # The whole of it at last, so that no two different grounds are equal in rank.
        return ground.kind not in decision.grounds, start, end, repr(ground)

    unique = dict.fromkeys(sorted(evidence, key=order))
    return tuple(unique)
