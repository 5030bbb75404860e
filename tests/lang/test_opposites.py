"""Words that say what something is not."""

from __future__ import annotations

import pytest

from claimcheck.lang.kindred import kin_of, opposite_of


def test_who_is_alive_is_not_dead() -> None:
    assert opposite_of("en")["alive"] == "dead"


@pytest.mark.parametrize("word", opposite_of("en"))
def test_what_it_is_not_is_another_word_with_kindred(word: str) -> None:
    assert opposite_of("en")[word] in kin_of("en")
    assert word not in kin_of("en")
