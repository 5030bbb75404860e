"""Paragraphs into source, cue and content segments, from the posteriors of a semi-Markov CRF (Sarawagi & Cohen 2004).

A segment's score is the sum of its words' inside scores, a score for where it begins, one for where it ends, and a
product of two vectors that lets its first and last word see each other (an opening quotation mark and its closing
one, "that" and the end of the clause). Segments do not overlap and do not cross paragraphs.

What is wanted is whole segments that are right, so the choice is not the likeliest segmentation but the one with the
highest expected gain: a segment of probability p is worth p less a price (Goodman 1996, for parses). A higher price
gives fewer and surer segments. Contents that just miss it are kept back: a cue that finds no content may take one
(:mod:`claimcheck.pipeline.encoder.decoding.attributions`). Prices and spare were chosen on PolNeAR dev.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

OUTSIDE, SOURCE, CUE, CONTENT = range(4)
PRICES = (0.0, 0.37, 0.43, 0.45)
"""What a segment must be worth, by label: below this probability it is not taken."""
SPARE = 0.25
"""Contents at least this likely are kept back if they touch no chosen segment."""
_ROLES = 3
_LEAST = 0.02
"""Segments less likely than this are not looked at; far below any price."""
_ALIKE = 2
"""Paragraphs are decoded together as long as the longest is not so many times the shortest."""
_CELLS = 700_000
"""How many segment scores of a label are held at once."""


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
    probability: float = 1.0


class Segmentation(NamedTuple):
    """The segments of a text, in text order."""

    chosen: list[Segment]
    """With the highest expected gain; none overlaps another."""
    spare: list[Segment]
    """Contents beside the chosen that may yet be needed; these may overlap each other."""


def best_segments(
    scores: Floats, pair_from: Floats, pair_to: Floats, paragraphs: Sequence[tuple[int, int]], transitions: Transitions
) -> Segmentation:
    """The segments of all paragraphs.

    ``scores`` (words, 10) are outside, inside × 3, begin × 3, end × 3; ``pair_from`` and ``pair_to`` (words, 3 · d) the
    vectors of first and last words; ``paragraphs`` are half-open ranges of words.
    """
    chosen: list[Segment] = []
    spare: list[Segment] = []
    order = sorted(((end - begin, begin) for begin, end in paragraphs if end > begin), reverse=True)
    at = 0
    while at < len(order):
        longest = order[at][0]
        upto = at + 1
        while upto < len(order) and order[upto][0] * _ALIKE >= longest and (upto - at + 1) * longest**2 <= _CELLS:
            upto += 1
        for begin, candidates, length in _batch(scores, pair_from, pair_to, order[at:upto], transitions):
            best = _highest_gain(candidates, length)
            chosen += [_moved(segment, begin) for segment in best]
            spare += [_moved(segment, begin) for segment in _spare(candidates, best, length)]
        at = upto
    return Segmentation(
        sorted(chosen, key=lambda segment: segment.first),
        sorted(spare, key=lambda segment: (segment.first, segment.last)),
    )


def _batch(
    scores: Floats, pair_from: Floats, pair_to: Floats, items: Sequence[tuple[int, int]], transitions: Transitions
) -> Iterator[tuple[int, list[Segment], int]]:
    """For each paragraph its first word, the segments that are at all likely, numbered from there, and its length.

    ``items`` are lengths and first words, the longest first.
    """
    count, length = len(items), items[0][0]
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
    u = np.moveaxis(pair_from[rows].reshape(count, length, _ROLES, size), 2, 1) * np.float32(size**-0.5)
    v = np.moveaxis(pair_to[rows].reshape(count, length, _ROLES, size), 2, 1)
    segment = np.matmul(u, np.swapaxes(v, 2, 3))
    segment += start[..., None]
    segment += to[:, :, None, :]

    posterior = _posteriors(segment, outside, lengths, transitions)
    likely: list[list[Segment]] = [[] for _ in items]
    for p, role, i, j in np.argwhere(posterior > _LEAST).tolist():
        likely[p].append(Segment(role + 1, i, j, round(float(posterior[p, role, i, j]), 4)))
    for (n, begin), candidates in zip(items, likely, strict=True):
        yield begin, candidates, n


def _moved(segment: Segment, begin: int) -> Segment:
    return Segment(segment.label, segment.first + begin, segment.last + begin, segment.probability)


def _spare(candidates: Sequence[Segment], chosen: Sequence[Segment], length: int) -> list[Segment]:
    taken = np.zeros(length, bool)
    for segment in chosen:
        taken[segment.first : segment.last + 1] = True
    return [
        segment
        for segment in candidates
        if segment.label == CONTENT
        and segment.probability >= SPARE
        and not taken[segment.first : segment.last + 1].any()
    ]


def _posteriors(segment: Floats, outside: Floats, lengths: npt.NDArray[np.int64], transitions: Transitions) -> Floats:
    """The probability of every segment (b, 3, from, to) by the forward-backward algorithm.

    ``segment`` has the scores in the same order, ``outside`` (b, length) those of words outside; ``lengths`` fall, so
    that the paragraphs that have a word of some number are the first so many.
    """
    count, length = outside.shape
    between = transitions.between
    having = [int((lengths > j).sum()) for j in range(length)] + [0]
    # What comes before a segment that begins at a word, by the segment's label, and what comes before the next word.
    entry = np.full((count, 4, length), _NEVER, np.float32)
    entry[:, :, 0] = transitions.first
    total = np.empty(count, np.float32)
    by_end = np.ascontiguousarray(np.swapaxes(segment, 2, 3))
    for j in range(length):
        n = having[j]
        upto = np.empty((n, 4), np.float32)
        upto[:, 0] = entry[:n, 0, j] + outside[:n, j]
        upto[:, 1:] = _log_sum(entry[:n, 1:, : j + 1] + by_end[:n, :, j, : j + 1])
        going_on = having[j + 1]
        total[going_on:n] = _log_sum(upto[going_on:] + transitions.last)
        if going_on:
            entry[:going_on, :, j + 1] = _log_sum(upto[:going_on, None, :] + between.T)
    # What comes after a segment that ends at a word.
    after = np.full((count, 4, length), _NEVER, np.float32)
    probability = np.zeros_like(segment)
    begin = np.empty((count, 4), np.float32)
    for i in range(length - 1, -1, -1):
        n, going_on = having[i], having[i + 1]
        after[going_on:n, :, i] = transitions.last
        if going_on:
            after[:going_on, :, i] = _log_sum(between + begin[:going_on, None, :])
        begin[:n, 0] = outside[:n, i] + after[:n, 0, i]
        whole = segment[:n, :, i, i:] + after[:n, 1:, i:]
        top = np.maximum.reduce(whole, 2)
        whole -= top[..., None]
        chances = np.exp(whole, out=whole)
        begin[:n, 1:] = np.log(np.add.reduce(chances, 2)) + top
        top += entry[:n, 1:, i] - total[:n, None]
        np.multiply(chances, np.exp(np.minimum(top, 0))[..., None], out=probability[:n, :, i, i:])
    return probability


_NEVER = np.float32(-1e9)


def _log_sum(values: Floats) -> Floats:
    """Over the last axis; ``values`` are used up."""
    top = np.maximum.reduce(values, -1, keepdims=True)
    values -= top
    total: Floats = np.log(np.add.reduce(np.exp(values, out=values), -1)) + top[..., 0]
    return total


def _highest_gain(candidates: Sequence[Segment], length: int) -> list[Segment]:
    """The segments without overlap whose probabilities less their price add up to most."""
    ending: dict[int, list[Segment]] = {}
    for segment in candidates:
        ending.setdefault(segment.last, []).append(segment)
    gain = [0.0] * (length + 1)
    chosen: list[Segment | None] = [None] * (length + 1)
    for upto in range(1, length + 1):
        gain[upto] = gain[upto - 1]
        for segment in ending.get(upto - 1, ()):
            worth = gain[segment.first] + segment.probability - PRICES[segment.label]
            if worth > gain[upto]:
                gain[upto], chosen[upto] = worth, segment
    found: list[Segment] = []
    upto = length
    while upto > 0:
        last = chosen[upto]
        if last is None:
            upto -= 1
        else:
            found.append(last)
            upto = last.first
    return found[::-1]
