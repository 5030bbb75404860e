"""What somebody asked for or agreed to is told though it is no saying of his, read by the shipped model."""

from __future__ import annotations

import pytest

import claimcheck

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "Lenz has asked for the second bottle to be opened.",
        "The keeper has agreed personal terms with Varga.",
        "Brask Holding has offered to buy the mill.",
        "The union called for the harbour to be closed.",
        "The court heard Lenz in May, and Perl has reportedly asked for the file to be sealed.",
    ],
)
def test_no_deed_is_lost(text: str) -> None:
    claims = claimcheck.analyze(text).claims
    told = " ".join(claim.text for claim in claims)
    verb = next(word for word in ("asked", "agreed", "offered", "called") if word in text)
    after = text.rstrip(".").split(verb)[1]
    assert after.split()[-1] in told
    assert all(claim.status is not None for claim in claims)
