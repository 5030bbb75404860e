"""What a word that reports or acts takes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from claimcheck.pipeline.grammar.complements import complements_of
from claimcheck.pipeline.grammar.tree import tree_of

Parsed = Callable[..., Doc]


def at(doc: Doc, word: str) -> int:
    return next(token.i for token in doc if token.text == word)


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("own-act", "announced", [("clause", "signed")]),
        ("accusing", "accusing", [("object", "him"), ("of", "meddling")]),
        ("declined", "declined", [("infinitive", "comment")]),
        ("confirmed-by", "confirmed", [("object", "arrest")]),
        ("untrue", "untrue", [("subject", "Posts")]),
        ("aware-of-reports", "reports", [("clause", "died")]),
        ("neither-nor", "confirm", [("clause", "ill")]),
    ],
)
def test_complements(parsed: Parsed, sentence: str, word: str, expected: list[tuple[str, str]]) -> None:
    doc = parsed(sentence)
    found = [(kind, doc[head].text) for kind, head in complements_of(tree_of(doc), at(doc, word)) if kind != "by"]
    assert found == expected
