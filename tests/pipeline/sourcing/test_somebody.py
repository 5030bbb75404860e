"""Pronouns for people without a name, read by the shipped model: traced where one alone can be meant."""

from __future__ import annotations

import pytest

import claimcheck

pytestmark = pytest.mark.model


def last_source(text: str) -> str | None:
    """Whose the last attribution of a text is."""
    report = claimcheck.analyze(text)
    names = {source.id: source.name for source in report.sources}
    return names.get(report.attributions[-1].source_id or "")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A nurse saw the flames from the ward. She said the doors had been locked.", "nurse"),
        ("The suspect was led away on Friday. He said the rifle was a toy.", "suspect"),
        ("A widow lives above the bakery. The widow slept badly. She said the oven hummed all night.", "widow"),
        ("Rescuers pulled a sailor from the canal. He said the water was cold.", "sailor"),
        ("The Secretary signed the order on Friday. In it he said the loans were void.", "secretary"),
    ],
)
def test_the_only_person_is_meant(text: str, who: str) -> None:
    assert last_source(text) == who


@pytest.mark.parametrize(
    "text",
    [
        "The clerk met the cook on Monday. He said the oven had been off.",
        "The minister opened the bridge with a guest from Turin. He said the river was clean.",
        "An uncle of the bride shouted at the groom. He said the wedding was off.",
        "A widow hired a gardener and a plumber. He said the pipes were rotten.",
        "The first juror left the room with the second juror. She said the air was bad.",
        "Iris Lund hired a glassblower and a cook. He said the furnace was cold.",
    ],
)
def test_two_may_be_meant(text: str) -> None:
    assert last_source(text) in ("he", "she")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The mayor, in announcing her resignation, said the council was broke. She blamed the auditors.", "mayor"),
        ("The ranger left the lodge at noon, although he said the snow was safe.", "ranger"),
        ("Rosa Lund closed the shop in May after she said the rent had doubled.", "Rosa Lund"),
        ("A porter hurt himself on the stairs, though he said the lamp was lit.", "porter"),
    ],
)
def test_the_subject_of_the_own_sentence_goes_on(text: str, who: str) -> None:
    assert last_source(text) == who


@pytest.mark.parametrize(
    "text",
    [
        "The ranger warned a hiker before the slide, although he said the snow was safe.",
        "Karl Lund thanked Otto Brek in May, and he said the rent had doubled.",
        "The porter called the doctor at night, though he said the lamp was lit.",
    ],
)
def test_somebody_between_may_be_meant(text: str) -> None:
    assert last_source(text) == "he"


@pytest.mark.parametrize(
    "text",
    [
        "The painter Rosa Lund is a juror. She said the hall was cold.",
        "Rosa Lund is a singer from Oslo. She said the hall was cold.",
        "Rosa Lund worked as a midwife. She said the hall was cold.",
    ],
)
def test_what_somebody_is_is_nobody_else(text: str) -> None:
    assert last_source(text) == "Rosa Lund"


@pytest.mark.parametrize(
    "text",
    [
        "The Senator from Alaska said the road was closed.",
        "The Secretary said the loans were void.",
        "The Commissioner said the budget was too small.",
    ],
)
def test_an_office_with_a_capital_is_no_name(text: str) -> None:
    (source,) = claimcheck.analyze(text).sources
    assert source.name[0].islower()
    assert not source.named
