"""Words that have gone through several hands: whoever is nearest to them says them, the others carry them."""

from __future__ import annotations

import pytest

import claimcheck

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "claim", "chain"),
    [
        (
            "The mine has flooded, the foreman told Radio Kivu, according to the weekly Le Phare.",
            "The mine has flooded",
            ["foreman", "Radio Kivu", "Le Phare"],
        ),
        (
            "Prices will rise, the baker told the Kurier, according to Tiroler Post.",
            "Prices will rise",
            ["baker", "Kurier", "Tiroler Post"],
        ),
        (
            "Two boats were burned, a fisherman told Radio Choiseul, the agency Solomon Wire said, according to the "
            "Brisbane newspaper The Tide.",
            "Two boats were burned",
            ["fisherman", "Radio Choiseul", "Solomon Wire", "The Tide"],
        ),
    ],
)
def test_the_innermost_says_it_and_the_others_carry_it(sentence: str, claim: str, chain: list[str]) -> None:
    report = claimcheck.analyze(sentence)
    (found,) = report.claims
    names = {source.id: source.name for source in report.sources}
    assert found.text == claim
    assert [names[who] for who in (found.source_id or "", *found.via)] == chain


@pytest.mark.parametrize(
    "sentence",
    [
        "The council sold the mill, fired its manager, the union said, and cut wages.",
        "The lift had been checked in May, its maker, Aufzug Weber, said.",
    ],
)
def test_one_reporting_clause_is_no_chain(sentence: str) -> None:
    assert len(claimcheck.analyze(sentence).attributions) == 1
