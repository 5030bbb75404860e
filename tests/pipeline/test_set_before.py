"""Who speaks, where a name set between commas stands before the verb that ends the sentence."""

from __future__ import annotations

import pytest

import claimcheck

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "source", "claim"),
    [
        (
            "A strike has closed two wards of a clinic in Porto, the clinic's director, Inês Faria, said on Tuesday.",
            "Inês Faria",
            "A strike has closed two wards of a clinic in Porto",
        ),
        (
            "Nordvind will build 40 wind turbines off Taichung, Taiwan's economy ministry confirmed on Tuesday.",
            "Taiwan's economy ministry",
            "Nordvind will build 40 wind turbines off Taichung",
        ),
        (
            "Some 4,000 people have been moved to schools, the governor of Batangas, Hermogenes Dizon, said.",
            "Hermogenes Dizon",
            "Some 4,000 people have been moved to schools",
        ),
        (
            "All 19 divers aboard the barge Toro were saved after it sank off Callao on Friday, its operator, Pacific "
            "Salvage, said.",
            "Pacific Salvage",
            "All 19 divers aboard the barge Toro were saved after it sank off Callao on Friday",
        ),
    ],
)
def test_the_name_is_the_source_and_no_part_of_the_claim(sentence: str, source: str, claim: str) -> None:
    report = claimcheck.analyze(sentence)
    names = {found.id: found.name for found in report.sources}
    assert [(names.get(made.source_id or ""), made.text) for made in report.claims] == [(source, claim)]


def test_an_enumeration_names_nobody() -> None:
    assert claimcheck.analyze("He bought apples, pears, plums, said goodbye and left.").sources == ()
