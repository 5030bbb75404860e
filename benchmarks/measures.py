"""Measures of attribution, syntax and entities; each says what counts as right."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence

TOKEN = re.compile(r"\w+(?:[-'’]\w+)*|[^\w\s]")
ROLES = ("source", "cue", "content")

Offsets = Sequence[Sequence[int]]


class Tally:
    """Right, given and wanted, summed over texts (micro average)."""

    def __init__(self) -> None:
        self.right = self.given = self.wanted = 0

    def add(self, given: Iterable[Hashable], wanted: Iterable[Hashable]) -> None:
        """Count two sets against each other."""
        given, wanted = set(given), set(wanted)
        self.count(len(given & wanted), len(given), len(wanted))

    def count(self, right: int, given: int, wanted: int) -> None:
        """Add figures counted elsewhere."""
        self.right += right
        self.given += given
        self.wanted += wanted

    def scores(self) -> dict[str, float]:
        """Precision, recall and F1 in per cent."""
        p = self.right / self.given if self.given else 0.0
        r = self.right / self.wanted if self.wanted else 0.0
        f = 2 * p * r / (p + r) if p + r else 0.0
        return {"p": round(100 * p, 1), "r": round(100 * r, 1), "f1": round(100 * f, 1)}


class Words:
    """A text's words, so that spans are compared word by word and not character by character."""

    def __init__(self, text: str) -> None:
        found = list(TOKEN.finditer(text))
        self._starts = [m.start() for m in found]
        self._ends = [m.end() for m in found]

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """First and last word that the characters touch, None for none."""
        first = bisect_right(self._ends, start)
        last = bisect_left(self._starts, end) - 1
        return (first, last) if first <= last else None

    def spans(self, offsets: Offsets) -> list[tuple[int, int]]:
        """The same for several."""
        return [s for s in (self.span(a, b) for a, b in offsets) if s is not None]


def _overlap(a: Sequence[tuple[int, int]], b: Sequence[tuple[int, int]]) -> float:
    """Intersection over union of the words; 1 for two empty ones."""
    x = {i for s, e in a for i in range(s, e + 1)}
    y = {i for s, e in b for i in range(s, e + 1)}
    return len(x & y) / len(x | y) if x | y else 1.0


def attribution_scores(
    articles: Iterable[tuple[str, Sequence[Sequence[Mapping[str, Offsets]]], Sequence[Mapping[str, Offsets]]]],
) -> dict[str, dict[str, float]]:
    """Exact spans a role, and who-said-what.

    Each article is its text, the attributions of every annotator, and the predicted ones. ``exact``: a span is right if
    it has the same first and last word as one of the annotator's. ``who_said_what``: an attribution is right if its
    content overlaps a content of the annotator (intersection over union of words at least ½) and its source the source
    of that one (likewise, or both have none).
    """
    exact = {role: Tally() for role in ROLES}
    linked = Tally()
    for text, annotators, predicted in articles:
        words = Words(text)
        mine = [{role: words.spans(a[role]) for role in ROLES} for a in predicted]
        for annotated in annotators:
            gold = [{role: words.spans(a[role]) for role in ROLES} for a in annotated]
            for role in ROLES:
                exact[role].add((s for a in mine for s in a[role]), (s for a in gold for s in a[role]))
            used: set[int] = set()
            right = 0
            for a in mine:
                free = [(_overlap(a["content"], g["content"]), k) for k, g in enumerate(gold) if k not in used]
                share, k = max(free, default=(0.0, -1))
                if share >= 0.5:
                    right += _overlap(a["source"], gold[k]["source"]) >= 0.5
                    used.add(k)
            linked.count(right, len(mine), len(gold))
    return {role: tally.scores() for role, tally in exact.items()} | {"who_said_what": linked.scores()}


def share(right: int, total: int) -> float:
    """Per cent, one decimal."""
    return round(100 * right / total, 1) if total else 0.0


class TreeTally:
    """Universal tags, lemmas and attachments over words; ``las_core`` compares relations without their subtypes."""

    def __init__(self) -> None:
        self._right: Counter[str] = Counter()
        self._total = 0

    def add(self, given: Mapping[str, Hashable], wanted: Mapping[str, Hashable]) -> None:
        """Count one word; both sides have upos, lemma, head and relation."""
        self._total += 1
        self._right["upos"] += given["upos"] == wanted["upos"]
        self._right["lemma"] += given["lemma"] == wanted["lemma"]
        attached = given["head"] == wanted["head"]
        self._right["uas"] += attached
        self._right["las"] += attached and given["relation"] == wanted["relation"]
        self._right["las_core"] += (
            attached and str(given["relation"]).split(":")[0] == str(wanted["relation"]).split(":")[0]
        )

    def scores(self) -> dict[str, float]:
        """Per cent of the words."""
        return {k: share(self._right[k], self._total) for k in ("upos", "lemma", "uas", "las", "las_core")}
