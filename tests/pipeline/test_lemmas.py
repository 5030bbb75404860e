"""Edit scripts and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.pipeline.lemmas import apply, derive


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("said", "say"),
        ("Said", "say"),
        ("countries", "country"),
        ("Moscow", "Moscow"),
        ("was", "be"),
        ("THE", "the"),
        ("I", "I"),
        ("US", "US"),
        ("better", "good"),
    ],
)
def test_a_script_makes_the_lemma_that_it_was_derived_from(word: str, lemma: str) -> None:
    assert apply(derive(word, lemma), word) == lemma


@given(st.text("abcdefg", min_size=1), st.text("abcdefg", min_size=1))
def test_any_lemma_of_lower_case_letters_can_be_derived(word: str, lemma: str) -> None:
    assert apply(derive(word, lemma), word) == lemma


def test_a_script_never_eats_a_whole_word() -> None:
    assert apply("l|3|", "of") == "of"
    assert apply("l|2|", "of") == "of"
