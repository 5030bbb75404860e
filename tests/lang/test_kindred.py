"""Groups of kindred words, and that their examples hold two of them."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest

from claimcheck.lang.en.forms import noun_forms, verb_forms
from claimcheck.lang.kindred import Kin, kin_of, kindred

IRREGULAR = {
    "bear": ["born"], "beat": ["beat"], "buy": ["bought"], "build": ["built"], "find": ["found"], "fall": ["fell"],
    "rise": ["rose"], "sink": ["sank"], "steal": ["stole"], "catch": ["caught"], "shoot": ["shot"], "leave": ["left"],
    "begin": ["began"], "meet": ["met"], "flee": ["fled"], "thief": ["thieves"],
}  # fmt: skip


@pytest.mark.parametrize("kin", kindred("en"), ids=lambda kin: kin.words[0])
def test_the_example_holds_two_words_of_its_group(kin: Kin) -> None:
    forms = {**noun_forms(kin.words), **verb_forms(kin.words, {word: IRREGULAR.get(word, []) for word in kin.words})}
    forms |= {"thieves": "thief", "children": "child"}
    words = re.findall(r"\w+", kin.example.lower())
    held = {forms[word] for word in (*words, *map(" ".join, pairwise(words))) if word in forms}
    assert len(held & set(kin.words)) >= 2


def test_no_group_lists_a_word_twice() -> None:
    assert [kin for kin in kindred("en") if max(Counter(kin.words).values()) > 1] == []


def test_a_word_may_be_in_several_groups() -> None:
    assert len(kin_of("en")["fire"]) > 1
    assert kin_of("en")["dead"] & kin_of("en")["kill"]
