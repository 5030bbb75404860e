"""Pinned floors, under which no figure may fall: ``floors.json`` has them by dotted path, ``cases.flags.p``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

PINNED = Path(__file__).with_name("floors.json")


def figure(tree: Mapping[str, Any], path: str) -> float:
    """One figure by its dotted path."""
    node: Any = tree
    for part in path.split("."):
        node = node[part]
    return float(node)


def floors(figures: Mapping[str, Any], pinned: Path = PINNED) -> dict[str, float]:
    """The floors of what was measured, by the first part of their paths. There is at least one for each part."""
    every: dict[str, float] = json.loads(pinned.read_text(encoding="utf-8"))
    found = {path: floor for path, floor in every.items() if path.partition(".")[0] in figures}
    if bare := sorted(set(figures) - {path.partition(".")[0] for path in found}):
        raise ValueError(f"{pinned.name} has no floor for {', '.join(bare)}")
    return found


def below(figures: Mapping[str, Any], pinned: Path = PINNED) -> dict[str, dict[str, float]]:
    """What is lower than its floor: ``{"cases.flags.p": {"figure": 91.0, "floor": 95.0}}``."""
    found = {path: {"figure": figure(figures, path), "floor": floor} for path, floor in floors(figures, pinned).items()}
    return {path: both for path, both in found.items() if both["figure"] < both["floor"]}


def raise_to(figures: Mapping[str, Any], pinned: Path = PINNED) -> None:
    """Write higher floors where figures are higher, never lower ones; floors of what was not measured stay."""
    every: dict[str, float] = json.loads(pinned.read_text(encoding="utf-8"))
    every |= {path: max(floor, figure(figures, path)) for path, floor in floors(figures, pinned).items()}
    pinned.write_text(json.dumps(every, indent=2) + "\n", encoding="utf-8")
