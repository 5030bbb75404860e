"""Which answers an article gives itself, and where only one asks and another answers."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.domain import ClaimKind, Status

pytestmark = pytest.mark.model


@pytest.mark.parametrize("text", [
    "The trial of the duke began on Monday.\n\n\"Did you sell the castle?\" \"No.\" The court then rose.",
    "The mayor met reporters. Had he been paid by the port? No, he said. He then left the hall.",
])  # fmt: skip
def test_what_is_asked_farther_down_is_no_claim_that_the_outlet_refutes(text: str) -> None:
    assert not [claim for claim in claimcheck.analyze(text).claims if claim.status is Status.REFUTED]


def test_an_answer_that_says_no_more_is_no_claim() -> None:
    (claim,) = claimcheck.analyze("Ferry to close? No, says harbour master Jan Holm").claims
    assert claim.text == "Ferry to close"
    assert claim.kind is not ClaimKind.QUESTION
