"""Claims: which words make them, whose they are, what kind they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

import claimcheck
from claimcheck.domain import Claim, ClaimKind, ClaimScope
from claimcheck.pipeline.attribution.nesting import nested
from claimcheck.pipeline.claims.component import claims_of

Parsed = Callable[..., Doc]


def claims(doc: Doc) -> list[Claim]:
    doc._.attributions = nested(doc, doc._.attributions)
    return list(claims_of(doc))


def said_by(doc: Doc) -> list[tuple[str, str | None]]:
    names = {source.id: source.name for source in doc._.sources}
    return [(claim.text, names.get(claim.source_id or "")) for claim in claims(doc)]


@pytest.mark.parametrize(
    ("sentence", "attribution", "expected"),
    [
        ("own-act", ("The club", "announced", "that it had signed a striker"), "it had signed a striker"),
        ("according", ("the hospital", "According to", "both are out of danger"), "both are out of danger"),
        ("might", ("The captain", "said", "that the pier might have sunk."), "the pier might have sunk"),
        (
            "mixed",
            ("The owner", "said", "the roots were “too short for sandy soil”"),
            "the roots were “too short for sandy soil”",
        ),
        ("opinion", ("Quintela", "said", '"It is the most beautiful ground,"'), "It is the most beautiful ground"),
    ],
)
def test_a_content_is_a_claim_of_its_source(
    parsed: Parsed, sentence: str, attribution: tuple[str, str, str], expected: str
) -> None:
    assert said_by(parsed(sentence, attribution)) == [(expected, attribution[0])]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("caption", ["Goats graze in the yard"]),
        ("coordinated", ["A pipe had burst", "the captain had lowered the boats"]),
        ("subordinate", ["France withdrew its troops", "the rulers ordered them to leave"]),
        ("condition", ["If the team is relegated", "the banks will renegotiate the loan"]),
        ("confirmed-cases", ["Uganda has 17 confirmed cases of measles"]),
    ],
)
def test_own_voice_is_cut_into_clauses_and_loses_no_word(parsed: Parsed, sentence: str, expected: list[str]) -> None:
    assert [claim.text for claim in claims(parsed(sentence))] == expected


@pytest.mark.parametrize(
    "sentence", ["yet-to-confirm", "declined", "could-not-verify", "no-confirmation", "not-confirmed-or-denied"]
)
def test_sentences_about_confirmation_make_no_claim(parsed: Parsed, sentence: str) -> None:
    assert claims(parsed(sentence)) == []


def test_a_tagged_non_confirmation_makes_no_claim(parsed: Parsed) -> None:
    doc = parsed("yet-to-confirm", ("The navy", "has yet to confirm", "the size of the fleet"))
    assert claims(doc) == []


def test_what_is_denied_is_a_claim_that_the_denier_does_not_make(parsed: Parsed) -> None:
    doc = parsed("denied-that", ("The office", "denied", "that she had told parents to stay away"))
    assert said_by(doc) == [("she had told parents to stay away", None)]


def test_what_somebody_did_is_told_by_the_outlet(parsed: Parsed) -> None:
    doc = parsed("ruled-out", ("Washington", "ruled out", "disengagement from Niger"))
    assert said_by(doc) == [("Washington has ruled out disengagement from Niger", None)]


def test_a_relative_clause_that_is_evidence_is_left_out(parsed: Parsed) -> None:
    assert [claim.text for claim in claims(parsed("which-denied"))] == ["The goalkeeper allegedly failed a test"]


def test_a_reason_is_its_givers_and_not_the_outlets(parsed: Parsed) -> None:
    doc = parsed("accusing", ("The rulers", "accusing", "him of meddling"))
    assert said_by(doc) == [("The rulers expelled the envoy", None), ("him of meddling", "The rulers")]


def test_who_only_introduces_another_source_claims_nothing(parsed: Parsed) -> None:
    outer = ("RTN", "reported", "that the minister said the dam had burst")
    doc = parsed("nested", outer, ("the minister", "said", "the dam had burst"))
    (claim,) = claims(doc)
    assert (claim.text, claim.source_id, claim.origin_id) == ("the dam had burst", "s2", "s2")


def test_who_is_said_to_know_claims_nothing(parsed: Parsed) -> None:
    doc = parsed("thought", ("The ministry", "said", "the mayor knew the dam leaked"))
    assert said_by(doc) == [("the mayor knew the dam leaked", "The ministry")]


@pytest.mark.parametrize(
    ("sentence", "tagged", "claim"),
    [
        ("probes-claim", ("Federation probes", "claim", "that striker was threatened"), "striker was threatened"),
        ("examines-allegation", ("The army", "examines", "allegations soldiers fled"), "soldiers fled"),
    ],
)
def test_what_is_only_looked_into_is_nobodys_claim(
    parsed: Parsed, sentence: str, tagged: tuple[str, str, str], claim: str
) -> None:
    assert said_by(parsed(sentence, tagged)) == [(claim, None)]


def test_to_be_aware_of_reports_is_one_claim_and_what_they_say_another(parsed: Parsed) -> None:
    doc = parsed("aware-of-reports", ("The office", "confirmed", "it was aware of reports that two climbers had died"))
    assert [claim.text for claim in claims(doc)] == ["it was aware of reports", "two climbers had died"]


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("caption", [ClaimKind.EVENT]),
        ("question", [ClaimKind.QUESTION]),
        ("condition", [ClaimKind.HYPOTHETICAL, ClaimKind.PLAN]),
        ("confirmed-cases", [ClaimKind.QUANTITY]),
    ],
)
def test_kinds(parsed: Parsed, sentence: str, kinds: list[ClaimKind]) -> None:
    assert [claim.kind for claim in claims(parsed(sentence))] == kinds


def test_a_judgement_in_quotation_marks_is_an_opinion(parsed: Parsed) -> None:
    (claim,) = claims(parsed("opinion", ("Quintela", "said", '"It is the most beautiful ground,"')))
    assert (claim.kind, claim.scope, claim.status) == (ClaimKind.OPINION, ClaimScope.QUOTATION, None)


def test_the_spans_are_the_words(parsed: Parsed) -> None:
    doc = parsed("coordinated")
    for claim in claims(doc):
        assert " ".join(span.of(doc.text) for span in claim.spans) == claim.text


def test_ids_are_stable_and_differ(parsed: Parsed) -> None:
    first, again = claims(parsed("coordinated")), claims(parsed("coordinated"))
    assert [claim.id for claim in first] == [claim.id for claim in again]
    assert len({claim.id for claim in first}) == 2


def test_nothing_gives_nothing(parsed: Parsed) -> None:
    doc = parsed("caption")[:0].as_doc()
    assert claims_of(doc) == ()


def test_indirect_speech_makes_no_claims_of_its_source_in_other_sentences(parsed: Parsed) -> None:
    doc = parsed("paragraphs", ("The mayor", "said", "that the pool leaked … The market opened"))
    assert said_by(doc) == [("the pool leaked", "The mayor"), ("The market opened", None)]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    ["“Who signed for those pumps?” he asked.", "“Would the minister sit there for three hours?” she asked."],
)
def test_what_somebody_asks_in_quotation_marks_is_a_question(text: str) -> None:
    (claim,) = claimcheck.analyze(text).claims
    assert (claim.kind, claim.status) == (ClaimKind.QUESTION, None)
