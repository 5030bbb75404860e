"""Sentences into dependency trees: every word's best head, and the best tree where those do not form one.

Scores come from a biaffine product (Dozat & Manning 2017). Words whose best heads already make a tree with one root
are left alone; the others get the maximum spanning tree with one root (Chu & Liu 1965, Edmonds 1967).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

_CELLS = 2_000_000
_NEVER = np.float32(-1e9)


def best_heads(
    dependents: Floats,
    heads: Floats,
    bias: Floats,
    root: Floats,
    root_bias: float,
    sentences: Sequence[tuple[int, int]],
) -> Ints:
    """Every word's head as a word number, -1 for the root of its sentence.

    ``dependents`` and ``heads`` are (words, d), ``bias`` (words,) favours some words as heads, ``root`` (d,) and
    ``root_bias`` score the root; ``sentences`` are half-open ranges that cover all words.
    """
    out = np.full(len(dependents), -1, np.int64)
    order = sorted((end - begin, begin) for begin, end in sentences)
    at = 0
    while at < len(order):
        upto = at + 1
        while upto < len(order) and (upto - at + 1) * order[upto][0] ** 2 <= _CELLS:
            upto += 1
        items = order[at:upto]
        lengths = np.array([n for n, _ in items])
        begins = np.array([b for _, b in items])
        longest = items[-1][0]
        rows = begins[:, None] + np.minimum(np.arange(longest), lengths[:, None] - 1)
        d = dependents[rows]
        scores = np.empty((len(items), longest, longest + 1), np.float32)
        scores[..., 0] = d @ root + np.float32(root_bias)
        np.matmul(d, np.swapaxes(heads[rows], 1, 2), out=scores[..., 1:])
        scores[..., 1:] += bias[rows][:, None, :]
        scores[:, np.arange(longest), np.arange(1, longest + 1)] = _NEVER
        scores[..., 1:] += np.where(np.arange(longest) < lengths[:, None], np.float32(0), _NEVER)[:, None, :]
        chosen = scores.argmax(2)
        for k in np.flatnonzero(~_are_trees(chosen, lengths)):
            n = lengths[k]
            chosen[k, :n] = _one_root_tree(scores[k, :n, : n + 1])
        for (n, b), c in zip(items, chosen, strict=True):
            out[b : b + n] = np.where(c[:n] == 0, -1, c[:n] - 1 + b)
        at = upto
    return out


def _are_trees(chosen: Ints, lengths: Ints) -> npt.NDArray[np.bool_]:
    """Which rows of heads (0 is the root) reach the root from everywhere and have one word under it."""
    count, longest = chosen.shape
    real = np.arange(longest) < lengths[:, None]
    up = np.zeros((count, longest + 1), np.int64)
    up[:, 1:] = np.where(real, chosen, 0)
    for _ in range(int(longest).bit_length()):
        up = np.take_along_axis(up, up, 1)
    reached = (up == 0).all(1)
    trees: npt.NDArray[np.bool_] = reached & (((chosen == 0) & real).sum(1) == 1)
    return trees


def _one_root_tree(scores: Floats) -> Ints:
    """The best tree among those with exactly one word under the root; ``scores`` (n, n + 1), column 0 the root."""
    n = len(scores)
    full = np.full((n + 1, n + 1), -np.inf)
    full[1:] = scores
    np.fill_diagonal(full, -np.inf)
    best: Ints | None = None
    best_total = -np.inf
    # The likeliest roots are enough: a root that is not among them would have to make up for its own low score.
    for root in np.argsort(-full[1:, 0], kind="stable")[:3] + 1:
        trial = full.copy()
        trial[1:, 0] = -np.inf
        trial[root, 1:] = -np.inf
        trial[root, 0] = full[root, 0]
        heads = _spanning_tree(trial)
        total = float(full[np.arange(1, n + 1), heads[1:]].sum())
        if total > best_total:
            best, best_total = heads, total
    assert best is not None
    return best[1:]


def _spanning_tree(scores: npt.NDArray[np.float64]) -> Ints:
    """Heads of the maximum spanning arborescence over nodes 0 … n with root 0; ``scores[d, h]``."""
    size = len(scores)
    heads: Ints = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(size, bool)
    inside[cycle] = True
    others = np.flatnonzero(~inside)
    # contract the cycle into one node, put last
    small = np.full((len(others) + 1, len(others) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(others, others)]
    leaving = scores[np.ix_(others, cycle)]
    small[:-1, -1] = leaving.max(1)
    gain = scores[np.ix_(cycle, others)] - scores[cycle, heads[cycle]][:, None]
    small[-1, :-1] = gain.max(0)
    np.fill_diagonal(small, -np.inf)
    contracted = _spanning_tree(small)
    for k, node in enumerate(others[1:], 1):
        h = contracted[k]
        heads[node] = cycle[int(leaving[k].argmax())] if h == len(others) else others[h]
    entry = int(contracted[-1])
    broken = cycle[int(gain[:, entry].argmax())]
    heads[broken] = others[entry]
    return heads


def _cycle(heads: Ints) -> Ints | None:
    """The nodes of a cycle among the heads, None where all reach node 0."""
    state = np.zeros(len(heads), np.int8)
    state[0] = 2
    for begin in range(1, len(heads)):
        path = []
        node = begin
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return np.array(path[path.index(node) :])
        state[path] = 2
    return None
