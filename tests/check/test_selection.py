from __future__ import annotations

import pytest

from claimcheck.check.selection import Layer, checked_profile, checked_selector, selected
from claimcheck.rules import DEFAULT, RULES, by_code

ALL = tuple(rule.code for rule in RULES)


def test_without_a_choice_the_default() -> None:
    assert selected([]) == selected([Layer()]) == DEFAULT


def test_prefixes_codes_and_names() -> None:
    assert selected([Layer(select=("CC2",))]) == tuple(code for code in ALL if code.startswith("CC2"))
    assert selected([Layer(select=("unconfirmed-claim", "cc101"))]) == ("CC101", "CC210")
    assert selected([Layer(select=())]) == ()


def test_the_more_specific_word_wins_within_a_layer() -> None:
    assert selected([Layer(select=("ALL",), ignore=("CC2",), extend_select=("CC210",))]) == tuple(
        code for code in ALL if not code.startswith("CC2") or code == "CC210"
    )
    assert "CC210" not in selected([Layer(select=("CC2",), ignore=("unconfirmed-claim",))])
    assert selected([Layer(select=("CC210",), ignore=("CC210",))]) == ()


def test_layers_stand_on_each_other() -> None:
    below = Layer(select=("CC101", "CC210"))
    assert selected([below, Layer(ignore=("CC101",))]) == ("CC210",)
    assert selected([below, Layer(extend_select=("CC900",))]) == ("CC101", "CC210", "CC900")
    assert selected([below, Layer(select=("CC900",))]) == ("CC900",)
    assert selected([below, Layer(profile="strict")]) == ALL


def test_a_profile_looks_after_suppressions() -> None:
    assert selected([Layer(profile="bbc")])[-2:] == ("CC900", "CC901")
    assert "CC900" not in selected([Layer(profile="bbc", ignore=("CC9",))])


def test_a_profile_can_be_narrowed() -> None:
    assert selected([Layer(profile="strict", ignore=("CC2",))]) == tuple(c for c in by_code if not c.startswith("CC2"))


@pytest.mark.parametrize("word", ["CC999", "unconfirmed-clam", "", "C"])
def test_a_word_that_means_no_rule(word: str) -> None:
    with pytest.raises(ValueError, match="there is no rule"):
        checked_selector(word)


def test_a_profile_that_is_none() -> None:
    with pytest.raises(ValueError, match="did you mean 'reuters'"):
        checked_profile("reutres")
