"""Names of two that are like one, and names beside that of the source; read by the shipped model."""

from __future__ import annotations

import pytest

import claimcheck

pytestmark = pytest.mark.model


def sources_of(text: str) -> list[str | None]:
    """The source of every attribution."""
    report = claimcheck.analyze(text)
    names = {source.id: source.name for source in report.sources}
    return [names.get(made.source_id or "") for made in report.attributions]


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Anna Lund spoke in Ohio on Friday. Mr. Lund said he would be hurt.", "Anna Lund"),
        ("Karl Brek spoke in Ohio on Friday. Mrs. Brek said she would be hurt.", "Karl Brek"),
        (
            "Lund sees insult in low turnout\n\nPresident Lund said the vote was close. Anna Lund spoke on Friday. "
            "Mr. Lund said he would be hurt.",
            "Anna Lund",
        ),
    ],
)
def test_a_form_of_address_tells_two_of_a_name_apart(text: str, never: str) -> None:
    assert never not in sources_of(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Critics, including Rosa Lund, said the plan was too dear.", "critics"),
        ("Proponents, including the United States Conference of Mayors, said the plan was fine.", "proponents"),
        ("Several bodies, among them the World Bank, said the plan was dear.", "several bodies"),
    ],
)
def test_an_example_is_not_all_of_them(text: str, who: str) -> None:
    assert sources_of(text) == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Presidential candidates Rosa Lund and Otto Brek said the debate was fair.", "Rosa Lund and Otto Brek"),
        ("The brothers Ivo Brek, Otto Brek and Karl Lund said the mill was sold.", "Ivo Brek, Otto Brek and Karl Lund"),
        ("The skaters Mia Holm and Ida Roos said the ice was thin.", "Mia Holm and Ida Roos"),
    ],
)
def test_all_that_are_named_say_it(text: str, who: str) -> None:
    assert sources_of(text) == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("House Speaker Otto Brek, R-Wis., said the bill was dead.", "Otto Brek"),
        ("Sen. Rosa Lund, D-Calif., said the bill was dead.", "Rosa Lund"),
        ("Senate Majority Leader Karl Holm, R-Ky., said the bill was dead.", "Karl Holm"),
    ],
)
def test_a_seat_is_no_second_name(text: str, who: str) -> None:
    assert sources_of(text) == [who]


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("The Christian News Service reported that the church had closed. CNS said the roof leaked.", "CNS"),
        ("The Bergen Boat Club closed the pier. BBC said the planks were rotten.", "BBC"),
        ("The Capital Borough Council closed the pier. CBC said the planks were rotten.", "CBC"),
    ],
)
def test_initials_that_two_have_are_nobodys(text: str, letters: str) -> None:
    assert sources_of(text)[-1] == letters
