"""What of a text the language model reads at a time: windows of whole paragraphs.

A paragraph too long for a window is cut where a sentence seems to end. Training cuts its corpora in the same way
(``training/windows.py``), except that it knows where sentences end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from claimcheck.pipeline.encoder.wordpieces import WordPieces, quoted, shape_class

WINDOW = 256
"""Pieces in a window at most, as in training."""

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Window:
    """One run of the model."""

    ids: list[int]
    shapes: list[int]
    firsts: list[int]
    """Position of every word's first piece."""
    begin: int
    """Number of its first word."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A text cut into windows."""

    words: Ints
    """Token numbers of the words; white space is none."""
    texts: list[str]
    """The words themselves."""
    paragraph: Ints
    """The number of every word's block, rising through the text."""
    windows: list[Window]
    parts: list[tuple[int, int]]
    """Ranges of words that are decoded as one paragraph; none crosses a window."""


def cut(doc: Doc, pieces: WordPieces) -> Cut:
    """The windows of a text whose blocks are known (``doc._.blocks``)."""
    tokens = [token.text for token in doc]
    words = np.array([i for i, text in enumerate(tokens) if text and not text.isspace()], np.int64)
    texts = [tokens[i] for i in words.tolist()]
    paragraph = _paragraphs(doc, words)
    read = [pieces(text) for text in texts]
    sizes = [len(found) for found, _ in read]
    edges = [0, *(np.flatnonzero(np.diff(paragraph)) + 1).tolist(), len(texts)] if texts else []
    parts: list[tuple[int, int]] = []
    for begin, end in pairwise(edges):
        whole = sum(sizes[begin:end]) + 2 <= WINDOW
        parts += [(begin, end)] if whole else cut_at_sentences(texts, sizes, begin, end)
    windows: list[Window] = []
    for begin, end in parts:
        size = sum(sizes[begin:end]) + 1
        if not windows or len(windows[-1].ids) + size > WINDOW:
            windows.append(Window([pieces.start], [0], [], begin))
        window = windows[-1]
        for (found, shape), inside in zip(read[begin:end], quoted(texts[begin:end]), strict=True):
            window.firsts.append(len(window.ids))
            window.ids.extend(found)
            window.shapes.extend([shape_class(shape, inside)] * len(found))
        window.ids.append(pieces.separator)
        window.shapes.append(0)
    return Cut(words, texts, paragraph, windows, parts)


def _paragraphs(doc: Doc, words: Ints) -> Ints:
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
            at = last_end if last_end is not None and last_end > first else i
            ranges.append((first, at))
            used = sum(sizes[at:i])
            first, last_end = at, None
        used += sizes[i]
        if texts[i] in _SENTENCE_END or (texts[i] in _CLOSING and i > begin and texts[i - 1] in _SENTENCE_END):
            last_end = i + 1
    ranges.append((first, end))
    return ranges
