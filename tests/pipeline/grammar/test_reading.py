"""Polarity, modality and reality of a word, along its governors."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from claimcheck.lang.en import lexicon
from claimcheck.pipeline.grammar.reading import read
from claimcheck.pipeline.grammar.tree import tree_of

Parsed = Callable[..., Doc]


@pytest.mark.parametrize(
    ("sentence", "word", "negated", "modal", "realis"),
    [
        ("yet-to-confirm", "confirm", True, "", True),
        ("neither-nor", "confirm", True, "would", False),
        ("neither-nor", "deny", True, "would", False),
        ("not-confirmed-or-denied", "deny", True, "", True),
        ("did-not-fail", "confirm", False, "", True),
        ("expected-to-confirm", "confirm", False, "", False),
        ("if-confirmed", "confirmed", False, "", False),
        ("could-not-verify", "verify", True, "can", True),
        ("declined", "comment", True, "", True),
        ("without-confirming", "confirming", True, "", True),
        ("no-official", "confirmed", True, "", True),
        ("might", "sunk", False, "may", False),
        ("aware-of-reports", "confirmed", False, "", True),
    ],
)
def test_readings(parsed: Parsed, sentence: str, word: str, negated: bool, modal: str, realis: bool) -> None:
    doc = parsed(sentence)
    (index,) = [token.i for token in doc if token.text == word]
    reading = read(tree_of(doc), index, lexicon())
    assert (reading.negated, reading.modal, reading.realis) == (negated, modal, realis)
