"""English cues as data; that each example yields its very entry is tested where sentences are parsed."""

from __future__ import annotations

from collections import Counter

import pytest

from claimcheck.lang.cue import Cue, CueClass
from claimcheck.lang.en import lexicon

CUES = lexicon().cues


def name(cue: Cue) -> str:
    return f"{cue.cue_class.value}-{cue.lemma}"


def test_every_class_has_entries() -> None:
    assert {cue.cue_class for cue in CUES} == set(CueClass)


def test_no_example_stands_twice() -> None:
    assert not [example for example, times in Counter(cue.example for cue in CUES).items() if times > 1]


def test_no_two_entries_ask_for_the_same() -> None:
    asked = Counter(
        (
            cue.lemma,
            cue.pos,
            cue.polarity,
            cue.modal,
            cue.voice,
            cue.complement,
            cue.takes,
            cue.words,
            cue.head,
            cue.agent,
        )
        for cue in CUES
    )
    assert not [entry for entry, times in asked.items() if times > 1]


@pytest.mark.parametrize("cue", CUES, ids=name)
def test_conditions_are_words_that_the_finder_knows(cue: Cue) -> None:
    assert cue.pos in ("VERB", "NOUN", "ADJ", "ADV", "AUX", "ADP", "ANY")
    assert cue.polarity in ("positive", "negative", "any")
    assert cue.modal in ("", "can")
    assert cue.voice in ("", "active", "passive", "undergone")
    assert cue.takes in ("", "said", "named")
    assert cue.agent in ("", "outlet")


@pytest.mark.parametrize("cue", CUES, ids=name)
def test_the_example_holds_a_form_of_the_word(cue: Cue) -> None:
    tables = (lexicon().verbs, lexicon().nouns)
    forms = {form for table in tables for form, lemma in table.items() if lemma == cue.lemma}
    words = {word.strip('.,;:!?"').lower() for word in cue.example.split()}
    assert words & (forms | {cue.lemma, cue.lemma + "ing"})
