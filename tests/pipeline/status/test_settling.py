"""What claims that say the same lend each other, without the language model."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.domain import Claim, ClaimKind, ClaimScope, Evidence, EvidenceKind, Source, SourceKind, Span, Status
from claimcheck.pipeline.claims.gists import Gist
from claimcheck.pipeline.claims.likeness import adds, likeness, same
from claimcheck.pipeline.status.settling import Unsettled, settle

K = EvidenceKind
SOURCES = {
    "s1": Source(id="s1", name="Azania Lines", kind=SourceKind.COMPANY),
    "s2": Source(id="s2", name="Tanzania Ports Board", kind=SourceKind.GOVERNMENT),
    "s3": Source(id="s3", name="Radio Jahazi", kind=SourceKind.OUTLET),
    "s4": Source(id="s4", name="an official", kind=SourceKind.OFFICIAL, named=False),
    "s5": Source(id="s5", name="head of Azania Lines", kind=SourceKind.OFFICIAL),
}
SUNK = ("ferry", "nyota", "sink")


def told(
    *words: str, event: str = "sink", numbers: Sequence[str] = (), subject: Sequence[str] = (), negated: bool = False
) -> Gist:
    return Gist(
        words=dict.fromkeys((*words, *numbers), 5.0), groups={}, kin=frozenset(), events=frozenset({event}),
        event_kin=frozenset(), names=frozenset(subject), subject=frozenset(subject), numbers=frozenset(numbers),
        days=frozenset(), negated=negated,
    )  # fmt: skip


def ground(kind: EvidenceKind, cue_class: str | None = None, agent: str | None = None, at: int = 0) -> Evidence:
    return Evidence(kind=kind, span=Span(start=at, end=at + 3), text="…", cue_class=cue_class, agent=agent)


def claim(
    name: str, gist: Gist, *evidence: Evidence, source: str | None = None, scope: ClaimScope = ClaimScope.BODY,
    kind: ClaimKind = ClaimKind.EVENT,
) -> Unsettled:  # fmt: skip
    start = 100 * ord(name[-1])
    return Unsettled(
        claim=Claim(
            id=name, spans=(Span(start=start, end=start + 9),), text=f"claim {name}" * 3, standalone="…",
            source_id=source, origin_id=source, scope=scope, kind=kind,
        ),
        gist=gist, evidence=evidence, sourced=source is not None, identified=True,
    )  # fmt: skip


def statuses(*items: Unsettled) -> dict[str, Status | None]:
    return {settled.id: settled.status for settled in settle(items, SOURCES)}


def test_what_confirms_one_passage_confirms_the_others() -> None:
    settled = settle(
        [claim("a", told(*SUNK), source="s4"), claim("b", told(*SUNK), ground(K.VERIFICATION), source="s2")], SOURCES
    )
    assert [claim.status for claim in settled] == [Status.CONFIRMED, Status.CONFIRMED]
    assert [claim.same_as for claim in settled] == [("b",), ("a",)]
    assert settled[0].evidence[0].from_claim == "b"


def test_a_confirmed_event_does_not_confirm_a_figure() -> None:
    detail = claim("a", told(*SUNK, numbers=["84"]), source="s4")
    general = claim("b", told(*SUNK), ground(K.VERIFICATION), source="s2")
    assert statuses(detail, general)["a"] is Status.ATTRIBUTED


def test_a_confirmed_figure_confirms_the_event() -> None:
    detail = claim("a", told(*SUNK, numbers=["84"]), ground(K.VERIFICATION), source="s2")
    general = claim("b", told(*SUNK), source="s4")
    assert statuses(detail, general)["b"] is Status.CONFIRMED


def test_a_figure_that_is_not_confirmed_leaves_the_event_alone() -> None:
    detail = claim("a", told(*SUNK, numbers=["84"]), ground(K.NONCONFIRMATION), source="s4")
    general = claim("b", told(*SUNK), source="s2")
    assert statuses(detail, general) == {"a": Status.UNCONFIRMED, "b": Status.ATTRIBUTED}


def test_an_event_that_is_not_confirmed_takes_its_figures_with_it() -> None:
    detail = claim("a", told(*SUNK, numbers=["84"]), source="s2")
    general = claim("b", told(*SUNK), ground(K.NONCONFIRMATION), source="s4")
    assert statuses(detail, general)["a"] is Status.UNCONFIRMED


def test_nobody_is_asked_to_confirm_his_own_words() -> None:
    other = claim("b", told(*SUNK), ground(K.NONCONFIRMATION, agent="s2"), source="s4")
    assert statuses(claim("a", told(*SUNK), source="s2"), other)["a"] is Status.ATTRIBUTED


def test_two_named_origins_bear_each_other_out() -> None:
    found = statuses(claim("a", told(*SUNK), source="s1"), claim("b", told(*SUNK), source="s2"))
    assert found == {"a": Status.CONFIRMED, "b": Status.CONFIRMED}


@pytest.mark.parametrize("other", ["s1", "s3", "s4", "s5"], ids=["the same", "a carrier", "unnamed", "its head"])
def test_these_are_no_second_origin(other: str) -> None:
    found = statuses(claim("a", told(*SUNK), source="s1"), claim("b", told(*SUNK), source=other))
    assert found["a"] is Status.ATTRIBUTED


def test_one_hedged_mention_does_not_undo_two_origins() -> None:
    hedged = claim("c", told(*SUNK), ground(K.MODALITY), source="s4")
    found = statuses(claim("a", told(*SUNK), source="s1"), claim("b", told(*SUNK), source="s2"), hedged)
    assert found["a"] is found["b"] is Status.CONFIRMED


def test_a_flat_repetition_does_not_establish_what_was_hedged() -> None:
    hedged = claim("a", told(*SUNK), ground(K.CUE, "NONCOMMIT"), source="s1")
    assert statuses(hedged, claim("b", told(*SUNK)))["b"] is Status.UNCONFIRMED
    neutral = claim("c", told(*SUNK), ground(K.CUE, "REPORT"), source="s2")
    assert statuses(hedged, claim("b", told(*SUNK)), neutral)["b"] is Status.ASSERTED


def test_a_headline_takes_and_does_not_give() -> None:
    above = claim("h", told(*SUNK), ground(K.VERIFICATION), scope=ClaimScope.HEADLINE)
    assert statuses(above, claim("a", told(*SUNK), source="s4"))["a"] is Status.ATTRIBUTED
    flat = claim("h", told("ferry", "sink"), scope=ClaimScope.HEADLINE)
    denied = claim("a", told(*SUNK, "azania", "company"), ground(K.DENIAL, agent="s1"), source="s4")
    assert statuses(flat, denied)["h"] is Status.DISPUTED


def test_the_outlet_refutes_by_saying_the_opposite() -> None:
    said, opposite = claim("a", told(*SUNK), source="s4"), claim("b", told(*SUNK, negated=True))
    assert statuses(said, opposite) == {"a": Status.REFUTED, "b": Status.ASSERTED}


def test_two_parties_that_say_the_opposite_are_in_dispute() -> None:
    found = statuses(claim("a", told(*SUNK), source="s1"), claim("b", told(*SUNK, negated=True), source="s2"))
    assert found == {"a": Status.DISPUTED, "b": Status.DISPUTED}


def test_a_plan_is_not_contradicted_by_what_has_not_happened_yet() -> None:
    plan = claim("a", told(*SUNK), source="s1", kind=ClaimKind.PLAN)
    assert statuses(plan, claim("b", told(*SUNK, negated=True)))["a"] is Status.ATTRIBUTED


def test_rival_figures_are_two_claims() -> None:
    one, other = told(*SUNK, numbers=["4000"]), told(*SUNK, numbers=["20000"])
    assert not same(one, other)
    assert likeness(one, other) < likeness(one, one)


def test_other_names_in_the_subject_are_two_claims() -> None:
    assert not same(told("resign", "ana", "mayor", subject=["ana"]), told("resign", "eva", "mayor", subject=["eva"]))


def test_who_it_is_about_is_no_detail() -> None:
    assert not adds(told("resign", "ana", "mayor", subject=["ana"]), told("resign", "mayor"))
    assert adds(told("resign", "mayor", numbers=["3"]), told("resign", "mayor"))


GROUNDS = st.builds(
    ground, st.sampled_from(EvidenceKind), st.sampled_from([None, "REPORT", "NONCOMMIT"]),
    st.sampled_from([None, "s1", "s2"]), st.integers(0, 50),
)  # fmt: skip


@given(
    st.lists(st.tuples(st.lists(GROUNDS, max_size=3), st.sampled_from([None, *SOURCES]), st.booleans()), max_size=5),
    st.randoms(use_true_random=False),
)
def test_the_order_of_passages_and_of_grounds_changes_no_status(
    passages: list[tuple[list[Evidence], str | None, bool]], random: object
) -> None:
    items = [
        claim(f"c{chr(97 + place)}", told(*SUNK, negated=negated), *evidence, source=source)
        for place, (evidence, source, negated) in enumerate(passages)
    ]
    shuffled = list(items)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert statuses(*items) == statuses(*shuffled)


def test_a_claim_inside_another_is_not_the_same_once_more() -> None:
    outer = claim("a", told(*SUNK))
    inner = Unsettled(
        claim=Claim(id="b", spans=(Span(start=9702, end=9706),), text="claim a", standalone="…"), gist=told(*SUNK),
        evidence=(ground(K.MODALITY),), sourced=False, identified=False,
    )  # fmt: skip
    assert statuses(outer, inner) == {"a": Status.ASSERTED, "b": Status.UNCONFIRMED}


def test_opinions_stay_as_they_are() -> None:
    opinion = claim("a", told(*SUNK), ground(K.DENIAL), source="s1", kind=ClaimKind.OPINION)
    (settled,) = settle([opinion], SOURCES)
    assert (settled.status, settled.evidence, settled.same_as) == (None, (), ())
