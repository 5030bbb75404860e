"""What the linker sees, and how likely it finds a link."""

from __future__ import annotations

import numpy as np
import pytest

from claimcheck.pipeline.encoder.decoding.links import Chances, LinkWeights, Spans, chances, features


def test_gaps_grow_by_doubling_and_know_their_side() -> None:
    paragraph = np.zeros(200, np.int64)
    no_cues = np.zeros((0, 2), np.int64)
    right = [
        features(np.array([10, 12]), np.array([[13 + g, 14 + g]]), paragraph, no_cues)[0, 0]
        for g in (0, 1, 2, 3, 4, 5, 8, 9, 64, 65, 150)
    ]
    assert right == [9, 10, 11, 12, 12, 13, 13, 14, 16, 17, 17]
    left = features(np.array([10, 12]), np.array([[5, 9], [5, 8]]), paragraph, no_cues)[:, 0]
    assert left.tolist() == [0, 1]


def test_paragraphs_between_are_counted_to_three() -> None:
    paragraph = np.arange(20) // 2
    cells = features(
        np.array([8, 8]), np.array([[0, 0], [6, 6], [8, 9], [10, 10], [18, 18]]), paragraph, np.zeros((0, 2), np.int64)
    )
    assert cells[:, 1].tolist() == [0, 2, 3, 4, 6]


def test_cues_between_are_counted_and_the_ends_are_not_between() -> None:
    paragraph = np.zeros(30, np.int64)
    cues = np.array([[3, 3], [8, 8], [12, 13], [20, 20]])
    cells = features(np.array([3, 3]), np.array([[5, 5], [10, 10], [14, 14], [25, 25]]), paragraph, cues)
    assert cells[:, 2].tolist() == [0, 1, 2, 3]


def weights(none_bias: float) -> LinkWeights:
    return LinkWeights(
        product=np.eye(2, dtype=np.float32),
        none=np.zeros(2, np.float32),
        none_bias=none_bias,
        gap=np.zeros(18, np.float32),
        paragraph=np.zeros(7, np.float32),
        cues=np.zeros(4, np.float32),
    )


def one(row: tuple[int, int], vector: list[float], *candidates: tuple[int, int], bias: float = 0.0) -> Chances:
    """The chances of candidates whose vectors are the unit vectors of a plane, for one row."""
    rows = Spans(np.array([row]), np.array([vector], np.float32))
    others = Spans(np.array(candidates), np.array([[0, 1], [3, 0]], np.float32)[: len(candidates)])
    (found,) = chances(rows, others, np.zeros(1000, np.int64), rows.words, weights(bias))
    return found


def test_every_candidate_has_its_chance_and_so_has_none() -> None:
    found = one((5, 5), [1, 0], (0, 1), (8, 9))
    total = np.exp(0) + np.exp(3) + np.exp(0)
    assert found.partners.tolist() == [0, 1]
    assert np.exp(found.logs) == pytest.approx([1 / total, np.exp(3) / total])
    assert np.exp(found.alone) == pytest.approx(1 / total)
    assert one((5, 5), [1, 0], (0, 1), bias=4.0).alone > -0.02


def test_far_candidates_are_not_looked_at() -> None:
    found = one((5, 5), [9, 9], (900, 901))
    assert (found.partners.tolist(), found.alone) == ([], 0.0)
