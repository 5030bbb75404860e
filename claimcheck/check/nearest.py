"""The word that somebody who mistyped meant."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["nearest"]


def nearest(word: str, known: Iterable[str]) -> str:
    """``"; did you mean …?"`` with the known word that is most like ``word``; without any, nothing."""
    from rapidfuzz import process
    from rapidfuzz.distance import JaroWinkler

    found = process.extractOne(word.lower(), list(known), scorer=JaroWinkler.similarity, processor=str.lower)
    return "" if found is None else f"; did you mean {found[0]!r}?"
