"""How a headline stands to the body."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimcheck.domain import (
    Article,
    Claim,
    ClaimKind,
    ClaimScope,
    Evidence,
    EvidenceKind,
    HeadlineForm,
    HeadlineRelation,
    Span,
    Status,
)
from claimcheck.headline import headline_of

ARTICLE = Article(path="x", text="body", title="Ferry sinks")


def ground(kind: EvidenceKind, cue_class: str | None = None, from_claim: str | None = None) -> Evidence:
    return Evidence(kind=kind, span=None, text="…", cue_class=cue_class, from_claim=from_claim)


def headline(
    status: Status, *evidence: Evidence, source: str | None = None, same_as: tuple[str, ...] = ("b",)
) -> Claim:
    return Claim(
        id="h", spans=(), text="Ferry sinks", standalone="Ferry sinks", scope=ClaimScope.HEADLINE, status=status,
        evidence=evidence, source_id=source, same_as=same_as,
    )  # fmt: skip


def body(status: Status, *evidence: Evidence, source: str | None = None, name: str = "b") -> Claim:
    span = Span(start=0, end=4)
    return Claim(
        id=name, spans=(span,), text="body", standalone="body", status=status, evidence=evidence, source_id=source
    )


def relation(*claims: Claim) -> HeadlineRelation:
    found = headline_of(ARTICLE, claims)
    assert found is not None
    return found.relation


@pytest.mark.parametrize("status", [Status.UNCONFIRMED, Status.DISPUTED, Status.DENIED])
def test_flat_over_flagged_overclaims(status: Status) -> None:
    assert relation(headline(status), body(status)) is HeadlineRelation.OVERCLAIMS


def test_flat_over_what_an_unnamed_source_says_overclaims() -> None:
    unnamed = ground(EvidenceKind.UNNAMED_SOURCE)
    said = body(Status.ATTRIBUTED, unnamed, source="s1")
    assert relation(headline(Status.ASSERTED), said) is HeadlineRelation.OVERCLAIMS


def test_flat_over_what_a_named_source_says_is_consistent() -> None:
    said = body(Status.ATTRIBUTED, source="s1")
    assert relation(headline(Status.ASSERTED), said) is HeadlineRelation.CONSISTENT


def test_flat_over_what_the_body_refutes_contradicts() -> None:
    assert relation(headline(Status.REFUTED), body(Status.REFUTED)) is HeadlineRelation.CONTRADICTS


def test_flat_against_a_passage_that_says_the_opposite_contradicts() -> None:
    opposite = ground(EvidenceKind.FALSIFICATION, from_claim="b")
    assert relation(headline(Status.REFUTED, opposite, same_as=())) is HeadlineRelation.CONTRADICTS


def test_careful_over_established_is_cautious() -> None:
    hedged = headline(Status.UNCONFIRMED, ground(EvidenceKind.MODALITY))
    assert relation(hedged, body(Status.CONFIRMED)) is HeadlineRelation.CAUTIOUS


def test_careful_over_flagged_is_consistent() -> None:
    hedged = headline(Status.UNCONFIRMED, ground(EvidenceKind.MODALITY))
    assert relation(hedged, body(Status.UNCONFIRMED)) is HeadlineRelation.CONSISTENT


def test_the_firmest_wording_of_the_body_counts() -> None:
    claims = headline(Status.ASSERTED, same_as=("b", "c")), body(Status.UNCONFIRMED), body(Status.CONFIRMED, name="c")
    assert relation(*claims) is HeadlineRelation.CONSISTENT


def test_what_the_body_does_not_take_up_is_unknown() -> None:
    assert relation(headline(Status.ASSERTED, same_as=()), body(Status.ASSERTED)) is HeadlineRelation.UNKNOWN


def test_the_form_is_that_of_the_headlines_own_words() -> None:
    def form(claim: Claim, title: str = "Ferry sinks") -> HeadlineForm:
        found = headline_of(Article(path="x", text="body", title=title), [claim, body(Status.ASSERTED)])
        assert found is not None
        return found.form

    assert form(headline(Status.ASSERTED)) is HeadlineForm.FLAT
    assert form(headline(Status.UNCONFIRMED, ground(EvidenceKind.MODALITY), source="s1")) is HeadlineForm.ATTRIBUTED
    assert form(headline(Status.UNCONFIRMED, ground(EvidenceKind.CUE, "NONCOMMIT"))) is HeadlineForm.HEDGED
    assert form(headline(Status.ASSERTED), "Did the ferry sink?") is HeadlineForm.QUESTION
    carried = ground(EvidenceKind.CUE, "NONCOMMIT", from_claim="b")
    assert form(headline(Status.UNCONFIRMED, carried)) is HeadlineForm.FLAT


def test_no_headline_no_relation() -> None:
    assert headline_of(Article(path="x", text="body"), [body(Status.ASSERTED)]) is None


def test_a_question_takes_part_with_its_kind() -> None:
    asked = Claim(
        id="h", spans=(), text="t", standalone="t", scope=ClaimScope.HEADLINE, kind=ClaimKind.QUESTION, status=None
    )
    found = headline_of(ARTICLE, [asked])
    assert found is not None
    assert found.form is HeadlineForm.QUESTION


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ([Status.ASSERTED, Status.UNCONFIRMED], HeadlineRelation.OVERCLAIMS),
        ([Status.ATTRIBUTED, Status.ASSERTED], HeadlineRelation.OVERCLAIMS),
        ([Status.ASSERTED, Status.CONFIRMED, Status.UNCONFIRMED], HeadlineRelation.UNKNOWN),
    ],
)
def test_a_flat_headline_that_no_passage_repeats_is_held_against_the_lead(
    lead: list[Status], expected: HeadlineRelation
) -> None:
    made = [body(status, name=f"b{number}") for number, status in enumerate(lead)]
    assert relation(headline(Status.ASSERTED, same_as=()), *made) is expected


def test_a_careful_headline_that_no_passage_repeats_is_not_held_against_the_lead() -> None:
    hedged = headline(Status.UNCONFIRMED, ground(EvidenceKind.MODALITY), same_as=())
    assert relation(hedged, body(Status.UNCONFIRMED)) is HeadlineRelation.UNKNOWN


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("Ferry reportedly sinks off the cape", HeadlineRelation.OVERCLAIMS),
        ("Prices may rise", HeadlineRelation.CONSISTENT),
    ],
)
def test_a_lead_that_tells_the_news_with_a_distance_outweighs_what_follows(
    lead: str, expected: HeadlineRelation
) -> None:
    first = replace(body(Status.UNCONFIRMED, name="b0"), text=lead, standalone=lead)
    assert relation(headline(Status.ASSERTED), first, body(Status.ASSERTED)) is expected


@pytest.mark.parametrize(
    "own", [ground(EvidenceKind.FALSIFICATION), ground(EvidenceKind.DENIAL), ground(EvidenceKind.CUE, "FALSIFY")]
)
def test_a_headline_that_calls_it_false_does_not_go_beyond_a_body_that_does(own: Evidence) -> None:
    assert relation(headline(Status.REFUTED, own), body(Status.REFUTED)) is HeadlineRelation.CONSISTENT


def test_a_headline_that_says_that_it_is_not_so_is_borne_out_by_a_careful_lead() -> None:
    negated = headline(Status.ASSERTED, ground(EvidenceKind.NEGATION))
    first = replace(body(Status.UNCONFIRMED, name="b0"), standalone="Ferry may not sink")
    assert relation(negated, first, body(Status.ASSERTED)) is HeadlineRelation.CONSISTENT
