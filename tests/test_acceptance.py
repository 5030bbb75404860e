"""What careful editors see in an article, the report shows: the seed article and five of our own.

Each file in ``fixtures/acceptance`` names an article and what must come out: claims by their words, with source, via,
channel, status and the words of their evidence; exactly which claims are flagged; what is no claim and no source.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import claimcheck
from claimcheck.domain import Claim, Report

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parent.parent
CASES = {
    path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted((ROOT / "fixtures/acceptance").glob("*.toml"))
}
CLAIMS = [
    pytest.param(case, claim, id=f"{name}: {claim['words'][:40]}")
    for name, case in CASES.items()
    for claim in case["claim"]
]

pytestmark = pytest.mark.model


@cache
def report_of(path: str) -> Report:
    return claimcheck.analyze((ROOT / path).read_text("utf-8"))


def holding(report: Report, words: str) -> Claim:
    """The smallest claim that covers the words."""
    start = report.article.text.index(words)
    end = start + len(words)

    def covered(claim: Claim) -> int:
        return sum(max(0, min(s.end, end) - max(s.start, start)) for s in claim.spans)

    found = [c for c in report.claims if 2 * covered(c) >= len(words)]
    assert found, f"no claim covers {words!r}"
    return min(found, key=lambda c: (-covered(c), sum(len(s) for s in c.spans)))


@pytest.mark.parametrize(("case", "expected"), CLAIMS)
def test_claim(case: dict[str, Any], expected: dict[str, Any]) -> None:
    report = report_of(case["article"])
    claim = holding(report, expected["words"])
    sources = {s.id: s for s in report.sources}
    attribution = next((a for a in report.attributions if a.id == claim.attribution_id), None)
    source = sources.get(claim.source_id or "")
    if "status" in expected:
        assert str(claim.status) in expected["status"]
    if "source" in expected:
        assert source is not None
        assert {source.name.casefold(), *(a.casefold() for a in source.aliases)} & {
            s.casefold() for s in expected["source"]
        }, source.name
    if "named" in expected:
        assert source is not None
        assert source.named is expected["named"]
    if "via" in expected:
        carried = [{sources[v].name, *sources[v].aliases} for v in claim.via]
        assert all(name in names for name, names in zip(expected["via"], carried, strict=True)), carried
    if "channel" in expected:
        assert attribution is not None
        assert attribution.channel is not None
        assert expected["channel"].casefold() in attribution.channel.casefold()
    grounds = " | ".join([f"{e.kind} {e.text}" for e in claim.evidence])
    for words in expected.get("evidence", ()):
        assert words in grounds


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_exactly_the_right_claims_are_flagged(case: dict[str, Any]) -> None:
    report = report_of(case["article"])
    assert {c.id for c in report.claims if c.flagged} == {holding(report, words).id for words in case["flagged"]}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_is_no_claim_makes_none(case: dict[str, Any]) -> None:
    report = report_of(case["article"])
    for words in case["not_claims"]:
        start = report.article.text.index(words)
        for claim in report.claims:
            shared = sum(max(0, min(s.end, start + len(words)) - max(s.start, start)) for s in claim.spans)
            assert claim.status is None or 2 * shared < len(words), claim.text


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_is_no_source_makes_none(case: dict[str, Any]) -> None:
    names = {s.name for s in report_of(case["article"]).sources}
    assert not names & set(case["not_sources"])
