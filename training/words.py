"""The corpora as words: what each task may know of a word, gold or silver."""

from __future__ import annotations

import pathlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from spacy.tokenizer import Tokenizer

from benchmarks import corpora
from claimcheck.pipeline.grammar import lemmas

ROLE = {"source": 1, "cue": 2, "content": 3}

Painted = tuple[npt.NDArray[np.int64], list[tuple[int, set[int]]]]
"""Every word's painted span (0 is none), and each painted span's label and the attributions that own it."""


@dataclass(slots=True)
class Word:
    """A word and what is known about it; None is not known and not learned from."""

    text: str
    start: int = 0
    end: int = 0
    upos: str | None = None
    tag: str | None = None
    feats: str | None = None
    script: str | None = None
    entity: str | None = None
    sentence: bool | None = None
    """Whether it begins a sentence."""
    head: int | None = None
    """Number of its head among the document's words, -1 for a root."""
    relation: str | None = None
    paragraph: int = 0


def treebank(path: pathlib.Path, *, entities: bool) -> Iterator[list[Word]]:
    """The documents of a gold treebank; with ``entities``, GUM's named ones as BIO tags."""
    for document in corpora.treebank(path):
        words: list[Word] = []
        paragraph = 0
        for sentence in document:
            paragraph += sentence.begins_paragraph
            base = len(words)
            for k, row in enumerate(sentence.rows):
                lemma = row.lemma if row.lemma != "_" else row.text
                words.append(
                    Word(
                        text=row.text,
                        upos=row.upos,
                        tag=row.tag,
                        feats=row.feats,
                        script=lemmas.derive(row.text, lemma),
                        entity="O" if entities else None,
                        sentence=k == 0,
                        head=base + row.head - 1 if row.head else -1,
                        relation=row.relation,
                        paragraph=paragraph,
                    )
                )
        if entities:
            for first, end, kind in corpora.named_entities(document):
                for i in range(first, end):
                    words[i].entity = ("B-" if i == first else "I-") + kind
        yield words


def _silver_relation(name: str, head_tag: str) -> str | None:
    same = {
        "nsubj",
        "ccomp",
        "xcomp",
        "advcl",
        "acl",
        "acl:relcl",
        "amod",
        "det",
        "case",
        "mark",
        "aux",
        "cop",
        "conj",
        "appos",
        "nummod",
        "advmod",
        "nmod:poss",
        "root",
        "compound:prt",
    }
    if name in same:
        return name
    if name == "nmod":
        return "obl" if head_tag[:1] in "VJR" else "nmod"
    return {
        "nsubjpass": "nsubj:pass",
        "dobj": "obj",
        "auxpass": "aux:pass",
        "csubjpass": "csubj:pass",
        "neg": "advmod",
        "mwe": "fixed",
        "iobj": "iobj",
    }.get(name)


_SILVER_ENTITIES = {"PERSON": "PERSON", "ORGANIZATION": "ORG", "LOCATION": "PLACE"}
_UNALIKE = frozenset({"punct", "cc", "dep", "parataxis", "discourse"})
"""Relations that the older scheme attaches elsewhere."""


@dataclass(slots=True)
class _SilverRow:
    word: int | None
    head: int
    relation: str
    tag: str
    entity: str


def _names_by_first_word(rows: Sequence[_SilverRow]) -> None:
    """CoreNLP's head of a person's name is its last word, that of Universal Dependencies the first."""
    first_of: dict[int, int] = {}
    for i, row in enumerate(rows):
        inside = row.relation == "compound" and row.head > i
        if inside and all(r.entity == "PERSON" for r in rows[i : row.head + 1]):
            first_of[row.head] = min(first_of.get(row.head, i), i)
    for last, first in first_of.items():
        head, relation = rows[last].head, rows[last].relation
        for row in rows:
            if row.head == last and row is not rows[first]:
                row.head = first
        for row in rows[first + 1 : last + 1]:
            row.head, row.relation = first, "flat"
        rows[first].head, rows[first].relation = head, relation


