"""Headlines read with the language model: whose words they are, and what they establish (``headlines.toml``)."""

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


class Told(NamedTuple):
    """A headline, words of one of its claims, the status of that claim, and the name of its source."""

    text: str
    claim: str
    status: str
    source: str | None = None


TOLD = [
    Told(**case)
    for cases in tomllib.loads(Path(__file__).with_name("headlines.toml").read_text(encoding="utf-8")).values()
    for case in cases
]


@pytest.mark.parametrize("told", TOLD, ids=lambda told: told.text[:50])
def test_whose_a_headline_is_and_what_it_establishes(told: Told) -> None:
    report = claimcheck.analyze(told.text)
    names = {source.id: source.name for source in report.sources}
    found = [claim for claim in report.claims if told.claim in claim.text]
    assert found, [claim.text for claim in report.claims]
    claim = min(found, key=lambda claim: len(claim.text))
    assert (str(claim.status), names.get(claim.source_id or "")) == (told.status, told.source)
