"""Which source a cue has, and which cue a content belongs to.

The score of two spans is a bilinear product of their vectors plus three learned terms for what stands between them:
the gap in words, the distance in paragraphs, the number of cues. Training and pipeline share :func:`features`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

GAPS, PARAGRAPHS, CUES = 18, 7, 4
"""Sizes of the three closed sets of classes."""

_REACH = 250
"""Words: farther apart, nothing in the corpus is linked."""


def features(row: Ints, candidates: Ints, paragraph: Ints, cues: Ints) -> Ints:
    """Classes (candidates, 3) of gap, paragraph distance and cues between, for one span against its candidates.

    ``row`` is (first, last) word, ``candidates`` (c, 2); ``paragraph`` numbers every word's paragraph; ``cues`` (k, 2)
    are all cue spans in text order.
    """
    first, last = candidates[:, 0], candidates[:, 1]
    after = first > row[1]
    gap = np.maximum(np.where(after, first - row[1] - 1, row[0] - last - 1), 0)
    size = np.where(gap < 3, gap, np.minimum(8, 1 + np.ceil(np.log2(np.maximum(gap, 1))).astype(np.int64)))
    apart = np.clip(paragraph[first] - paragraph[row[0]], -3, 3) + 3
    low = np.where(after, row[1], last)
    high = np.where(after, first, row[0])
    begun = np.searchsorted(cues[:, 0], high)
    over = np.searchsorted(cues[:, 0], low + 1)
    between = np.clip(begun - over, 0, CUES - 1)
    return np.stack([size + 9 * after, apart, between], 1).astype(np.int64)


@dataclass(frozen=True, slots=True)
class LinkWeights:
    """What one kind of link has learned: ``product`` (d, d), ``none`` (d,), ``none_bias``, and a term a class."""

    product: Floats
    none: Floats
    none_bias: float
    gap: Floats
    paragraph: Floats
    cues: Floats


def best_partners(
    rows: Ints,
    row_vectors: Floats,
    candidates: Ints,
    vectors: Floats,
    paragraph: Ints,
    cues: Ints,
    weights: LinkWeights,
) -> list[tuple[int | None, float]]:
    """For every row span its best candidate's index, None where no partner is likelier, and that choice's probability.

    Spans are (first, last) words; vectors have one row a span.
    """
    chosen: list[tuple[int | None, float]] = []
    wanted = row_vectors @ weights.product
    alone = row_vectors @ weights.none + np.float32(weights.none_bias)
    for k, row in enumerate(rows):
        near = np.flatnonzero((candidates[:, 0] <= row[1] + _REACH) & (candidates[:, 1] >= row[0] - _REACH))
        classes = features(row, candidates[near], paragraph, cues)
        scores = (
            vectors[near] @ wanted[k]
            + weights.gap[classes[:, 0]]
            + weights.paragraph[classes[:, 1]]
            + weights.cues[classes[:, 2]]
        )
        scores = np.append(scores, alone[k])
        best = int(scores.argmax())
        chance = float(1 / np.exp(scores - scores[best]).sum())
        chosen.append((None if best == len(near) else int(near[best]), chance))
    return chosen
