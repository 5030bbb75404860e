"""Why a source is not named belongs to the source: it is no claim, and takes no claim with it."""

from __future__ import annotations

import pytest

import claimcheck

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The lock gate is rusting, an engineer in Panama said. She was not authorised to speak publicly.",
            ["The lock gate is rusting"],
        ),
        (
            "A pilot said the runway was flooded. He spoke on condition of anonymity because he was not permitted to "
            "talk to reporters.",
            ["the runway was flooded"],
        ),
        (
            "The strongroom was open, a clerk said, adding that he was not authorised to speak to the press.",
            ["The strongroom was open"],
        ),
        (
            "An aide, who requested anonymity because the talks are private, said the border would open.",
            ["the border would open"],
        ),
        (
            "A nurse in Osaka said two wards were shut. The nurse lacked authorisation to speak to the media.",
            ["two wards were shut"],
        ),
    ],
)
def test_a_reason_for_anonymity_is_no_claim(text: str, claims: list[str]) -> None:
    assert [claim.text for claim in claimcheck.analyze(text).claims] == claims


@pytest.mark.parametrize(
    "words",
    ["Senator Ana Kovač was not allowed to speak at the rally", "The prisoners were not allowed to speak to lawyers"],
)
def test_who_is_silenced_is_news(words: str) -> None:
    report = claimcheck.analyze(f"A guard said the gate was open. {words}.")
    assert [claim.text for claim in report.claims] == ["the gate was open", words]
