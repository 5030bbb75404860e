"""When a claim says all that another says."""

from __future__ import annotations

import pytest

from claimcheck.domain import Claim
from claimcheck.rules.wording import says_all_of


def claim(text: str) -> Claim:
    return Claim(id="c", spans=(), text=text, standalone=text)


@pytest.mark.parametrize(
    ("hedged", "flat"),
    [
        ("The owner of the club has reportedly fled to Serbia", "The owner of the club fled to Serbia"),
        ("A guard was reportedly shot at the mill", "On Friday a guard was shot at the old mill by two men"),
        ("the bridge had been blown up", "The bridge had been blown up"),
        ("The boat, which is 40 years old, may have hit a rock", "The boat hit a rock"),
        ("The firm will deliver two patrol boats by 2028", "The firm delivers two boats by 2028, for its birthday"),
    ],
)
def test_says_no_less(hedged: str, flat: str) -> None:
    assert says_all_of(claim(flat), claim(hedged))


@pytest.mark.parametrize(
    ("hedged", "flat"),
    [
        ("The owner of the club has reportedly fled to Serbia", "The owner of the club lives in Serbia"),
        ("President Ana Kos is", "The next speech was about President Ana Kos"),
        ("the singer was arrested", "A story that the singer was arrested has made the rounds again"),
        ("The firm will deliver two patrol boats by 2028", "The firm has built boats since 1911 and two ferries"),
        ("", "It rained in Ordu"),
    ],
)
def test_says_something_else(hedged: str, flat: str) -> None:
    assert not says_all_of(claim(flat), claim(hedged))
