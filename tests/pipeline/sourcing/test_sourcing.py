"""Whom attributions come from: names, kinds, outlets, channels."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from claimcheck.domain import MentionHow, Source, SourceKind, StateControl
from claimcheck.lang.speakers import speakers
from claimcheck.pipeline.sourcing.component import SourceFinder
from claimcheck.sources import shipped_registry

Sourced = Callable[..., Doc]
Sources = Callable[..., list[Source]]
Told = Callable[..., list[tuple[str | None, list[str], str | None]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "descriptions",
            [
                ("Gol", SourceKind.OUTLET, True),
                ("Wilner Toussaint", SourceKind.OFFICIAL, True),
                ("Hanta Razafy", SourceKind.OFFICIAL, True),
                ("Álvaro Iregui", SourceKind.OFFICIAL, True),
            ],
        ),
        (
            "unnamed-people",
            [
                ("doctor at Bukasa clinic", SourceKind.PERSON, False),
                ("two aides to the finance minister", SourceKind.OFFICIAL, False),
                ("neighbours", SourceKind.PUBLIC, False),
            ],
        ),
        ("one-of", [("one of the residents", SourceKind.PUBLIC, False)]),
        (
            "bodies",
            [
                ("Hungarian tax office", SourceKind.GOVERNMENT, True),
                ("hospital", SourceKind.ORGANISATION, False),
                ("FILT", SourceKind.ORGANISATION, True),
            ],
        ),
        ("spokesman", [("labour ministry", SourceKind.GOVERNMENT, True), ("Kremlin", SourceKind.GOVERNMENT, True)]),
        ("anonymous-spokesman", [("spokesman for the ministry", SourceKind.OFFICIAL, False)]),
        ("named-spokesman", [("Solofo Andriana", SourceKind.OFFICIAL, True)]),
        (
            "own-correspondent",
            [
                ("our correspondent", SourceKind.OUTLET_ITSELF, False),
                ("reporter for this newspaper", SourceKind.OUTLET_ITSELF, False),
            ],
        ),
        (
            "statement-of",
            [("army", SourceKind.MILITARY, True), ("video", SourceKind.SOCIAL_MEDIA, False)],
        ),
        ("website-of", [("energy ministry's website", SourceKind.DOCUMENT, True)]),
        (
            "metonym",
            [("US government", SourceKind.GOVERNMENT, True), ("troops in Washington", SourceKind.MILITARY, False)],
        ),
        ("surname-capital", [("Kerry Washington", SourceKind.PERSON, True)]),
        ("together", [("Omar Sow and Ruth Stone", SourceKind.PERSON, True)]),
        ("missing-source", [("Azania Lines", SourceKind.COMPANY, True)]),
        (
            "cut-short",
            [
                ("Sudan News Agency", SourceKind.AGENCY, True),
                ("Cambodia's farm research station", SourceKind.GOVERNMENT, True),
            ],
        ),
    ],
)
def test_name_kind_and_whether_it_is_named(
    sources: Sources, text: str, expected: list[tuple[str, SourceKind, bool]]
) -> None:
    assert [(source.name, source.kind, source.named) for source in sources(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("told", [("Hamisi Juma", ["Radio Jahazi"], None), ("porter", [], None), ("Ruth Stone", [], None)]),
        ("interview", [("Farida Chowdhury", ["Daily Padma"], "interview")]),
        ("interviewed-by", [("man in camouflage", ["Radio Télévision du Niger"], None)]),
        ("citing", [("port's press service", ["TASS"], None)]),
        ("citing-reason", [("airline", [], None)]),
        ("which-cited", [("official", ["Reuters"], None)]),
        ("quoted", [("Daniyar Seitov", ["Steppe Wire"], None)]),
        ("cited-by", [("diver", ["Steppe Wire"], None)]),
        ("seen-by", [("documents", ["Portland Ledger"], None)]),
        ("adding", [("Orrin Baptiste", ["Portland Ledger"], None)] * 2),
        (
            "channels",
            [
                ("Radio Télévision du Niger", [], "Facebook post"),
                ("militia", [], "Telegram"),
                ("colonel", [], "press conference"),
                ("colonel", [], None),
            ],
        ),
        ("speaking-at", [("Ruth Stone", [], "rally")]),
        ("airing", [("Nusantara 24", [], "footage")]),
        ("statement-of", [("army", [], "statement"), ("video", [], "Telegram")]),
        ("website-of", [("energy ministry's website", [], "website")]),
        ("nobody", [(None, [], None)]),
    ],
)
def test_outlets_and_channel(told: Told, text: str, expected: list[tuple[str | None, list[str], str | None]]) -> None:
    assert told(text) == expected


def test_who_reports_carries_what_is_said_within(told: Told) -> None:
    assert told("nested", nested=True) == [("Andes Press", [], None), ("porter", ["Andes Press"], None)]


def test_attributions_keep_their_spans_and_order(sourced: Sourced) -> None:
    doc = sourced("bodies")
    assert [found.id for found in doc._.attributions] == ["a1", "a2", "a3"]
    assert [found.source_id for found in doc._.attributions] == ["s1", "s2", "s3"]


def test_a_source_that_the_tagger_missed_gets_its_words(sourced: Sourced) -> None:
    doc = sourced("missing-source")
    assert [span.of(doc.text) for span in doc._.attributions[0].source] == ["its owner, Azania Lines"]


def test_the_articles_own_outlet_is_its_own_voice(sources: Sources) -> None:
    assert sources("citing", outlet="TASS")[0].kind is SourceKind.COMPANY
    assert [source.kind for source in sources("ambiguous", outlet="ABC")] == [SourceKind.OUTLET_ITSELF]


def test_a_registered_source_brings_its_country_and_control(sources: Sources) -> None:
    source = sources("channels")[0]
    assert (source.country, source.state_controlled) == ("NE", StateControl.STATE_CONTROLLED)
    assert source.aliases == ("RTN",)


def test_a_name_with_two_owners_is_shown_as_undecided(sources: Sources) -> None:
    (source,) = sources("ambiguous")
    assert (source.name, source.kind, source.country) == ("ABC", SourceKind.OUTLET, None)
    assert source.mentions[0].how is MentionHow.UNRESOLVED


def test_the_country_decides_between_two_owners(sources: Sources) -> None:
    assert [source.name for source in sources("decided-by-country")] == ["Australian Broadcasting Corporation"]


def test_photo_credits_have_no_source(told: Told) -> None:
    assert told("credit", credit="Photo: Lakay Images says the hall is full") == [(None, [], None)]
    assert told("credit") == [("Lakay Images", [], None)]


def test_a_doc_without_attributions_is_left_alone(sourced: Sourced) -> None:
    doc = sourced("bodies")
    doc._.attributions = doc._.sources = ()
    assert SourceFinder(shipped_registry(), speakers("en"))(doc)._.sources == ()


def test_what_is_told_of_the_unnamed(sources: Sources) -> None:
    doctor, aides, _ = sources("unnamed-people")
    assert doctor.description is not None
    assert (doctor.description.role, doctor.description.body) == ("doctor", "Bukasa clinic")
    assert aides.description is not None
    assert aides.description.count == 2
    assert aides.description.plural
    assert aides.description.reason == "asked not to be named for fear of reprisals"
