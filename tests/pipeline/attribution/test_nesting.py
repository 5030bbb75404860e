"""Attributions that only the tree shows, and those of the tagger set right by it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

import claimcheck
from claimcheck.domain import Attribution
from claimcheck.pipeline.attribution.nesting import nested

Parsed = Callable[..., Doc]


def shown(doc: Doc) -> list[tuple[str, str, str]]:
    def text(attribution: Attribution, part: str) -> str:
        return " … ".join(span.of(doc.text) for span in getattr(attribution, part))

    return [tuple(text(a, part) for part in ("source", "cue", "content")) for a in nested(doc, doc._.attributions)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("accusing", [("The rulers", "accusing", "him of meddling")]),
        ("citing-reason", [("The company", "citing", "the cost of energy")]),
        ("according", [("the hospital", "According to", "both are out of danger")]),
        ("appended", [("our correspondent", "found", "The hall is empty")]),
        ("unconfirmed-reports", [("Unconfirmed reports", "said", "a bomb had exploded")]),
        ("put-at-risk", [("The union", "said", "the cuts were putting lives at risk")]),
        ("put-at-number", [("The agency", "put", "the damage at 4 million dollars")]),
        ("untrue", [("Posts on Facebook", "said", "the final had been stopped")]),
    ],
)
def test_speech_that_the_tree_shows(parsed: Parsed, sentence: str, expected: list[tuple[str, str, str]]) -> None:
    assert shown(parsed(sentence)) == expected


@pytest.mark.parametrize("sentence", ["citing-officials", "yet-to-confirm", "declined", "confirmed-cases", "question"])
def test_what_is_no_speech(parsed: Parsed, sentence: str) -> None:
    assert shown(parsed(sentence)) == []


def test_reports_speak_for_themselves(parsed: Parsed) -> None:
    doc = parsed("aware-of-reports", ("The office", "confirmed", "it was aware of reports that two climbers had died"))
    assert shown(doc)[1] == ("reports", "", "two climbers had died")


def test_speech_inside_speech_knows_its_parent(parsed: Parsed) -> None:
    doc = parsed("nested", ("RTN", "reported", "that the minister said the dam had burst"))
    outer, inner = nested(doc, doc._.attributions)
    assert (outer.parent, inner.parent) == (None, outer.id)
    assert shown(doc)[1] == ("the minister", "said", "the dam had burst")


def test_who_is_said_to_know_is_inside_what_is_said(parsed: Parsed) -> None:
    doc = parsed("thought", ("The ministry", "said", "the mayor knew the dam leaked"))
    outer, inner = nested(doc, doc._.attributions)
    assert (outer.parent, inner.parent) == (None, outer.id)
    assert shown(doc)[1] == ("the mayor", "knew", "the dam leaked")


def test_who_knows_by_the_papers_own_word_says_nothing(parsed: Parsed) -> None:
    assert shown(parsed("knew")) == []


def test_ids_follow_the_text(parsed: Parsed) -> None:
    doc = parsed("dispute", ("the union", "said", "Supervisors locked two exits"))
    assert [attribution.id for attribution in nested(doc, doc._.attributions)] == ["a1"]


def test_a_content_that_the_tagger_cut_short_is_completed(parsed: Parsed) -> None:
    doc = parsed("might", ("The captain", "said", "the pier"))
    assert shown(doc) == [("The captain", "said", "the pier might have sunk")]


def test_what_is_said_about_a_content_is_no_part_of_it(parsed: Parsed) -> None:
    doc = parsed("claim-checked", ("Quintela", "claim", "that the roof will last could not be checked"))
    assert shown(doc) == [("Quintela", "claim", "that the roof will last")]


@pytest.mark.parametrize(
    ("sentence", "tagged", "expected"),
    [
        (
            "probes-claim",
            ("Federation probes", "claim", "that striker was threatened"),
            ("Federation", "probes claim", "that striker was threatened"),
        ),
        (
            "examines-allegation",
            ("The army", "examines", "allegations soldiers fled"),
            ("The army", "examines allegations", "soldiers fled"),
        ),
    ],
)
def test_who_looks_into_a_claim_is_not_who_makes_it(
    parsed: Parsed, sentence: str, tagged: tuple[str, str, str], expected: tuple[str, str, str]
) -> None:
    assert shown(parsed(sentence, tagged)) == [expected]


def test_the_same_attribution_is_not_found_twice(parsed: Parsed) -> None:
    doc = parsed("nested", ("RTN", "reported", "that the minister said the dam had burst"))
    again = nested(doc, nested(doc, doc._.attributions))
    assert again == nested(doc, doc._.attributions)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("said a guard reported seeing smoke", "a guard", "reported", "seeing smoke"),
        ("said two boys described being chased by a goat", "two boys", "described", "being chased by a goat"),
        ("said the clerk boasted of selling the weir", "the clerk", "boasted", "selling the weir"),
        ("said the clerk denied having sold the weir", "the clerk", "denied", "having sold the weir"),
        ("said a nurse raised concerns that the pump was old", "a nurse", "concerns", "the pump was old"),
        ("said it had received testimony that the guards had fled", "", "testimony", "the guards had fled"),
        ("said that, as one ranger put it, the pond was a soup", "one ranger", "put it", "the pond was a soup"),
        ("said the pilot's last message was that ice had formed", "the pilot", "last message was", "ice had formed"),
        ("said the mayor told residents not to drink from it", "the mayor", "told", "not to drink from it"),
        ("said divers described the weir as sound", "divers", "described", "the weir as sound"),
        ("said the coach called the plan reckless", "the coach", "called", "the plan reckless"),
        ("said the mayor was convinced that the weir would hold", "the mayor", "convinced", "the weir would hold"),
        ("said the ranger warned of a flood", "the ranger", "warned", "of a flood"),
        ("said the owner threatened to close the weir", "the owner", "threatened", "to close the weir"),
        ("said that the ranger texted her at dawn: “The weir is gone”", "the ranger", "texted", "“The weir is gone”"),
    ],
)
def test_what_somebody_says_inside_what_another_says(text: str, source: str, cue: str, content: str) -> None:
    text = f"Radio Orona {text}."
    made = claimcheck.analyze(text).attributions
    inner = [
        tuple(" … ".join(span.of(text) for span in part) for part in (one.source, one.cue, one.content))
        for one in made
        if one.parent is not None
    ]
    assert inner == [(source, cue, content)]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Radio Orona said the delay meant that no train could leave.",
        "Radio Orona said the pump that the mayor had ordered was old.",
        "Radio Orona said two boys had gone missing.",
    ],
)
def test_what_nobody_says_inside_what_another_says(text: str) -> None:
    assert [one.parent for one in claimcheck.analyze(text).attributions] == [None]
