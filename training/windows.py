"""Documents into windows: the encoder's input with the labels of every task."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from claimcheck.pipeline.encoder.decoding import links
from claimcheck.pipeline.encoder.windows import WINDOW
from claimcheck.pipeline.encoder.wordpieces import WordPieces, quoted, shape_class
from training.labels import ENTITY_TAGS, Labels
from training.words import Painted, Word

IGNORED = -100
"""The label of what is not known."""


@dataclass(frozen=True)
class Link:
    """A span that looks for its partner among others, all as (first, last) word, and which of them are right."""

    row: tuple[int, int]
    candidates: np.ndarray
    features: np.ndarray
    right: list[int]


@dataclass
class Window:
    """One encoder input with the labels of every task; numbers of words count inside the window."""

    ids: np.ndarray
    shapes: np.ndarray
    words: np.ndarray
    """Position of every word's first piece."""
    paragraph: np.ndarray
    paragraphs: list[tuple[int, int]]
    labels: dict[str, np.ndarray]
    """Per head one number a word, :data:`IGNORED` where it is not known."""
    head: np.ndarray
    """Position of the head inside the sentence from 1, 0 for the root, :data:`IGNORED` where it is not known."""
    sentences: list[tuple[int, int]]
    segments: list[tuple[int, int, int, int]] = field(default_factory=list)
    """Paragraph's first word, label, first and last word."""
    links: tuple[list[Link], list[Link]] = field(default_factory=lambda: ([], []))
    """Cues to sources, contents to cues."""


class Windows:
    """Cuts documents into windows and numbers their labels."""

    def __init__(self, pieces: WordPieces, labels: Labels) -> None:
        self.pieces = pieces
        self._number = {
            head: (attribute, {value: i for i, value in enumerate(values)})
            for head, attribute, values in (
                ("upos", "upos", labels.upos),
                ("tags", "tag", labels.tags),
                ("feats", "feats", labels.feats),
                ("scripts", "script", labels.scripts),
                ("relations", "relation", labels.relations),
                ("entities", "entity", ENTITY_TAGS),
                ("sentence", "sentence", (False, True)),
            )
        }

    def of(self, words: list[Word], painted: Painted | None = None, *, by_sentence: bool = False) -> list[Window]:
        """A document's windows, of whole paragraphs or single sentences; with ``painted``, labelled for attribution."""
        return [self._window(words, a, b, painted) for a, b in self._cut(words, by_sentence=by_sentence)]

    def _cut(self, words: Sequence[Word], *, by_sentence: bool) -> list[tuple[int, int]]:
        """Ranges of words that fit a window; paragraphs that are too long are cut at sentences."""
        sizes = [len(self.pieces(w.text)[0]) for w in words]
        edges = [i for i, w in enumerate(words) if self._begins_unit(words, i, by_sentence)] + [len(words)]
        parts: list[tuple[int, int, int]] = []
        for begin, end in pairwise(edges):
            first, used = begin, 0
            for i in range(begin, end):
                if used + sizes[i] + 2 > WINDOW:
                    half = first + (i - first) // 2
                    cut = next((q for q in range(i, half, -1) if words[q].sentence), i)
                    parts.append((first, cut, WINDOW))
                    used = sum(sizes[cut:i])
                    first = cut
                used += sizes[i]
            parts.append((first, end, used + 1))
        windows: list[tuple[int, int]] = []
        begin, used = 0, 1
        for k, (first, _, size) in enumerate(parts):
            if k and (used + size > WINDOW or by_sentence):
                windows.append((begin, first))
                begin, used = first, 1
            used += size
        windows.append((begin, len(words)))
        return windows

    @staticmethod
    def _begins_unit(words: Sequence[Word], i: int, by_sentence: bool) -> bool:
        return i == 0 or words[i].paragraph != words[i - 1].paragraph or (by_sentence and bool(words[i].sentence))

    def _window(self, words: Sequence[Word], begin: int, end: int, painted: Painted | None) -> Window:
        part = words[begin:end]
        ids, shapes, firsts = [self.pieces.start], [0], []
        paragraph = np.zeros(len(part), np.int64)
        for i, w in enumerate(part):
            if i and w.paragraph != part[i - 1].paragraph:
                paragraph[i:] += 1
        edges = [0, *(np.flatnonzero(np.diff(paragraph)) + 1).tolist(), len(part)]
        inside = [state for a, b in pairwise(edges) for state in quoted([w.text for w in part[a:b]])]
        for i, w in enumerate(part):
            if i and w.paragraph != part[i - 1].paragraph:
                ids.append(self.pieces.separator)
                shapes.append(0)
            pieces, shape = self.pieces(w.text)
            firsts.append(len(ids))
            ids += pieces
            shapes += [shape_class(shape, inside[i])] * len(pieces)
        ids.append(self.pieces.separator)
        shapes.append(0)
        # Where silver trees are silent about a sentence's start, the word stays in the sentence before it.
        starts = [i for i, w in enumerate(part) if i in edges or w.sentence]
        sentences = list(pairwise([*starts, len(part)]))
        window = Window(
            ids=np.array(ids),
            shapes=np.array(shapes),
            words=np.array(firsts),
            paragraph=paragraph,
            paragraphs=list(pairwise(edges)),
            labels={
                head: np.array([table.get(getattr(w, attribute), IGNORED) for w in part])
                for head, (attribute, table) in self._number.items()
            },
            head=self._heads(part, begin, sentences),
            sentences=sentences,
        )
        if painted is not None:
            _add_attributions(window, painted[0][begin:end], painted[1])
        return window

    @staticmethod
    def _heads(part: Sequence[Word], begin: int, sentences: Sequence[tuple[int, int]]) -> np.ndarray:
        heads = np.full(len(part), IGNORED)
        for first, end in sentences:
            for i in range(first, end):
                head = part[i].head
                if head is not None and head < 0:
                    heads[i] = 0
                elif head is not None and first <= head - begin < end:
                    heads[i] = head - begin - first + 1
        return heads


