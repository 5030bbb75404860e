"""Whether a headline says that something is not so, by the evidence that its claim is given."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.domain import EvidenceKind

pytestmark = pytest.mark.model


def _negated(headline: str) -> bool:
    report = claimcheck.analyze(headline)
    assert report.claims
    return any(ground.kind is EvidenceKind.NEGATION for claim in report.claims for ground in claim.evidence)


@pytest.mark.parametrize("headline", [
    "Harbour master was not asleep at wheel",
    "Orona clinic won't close wards",
    "Cardinal turns out not to have written book",
    "Duke sells castle, but not to pay debts",
    "Don't Panic, The Dam At Orona Has Not Burst",
    "No, TV Station Did Not Crop Queen's Hat When She Met The Duke",
])  # fmt: skip
def test_what_is_denied(headline: str) -> None:
    assert _negated(headline)


@pytest.mark.parametrize("headline", [
    "Farmer sold his tractor because he could not find a driver",
    "Nordwind will build its ferry in Gdansk, not Riga",
    "Duke Sells Castle So He Won't Lose Farm",
    "Skipper was born in Riga but did not tell crew about his past",
    "'Stay back, don't push' comes to stadium of Orona",
    "Five reasons not to sell shares in Nordwind",
])  # fmt: skip
def test_what_is_told_though_a_not_stands_in_it(headline: str) -> None:
    assert not _negated(headline)


def test_an_order_has_no_status() -> None:
    (claim,) = claimcheck.analyze("Don't sell all shares in Nordwind unless you want to lose your bonus").claims
    assert claim.status is None
