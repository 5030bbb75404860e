"""Edit scripts and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.lang.en import irregular
from claimcheck.pipeline.grammar.lemmas import Lemmatizer, apply, completed, derive


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


@pytest.mark.parametrize(
    ("cut", "word", "lemma"),
    [
        ("clos", "closed", "close"),
        ("corroborat", "Corroborating", "corroborate"),
        ("stopp", "stopped", "stop"),
        ("citi", "cities", "city"),
        ("agre", "agreeing", "agree"),
        ("su", "sued", "sue"),
        ("tri", "tries", "try"),
        ("menu", "menus", "menu"),
    ],
)
def test_a_lemma_cut_too_short_is_completed(cut: str, word: str, lemma: str) -> None:
    words = {"close", "corroborate", "stop", "city", "agree", "hop", "hope", "su", "sue", "tri", "try", "menu"}
    assert completed(cut, word, words.__contains__) == lemma


def test_a_lemma_that_is_a_word_or_of_which_no_form_is_known_stays() -> None:
    words = {"hop", "hope", "be"}
    assert completed("hop", "hoped", words.__contains__) == "hop"
    assert completed("be", "was", words.__contains__) == "be"
    assert completed("zorbl", "zorbled", words.__contains__) == "zorbl"


@pytest.mark.parametrize(
    ("word", "tag", "script", "lemma"),
    [
        ("began", "VBD", "l|2|", "begin"),
        ("Goes", "VBZ", "l|1|", "go"),
        ("children", "NNS", "l|1|", "child"),
        ("lives", "NNS", "l|1|", "life"),
        ("lives", "VBZ", "l|1|", "live"),
        ("Jared", "NNP", "l|2|", "Jared"),
        ("Democrats", "NNPS", "l|1|", "Democrat"),
        ("walked", "VBD", "l|2|", "walk"),
    ],
)
def test_irregular_forms_and_names_do_not_depend_on_the_model(word: str, tag: str, script: str, lemma: str) -> None:
    lemmatizer = Lemmatizer([script], {"beg", "live", "walk", "jar"}.__contains__, irregular())
    assert lemmatizer.lemma(word, tag, 0) == lemma


def test_listed_forms_are_in_lower_case() -> None:
    forms = irregular()
    assert all(form == form.lower() for form in (*forms.verbs, *forms.nouns))
