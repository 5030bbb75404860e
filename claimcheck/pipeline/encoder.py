"""Component ``encoder``: reads a text once with the language model and keeps what all later components need.

The text is cut into windows of whole paragraphs. One window is one run of the model, so a result never depends on its
neighbours. Scores are decoded a few windows at a time while the next are being read, so that memory does not grow with
the article beyond the decoded words.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import islice, pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.tokens import Doc

from claimcheck.pipeline.decoding.attributions import Choice, link
from claimcheck.pipeline.decoding.dependencies import best_heads
from claimcheck.pipeline.decoding.entities import best_entities, whole_names
from claimcheck.pipeline.decoding.segments import CONTENT, CUE, SOURCE, Segment, best_segments
from claimcheck.pipeline.extensions import register
from claimcheck.pipeline.model import SHIPPED, Model, load_model

WINDOW = 256
"""Pieces in a window at most, as in training."""
GROUP = 8
"""Windows that are decoded at a time."""

READING = "claimcheck_reading"
"""Key of the :class:`Reading` in ``doc.user_data`` while the pipeline runs."""

Ints = npt.NDArray[np.int64]
Outputs = dict[str, npt.NDArray[np.float32]]
"""The graph's outputs by name, one row a word."""


@dataclass(slots=True)
class Reading:
    """What the model read in one text, decoded. Arrays have one row a word; ``words`` are the words' token numbers."""

    words: Ints
    upos: Ints
    tags: Ints
    feats: Ints
    scripts: Ints
    heads: Ints
    """Word numbers, -1 for the root of a sentence."""
    relations: Ints
    sentences: list[tuple[int, int]]
    entities: list[tuple[int, int, str]]
    segments: dict[int, list[Segment]] = field(default_factory=dict)
    cue_sources: Sequence[Choice] = ()
    """For each cue segment its source segment and the probability of that choice."""
    content_cues: Sequence[Choice] = ()
    """For each content segment its cue segment, likewise."""


@dataclass(frozen=True, slots=True)
class _Window:
    ids: list[int]
    shapes: list[int]
    firsts: list[int]
    begin: int
    """Number of its first word."""


def _paragraphs(doc: Doc, words: Ints) -> Ints:
    """The number of every word's block, rising through the text."""
    starts = np.array([block.span.start for block in doc._.blocks] or [0])
    offsets = np.fromiter((doc[int(t)].idx for t in words), np.int64, len(words))
    return np.searchsorted(starts, offsets, "right")


_SENTENCE_END = frozenset({".", "!", "?", "…"})
_CLOSING = frozenset({'"', "”", "’", "'", ")", "]", "»"})


def cut_at_sentences(texts: Sequence[str], sizes: Sequence[int], begin: int, end: int) -> list[tuple[int, int]]:
    """Ranges of a paragraph too long for a window, cut where a sentence seems to end, else where the window is full."""
    ranges = []
    used = 0
    first = begin
    last_end: int | None = None
    for i in range(begin, end):
        if used + sizes[i] > WINDOW - 2:
            cut = last_end if last_end is not None and last_end > first else i
            ranges.append((first, cut))
            used = sum(sizes[cut:i])
            first, last_end = cut, None
        used += sizes[i]
        if texts[i] in _SENTENCE_END or (texts[i] in _CLOSING and i > begin and texts[i - 1] in _SENTENCE_END):
            last_end = i + 1
    ranges.append((first, end))
    return ranges


class Encoder:
    """The spaCy component. ``predict`` is pure; the result is kept for the later components under ``READING``."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self._root = (model.decoder["root_arc"], float(model.decoder["root_arc_bias"]))
        self._outputs = [output.name for output in model.session.get_outputs()]
        self._threads = ThreadPoolExecutor(model.threads, "claimcheck-encoder") if model.threads > 1 else None

    def __call__(self, doc: Doc) -> Doc:
        doc.user_data[READING] = self.predict(doc)
        return doc

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 1) -> Iterator[Doc]:
        """Article by article: a result must not depend on what else is in the batch."""
        for doc in docs:
            yield self(doc)

    def predict(self, doc: Doc) -> Reading:
        """Read one text."""
        texts_all = [token.text for token in doc]
        spaces = [not text or text.isspace() for text in texts_all]
        words = np.flatnonzero(~np.array(spaces, bool)) if texts_all else np.zeros(0, np.int64)
        texts = [texts_all[int(i)] for i in words]
        paragraph = _paragraphs(doc, words)
        windows, parts = self._windows(texts, paragraph)
        reading = _Collector(self.model, parts, self._root)
        outputs = self._runs(windows)
        for at in range(0, len(windows), GROUP):
            group = list(islice(outputs, GROUP))
            upto = windows[at + GROUP].begin if at + GROUP < len(windows) else len(words)
            together = {name: np.concatenate([out[name] for out in group]) for name in self._outputs}
            reading.add(together, windows[at].begin, upto)
        return reading.finish(words, paragraph, texts)

    def _windows(self, texts: Sequence[str], paragraph: Ints) -> tuple[list[_Window], list[tuple[int, int]]]:
        """Windows, and the ranges of words that are decoded as one paragraph."""
        read = [self.model.pieces(text) for text in texts]
        sizes = [len(pieces) for pieces, _ in read]
        edges = [0, *(np.flatnonzero(np.diff(paragraph)) + 1).tolist(), len(texts)] if texts else []
        parts: list[tuple[int, int]] = []
        for begin, end in pairwise(edges):
            whole = sum(sizes[begin:end]) + 2 <= WINDOW
            parts += [(begin, end)] if whole else cut_at_sentences(texts, sizes, begin, end)
        windows: list[_Window] = []
        start, separator = self.model.pieces.start, self.model.pieces.separator
        for begin, end in parts:
            size = sum(sizes[begin:end]) + 1
            if not windows or len(windows[-1].ids) + size > WINDOW:
                windows.append(_Window([start], [0], [], begin))
            w = windows[-1]
            for pieces, shape in read[begin:end]:
                w.firsts.append(len(w.ids))
                w.ids.extend(pieces)
                w.shapes.extend([shape] * len(pieces))
            w.ids.append(separator)
            w.shapes.append(0)
        return windows, parts

    def _runs(self, windows: Iterable[_Window]) -> Iterator[Outputs]:
        """The graph's outputs for each window, in order; while they are decoded, the next are being computed."""
        if self._threads is None:
            yield from map(self._run, windows)
            return
        coming: deque[Future[Outputs]] = deque()
        for window in windows:
            coming.append(self._threads.submit(self._run, window))
            if len(coming) > GROUP + 2 * self.model.threads:
                yield coming.popleft().result()
        while coming:
            yield coming.popleft().result()

    def _run(self, window: _Window) -> Outputs:
        """One window alone: no padding, and no other window has a say in its result."""
        given = {
            "ids": np.array([window.ids], np.int64),
            "shapes": np.array([window.shapes], np.int64),
            "mask": np.ones((1, len(window.ids)), np.float32),
            "words": np.array(window.firsts, np.int64),
        }
        return dict(zip(self._outputs, self.model.session.run(self._outputs, given), strict=True))


