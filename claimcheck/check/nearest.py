"""The word that somebody who mistyped meant."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["nearest"]

_LIKE = 0.7


def nearest(word: str, known: Iterable[str]) -> str:
    """``"; did you mean …?"`` with the known word that is most like ``word``; where none is like it, nothing."""
    from rapidfuzz import process
    from rapidfuzz.distance import JaroWinkler

    found = process.extractOne(
        word.lower(), list(known), scorer=JaroWinkler.similarity, processor=str.lower, score_cutoff=_LIKE
    )
    return "" if found is None else f"; did you mean {found[0]!r}?"
