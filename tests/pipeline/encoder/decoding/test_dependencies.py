"""Heads always make one tree, and the best one."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.pipeline.encoder.decoding.dependencies import best_heads

SIZE = 5


def is_tree(heads: list[int]) -> bool:
    """One root (-1), and everybody reaches it."""
    if heads.count(-1) != 1:
        return False
    for start in range(len(heads)):
        node, steps = start, 0
        while node >= 0 and steps <= len(heads):
            node, steps = heads[node], steps + 1
        if node >= 0:
            return False
    return True


def random_scores(seed: int, words: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, float]:
    rng = np.random.default_rng(seed)
    d, h = rng.normal(size=(2, words, SIZE)).astype(np.float32)
    return d, h, rng.normal(size=words).astype(np.float32), rng.normal(size=SIZE).astype(np.float32), 0.3


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 4))
def test_the_best_tree_of_all_is_found(seed: int, words: int) -> None:
    d, h, bias, root, root_bias = random_scores(seed, words)
    heads = best_heads(d, h, bias, root, root_bias, [(0, words)])

    def total(chosen: tuple[int, ...]) -> float:
        return sum(
            float(d[i] @ root) + root_bias if k < 0 else float(d[i] @ h[k] + bias[k]) for i, k in enumerate(chosen)
        )

    trees = [
        c for c in product(range(-1, words), repeat=words) if all(k != i for i, k in enumerate(c)) and is_tree(list(c))
    ]
    assert tuple(heads.tolist()) == max(trees, key=total)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), st.lists(st.integers(1, 30), min_size=1, max_size=5))
def test_every_sentence_is_a_tree_of_its_own(seed: int, lengths: list[int]) -> None:
    ends = np.cumsum(lengths).tolist()
    sentences = [(e - n, e) for e, n in zip(ends, lengths, strict=True)]
    heads = best_heads(*random_scores(seed, ends[-1]), sentences)
    for begin, end in sentences:
        mine = [k - begin if k >= 0 else -1 for k in heads[begin:end].tolist()]
        assert all(-1 <= k < end - begin for k in mine)
        assert is_tree(mine)


def test_the_neighbours_of_a_sentence_do_not_change_it() -> None:
    d, h, bias, root, root_bias = random_scores(3, 12)
    together = best_heads(d, h, bias, root, root_bias, [(0, 5), (5, 12)])
    alone = best_heads(d[5:], h[5:], bias[5:], root, root_bias, [(0, 7)])
    assert together[5:].tolist() == [k + 5 if k >= 0 else -1 for k in alone.tolist()]
