"""Patterns for paths, as ``.gitignore`` has them: ``opinion/**``, ``*.draft.md``, ``!keep.md``."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from pathspec import GitIgnoreSpec

__all__ = ["decision", "matches", "relative", "specificity"]

_WILD = re.compile(r"[*?\[]")


def relative(path: Path, folder: Path) -> str | None:
    """``path`` seen from ``folder``, with slashes; None if it is not below it."""
    seen = os.path.relpath(path.absolute(), folder.absolute()).replace(os.sep, "/")
    return None if seen == ".." or seen.startswith("../") else seen


def matches(pattern: str, path: Path, folder: Path) -> bool:
    """Whether a file below ``folder`` is meant."""
    return decision((pattern,), path, folder) is True


def decision(patterns: Iterable[str], path: Path, folder: Path, *, is_folder: bool = False) -> bool | None:
    """What the patterns of ``folder`` say about a file or folder below it: meant, taken out again (``!``), or nothing.

    The last pattern that speaks of it decides.
    """
    seen = relative(path, folder)
    return None if seen is None else _spec(tuple(patterns)).check_file(f"{seen}/" if is_folder else seen).include


@cache
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    return GitIgnoreSpec.from_lines(patterns)


def specificity(pattern: str) -> tuple[int, int]:
    """How narrow a pattern is: by how many folders it names before its first wildcard, then by its length."""
    literal = _WILD.split(pattern.lstrip("/"))[0]
    return literal.count("/") + (literal == pattern.lstrip("/")), len(pattern)
