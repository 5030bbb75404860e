"""Paragraphs into source, cue and content segments: the best path of the semi-Markov CRF (Sarawagi & Cohen 2004).

A segment's score is the sum of its words' inside scores, a score for where it begins, one for where it ends, and a
product of two vectors that lets its first and last word see each other (an opening quotation mark and its closing
one, "that" and the end of the clause). Segments do not overlap and do not cross paragraphs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

OUTSIDE, SOURCE, CUE, CONTENT = range(4)
_ROLES = 3
_CELLS = 2_000_000
"""How many segment scores are held at once."""


@dataclass(frozen=True, slots=True)
class Transitions:
    """Scores of a label after another (4, 4), of the first and of the last label (4,)."""

    between: Floats
    first: Floats
    last: Floats


@dataclass(frozen=True, slots=True)
class Segment:
    """Words ``first`` to ``last`` inclusive under one of the labels SOURCE, CUE, CONTENT."""

    label: int
    first: int
    last: int


def best_segments(
    scores: Floats, pair_from: Floats, pair_to: Floats, paragraphs: Sequence[tuple[int, int]], transitions: Transitions
) -> list[Segment]:
    """The best segments of all paragraphs, in text order.

    ``scores`` (words, 10) are outside, inside × 3, begin × 3, end × 3; ``pair_from`` and ``pair_to`` (words, 3 · d) the
    vectors of first and last words; ``paragraphs`` are half-open ranges of words.
    """
    found: list[Segment] = []
    order = sorted((end - begin, begin) for begin, end in paragraphs if end > begin)
    at = 0
    while at < len(order):
        upto = at + 1
        while upto < len(order) and (upto - at + 1) * order[upto][0] ** 2 * _ROLES <= _CELLS:
            upto += 1
        found += _batch(scores, pair_from, pair_to, order[at:upto], transitions)
        at = upto
    return sorted(found, key=lambda segment: segment.first)


def _batch(
    scores: Floats, pair_from: Floats, pair_to: Floats, items: Sequence[tuple[int, int]], transitions: Transitions
) -> list[Segment]:
    count, length = len(items), items[-1][0]
    lengths = np.array([n for n, _ in items])
    begins = np.array([b for _, b in items])
    rows = begins[:, None] + np.minimum(np.arange(length), lengths[:, None] - 1)
    words = scores[rows]
    outside = words[..., 0]
    inside, begin, end = (words[..., k : k + _ROLES] for k in (1, 4, 7))
    upto = np.cumsum(inside, 1)
    to = np.moveaxis(upto + end, 2, 1)
    start = np.moveaxis(begin - (upto - inside), 2, 1)
    size = pair_from.shape[1] // _ROLES
    u = np.moveaxis(pair_from[rows].reshape(count, length, _ROLES, size), 2, 1)
    v = np.moveaxis(pair_to[rows].reshape(count, length, _ROLES, size), 2, 1)
    segment = np.matmul(v, np.swapaxes(u, 2, 3)) * np.float32(size**-0.5)
    segment += to[..., None]
    segment += start[:, :, None, :]

    between = transitions.between
    base = np.empty((count, _ROLES, length), np.float32)
    base_from = np.empty((length, count, 4), np.int8)
    best_begin = np.empty((length, count, _ROLES), np.int32)
    best = np.empty((count, 4), np.float32)
    final = np.empty((count, 4), np.float32)
    for j in range(length):
        if j == 0:
            entry = np.broadcast_to(transitions.first, (count, 4))
        else:
            steps = best[:, :, None] + between[None]
            choice = steps.argmax(1)
            base_from[j] = choice
            entry = np.take_along_axis(steps, choice[:, None], 1)[:, 0]
        base[:, :, j] = entry[:, 1:]
        candidates = base[:, :, : j + 1] + segment[:, :, j, : j + 1]
        where = candidates.argmax(2)
        best_begin[j] = where
        best = np.empty((count, 4), np.float32)
        best[:, 0] = entry[:, 0] + outside[:, j]
        best[:, 1:] = np.take_along_axis(candidates, where[..., None], 2)[..., 0]
        ends = lengths == j + 1
        if ends.any():
            final[ends] = best[ends] + transitions.last
    found: list[Segment] = []
    for p in range(count):
        j, label = int(lengths[p]) - 1, int(final[p].argmax())
        while j >= 0:
            i = j if label == OUTSIDE else int(best_begin[j, p, label - 1])
            if label != OUTSIDE:
                found.append(Segment(label, int(begins[p]) + i, int(begins[p]) + j))
            label = int(base_from[i, p, label])
            j = i - 1
    return found
