"""What is judgement, wish or feeling, and what only looks like it, read by the shipped model."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.domain import ClaimKind

pytestmark = pytest.mark.model


def is_opinion(text: str, claim: str) -> bool:
    found = next(one for one in claimcheck.analyze(text).claims if claim in one.text)
    return found.kind is ClaimKind.OPINION


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("“It is a hollow victory,” said the skipper, Jon Vik.", "It is a hollow victory"),
        ("“The plan is shortsighted,” councillor Mia Aalto said.", "The plan is shortsighted"),
        ("“She was a trailblazer,” said her pupil, Leon Zander.", "She was a trailblazer"),
        # Words that judge in any mouth.
        ("The union's leader, Ada Blom, said that the offer was a disgrace.", "the offer was a disgrace"),
        ("Rosa Quispe told the council that the delay was inexcusable.", "the delay was inexcusable"),
        ("The new station is a splendid building.", "The new station is a splendid building"),
        ("“It was an accident waiting to happen,” said the baker, Otto Rehm.", "It was an accident"),
        ("“May God protect these islands,” said the prime minister, Jonas Kalo.", "May God protect"),
        # Feelings.
        ("“I adore weddings,” said the singer, Mia Aalto.", "I adore weddings"),
        ("“We are weary of the dust,” said the baker, Otto Rehm.", "We are weary"),
        ("“I am heartbroken,” said the owner, Nadia Fares.", "I am heartbroken"),
        ("“We were overwhelmed,” said the midwife, Ines Prado.", "We were overwhelmed"),
        # What ought to be done, and when.
        ("“We need to plant more trees,” the mayor, Joost Veen, said.", "We need to plant"),
        ("“They have to go,” said the deputy, Lani Tau.", "They have to go"),
        ("The coach, Per Dahl, said it was too soon to name a captain.", "it was too soon"),
        ("Ada Blom said that nobody should pay twice.", "nobody should pay"),
        ("Nurses deserve better shifts.", "Nurses deserve"),
        # Figures of speech.
        ("“A lost match is not the end of the world,” said the coach, Per Dahl.", "A lost match"),
        ("“Safety comes first,” said the operator, Aquavia.", "Safety comes first"),
        ("“He is a changed man,” said his sister, Lea Brek.", "He is a changed man"),
        ("The old pier has never looked worse.", "The old pier"),
    ],
)
def test_judgements_feelings_and_wishes_are_opinions(text: str, claim: str) -> None:
    assert is_opinion(text, claim)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("“It is the oldest bridge in Bosnia,” said the guide, Mirza Hadžić.", "It is the oldest bridge"),
        ("“He is a Danish man,” said the guard, Lea Brek.", "He is a Danish man"),
        ("“We had to close the road,” said the mayor, Joost Veen.", "We had to close"),
        ("Prices have never been higher.", "Prices have never been higher"),
        ("The tool shed is weak at the base, the engineer, Lotte Bakker, said.", "The tool shed is weak"),
        ("The train was too late to reach Graz before noon.", "The train was too late"),
        ("“She is a nurse,” said the baker, Otto Rehm.", "She is a nurse"),
    ],
)
def test_what_can_be_checked_is_none(text: str, claim: str) -> None:
    assert not is_opinion(text, claim)
