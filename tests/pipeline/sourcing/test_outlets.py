"""Who carries words into the article, and who only hears or answers them; read by the shipped model."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.domain import Claim

pytestmark = pytest.mark.model


def carriers(text: str, words: str) -> tuple[str | None, list[str]]:
    """Source and carriers of the first claim with these words."""
    report = claimcheck.analyze(text)
    names = {source.id: source.name for source in report.sources}
    claim: Claim = next(claim for claim in report.claims if words in claim.text)
    return names.get(claim.source_id or ""), [names[via] for via in claim.via]


@pytest.mark.parametrize(
    "heard",
    [
        "the High Court in Bergstad", "the Court of Appeal in Accra", "the Brightwell Inquiry", "parliament",
        "the Orona Rotary Club", "a meeting of the crews", "this newspaper", "a public inquiry in Leeds",
    ],
)  # fmt: skip
def test_where_people_are_heard_carries_nothing(heard: str) -> None:
    assert carriers(f"Lund told {heard} on Monday that the valve was shut.", "valve") == ("Lund", [])


@pytest.mark.parametrize(
    "told", ["state television", "public radio", "the station", "a local radio station", "Radio Lac"]
)
def test_a_broadcaster_that_is_told_carries(told: str) -> None:
    assert carriers(f"Lund told {told} on Monday that the valve was shut.", "valve") == (
        "Lund",
        [told.removeprefix("the ").removeprefix("a ")],
    )


@pytest.mark.parametrize("own", ["this news agency", "this newspaper", "our newsroom"])
def test_the_outlet_itself_is_no_carrier(own: str) -> None:
    assert carriers(f"The pond is dry, according to a memo reviewed by {own}.", "pond") == ("memo", [])


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        (
            "Dock officials have not yet confirmed local press reports that a crane fell.",
            "crane",
            "local press reports",
        ),
        ("Reports that the thief had shaved were incorrect, the harbour police added.", "shaved", "reports"),
        ("The club denied posts saying its keeper had been sold.", "keeper", "posts"),
        ("The mayor dismissed rumours on Telegram that the bank had closed.", "bank", "rumours on Telegram"),
        (
            "The ministry said it could not confirm a report by the Daily Orona that the ship sank.",
            "ship",
            "Daily Orona",
        ),
        ("The ministry said it was aware of Danish newspaper reports that the ship had sunk.", "had sunk", None),
        ("The council rejected the opposition's allegation that the pump was broken.", "pump", "opposition"),
    ],
)
def test_who_only_answers_what_others_say_does_not_carry_it(text: str, words: str, source: str | None) -> None:
    found, via = carriers(text, words)
    assert via == []
    assert source in (None, found)


def test_who_reports_what_another_says_carries_it() -> None:
    text = "Radio Lac reported that the minister said the dam had burst."
    assert carriers(text, "burst") == ("minister", ["Radio Lac"])
