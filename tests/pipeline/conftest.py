"""Parsed sentences without the language model: ``trees.txt`` read into ``Doc``s."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from claimcheck.domain import Attribution, AttributionMode, Source, SourceKind, Span
from claimcheck.pipeline import extensions

Parsed = Callable[..., Doc]

_POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "RB": "ADV",
    "RBS": "ADV", "RBR": "ADV", "WRB": "ADV", "DT": "DET", "PRP": "PRON", "PRP$": "PRON", "WDT": "PRON", "WP": "PRON",
    "EX": "PRON", "IN": "ADP", "TO": "PART", "RP": "ADP", "CC": "CCONJ", "CD": "NUM", "MD": "AUX",
}  # fmt: skip
_VERB_GROUP = frozenset({"aux", "aux:pass", "cop"})


def _trees() -> dict[str, str]:
    lines = Path(__file__).with_name("trees.txt").read_text(encoding="utf-8").splitlines()
    return {name[2:]: tree for name, tree in pairwise(lines) if name.startswith("# ") and tree}


_TREES = _trees()


def _doc(tree: str) -> Doc:
    columns: dict[str, list[object]] = {
        key: [] for key in ("words", "spaces", "lemmas", "tags", "pos", "deps", "heads")
    }
    for index, token in enumerate(tree.split(" ")):
        form, tag, relation = token.rsplit("/", 2)
        relation, _, head = relation.partition(">")
        form, _, lemma = form.partition("=")
        word = "\n\n" if form == "¶" else form.removesuffix("~")
        pos = "AUX" if relation in _VERB_GROUP else "VERB" if tag.startswith("VB") else _POS.get(tag, "PUNCT")
        if relation == "mark" and tag == "IN":
            pos = "SCONJ"
        if form == "¶":
            pos = "SPACE"
        row = (
            word,
            not form.endswith(("~", "¶")),
            lemma or word.lower(),
            tag,
            pos,
            relation,
            int(head or index + 1) - 1,
        )
        for key, value in zip(columns, row, strict=True):
            columns[key].append(value)
    return Doc(Vocab(), **columns)  # type: ignore[arg-type]


@pytest.fixture
def parsed() -> Parsed:
    """A function from a name in ``trees.txt`` to its ``Doc``; attributions are given as (source, cue, content).

    Each is a text that occurs in the sentence, empty for none. Sources get ids "s1", "s2", … by name; ``kinds`` gives
    kinds by name, and one that begins with "A" or "An" is not a named source.
    """
    extensions.register()

    def make(name: str, *attributions: tuple[str, str, str], kinds: dict[str, SourceKind] | None = None) -> Doc:
        doc = _doc(_TREES[name])
        sources: dict[str, Source] = {}
        found = []
        for number, (source, cue, content) in enumerate(attributions, 1):
            if source:
                kind = (kinds or {}).get(source, SourceKind.ORGANISATION)
                named = not source.startswith(("A ", "An "))
                sources.setdefault(source, Source(id=f"s{len(sources) + 1}", name=source, kind=kind, named=named))
            mode = AttributionMode.DIRECT if content.startswith(('"', "“")) else AttributionMode.INDIRECT
            found.append(
                Attribution(
                    id=f"a{number}",
                    mode=mode,
                    source_id=sources[source].id if source else None,
                    source=_spans(doc.text, source),
                    cue=_spans(doc.text, cue),
                    content=_spans(doc.text, content),
                )
            )
        doc._.attributions, doc._.sources = tuple(found), tuple(sources.values())
        return doc

    return make


def _spans(text: str, words: str) -> tuple[Span, ...]:
    """The first place of each piece of ``words``; pieces are set apart by " … "."""
    starts = ((text.index(piece), piece) for piece in words.split(" … ") if piece)
    return tuple(Span(start=start, end=start + len(piece)) for start, piece in starts)
