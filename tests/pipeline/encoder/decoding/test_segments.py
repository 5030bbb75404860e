"""The best segmentation is the best of all segmentations, tried one by one."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.pipeline.encoder.decoding.segments import (
    CONTENT,
    OUTSIDE,
    PRICES,
    SPARE,
    Segment,
    Transitions,
    best_segments,
)

Path = list[Segment]


def every_path(begin: int, end: int) -> Iterator[Path]:
    if begin == end:
        yield []
        return
    for rest in every_path(begin + 1, end):
        yield [Segment(OUTSIDE, begin, begin), *rest]
    for last in range(begin, end):
        for rest in every_path(last + 1, end):
            for label in (1, 2, 3):
                yield [Segment(label, begin, last), *rest]


def score(path: Path, scores: np.ndarray, u: np.ndarray, v: np.ndarray, t: Transitions) -> float:
    total = t.first[path[0].label] + t.last[path[-1].label]
    for k, s in enumerate(path):
        if s.label == OUTSIDE:
            total += scores[s.first, 0]
        else:
            role = s.label - 1
            size = u.shape[1] // 3
            total += scores[s.first : s.last + 1, 1 + role].sum() + scores[s.first, 4 + role] + scores[s.last, 7 + role]
            at = slice(role * size, (role + 1) * size)
            total += float(u[s.first, at] @ v[s.last, at]) / size**0.5
        if k:
            total += t.between[path[k - 1].label, s.label]
    return float(total)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.lists(st.integers(1, 4), min_size=1, max_size=3))
def test_the_segmentation_with_the_highest_expected_gain_is_found(seed: int, lengths: list[int]) -> None:
    rng = np.random.default_rng(seed)
    words = sum(lengths)
    scores, u, v = (rng.normal(size=(words, n)).astype(np.float32) for n in (10, 6, 6))
    t = Transitions(*(rng.normal(size=shape).astype(np.float32) for shape in ((4, 4), (4,), (4,))))
    ends = np.cumsum(lengths)
    paragraphs = [(int(e - n), int(e)) for e, n in zip(ends, lengths, strict=True)]

    found, spare = best_segments(scores, u, v, paragraphs, t)

    for begin, end in paragraphs:
        mine = [s for s in found if begin <= s.first < end]
        paths = list(every_path(begin, end))
        weights = np.exp([score(path, scores, u, v, t) for path in paths])
        probability: dict[tuple[int, int, int], float] = {}
        for path, weight in zip(paths, weights / weights.sum(), strict=True):
            for s in path:
                key = (s.label, s.first, s.last)
                probability[key] = probability.get(key, 0.0) + float(weight)

        def gain(path: Path, probability: dict[tuple[int, int, int], float] = probability) -> float:
            return sum(probability[s.label, s.first, s.last] - PRICES[s.label] for s in path if s.label != OUTSIDE)

        assert gain(mine) == pytest.approx(max(gain(path) for path in paths), abs=1e-4)
        for s in mine:
            assert s.probability == pytest.approx(probability[s.label, s.first, s.last], abs=2e-4)
        taken = {word for s in mine for word in range(s.first, s.last + 1)}
        kept = {
            (label, first, last)
            for (label, first, last), chance in probability.items()
            if label == CONTENT and chance > SPARE + 1e-3 and taken.isdisjoint(range(first, last + 1))
        }
        assert kept <= {(s.label, s.first, s.last) for s in spare}
        assert all(s.label == CONTENT for s in spare)


def test_nothing_to_read_gives_nothing() -> None:
    t = Transitions(np.zeros((4, 4), np.float32), np.zeros(4, np.float32), np.zeros(4, np.float32))
    assert best_segments(np.zeros((0, 10)), np.zeros((0, 6)), np.zeros((0, 6)), [], t) == ([], [])


def test_a_segment_never_crosses_a_paragraph() -> None:
    scores = np.zeros((6, 10), np.float32)
    scores[:, 3] = 9.0  # every word wants to be content
    scores[:, 6] = -6.0  # and every beginning costs
    flat = np.zeros((6, 6), np.float32)
    t = Transitions(np.zeros((4, 4), np.float32), np.zeros(4, np.float32), np.zeros(4, np.float32))
    found = best_segments(scores, flat, flat, [(0, 3), (3, 6)], t).chosen
    assert [(s.first, s.last) for s in found] == [(0, 2), (3, 5)]


@pytest.mark.parametrize("length", [1, 2, 300])
def test_a_paragraph_of_any_length_is_read(length: int) -> None:
    scores = np.zeros((length, 10), np.float32)
    scores[:, 2] = 20.0
    scores[:, 5] = -12.0
    flat = np.zeros((length, 6), np.float32)
    t = Transitions(np.full((4, 4), -1.0, np.float32), np.zeros(4, np.float32), np.zeros(4, np.float32))
    assert [(s.label, s.first, s.last) for s in best_segments(scores, flat, flat, [(0, length)], t).chosen] == [
        (2, 0, length - 1)
    ]
