"""How alike sentences are that tell the same in other words, and those that do not."""

from __future__ import annotations

import pytest
from spacy.language import Language

from claimcheck.analyze import load
from claimcheck.pipeline.claims.gists import gist_of
from claimcheck.pipeline.claims.likeness import TELLS, likeness

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ISIS seized two tankers near Basra.", "Islamic State captured two tankers near Basra."),
        ("The UN suspended flights to Juba.", "The United Nations suspended all flights to Juba on Friday."),
        ("A mother sold the house.", "Mum sells her home."),
    ],
)
def test_other_names_and_kindred_words_tell_the_same(nlp: Language, one: str, other: str) -> None:
    assert likeness(gist_of(nlp(one)), gist_of(nlp(other))) >= TELLS


def test_two_words_are_kindred_only_side_by_side(nlp: Language) -> None:
    isis, state = gist_of(nlp("ISIS has left.")), gist_of(nlp("The state bank is Islamic."))
    assert isis.kin.isdisjoint(state.kin)
