"""Claims worded so that they can be checked without the article."""

from __future__ import annotations

from datetime import date

import pytest

import claimcheck
from claimcheck.pipeline.grammar.dates import published_on

pytestmark = pytest.mark.model

FRIDAY = "2025-03-14"


def worded(text: str, published: str | None = FRIDAY) -> list[str]:
    return [claim.standalone for claim in claimcheck.analyze(text, published=published).claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Signe Brandal runs the ferry line. Brandal said she had sold two ships.",
            "[Signe Brandal] had sold two ships",
        ),
        (
            "Signe Brandal runs the ferry line. Nobody on board was hurt, Brandal said. Brandal has a licence.",
            "[Signe] Brandal has a licence",
        ),
        (
            "Signe Brandal runs the ferry line. She owns her ships.",
            "[Signe Brandal] owns her ships",
        ),
        ("The port authority said it had closed both berths.", "[port authority] had closed both berths"),
        ("Residents said they had boiled their water for a week.", "[residents] had boiled their water for a week"),
        (
            "The Baltic Rope Makers' Union (BRMU) called a strike. The BRMU has 900 members.",
            "The BRMU [Baltic Rope Makers' Union] has 900 members",
        ),
        (
            "Harbour Minister Tomas Lindqvist visited Visby. The minister will resign, the paper reported.",
            "The minister [Tomas Lindqvist] will resign",
        ),
        (
            "Tomas Lindqvist resigned and left the country.",
            "Tomas Lindqvist resigned and left the country",
        ),
        (
            "“We have lost our boats,” said Signe Brandal.",
            "We have lost our boats [Signe Brandal speaking]",
        ),
    ],
)
def test_who_is_meant_is_filled_in(text: str, expected: str) -> None:
    assert expected in worded(text)


@pytest.mark.parametrize(
    ("text", "unchanged"),
    [
        ("Tomas Lindqvist met Arne Holm on the quay. He sold the boat.", "He sold the boat"),
        ("Bill Marsh sued Hillary Marsh. Marsh lost the case.", "Marsh lost the case"),
        ("The bridge was weak. It fell into the river.", "It fell into the river"),
        (
            "Harbour Minister Tomas Lindqvist met Fisheries Minister Arne Holm. The minister fell ill.",
            "The minister fell ill",
        ),
    ],
)
def test_who_cannot_be_told_stays(text: str, unchanged: str) -> None:
    assert unchanged in worded(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill burned down on Monday.", "The mill burned down on Monday [10 March 2025]"),
        ("The mill burned down on Friday.", "The mill burned down on Friday [14 March 2025]"),
        ("The mill will reopen on Monday.", "The mill will reopen on Monday [17 March 2025]"),
        ("The mill burned down yesterday.", "The mill burned down yesterday [13 March 2025]"),
        ("The mill burned down last month.", "The mill burned down last month [February 2025]"),
        ("The mill burned down last week.", "The mill burned down last week [week of 3 March 2025]"),
        ("The mill was sold last year to a bank.", "The mill was sold last year [2024] to a bank"),
        ("The mill was sold in December to a bank.", "The mill was sold in December [2024] to a bank"),
        ("The mill was sold on March 3 to a bank.", "The mill was sold on March 3 [2025] to a bank"),
        ("The mill will be sold on 3 March to a bank.", "The mill will be sold on 3 March [2026] to a bank"),
        ("The mill was sold in December 2019 to a bank.", "The mill was sold in December 2019 to a bank"),
    ],
)
def test_dates_are_anchored(text: str, expected: str) -> None:
    assert worded(text) == [expected]


def test_dates_stay_where_nothing_anchors_them() -> None:
    assert worded("The mill burned down on Monday.", published=None) == ["The mill burned down on Monday"]
    assert worded("“It burned on Monday,” said Signe Brandal.") == ["It burned on Monday"]


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2025-03-14", date(2025, 3, 14)),
        ("2025-03-14T08:30:00Z", date(2025, 3, 14)),
        ("14 March", None),
        ("", None),
        (None, None),
    ],
)
def test_the_day_of_publication(published: str | None, expected: date | None) -> None:
    assert published_on(published) == expected
