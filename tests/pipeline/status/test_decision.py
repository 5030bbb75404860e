"""The decision table: each rule, their order, and that the order of the evidence changes nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.domain import ClaimKind, Evidence, EvidenceKind, Span, Status
from claimcheck.pipeline.status.decision import decide, deciding_first

GROUNDS = st.builds(
    Evidence,
    kind=st.sampled_from(EvidenceKind),
    span=st.builds(lambda start, size: Span(start=start, end=start + size), st.integers(0, 50), st.integers(1, 9)),
    text=st.just("words"),
    cue_class=st.sampled_from([None, "REPORT", "NONCOMMIT", "BELIEF", "INSIST"]),
    agent=st.sampled_from([None, "s1", "s2"]),
)


def ground(kind: EvidenceKind, cue_class: str | None = None, agent: str | None = None, at: int = 0) -> Evidence:
    return Evidence(kind=kind, span=Span(start=at, end=at + 3), text="…", cue_class=cue_class, agent=agent)


K = EvidenceKind


@pytest.mark.parametrize(
    ("rule", "status", "evidence", "sourced", "identified"),
    [
        (1, Status.REFUTED, [ground(K.FALSIFICATION), ground(K.VERIFICATION)], True, True),
        (2, Status.DISPUTED, [ground(K.DENIAL, agent="s2"), ground(K.VERIFICATION, agent="s1")], True, True),
        (3, Status.DENIED, [ground(K.DENIAL)], True, False),
        (4, Status.CONFIRMED, [ground(K.VERIFICATION), ground(K.NONCONFIRMATION)], True, True),
        (4, Status.CONFIRMED, [ground(K.VERIFICATION, agent="s1"), ground(K.DENIAL, agent="s1")], True, True),
        (5, Status.UNCONFIRMED, [ground(K.NONCONFIRMATION), ground(K.OBSERVATION)], True, True),
        (6, Status.CONFIRMED, [ground(K.OBSERVATION), ground(K.CUE, "NONCOMMIT")], True, True),
        (6, Status.CONFIRMED, [ground(K.DOCUMENT)], True, True),
        (7, Status.CONFIRMED, [ground(K.SELF_STATEMENT)], True, True),
        (8, Status.UNCONFIRMED, [ground(K.CUE, "NONCOMMIT"), ground(K.SECOND_SOURCE)], True, True),
        (8, Status.UNCONFIRMED, [ground(K.CUE, "BELIEF")], True, True),
        (8, Status.UNCONFIRMED, [ground(K.MODALITY)], True, True),
        (9, Status.CONFIRMED, [ground(K.SECOND_SOURCE)], True, True),
        (10, Status.ATTRIBUTED, [ground(K.CUE, "REPORT"), ground(K.FOOTAGE), ground(K.SOUGHT_COMMENT)], True, True),
        (10, Status.ATTRIBUTED, [ground(K.UNNAMED_SOURCE), ground(K.SECONDHAND)], True, False),
        (11, Status.UNCONFIRMED, [ground(K.MODALITY)], False, True),
        (12, Status.ASSERTED, [], False, True),
    ],
)
def test_the_first_rule_that_fits_decides(
    rule: int, status: Status, evidence: list[Evidence], sourced: bool, identified: bool
) -> None:
    decision = decide(ClaimKind.EVENT, evidence, sourced=sourced, identified=identified)
    assert (decision.rule, decision.status) == (rule, status)


@pytest.mark.parametrize("kind", [kind for kind in ClaimKind if not kind.has_status])
def test_what_cannot_be_confirmed_has_no_status(kind: ClaimKind) -> None:
    decision = decide(kind, [ground(K.FALSIFICATION)], sourced=True, identified=True)
    assert (decision.rule, decision.status) == (0, None)


@given(st.lists(GROUNDS, max_size=8), st.booleans(), st.booleans(), st.randoms(use_true_random=False))
def test_the_order_and_number_of_grounds_change_nothing(
    evidence: list[Evidence], sourced: bool, identified: bool, random: object
) -> None:
    shuffled = [*evidence, *evidence[:2]]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    decision = decide(ClaimKind.EVENT, evidence, sourced=sourced, identified=identified)
    assert decide(ClaimKind.EVENT, shuffled, sourced=sourced, identified=identified) == decision
    assert deciding_first(shuffled, decision) == deciding_first(evidence, decision)


@given(st.lists(GROUNDS, max_size=8), st.booleans(), st.booleans())
def test_every_claim_gets_a_status_and_its_grounds_are_there(
    evidence: list[Evidence], sourced: bool, identified: bool
) -> None:
    decision = decide(ClaimKind.EVENT, evidence, sourced=sourced, identified=identified)
    assert decision.status is not None
    if decision.rule not in (10, 12):
        assert any(found.kind in decision.grounds for found in evidence)


def test_the_deciding_ground_comes_first() -> None:
    cue, hedge = ground(K.CUE, "REPORT", at=0), ground(K.MODALITY, at=20)
    decision = decide(ClaimKind.EVENT, [cue, ground(K.NONCONFIRMATION, at=30), hedge], sourced=True, identified=True)
    ordered = deciding_first([cue, hedge, ground(K.NONCONFIRMATION, at=30)], decision)
    assert [found.kind for found in ordered] == [K.NONCONFIRMATION, K.CUE, K.MODALITY]
