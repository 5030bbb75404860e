"""What the tagger takes for speech, and what seeming is, read by the shipped model."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.domain import Status

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "Banksy appears to have shared a message of sorrow on Wednesday.",
        "It appears our neighbour printed out the messages of her husband.",
        "It seems that the mayor has left the town.",
    ],
)
def test_what_only_seems_so_is_nobodys_word_and_not_confirmed(text: str) -> None:
    (claim,) = claimcheck.analyze(text).claims
    assert (claim.source_id, claim.status) == (None, Status.UNCONFIRMED)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Activists posted images online purporting to show a drone over the town.", "a drone over the town"),
        ("The photo appears to show a shark in the lake.", "a shark in the lake"),
        ("A clip claiming to show the raid on the bank spread on TikTok.", "the raid on the bank"),
    ],
)
def test_what_pictures_are_said_to_show_is_their_claim(text: str, shown: str) -> None:
    report = claimcheck.analyze(text)
    names = {source.id: source.name for source in report.sources}
    claim = next(one for one in report.claims if shown in one.text)
    assert names[claim.source_id or ""] in ("images", "photo", "clip")
    assert claim.status is Status.UNCONFIRMED
