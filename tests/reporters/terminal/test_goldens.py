"""The report as it looks, in readable files: ``fixtures/goldens/terminal/<report>-<width>.txt``.

``python -m tests.reporters.terminal.goldens`` writes them anew.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[3] / "fixtures" / "goldens" / "terminal"
GOLDENS = sorted(path.stem for path in FOLDER.glob("*.txt"))


def test_the_seed_article_is_drawn_from_narrow_to_very_wide() -> None:
    assert {"seed-60", "seed-80", "seed-120", "seed-200"} <= set(GOLDENS)


@pytest.mark.parametrize("golden", GOLDENS)
def test_looks_as_before(golden: str, request: pytest.FixtureRequest, drawn: Callable[..., str]) -> None:
    name, width = golden.rsplit("-", 1)
    shown = drawn(request.getfixturevalue(f"{name}_report"), int(width))
    assert shown == (FOLDER / f"{golden}.txt").read_text(encoding="utf-8")
