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
