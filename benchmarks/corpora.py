"""The corpora that the model is measured on, as they come; none of them is part of this project."""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_MARK = re.compile(r"\((?P<one>[^()]+)\)|\((?P<open>[^()]+)|(?P<close>[^()]+)\)")
_KINDS = {"person": "PERSON", "organization": "ORG", "place": "PLACE"}
_JOINING = frozenset({"of", "the", "and", "&", "-", "for", "de", "'s", "’s"})


def polnear(path: Path) -> list[dict[str, Any]]:
    """PolNeAR's articles: id, text, and one list of attributions an annotator."""
    with gzip.open(path, "rt", encoding="utf8") as file:
        return [json.loads(line) for line in file]


@dataclass(frozen=True)
class Row:
    """One word of a treebank; ``head`` counts from 1 inside its sentence, 0 is the root."""

    text: str
    lemma: str
    upos: str
    tag: str
    feats: str
    head: int
    relation: str
    misc: str


@dataclass(frozen=True)
class Sentence:
    """A sentence of a treebank and whether it begins a paragraph."""

    rows: tuple[Row, ...]
    begins_paragraph: bool


def treebank(path: Path) -> Iterator[list[Sentence]]:
    """The documents of a CoNLL-U file as sentences; multiword and empty nodes are left out."""
    for _, document in named_documents(path):
        yield document


def named_documents(path: Path) -> Iterator[tuple[str, list[Sentence]]]:
    """The same, each document with its id."""
    name = ""
    document: list[Sentence] = []
    rows: list[Row] = []
    new = True
    with gzip.open(path, "rt", encoding="utf8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                if document:
                    yield name, document
                document, new = [], True
                name = line.partition("=")[2].strip()
            elif line.startswith("# newpar"):
                new = True
            elif line and line[0] != "#":
                cells = line.split("\t")
                if cells[0].isdigit():
                    rows.append(Row(*cells[1:6], int(cells[6]), cells[7], cells[9]))
            elif not line and rows:
                document.append(Sentence(tuple(rows), new))
                rows, new = [], False
    if document:
        yield name, document


def named_entities(document: list[Sentence]) -> list[tuple[int, int, str]]:
    """The named people, organisations and places of a GUM document: (first word, word after the last, kind).

    GUM marks whole noun phrases, names or not, one inside the other. A named one is a mention whose head is a proper
    noun; its span is the name alone: the run of proper nouns around the head, with "of", "the", "and" or a hyphen
    between them. Of names inside names the outermost counts.
    """
    rows = [row for sentence in document for row in sentence.rows]
    heads: list[int] = []
    for sentence in document:
        base = len(heads)
        heads += [base + row.head - 1 if row.head else -1 for row in sentence.rows]
    mentions: list[tuple[int, int, str]] = []
    opened: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for number, row in enumerate(rows):
        field = re.search(r"(?:^|\|)Entity=([^|]*)", row.misc)
        for mark in _MARK.finditer(field[1]) if field else ():
            if mark["close"]:
                if opened[mark["close"]]:
                    first, kind = opened[mark["close"]].pop()
                    mentions.append((first, number, kind))
                continue
            name, kind = (mark["one"] or mark["open"]).split("-")[:2]
            if mark["one"]:
                mentions.append((number, number, kind))
            else:
                opened[name].append((number, kind))

    def proper(i: int) -> bool:
        return rows[i].upos == "PROPN" or rows[i].tag in {"NNP", "NNPS"}

    taken: set[int] = set()
    found = []
    for first, last, kind in sorted(mentions, key=lambda m: (m[0] - m[1], m[0])):
        head = next((i for i in range(first, last + 1) if not first <= heads[i] <= last), None)
        if kind not in _KINDS or head is None or not proper(head):
            continue
        a = b = head
        while True:
            if b < last and (proper(b + 1) or rows[b + 1].upos == "NUM"):
                b += 1
            elif b + 2 <= last and proper(b + 2) and rows[b + 1].text.lower() in _JOINING:
                b += 2
            elif (
                b + 3 <= last
                and proper(b + 3)
                and rows[b + 1].text.lower() in {"of", "for"}
                and rows[b + 2].text.lower() == "the"
            ):
                b += 3
            else:
                break
        while a > first and (
            proper(a - 1) or (a - 2 >= first and proper(a - 2) and rows[a - 1].text in {"-", "&", "'s", "’s"})
        ):
            a -= 1
        if not taken & set(range(a, b + 1)):
            taken |= set(range(a, b + 1))
            found.append((a, b + 1, _KINDS[kind]))
    return sorted(found)
