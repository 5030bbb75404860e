"""Denials that something was at all, or that somebody had a part in it, read by the shipped model."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.domain import Status

pytestmark = pytest.mark.model


def status_of(text: str, claim: str) -> Status | None:
    return next(one.status for one in claimcheck.analyze(text).claims if claim in one.text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The Alder Society said drilling under the meadow had cracked nine houses. Varga Energy denied that there "
            "had been any drilling.",
            "had cracked",
        ),
        (
            "Trade union leader Ana Lenz said layoffs had begun in Pilsen. The carmaker Tolva denied there were any "
            "layoffs.",
            "had begun",
        ),
        (
            "The Nurses' Union said the clinic had refused an inspection in May. The clinic's owner, Medica Nord, said "
            "no such inspection had ever been proposed.",
            "had refused",
        ),
    ],
)
def test_what_never_was_cannot_have_done_it(text: str, claim: str) -> None:
    assert status_of(text, claim) is Status.DISPUTED


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The airline accused pilots of cutting two cables. The union denied that its members were involved.",
            "cutting",
        ),
        (
            "Mayor Ana Lenz accused the builder of pouring oil into the lake. Brask Holding denied any wrongdoing.",
            "oil",
        ),
        ("The navy alleged that Ivo Perl had sold its maps. His lawyer, Ute Lamm, denied any involvement.", "maps"),
    ],
)
def test_who_had_no_part_in_it_denies_what_he_is_accused_of(text: str, claim: str) -> None:
    assert status_of(text, claim) is Status.DISPUTED


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        # He denies a part in something else.
        (
            "Mayor Ana Lenz accused the builder of pouring oil into the lake. Brask Holding denied any role in the "
            "strike of May.",
            "oil",
        ),
        # Nobody has been accused.
        ("The museum said that it had sold a painting. Its director denied any wrongdoing.", "had sold"),
        # Another drilling.
        (
            "The Alder Society said drilling under the meadow had cracked nine houses. Varga Energy denied that there "
            "had been any drilling at Lake Orna.",
            "had cracked",
        ),
    ],
)
def test_other_denials_leave_it(text: str, claim: str) -> None:
    assert status_of(text, claim) is not Status.DISPUTED


def test_what_a_body_says_of_itself_as_the_company_denies_it() -> None:
    text = (
        "Brask Cement is in talks to buy Varga Bricks, two people with direct knowledge of the matter said. A "
        "spokesman for Varga Bricks said the company was not in talks with any buyer."
    )
    assert status_of(text, "is in talks") is Status.DISPUTED
