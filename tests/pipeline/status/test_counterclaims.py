"""What is said instead of what is denied, read by the shipped model."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.domain import Status

pytestmark = pytest.mark.model


def statuses(text: str, *claims: str) -> list[Status | None]:
    made = claimcheck.analyze(text).claims
    return [next(one.status for one in made if claim in one.text) for claim in claims]


@pytest.mark.parametrize(
    ("text", "claimed", "instead"),
    [
        (
            "The tram had jumped a red light, inspector Ute Lamm said. The drivers' union disputed this, saying the "
            "signal had been dark for a week.",
            "had jumped",
            "had been dark",
        ),
        (
            "Crew leader Graça Beltrão said their pay had not risen since 2021. Tejo Ferries rejected that, insisting "
            "that it had raised wages in January.",
            "had not risen",
            "had raised",
        ),
        (
            "Radio Orona reported that two nurses had caught the fever. Ilse Brandt, the hospital's director, denied "
            "this and said that no member of staff was ill.",
            "had caught",
            "was ill",
        ),
        (
            "Radio Onda reported that the forward had failed a medical. His agent, Claudia Ferrer, denied it. “He has "
            "never set foot in Genoa,” she wrote.",
            "had failed",
            "has never set foot",
        ),
    ],
)
def test_two_accounts_contradict_each_other(text: str, claimed: str, instead: str) -> None:
    assert statuses(text, claimed, instead) == [Status.DISPUTED, Status.DISPUTED]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # A plan is no other account of what happened.
        ("Police said that Ivo Lenk had burned the barn. Lenk denied this, saying he would appeal.", "would appeal"),
        ("Police said the barn had burned. Ivo Lenk denied this. “My lawyers will talk,” Lenk said.", "will talk"),
        # Nobody has told the rumour.
        ("There were reports that the mill had burned. The mayor of Orona denied them, saying it stood.", "it stood"),
        (
            "Police said that the barn had burned. Ivo Lenk denied this and said the farm belonged to his son.",
            "belonged",
        ),
    ],
)
def test_what_is_only_added_contradicts_nobody(text: str, said: str) -> None:
    assert statuses(text, said)[0] is not Status.DISPUTED
