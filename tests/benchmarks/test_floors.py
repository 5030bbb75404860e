"""Figures against pinned floors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.floors import PINNED, below, figure, floors, raise_to

FIGURES = {"cases": {"status": 84.0, "flags": {"p": 97.5}}}


@pytest.fixture
def pinned(tmp_path: Path) -> Path:
    file = tmp_path / "floors.json"
    file.write_text(json.dumps({"cases.status": 82.5, "cases.flags.p": 98.0, "trees.las": 88.0}), "utf-8")
    return file


def test_a_figure_has_a_dotted_path() -> None:
    assert figure(FIGURES, "cases.flags.p") == 97.5


def test_floors_are_those_of_what_was_measured(pinned: Path) -> None:
    assert floors(FIGURES, pinned) == {"cases.status": 82.5, "cases.flags.p": 98.0}


def test_what_has_no_floor_at_all_is_an_error(pinned: Path) -> None:
    with pytest.raises(ValueError, match=r"floors\.json has no floor for words"):
        floors(FIGURES | {"words": {"f1": 1.0}}, pinned)


def test_only_what_is_lower_is_below(pinned: Path) -> None:
    assert below(FIGURES, pinned) == {"cases.flags.p": {"figure": 97.5, "floor": 98.0}}
    assert below({"trees": {"las": 88.0}}, pinned) == {}


def test_floors_only_rise(pinned: Path) -> None:
    raise_to(FIGURES, pinned)
    assert json.loads(pinned.read_text("utf-8")) == {"cases.status": 84.0, "cases.flags.p": 98.0, "trees.las": 88.0}


def test_what_is_pinned_is_a_share() -> None:
    assert all(0 < floor <= 100 for floor in json.loads(PINNED.read_text("utf-8")).values())
