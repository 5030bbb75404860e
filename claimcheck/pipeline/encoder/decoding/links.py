"""How likely a source is a cue's, and a cue a content's.

The score of two spans is a bilinear product of their vectors plus three learned terms for what stands between them:
the gap in words, the distance in paragraphs, the number of cues. Training and pipeline share :func:`features`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

GAPS, PARAGRAPHS, CUES = 18, 7, 4
"""Sizes of the three closed sets of classes."""

_REACH = 250
"""Words: farther apart, nothing in the corpus is linked."""
_TOGETHER = 32
"""How many spans in a row are scored together."""
_NEVER = np.float32(-1e9)


def features(row: Ints, candidates: Ints, paragraph: Ints, cues: Ints) -> Ints:
    """Classes (…, 3) of gap, paragraph distance and cues between, for spans against candidates.

    ``row`` and ``candidates`` (…, 2) are first and last words, of shapes that go together; ``paragraph`` numbers every
    word's paragraph; ``cues`` (k, 2) are all cue spans in text order.
    """
    row_first, row_last = row[..., 0], row[..., 1]
    first, last = candidates[..., 0], candidates[..., 1]
    after = first > row_last
    gap = np.maximum(np.where(after, first - row_last - 1, row_first - last - 1), 0)
    size = np.where(gap < 3, gap, np.minimum(8, 1 + np.ceil(np.log2(np.maximum(gap, 1))).astype(np.int64)))
    apart = np.clip(paragraph[first] - paragraph[row_first], -3, 3) + 3
    low = np.where(after, row_last, last)
    high = np.where(after, first, row_first)
    begun = np.searchsorted(cues[:, 0], high)
    over = np.searchsorted(cues[:, 0], low + 1)
    between = np.clip(begun - over, 0, CUES - 1)
    return np.stack([size + 9 * after, apart, between], -1).astype(np.int64)


@dataclass(frozen=True, slots=True)
class LinkWeights:
    """What one kind of link has learned: ``product`` (d, d), ``none`` (d,), ``none_bias``, and a term a class."""

    product: Floats
    none: Floats
    none_bias: float
    gap: Floats
    paragraph: Floats
    cues: Floats


class Spans(NamedTuple):
    """Segments as the linker sees them: (first, last) words (n, 2), and a vector each (n, d)."""

    words: Ints
    vectors: Floats


class Chances(NamedTuple):
    """One span's possible partners: their numbers, the logarithms of their probabilities, and that of having none."""

    partners: Ints
    logs: Floats
    alone: float


def chances(rows: Spans, candidates: Spans, paragraph: Ints, cues: Ints, weights: LinkWeights) -> list[Chances]:
    """For every row the chances of the candidates within reach.

    ``paragraph`` numbers every word's paragraph; ``cues`` (k, 2) are the cue spans that may stand between.
    """
    found: list[Chances] = []
    wanted = rows.vectors @ weights.product
    alone = rows.vectors @ weights.none + np.float32(weights.none_bias)
    first, last = candidates.words[:, 0], candidates.words[:, 1]
    for begin in range(0, len(rows.words), _TOGETHER):
        words = rows.words[begin : begin + _TOGETHER]
        near = np.flatnonzero((first <= words[:, 1].max() + _REACH) & (last >= words[:, 0].min() - _REACH))
        classes = features(words[:, None], candidates.words[near], paragraph, cues)
        scores = (
            wanted[begin : begin + _TOGETHER] @ candidates.vectors[near].T
            + weights.gap[classes[..., 0]]
            + weights.paragraph[classes[..., 1]]
            + weights.cues[classes[..., 2]]
        )
        within = (first[near] <= words[:, 1:] + _REACH) & (last[near] >= words[:, :1] - _REACH)
        scores = np.concatenate([np.where(within, scores, _NEVER), alone[begin : begin + _TOGETHER, None]], 1)
        scores -= scores.max(1, keepdims=True)
        scores -= np.log(np.exp(scores).sum(1, keepdims=True))
        found += [Chances(near[w], s[:-1][w], float(s[-1])) for w, s in zip(within, scores, strict=True)]
    return found
