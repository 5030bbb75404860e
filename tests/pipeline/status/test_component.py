"""The status of claims, and the evidence that an editor reads."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from claimcheck.domain import Claim, EvidenceKind, SourceKind, Status
from claimcheck.pipeline.attribution.nesting import nested
from claimcheck.pipeline.claims.component import claims_of
from claimcheck.pipeline.status.component import with_status

Parsed = Callable[..., Doc]


def judged(doc: Doc) -> list[Claim]:
    doc._.attributions = nested(doc, doc._.attributions)
    doc._.claims = claims_of(doc)
    return list(with_status(doc))


def notes(claim: Claim) -> list[tuple[EvidenceKind, str]]:
    return [(evidence.kind, evidence.note) for evidence in claim.evidence]


CONTRAST = (
    "RTN",
    "claimed in a Facebook post",
    "that the instructors will also install an air-defense system in Niger",
)
MINISTRY = ("The Russian Defense Ministry", "has yet to confirm", "the scope of the mission")


def test_one_party_has_yet_to_confirm_what_another_claims(parsed: Parsed) -> None:
    doc = parsed("contrast", MINISTRY, CONTRAST)
    (claim,) = judged(doc)
    assert (claim.text, claim.status, claim.flagged) == (CONTRAST[2].removeprefix("that "), Status.UNCONFIRMED, True)
    withheld, verb = claim.evidence
    assert withheld.kind is EvidenceKind.NONCONFIRMATION
    assert withheld.note == "Russian Defense Ministry has yet to confirm the scope of the mission"
    assert (withheld.text, withheld.agent, withheld.cue_class) == ("has yet to confirm", "s1", "NONCONFIRM")
    assert verb.note == "RTN's verb is 'claimed'"


@pytest.mark.parametrize(
    ("sentence", "attribution", "kind", "status"),
    [
        ("own-act", ("The club", "announced", "that it had signed a striker"), "organisation", Status.CONFIRMED),
        ("own-result", ("The army", "said", "that it had killed 30 rebels"), "military", Status.ATTRIBUTED),
        ("might", ("The captain", "said", "that the pier might have sunk"), "official", Status.UNCONFIRMED),
        ("reported-admit", ("The airline", "admitted", "that a door had opened"), "company", Status.CONFIRMED),
        ("reported-admit", ("The airline", "admitted", "that a door had opened"), "outlet", Status.ATTRIBUTED),
        ("according", ("the hospital", "According to", "both are out of danger"), "organisation", Status.ATTRIBUTED),
        ("court-records", ("Court records", "show", "that the firm was sued"), "document", Status.CONFIRMED),
        ("denied-that", ("The office", "denied", "that she had told parents to stay away"), "company", Status.DENIED),
        (
            "neither-nor",
            ("The palace", "would neither confirm", "that the queen was ill"),
            "company",
            Status.UNCONFIRMED,
        ),
    ],
)
def test_a_source_and_its_verb(
    parsed: Parsed, sentence: str, attribution: tuple[str, str, str], kind: str, status: Status
) -> None:
    (claim,) = judged(parsed(sentence, attribution, kinds={attribution[0]: SourceKind(kind)}))
    assert claim.status is status


@pytest.mark.parametrize(
    ("sentence", "statuses"),
    [
        ("caption", [Status.ASSERTED]),
        ("confirmed-cases", [Status.ASSERTED]),
        ("said-to", [Status.UNCONFIRMED]),
        ("which-denied", [Status.DENIED]),
        ("question", [None]),
        ("condition", [None, Status.ASSERTED]),
        ("appended", [Status.CONFIRMED]),
        ("untrue", [Status.REFUTED]),
        ("unconfirmed-reports", [Status.UNCONFIRMED]),
    ],
)
def test_the_outlets_own_voice(parsed: Parsed, sentence: str, statuses: list[Status | None]) -> None:
    assert [claim.status for claim in judged(parsed(sentence))] == statuses


def test_to_confirm_awareness_confirms_nothing_else(parsed: Parsed) -> None:
    doc = parsed("aware-of-reports", ("The office", "confirmed", "it was aware of reports that two climbers had died"))
    assert [claim.status for claim in judged(doc)] == [Status.CONFIRMED, Status.ATTRIBUTED]


def test_a_denial_of_the_accusation_is_about_the_claim_before_it(parsed: Parsed) -> None:
    (claim,) = judged(parsed("dispute", ("the union", "said", "Supervisors locked two exits")))
    assert claim.status is Status.DISPUTED
    assert notes(claim)[0] == (EvidenceKind.DENIAL, "Factory rejected the accusation")


def test_a_video_that_could_not_be_verified_taints_what_it_shows(parsed: Parsed) -> None:
    (claim,) = judged(parsed("video", ("A video", "shows", "a broken chain")))
    assert claim.status is Status.UNCONFIRMED
    assert claim.evidence[0].cue_class == "CANT_VERIFY"


def test_an_unconfirmed_detail_reaches_details_and_not_the_thing_itself(parsed: Parsed) -> None:
    own = ("The navy", "said", "that it had signed a contract with Navaria")
    detail = ("the paper", "reported", "Navaria will deliver two boats")
    contract, boats = judged(parsed("part-noun", own, detail))
    assert (contract.status, boats.status) == (Status.CONFIRMED, Status.UNCONFIRMED)
    assert boats.evidence[0].note == "Navy has yet to confirm the terms of the contract"


def test_a_claim_that_could_not_be_checked(parsed: Parsed) -> None:
    (claim,) = judged(parsed("claim-checked", ("Quintela", "claim", "that the roof will last could not be checked")))
    assert (claim.text, claim.status) == ("the roof will last", Status.UNCONFIRMED)
    assert notes(claim)[0] == (
        EvidenceKind.NONCONFIRMATION,
        "Quintela's claim that the roof will last could not be checked",
    )


def test_an_unnamed_source_is_shown_and_changes_nothing(parsed: Parsed) -> None:
    (claim,) = judged(parsed("unnamed", ("A clerk", "said", "that the safe was empty")))
    assert claim.status is Status.ATTRIBUTED
    assert (EvidenceKind.UNNAMED_SOURCE, "the source is not named") in notes(claim)


def test_evidence_shows_the_exact_words(parsed: Parsed) -> None:
    for sentence in ("which-denied", "untrue", "said-to", "contrast"):
        doc = parsed(sentence)
        for claim in judged(doc):
            for evidence in claim.evidence:
                assert evidence.span is not None
                assert evidence.span.of(doc.text) == evidence.text
