"""The semi-Markov CRF's likelihood and its gradient (Sarawagi & Cohen 2004), exact, compiled.

A paragraph of ``n`` words is cut into segments: single outside words (label 0) and source, cue and content segments
(labels 1 to 3) of any length. ``segment[b, k, j, i]`` scores label ``k + 1`` over words ``i … j`` inclusive,
``outside[b, i]`` scores label 0 on word ``i``; ``transition[a, b]`` scores label ``b`` after ``a``.
"""

from __future__ import annotations

import numba
import numpy as np
import torch

LABELS = 4


@numba.njit(fastmath=True, cache=True)
def _lse(values, count):
    top = -1e30
    for a in range(count):
        if values[a] > top:
            top = values[a]
    total = 0.0
    for a in range(count):
        total += np.exp(values[a] - top)
    return top + np.log(total)


@numba.njit(parallel=True, fastmath=True, cache=True)
def _gradients(
    segment,
    outside,
    lengths,
    transition,
    first,
    last,
    gold,
    gold_from,
    d_segment,
    d_outside,
    d_trans,
    d_first,
    d_last,
    loss,
):
    for b in numba.prange(segment.shape[0]):
        n = lengths[b]
        alpha = np.full((n, 4), -1e30)
        base = np.full((n, 4), -1e30)
        beta = np.full((n, 4), -1e30)
        begin = np.full((n, 4), -1e30)
        four = np.empty(4)
        many = np.empty(n)
        for j in range(n):
            for k in range(4):
                if j == 0:
                    base[j, k] = first[k]
                else:
                    for p in range(4):
                        four[p] = alpha[j - 1, p] + transition[p, k]
                    base[j, k] = _lse(four, 4)
            alpha[j, 0] = base[j, 0] + outside[b, j]
            for k in range(1, 4):
                for i in range(j + 1):
                    many[i] = base[i, k] + segment[b, k - 1, j, i]
                alpha[j, k] = _lse(many, j + 1)
        for k in range(4):
            four[k] = alpha[n - 1, k] + last[k]
        z = _lse(four, 4)
        for i in range(n - 1, -1, -1):
            for k in range(4):
                if i == n - 1:
                    beta[i, k] = last[k]
                else:
                    for p in range(4):
                        four[p] = transition[k, p] + begin[i + 1, p]
                    beta[i, k] = _lse(four, 4)
            begin[i, 0] = outside[b, i] + beta[i, 0]
            for k in range(1, 4):
                for j in range(i, n):
                    many[j - i] = segment[b, k - 1, j, i] + beta[j, k]
                begin[i, k] = _lse(many, n - i)
        for j in range(n):
            d_outside[b, j] = np.exp(base[j, 0] + outside[b, j] + beta[j, 0] - z)
            for k in range(1, 4):
                for i in range(j + 1):
                    d_segment[b, k - 1, j, i] = np.exp(base[i, k] + segment[b, k - 1, j, i] + beta[j, k] - z)
            if j > 0:
                for p in range(4):
                    for k in range(4):
                        d_trans[b, p, k] += np.exp(alpha[j - 1, p] + transition[p, k] + begin[j, k] - z)
        for k in range(4):
            d_first[b, k] = np.exp(first[k] + begin[0, k] - z)
            d_last[b, k] = np.exp(alpha[n - 1, k] + last[k] - z)
        score = 0.0
        before = -1
        for g in range(gold_from[b], gold_from[b + 1]):
            k, i, j = gold[g, 0], gold[g, 1], gold[g, 2]
            if k == 0:
                score += outside[b, i]
                d_outside[b, i] -= 1.0
            else:
                score += segment[b, k - 1, j, i]
                d_segment[b, k - 1, j, i] -= 1.0
            if before < 0:
                score += first[k]
                d_first[b, k] -= 1.0
            else:
                score += transition[before, k]
                d_trans[b, before, k] -= 1.0
            before = k
        score += last[before]
        d_last[b, before] -= 1.0
        loss[b] = z - score


class SemiMarkovLoss(torch.autograd.Function):
    """Summed negative log-likelihood of the gold segmentations of a batch of paragraphs.

    ``gold`` is an int array (g, 3) of label, first word, last word in text order, every word in exactly one segment;
    ``gold_from`` (b + 1) says where each paragraph's rows begin.
    """

    @staticmethod
    def forward(ctx, segment, outside, lengths, transition, first, last, gold, gold_from):
        s, o = segment.detach().numpy(), outside.detach().numpy()
        batch = s.shape[0]
        d_segment, d_outside = np.zeros_like(s), np.zeros_like(o)
        d_trans = np.zeros((batch, 4, 4), np.float32)
        d_first, d_last = np.zeros((batch, 4), np.float32), np.zeros((batch, 4), np.float32)
        loss = np.zeros(batch, np.float64)
        _gradients(
            s,
            o,
            lengths,
            transition.detach().numpy(),
            first.detach().numpy(),
            last.detach().numpy(),
            gold,
            gold_from,
            d_segment,
            d_outside,
            d_trans,
            d_first,
            d_last,
            loss,
        )
        ctx.grads = [torch.from_numpy(a) for a in (d_segment, d_outside, d_trans.sum(0), d_first.sum(0), d_last.sum(0))]
        return torch.tensor(float(loss.sum()))

    @staticmethod
    def backward(ctx, up):
        a, b, c, d, e = (g * up for g in ctx.grads)
        return a, b, None, c, d, e, None, None
