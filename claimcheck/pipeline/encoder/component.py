"""Component ``encoder``: reads a text once with the language model and keeps what all later components need.

One window (:mod:`claimcheck.pipeline.encoder.windows`) is one run of the model, so a result never depends on its
neighbours. Scores are decoded a few windows at a time while the next are being read, those of the next article too, so
that no core waits and memory does not grow with the article beyond the decoded words.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.tokens import Doc

from claimcheck.pipeline.encoder.decoding.attributions import Choice, link
from claimcheck.pipeline.encoder.decoding.dependencies import best_heads
from claimcheck.pipeline.encoder.decoding.entities import best_entities, whole_names
from claimcheck.pipeline.encoder.decoding.segments import CONTENT, CUE, SOURCE, Segment, best_segments
from claimcheck.pipeline.encoder.model import SHIPPED, Model, load_model
from claimcheck.pipeline.encoder.windows import Cut, Ints, Window, cut
from claimcheck.pipeline.extensions import register

GROUP = 8
"""Windows that are decoded at a time."""

READING = "claimcheck_reading"
"""Key of the :class:`Reading` in ``doc.user_data`` while the pipeline runs."""

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
        """Texts in their order; while one is decoded and read on, the model is busy with the next.

        What is found in a text does not depend on what comes before or after it.
        """
        for doc, reading in self._read(docs):
            doc.user_data[READING] = reading
            yield doc

    def predict(self, doc: Doc) -> Reading:
        """Read one text."""
        ((_, reading),) = self._read([doc])
        return reading

    def _read(self, docs: Iterable[Doc]) -> Iterator[tuple[Doc, Reading]]:
        under_way: deque[tuple[Doc, _Collector]] = deque()

        def windows() -> Iterator[Window]:
            for doc in docs:
                text = cut(doc, self.model.pieces)
                under_way.append((doc, _Collector(self.model, text, self._root)))
                yield from text.windows

        for outputs in self._runs(windows()):
            while under_way[0][1].is_complete:  # it had no windows
                yield self._finished(under_way)
            under_way[0][1].add(outputs)
            if under_way[0][1].is_complete:
                yield self._finished(under_way)
        while under_way:
            yield self._finished(under_way)

    @staticmethod
    def _finished(under_way: deque[tuple[Doc, _Collector]]) -> tuple[Doc, Reading]:
        doc, collector = under_way.popleft()
        return doc, collector.finish()

    def _runs(self, windows: Iterable[Window]) -> Iterator[Outputs]:
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

    def _run(self, window: Window) -> Outputs:
        """One window alone: no padding, and no other window has a say in its result."""
        given = {
            "ids": np.array([window.ids], np.int64),
            "shapes": np.array([window.shapes], np.int64),
            "words": np.array(window.firsts, np.int64),
        }
        return dict(zip(self._outputs, self.model.session.run(self._outputs, given), strict=True))


class _Collector:
    """Decodes group after group and puts the pieces together."""

    def __init__(self, model: Model, text: Cut, root: tuple[npt.NDArray[np.float32], float]) -> None:
        self._model = model
        self._text = text
        self._root = root
        self._group: list[Outputs] = []
        self._next_window = 0
        self._next_part = 0
        self._columns: dict[str, list[Ints]] = {
            name: [] for name in ("upos", "tags", "feats", "scripts", "heads", "relations")
        }
        self._sentences: list[tuple[int, int]] = []
        self._entities: list[tuple[int, int, str]] = []
        self._segments: dict[int, list[Segment]] = {SOURCE: [], CUE: [], CONTENT: []}
        self._spare: dict[int, list[Segment]] = {CONTENT: []}
        self._vectors: dict[Segment, npt.NDArray[np.float32]] = {}

    @property
    def is_complete(self) -> bool:
        """Whether the outputs of all windows have come."""
        return self._next_window + len(self._group) == len(self._text.windows)

    def add(self, outputs: Outputs) -> None:
        """Take the next window's scores."""
        self._group.append(outputs)
        if len(self._group) == GROUP or self.is_complete:
            begin = self._text.windows[self._next_window].begin
            together = {name: np.concatenate([out[name] for out in self._group]) for name in outputs}
            self._next_window += len(self._group)
            self._group.clear()
            windows = self._text.windows
            end = windows[self._next_window].begin if self._next_window < len(windows) else len(self._text.words)
            self._decode(together, begin, end)

    def _decode(self, out: Outputs, begin: int, end: int) -> None:
        """Decode the words ``begin`` to ``end``, whose scores are ``out``."""
        parts = []
        while self._next_part < len(self._text.parts) and self._text.parts[self._next_part][1] <= end:
            first, last = self._text.parts[self._next_part]
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

    def finish(self) -> Reading:
        """The whole text's reading, its segments linked across windows."""
        columns = {
            name: np.concatenate(values) if values else np.zeros(0, np.int64) for name, values in self._columns.items()
        }
        weights = self._model.link_weights(0), self._model.link_weights(1)
        sentence = np.repeat(np.arange(len(self._sentences)), [last - first for first, last in self._sentences])
        linked = link(self._segments, self._spare[CONTENT], self._vectors, self._text.paragraph, sentence, *weights)
        return Reading(
            words=self._text.words,
            sentences=self._sentences,
            entities=whole_names(self._entities, self._text.texts),
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
