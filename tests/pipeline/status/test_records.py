"""Which documents settle what they record, read by the shipped model."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.domain import Status

pytestmark = pytest.mark.model


def status_of(text: str) -> Status | None:
    return claimcheck.analyze(text).claims[0].status


@pytest.mark.parametrize(
    "text",
    [
        "The trial will open on 9 March, the court's register shows.",
        "Ana Lenz has lodged an appeal, according to the docket of the supreme court.",
        "She was paid until September, the ministry's payroll shows.",
        "The tanker left on Friday, the coast guard's log shows.",
        "He won half of the votes, according to the protocol published by the electoral commission.",
    ],
)
def test_what_an_authority_keeps_or_has_published_settles_it(text: str) -> None:
    assert status_of(text) is Status.CONFIRMED


@pytest.mark.parametrize(
    "text",
    [
        "He left in May, the firm's register shows.",
        "She was paid until September, according to the company's payroll.",
        "He won half of the votes, according to a protocol.",
        "The tanker left on Friday, the ministry's letter says.",
    ],
)
def test_other_papers_only_say_it(text: str) -> None:
    assert status_of(text) is Status.ATTRIBUTED
