"""How much a word tells: "the minister" is in every article, "Fekésházy" in one.

The language model's vocabulary is sorted by how often a word occurs in English, so that its place stands for its
frequency; what is not in the vocabulary is rare.
"""

from __future__ import annotations

import math
from functools import cache

from claimcheck.pipeline.encoder.model import SHIPPED

__all__ = ["weight"]

_FIRST = 1000
"""Where the words begin; before them stand signs and letters."""
_RARE = 10.0
_LEAST = 1.0


@cache
def _places() -> dict[str, int]:
    lines = (SHIPPED / "vocabulary.txt").read_text(encoding="utf-8").split("\n")
    return {word: place for place, word in enumerate(lines)}


def weight(word: str) -> float:
    """From 1 for the commonest words to 10 for those that the vocabulary lacks; ``word`` is in lower case."""
    place = _places().get(word)
    if place is None:
        return _RARE
    return max(_LEAST, math.log2(max(2, place - _FIRST)) - 4.5)