def _add_attributions(window: Window, ids: np.ndarray, owners: Sequence[tuple[int, set[int]]]) -> None:
    found: list[tuple[int, tuple[int, int], set[int]]] = []
    for begin, end in window.paragraphs:
        i = begin
        while i < end:
            j = i
            while ids[i] and j + 1 < end and ids[j + 1] == ids[i]:
                j += 1
            label, mine = owners[ids[i] - 1] if ids[i] else (0, set())
            window.segments.append((begin, label, i, j))
            if label:
                found.append((label, (i, j), mine))
            i = j + 1
    sources, cues, contents = ([(span, mine) for label, span, mine in found if label == k] for k in (1, 2, 3))
    cue_spans = np.array([span for span, _ in cues]).reshape(-1, 2)
    for kind, rows, others in ((0, cues, sources), (1, contents, cues)):
        spans = np.array([span for span, _ in others]).reshape(-1, 2)
        for row, mine in rows if others else ():
            right = [k for k, (_, owner) in enumerate(others) if owner & mine]
            classes = links.features(np.array(row), spans, window.paragraph, cue_spans)
            window.links[kind].append(Link(row, spans, classes, right))


def collect_labels(documents: Iterable[Sequence[Word]]) -> Labels:
    """The values that the treebanks hold, most frequent first; rare morphology and lemma scripts are left out."""
    count: dict[str, Counter[str]] = {k: Counter() for k in ("upos", "tag", "feats", "script", "relation")}
    for words in documents:
        for w in words:
            for attribute, counter in count.items():
                counter[getattr(w, attribute)] += 1

    def seen(attribute: str, at_least: int) -> list[str]:
        ordered = sorted(count[attribute].items(), key=lambda item: (-item[1], item[0]))
        return [value for value, times in ordered if times >= at_least]

    return Labels(seen("upos", 1), seen("tag", 1), seen("feats", 3), seen("script", 3), seen("relation", 1))
