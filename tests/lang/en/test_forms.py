"""English inflection of known words."""

from __future__ import annotations

import pytest

from claimcheck.lang.en import lexicon
from claimcheck.lang.en.forms import noun_forms, verb_forms


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("deny", ["denies", "denied", "denying"]),
        ("confirm", ["confirms", "confirmed", "confirming"]),
        ("admit", ["admits", "admitted", "admitting"]),
        ("corroborate", ["corroborates", "corroborated", "corroborating"]),
        ("say", ["says", "said", "saying"]),
        ("publish", ["publishes", "published"]),
        ("lie", ["lies", "lied", "lying"]),
    ],
)
def test_verbs(lemma: str, forms: list[str]) -> None:
    table = verb_forms([lemma], {"say": ["said"]})
    assert [table.get(form) for form in (lemma, *forms)] == [lemma] * (1 + len(forms))


@pytest.mark.parametrize(
    ("lemma", "plural"),
    [("agency", "agencies"), ("claim", "claims"), ("witness", "witnesses"), ("spokesman", "spokesmen")],
)
def test_nouns(lemma: str, plural: str) -> None:
    assert noun_forms([lemma])[plural] == lemma


def test_a_listed_word_is_never_taken_for_a_form_of_another() -> None:
    assert verb_forms(["found", "find"], {"find": ["found"]})["found"] == "found"


def test_the_lexicon_knows_its_own_verbs() -> None:
    verbs = lexicon().verbs
    assert [verbs[form] for form in ("claimed", "told", "denies", "acknowledged")] == [
        "claim",
        "tell",
        "deny",
        "acknowledge",
    ]
