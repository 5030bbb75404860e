"""Who does what a word says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from claimcheck.pipeline.grammar.predicate import agent_of, is_told, subject_of
from claimcheck.pipeline.grammar.tree import tree_of

Parsed = Callable[..., Doc]


def at(doc: Doc, word: str) -> int:
    return next(token.i for token in doc if token.text == word)


@pytest.mark.parametrize(
    ("sentence", "word", "subject"),
    [
        ("declined", "comment", "company"),
        ("accusing", "accusing", "rulers"),
        ("untrue", "said", "Posts"),
        ("yet-to-confirm", "confirm", "navy"),
        ("coordinated", "lowered", "captain"),
        ("not-confirmed-or-denied", "deny", "army"),
        ("without-confirming", "confirming", "minister"),
    ],
)
def test_subjects(parsed: Parsed, sentence: str, word: str, subject: str) -> None:
    doc = parsed(sentence)
    assert doc[subject_of(tree_of(doc), at(doc, word))].text == subject


@pytest.mark.parametrize(
    ("sentence", "word", "agent"),
    [
        ("confirmed-by", "confirmed", "prosecutor"),
        ("no-confirmation", "confirmation", "bank"),
        ("said-to", "said", None),
    ],
)
def test_agents(parsed: Parsed, sentence: str, word: str, agent: str | None) -> None:
    doc = parsed(sentence)
    found = agent_of(tree_of(doc), at(doc, word))
    assert (doc[found].text if found >= 0 else None) == agent


@pytest.mark.parametrize(("sentence", "word", "told"), [("caption", "graze", True), ("declined", "comment", False)])
def test_what_is_told(parsed: Parsed, sentence: str, word: str, told: bool) -> None:
    doc = parsed(sentence)
    assert is_told(tree_of(doc), at(doc, word)) is told
