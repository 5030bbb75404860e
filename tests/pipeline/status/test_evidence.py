"""The grounds of a claim, read by the shipped model."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.domain import EvidenceKind

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "claim", "supported"),
    [
        ("The bridge is safe, the navy said, airing footage of divers.", "The bridge is safe", True),
        ("Police said the car had been stolen, showing a photo of the driver.", "the car had been stolen", True),
        (
            "No lion has escaped, the zoo said on Monday, after a clip of an animal was watched four million times.",
            "No lion has escaped",
            False,
        ),
    ],
)
def test_pictures_support_what_they_are_shown_with(text: str, claim: str, supported: bool) -> None:
    found = next(one for one in claimcheck.analyze(text).claims if one.text == claim)
    assert any(ground.kind is EvidenceKind.FOOTAGE for ground in found.evidence) is supported


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The rebels said 70 soldiers had died. The army put its losses at nine. Neither figure could be verified.",
            ["70 soldiers", "at nine"],
        ),
        (
            "Two ministers will meet in Turin, the daily Il Faro reported. The embassy said it had sent a note. "
            "Neither Rome nor Bern has confirmed the date or the place reported by Il Faro.",
            ["will meet in Turin"],
        ),
    ],
)
def test_what_is_not_confirmed_is_what_the_words_point_to(text: str, claims: list[str]) -> None:
    made = claimcheck.analyze(text).claims
    open_ones = [one.text for one in made if any(g.kind is EvidenceKind.NONCONFIRMATION for g in one.evidence)]
    assert len(open_ones) == len(claims)
    assert all(claim in found for claim, found in zip(claims, open_ones, strict=True))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Several websites wrote that she had refused to sign. “This is groundless,” Lumen Music said.", "denied"),
        (
            "Captions said that 40 people had drowned, which the agency's director, Ana Holm, called a fabrication.",
            "denied",
        ),
        ("The chairman, Roy Petrakis, says the soil holds lead. The city rejects that.", "disputed"),
        ("Our reporter in Verga saw flames on both sides of the road.", "confirmed"),
        ("Our reporters examine the record of the agency.", "asserted"),
        ("Our reporter in Port Vila has seen the roofs of ten houses torn off.", "confirmed"),
        ("A report by the channel Onda that the town had paid was wrong, the channel said on Friday.", "refuted"),
        (
            "Three bakers from the village said the firm had blasted rock. Its manager, Ole Dahl, denied this.",
            "disputed",
        ),
        ("The thief used the password of a clerk, two guards said. It was not the first such case.", "attributed"),
        ("The thief used the password of a clerk, two guards said. That is not the case.", "refuted"),
        (
            "The bank would get half, the daily Onda reported, citing a draft. The authenticity of the draft could not "
            "be confirmed.",
            "unconfirmed",
        ),
        ("Union leader Hugo Tapia said managers had threatened him. The company denied any such threat.", "disputed"),
        ("A story that a wolf had killed four sheep in Orona is untrue, the police said on Thursday.", "refuted"),
    ],
)
def test_what_answers_a_claim_decides_it(text: str, status: str) -> None:
    assert claimcheck.analyze(text).claims[0].status == status


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Noel Byrne lost two lambs. He believes that a dog killed them.", 2),
        ("The governor plans to leave, Bloomberg reported, citing three people with knowledge of the matter.", 1),
        ("Hugo Tapia said managers had threatened him. The company denied any such threat.", 1),
    ],
)
def test_every_claim_once_and_no_scraps(text: str, claims: int) -> None:
    assert len(claimcheck.analyze(text).claims) == claims


@pytest.mark.parametrize(
    ("text", "claim", "status"),
    [
        (
            "A box was unmanned, according to the final report of a board. Reports on the day of the crash that "
            "the driver had been drunk were false.",
            "was unmanned",
            "attributed",
        ),
        (
            "“We stay outside until the shifts change,” said Ofelia Tan. The offer came with a demand for unpaid work, "
            "Tan said. The company rejected her account.",
            "We stay outside",
            "attributed",
        ),
    ],
)
def test_a_verdict_leaves_other_claims_alone(text: str, claim: str, status: str) -> None:
    assert next(one.status for one in claimcheck.analyze(text).claims if claim in one.text) == status


def test_a_rumour_of_another_time_is_not_the_one_that_is_false() -> None:
    text = (
        "A story that a wolf had killed four sheep is untrue, police said. The last wolf is said to have died in 1786."
    )
    assert claimcheck.analyze(text).claims[-1].status == "unconfirmed"


@pytest.mark.parametrize(
    ("text", "shown", "status"),
    [
        (
            "A video that appears to show a ship on fire was filmed in Norway in 2019, fact-checkers of Misbar found.",
            "a ship on fire",
            "refuted",
        ),
        (
            "A clip on X that is said to show a missile hitting the plant is from Beirut in 2020, our reporters found.",
            "a missile hitting the plant",
            "refuted",
        ),
        ("A photo that seems to show guards beating strikers was taken in 2012, Ana Holm said.", "guards", "denied"),
        # Of no other time than it seems.
        ("A letter printed by the paper shows that Ivo Lenk was warned in 2016.", "was warned", "attributed"),
        (
            "A photo that seems to show guards beating strikers was taken in Orona, police said.",
            "guards",
            "unconfirmed",
        ),
    ],
)
def test_what_pictures_of_another_time_seem_to_show_is_not_so(text: str, shown: str, status: str) -> None:
    claims = claimcheck.analyze(text).claims
    assert min((one for one in claims if shown in one.text), key=lambda one: len(one.text)).status == status
