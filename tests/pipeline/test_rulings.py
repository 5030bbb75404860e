"""Propagation rules and rulings on articles of our own, read with the language model (``rulings.toml``)."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

import pytest

import claimcheck

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

pytestmark = pytest.mark.model


class Ruling(NamedTuple):
    """An article, words of one of its claims, and the status that the claim has."""

    name: str
    text: str
    claim: str
    status: str


RULINGS = [
    Ruling(name, **case)
    for name, cases in tomllib.loads(Path(__file__).with_name("rulings.toml").read_text(encoding="utf-8")).items()
    for case in cases
]


@pytest.mark.parametrize("ruling", RULINGS, ids=lambda ruling: f"{ruling.name}-{ruling.claim[:40]}")
def test_the_claim_has_the_status_of_the_ruling(ruling: Ruling) -> None:
    claims = claimcheck.analyze(ruling.text).claims
    found = [claim for claim in claims if ruling.claim in claim.text]
    assert found, [claim.text for claim in claims]
    assert str(min(found, key=lambda claim: len(claim.text)).status) == ruling.status


@pytest.mark.parametrize("rule", range(1, 8))
def test_every_propagation_rule_has_three_articles(rule: int) -> None:
    assert len({ruling.text for ruling in RULINGS if ruling.name == f"propagation-{rule}"}) >= 3