def _add_silver(document: Sequence[corpora.Sentence], words: list[Word]) -> None:
    """Write CoreNLP's tags, entities, sentences and heads onto the words that it cut alike."""
    at = {(w.start, w.end): i for i, w in enumerate(words)}
    for sentence in document:
        rows = []
        for row in sentence.rows:
            start, end = map(int, re.findall(r"Span=(\d+):(\d+)", row.misc)[0])
            entity = re.search(r"NER=([^|]*)", row.misc)
            rows.append(
                _SilverRow(at.get((start, end)), row.head - 1, row.relation, row.tag, entity[1] if entity else "O")
            )
        _names_by_first_word(rows)
        before: str | None = None
        for i, silver in enumerate(rows):
            kind = _SILVER_ENTITIES.get(silver.entity)
            if silver.word is not None:
                word = words[silver.word]
                word.sentence = i == 0
                word.tag = {"-LSB-": "-LRB-", "-RSB-": "-RRB-"}.get(silver.tag, silver.tag)
                word.entity = "O" if kind is None else ("I-" if before == kind else "B-") + kind
                head = rows[silver.head].word if silver.head >= 0 else -1
                if silver.relation not in _UNALIKE and head is not None:
                    word.head = head
                    word.relation = _silver_relation(silver.relation, rows[silver.head].tag if head >= 0 else "")
            before = kind
        _add_titles([words[row.word] for row in rows if row.word is not None])


def _add_titles(sentence: Sequence[Word]) -> None:
    """CoreNLP's people begin with their names, GUM's with their titles: "Secretary Cardona"."""
    for i, word in enumerate(sentence):
        if word.entity != "B-PERSON":
            continue
        first = i
        while first and sentence[first - 1].tag in _PROPER and sentence[first - 1].entity == "O":
            first -= 1
        if first < i:
            sentence[first].entity = "B-PERSON"
            for other in sentence[first + 1 : i + 1]:
                other.entity = "I-PERSON"
        if first and sentence[first - 1].tag in _PROPER:
            # "House Speaker Ryan": whether the office is a part of the name is not known here
            sentence[first].entity = sentence[first - 1].entity = None


_PROPER = frozenset({"NNP", "NNPS"})


def polnear(
    path: pathlib.Path, silver: pathlib.Path, tokenizer: Tokenizer
) -> Iterator[tuple[list[Word], list[Painted]]]:
    """Articles as words and each annotator's attributions painted onto them."""
    parsed = dict(corpora.named_documents(silver))
    for record in corpora.polnear(path):
        text = record["text"]
        words = [
            Word(text=t.text, start=t.idx, end=t.idx + len(t), paragraph=text.count("\n", 0, t.idx))
            for t in tokenizer(text)
            if not t.is_space
        ]
        if record["id"] in parsed:
            _add_silver(parsed[record["id"]], words)
        yield words, [_paint(words, version["attributions"]) for version in record["annotations"]]


def _paint(words: list[Word], attributions: Sequence[dict[str, list[list[int]]]]) -> Painted:
    """Where spans overlap, a cue covers a source and both cover a content."""
    starts = np.array([w.start for w in words])
    ends = np.array([w.end for w in words])
    spans: dict[tuple[int, int, int], set[int]] = {}
    for role in ("content", "source", "cue"):
        for k, a in enumerate(attributions):
            for s, e in a[role]:
                spans.setdefault((ROLE[role], s, e), set()).add(k)
    ids = np.zeros(len(words), np.int64)
    owners: list[tuple[int, set[int]]] = []
    for (role, s, e), who in spans.items():
        a, b = int(np.searchsorted(ends, s, "right")), int(np.searchsorted(starts, e, "left"))
        owners.append((role, who))
        ids[a:b] = len(owners)
    return ids, owners
