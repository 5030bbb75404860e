"""Attributions whose edges the tree sets right: who is cited, whose claim a noun names, what follows a colon."""

from __future__ import annotations

import pytest

import claimcheck

pytestmark = pytest.mark.model


def read(text: str) -> list[tuple[str | None, list[str], str]]:
    """Source, carriers and words of every claim."""
    report = claimcheck.analyze(text)
    names = {source.id: source.name for source in report.sources}
    return [
        (names.get(claim.source_id or ""), [names[via] for via in claim.via], claim.text) for claim in report.claims
    ]


@pytest.mark.parametrize(
    ("text", "source", "via", "words"),
    [
        (
            "The Orona Courier reported last year, citing two former clerks, that the mill had sold its weir.",
            "two former clerks",
            ["Orona Courier"],
            "the mill had sold its weir",
        ),
        (
            "The Orona Courier said on Friday, citing a nurse, that the ward had been closed.",
            "nurse",
            ["Orona Courier"],
            "the ward had been closed",
        ),
        (
            "The weekly Lagune caused a stir. Citing a guest, it reported that the tenor had married in a barn.",
            "guest",
            ["Lagune"],
            "the tenor had married in a barn",
        ),
    ],
)
def test_who_is_cited_in_the_middle_is_the_source_and_no_part_of_the_claim(
    text: str, source: str, via: list[str], words: str
) -> None:
    claims = read(text)
    assert (source, via, words) in claims
    assert not any("citing" in claim or "reported" in claim for _, _, claim in claims)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "The claim by the opposition alliance Nova Rota that the dam has a crack has filled the streets.",
            "Nova Rota",
        ),
        ("The claim by the union Baltic Way that the dam has a crack has filled the streets.", "Baltic Way"),
        ("A report by the watchdog Clear Water that the fund was empty caused a stir.", "watchdog Clear Water"),
    ],
)
def test_who_makes_the_claim_that_a_noun_names(text: str, source: str) -> None:
    claims = read(text)
    assert source in {who for who, _, _ in claims}
    told = next(words for who, _, words in claims if who == source)
    assert not told.endswith(("a stir", "the streets"))


@pytest.mark.parametrize(
    "text",
    [
        "The toy maker Brix has sold its plant in Riga, it said on Monday.",
        "Danish pram maker Lysholm is recalling 900 prams because their brakes can fail, it said in a statement.",
        "The shipping company Nordvik has ordered two ships, it said on its website.",
    ],
)
def test_it_is_the_body_that_the_sentence_begins_with(text: str) -> None:
    assert {who for who, _, _ in read(text)} in ({"Brix"}, {"Lysholm"}, {"Nordvik"})


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Two in three wells are dirty, according to the Water and Sanitation Agency.", "Water and Sanitation Agency"),
        ("The Mines and Quarries Bureau said the pit was safe.", "Mines and Quarries Bureau"),
        ("The pill is safe, the Drug and Food Board of Orona said.", "Drug and Food Board of Orona"),
    ],
)
def test_a_body_that_looks_after_two_things_is_one(text: str, source: str) -> None:
    assert [who for who, _, _ in read(text)] == [source]


def test_two_bodies_stay_two() -> None:
    assert [who for who, _, _ in read("Nordlys and Vestfjord Line said the pier was safe.")] != ["Vestfjord Line"]


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        (
            "That is false, the harbour office said after a look at the quay: the crane stands and is being painted.",
            "harbour office",
            "the crane stands and is being painted",
        ),
        (
            "The bridge will hold, the mayor said in a letter: 40 bolts were replaced in May.",
            "mayor",
            "40 bolts were replaced in May",
        ),
        ("The pond is clean, the ranger wrote: two otters live in it.", "ranger", "two otters live in it"),
    ],
)
def test_what_follows_a_colon_behind_the_reporting_clause(text: str, source: str, words: str) -> None:
    assert (source, [], words) in read(text)


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        (
            "Provincial governor Ana Lund put the number of missing at five.",
            "Ana Lund",
            "the number of missing at five",
        ),
        ("The army put its own losses at nine.", "army", "its own losses at nine"),
        ("The union estimates the damage at 3 million euros.", "union", "the damage at 3 million euros"),
        (
            "Danish prosecutors accuse Otto Brek, 41, of shipping two tonnes of tin in crates of pears.",
            "Danish prosecutors",
            "Otto Brek, 41, of shipping two tonnes of tin in crates of pears",
        ),
        ("The police accused the guard of having sold the keys.", "police", "the guard of having sold the keys"),
        (
            "Police said they were examining a bank account in Orona.",
            "police",
            "they were examining a bank account in Orona",
        ),
    ],
)
def test_what_is_said_without_a_clause(text: str, source: str, words: str) -> None:
    assert (source, [], words) in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Otto Brek, 58, pleaded guilty in the Orona District Court in June to 14 charges of theft.",
        "Danish maker recalls 900 prams over brakes\n\nThe prams were sold in May.",
        "The baker added two ovens in May.",
    ],
)
def test_what_somebody_does_is_no_speech(text: str) -> None:
    assert read(text)[0] == (None, [], text.partition("\n")[0].rstrip("."))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A person close to the keeper said the club had signed.", "person close to the keeper"),
        ("Two people familiar with the sale said the mill was lost.", "two people familiar with the sale"),
        ("A source in the Danish foreign ministry said the pact was dead.", "source in the Danish foreign ministry"),
        ("A nurse familiar with the ward said it was shut.", "nurse"),
    ],
)
def test_what_tells_who_an_unnamed_person_is_stays_in_the_name(text: str, source: str) -> None:
    assert [who for who, _, _ in read(text)] == [source]


def test_a_participle_behind_the_speaker_claims_nothing() -> None:
    assert [words for _, _, words in read("An official briefed on the talks said the pact was dead.")] == [
        "the pact was dead"
    ]
