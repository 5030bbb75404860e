"""The loss is the exact likelihood, and its gradient the exact gradient. Runs where the training extra is installed."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the training extra is not installed")
pytest.importorskip("numba", reason="the training extra is not installed")

Path = list[tuple[int, int, int]]


def every_path(begin: int, end: int) -> Iterator[Path]:
    if begin == end:
        yield []
        return
    for rest in every_path(begin + 1, end):
        yield [(0, begin, begin), *rest]
    for last in range(begin, end):
        for rest in every_path(last + 1, end):
            for label in (1, 2, 3):
                yield [(label, begin, last), *rest]


def test_loss_and_gradient_agree_with_the_sum_over_all_paths() -> None:
    from training.semimarkov import SemiMarkovLoss

    torch.manual_seed(0)
    lengths = np.array([4, 3])
    shapes = ((2, 3, 4, 4), (2, 4), (4, 4), (4,), (4,))
    segment, outside, between, first, last = parameters = [torch.randn(s, requires_grad=True) for s in shapes]
    gold = [[(1, 0, 1), (2, 2, 2), (0, 3, 3)], [(0, 0, 0), (3, 1, 2)]]

    def score(b: int, path: Path):  # type: ignore[no-untyped-def]
        total = first[path[0][0]] + last[path[-1][0]]
        for k, (label, i, j) in enumerate(path):
            total = total + (outside[b, i] if label == 0 else segment[b, label - 1, j, i])
            if k:
                total = total + between[path[k - 1][0], label]
        return total

    expected = sum(
        torch.logsumexp(torch.stack([score(b, p) for p in every_path(0, int(n))]), 0) - score(b, gold[b])
        for b, n in enumerate(lengths)
    )
    wanted = torch.autograd.grad(expected, parameters)
    flat = np.array([s for path in gold for s in path])
    loss = SemiMarkovLoss.apply(segment, outside, lengths, between, first, last, flat, np.array([0, 3, 5]))
    given = torch.autograd.grad(loss, parameters)

    assert loss.item() == pytest.approx(expected.item(), rel=1e-5)
    for a, b in zip(given, wanted, strict=True):
        assert torch.allclose(a, b, atol=1e-5)
