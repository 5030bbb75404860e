"""Words' entity scores into named spans."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt


def best_entities(
    scores: npt.NDArray[np.float32], kinds: Sequence[str], sentences: Sequence[tuple[int, int]]
) -> list[tuple[int, int, str]]:
    """Entities as (first word, word after the last, kind), in text order.

    ``scores`` (words, 1 + 2 · kinds) are those of outside and, per kind, of beginning and of going on. An entity runs
    from a word that begins one through all that go on, whatever their kind, and takes the kind that scores best over
    the whole run; it does not cross a sentence.
    """
    tags = scores.argmax(1)
    begins = {begin for begin, _ in sentences}
    runs: list[list[int]] = []
    for word in map(int, np.flatnonzero(tags)):
        goes_on = tags[word] % 2 == 0 and runs and runs[-1][1] == word and word not in begins
        if goes_on:
            runs[-1][1] = word + 1
        else:
            runs.append([word, word + 1])
    either = np.maximum(scores[:, 1::2], scores[:, 2::2])
    return [(first, end, kinds[int(either[first:end].sum(0).argmax())]) for first, end in runs]


_INNER = frozenset({"of", "the", "and", "for", "&", "de", "del", "la"})
"""Words that stand inside names, never at their end."""


def whole_names(entities: Sequence[tuple[int, int, str]], texts: Sequence[str]) -> list[tuple[int, int, str]]:
    """Entities that end as names do: one that ends in "of the" goes on with the next if that follows at once.

    ``texts`` are the words. "University Library of the" and "Vrije Universiteit" are one; "Emperor of" is "Emperor".
    """
    found: list[tuple[int, int, str]] = []
    for first, end, kind in entities:
        if found and found[-1][1] == first and texts[first - 1].lower() in _INNER:
            begin, _, kind = found.pop()
            found.append((begin, end, kind))
        else:
            found.append((first, end, kind))
    whole = []
    for first, end, kind in found:
        while end - 1 > first and texts[end - 1].lower() in _INNER:
            end -= 1
        whole.append((first, end, kind))
    return whole
