"""Other names in the place of a document's own: the model learns how names stand and not who was in the news."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from training.words import Word

_SWAPPED = 0.7
"""Share of a document's names that are exchanged."""
_PROPER = frozenset({"NNP", "NNPS"})
_TITLES = frozenset({
    "Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms", "Dr.", "Dr", "Prof.", "Professor", "Sir", "Lord", "Lady", "Dame",
    "President", "Senator", "Sen.", "Representative", "Rep.", "Governor", "Gov.", "Mayor", "Secretary",
    "Minister", "Justice", "Judge", "General", "Gen.", "Colonel", "Col.", "Captain", "Capt.", "Sergeant", "Sgt.",
    "King", "Queen", "Prince", "Princess", "Pope", "Saint", "St.", "Chancellor", "Ambassador", "Congressman",
    "Congresswoman", "Speaker",
})  # fmt: skip

_Part = tuple[str, int]
"""Kind of a name (first and last names of people are two kinds) and its number of words."""


def _mentions(words: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
    """First word, end and kind of every entity."""
    i = 0
    while i < len(words):
        tag = words[i].entity or "O"
        j = i + 1
        if tag.startswith("B-"):
            while j < len(words) and words[j].entity == f"I-{tag[2:]}":
                j += 1
            yield i, j, tag[2:]
        i = j


def _parts(words: Sequence[Word]) -> Iterator[tuple[int, _Part]]:
    """What may be exchanged: a person's last name and the first before it, one or two words of other names."""
    for first, end, kind in _mentions(words):
        if kind == "PLACE" or any(w.tag not in _PROPER for w in words[first:end]):
            # Places are few and the same for years: who has learned "France" knows it again.
            continue
        if kind != "PERSON":
            if end - first <= 2:
                yield first, (kind, end - first)
            continue
        if words[end - 1].text not in _TITLES:
            yield end - 1, ("last name", 1)
        if end - first > 1 and words[end - 2].text not in _TITLES:
            yield end - 2, ("first name", 1)


class Names:
    """All names of a corpus, to draw from: a frequent one as often as a rare one."""

    def __init__(self, documents: Iterable[Sequence[Word]]) -> None:
        found: dict[_Part, dict[tuple[str, ...], None]] = {}
        for words in documents:
            for first, part in _parts(words):
                found.setdefault(part, {})[tuple(w.text for w in words[first : first + part[1]])] = None
        self._pools = {part: list(names) for part, names in found.items()}

    def exchanged(self, words: list[Word], rng: random.Random) -> list[Word]:
        """The document with other names, each the same wherever it stands; places of words and labels stay."""
        out = list(words)
        others: dict[tuple[_Part, tuple[str, ...]], tuple[str, ...] | None] = {}
        for first, part in _parts(words):
            name = tuple(w.text for w in words[first : first + part[1]])
            if (part, name) not in others:
                others[part, name] = rng.choice(self._pools[part]) if rng.random() < _SWAPPED else None
            other = others[part, name]
            for i, text in enumerate(other or ()):
                out[first + i] = replace(words[first + i], text=text)
        return out