class _Collector:
    """Decodes group after group and puts the pieces together."""

    def __init__(
        self, model: Model, parts: Sequence[tuple[int, int]], root: tuple[npt.NDArray[np.float32], float]
    ) -> None:
        self._model = model
        self._parts = parts
        self._root = root
        self._next_part = 0
        self._columns: dict[str, list[Ints]] = {
            name: [] for name in ("upos", "tags", "feats", "scripts", "heads", "relations")
        }
        self._sentences: list[tuple[int, int]] = []
        self._entities: list[tuple[int, int, str]] = []
        self._segments: dict[int, list[Segment]] = {SOURCE: [], CUE: [], CONTENT: []}
        self._spare: dict[int, list[Segment]] = {CONTENT: []}
        self._vectors: dict[Segment, npt.NDArray[np.float32]] = {}

    def add(self, out: Outputs, begin: int, end: int) -> None:
        """Decode the words ``begin`` to ``end``, whose scores are ``out``."""
        parts = []
        while self._next_part < len(self._parts) and self._parts[self._next_part][1] <= end:
            first, last = self._parts[self._next_part]
            parts.append((first - begin, last - begin))
            self._next_part += 1
        starts = out["sentence"][:, 0] > 0
        starts[[first for first, _ in parts]] = True
        edges = [*np.flatnonzero(starts).tolist(), end - begin]
        sentences = list(pairwise(edges))
        heads = best_heads(out["arc_dependent"], out["arc_head"], out["arc_bias"][:, 0], *self._root, sentences)
        above = np.where(heads[:, None] < 0, self._model.decoder["root_relation"], out["relation_head"][heads])
        hidden = np.maximum(out["relation_dependent"] + above, 0)
        scores = hidden @ self._model.decoder["relation_weight"].T + self._model.decoder["relation_bias"]
        is_root = self._model.labels.relations.index("root")
        scores[:, is_root] = np.where(heads < 0, np.inf, -np.inf)
        for name in ("upos", "tags", "feats", "scripts"):
            self._columns[name].append(out[name].astype(np.int64))
        self._columns["heads"].append(np.where(heads < 0, -1, heads + begin))
        self._columns["relations"].append(scores.argmax(1))
        self._sentences += [(a + begin, b + begin) for a, b in sentences]
        kinds = [tag[2:] for tag in self._model.labels.entities[1::2]]
        self._entities += [
            (a + begin, b + begin, kind) for a, b, kind in best_entities(out["entities"], kinds, sentences)
        ]
        found = best_segments(out["spans"], out["pair_from"], out["pair_to"], parts, self._model.transitions)
        for segments, kept in ((found.chosen, self._segments), (found.spare, self._spare)):
            for s in segments:
                segment = Segment(s.label, s.first + begin, s.last + begin, s.probability)
                self._vectors[segment] = out["link_first"][s.first] + out["link_last"][s.last]
                kept[s.label].append(segment)

    def finish(self, words: Ints, paragraph: Ints, texts: Sequence[str]) -> Reading:
        """The whole text's reading, its segments linked across windows."""
        columns = {
            name: np.concatenate(values) if values else np.zeros(0, np.int64) for name, values in self._columns.items()
        }
        weights = self._model.link_weights(0), self._model.link_weights(1)
        linked = link(self._segments, self._spare[CONTENT], self._vectors, paragraph, *weights)
        return Reading(
            words=words,
            sentences=self._sentences,
            entities=whole_names(self._entities, texts),
            segments=linked.segments,
            cue_sources=linked.cue_sources,
            content_cues=linked.content_cues,
            **columns,
        )


@Language.factory("claimcheck_encoder")
def make_encoder(nlp: Language, name: str, model: str | None = None) -> Encoder:
    """spaCy factory ``claimcheck_encoder``; ``model`` is a model folder, the shipped one by default."""
    register()
    return Encoder(load_model(Path(model) if model else SHIPPED))
