"""Scoring of reports against journalists' labels of articles that deal with a rumour.

A label says how an article stands to the rumour: ``for`` (it asserts it), ``observing`` (it merely reports it),
``against`` (it refutes it).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from claimcheck.domain import Claim, Status

STANCES = {
    Status.CONFIRMED: "for",
    Status.ASSERTED: "for",
    Status.ATTRIBUTED: "observing",
    Status.UNCONFIRMED: "observing",
    Status.DISPUTED: "observing",
    Status.DENIED: "against",
    Status.REFUTED: "against",
}
_DECIDES_FIRST = (
    Status.REFUTED, Status.DISPUTED, Status.UNCONFIRMED, Status.DENIED, Status.ATTRIBUTED, Status.CONFIRMED,
    Status.ASSERTED,
)  # fmt: skip
"""Of several claims that bear on the rumour the one with the earliest of these statuses speaks for the article."""
_STOP = frozenset({
    "a", "an", "the", "of", "to", "in", "on", "at", "for", "and", "or", "is", "are", "was", "were", "be", "been", "by",
    "with", "from", "as", "that", "this", "it", "its", "his", "her", "their", "has", "have", "had", "will", "would",
    "he", "she", "they", "not", "but", "after", "over", "into", "about", "up", "out", "who", "what", "when",
})  # fmt: skip
_ENDING = re.compile(r"(ing|ed|es|s|ly)$")
_ENOUGH = 0.35
_NEAR_THE_BEST = 0.7


def _words(text: str) -> set[str]:
    words = (word for word in re.findall(r"[a-z0-9]+", text.lower()) if word not in _STOP)
    return {_ENDING.sub("", word) if len(word) > 4 else word for word in words}


class Bearing:
    """Picks the claims of an article that bear on a rumour, by how much of its words, rare ones more, they have.

    ``bodies`` are all articles of the data set: they say which words are rare.
    """

    def __init__(self, bodies: Iterable[str]) -> None:
        words = [_words(body) for body in bodies]
        self._count = len(words)
        self._frequency = Counter(word for found in words for word in found)

    def _weight(self, word: str) -> float:
        return math.log((self._count + 1) / (self._frequency[word] + 0.5))

    def claims(self, rumour: str, claims: Sequence[Claim], body: str) -> list[Claim]:
        """Those with a third of the rumour's weight and near the best, and the other members of their clusters."""
        wanted = _words(rumour)
        whole = sum(self._weight(word) for word in wanted) or 1.0
        scored = []
        for claim in claims:
            around = body[claim.spans[0].start : claim.spans[-1].end]
            shared = wanted & _words(f"{claim.standalone} {around}")
            scored.append((sum(self._weight(word) for word in shared) / whole, claim))
        best = max((score for score, _ in scored), default=0.0)
        found = [claim for score, claim in scored if score >= _ENOUGH and score >= _NEAR_THE_BEST * best]
        same = {name for claim in found for name in claim.same_as}
        return [claim for claim in claims if claim in found or claim.id in same]

    def stance(self, rumour: str, claims: Sequence[Claim], body: str) -> str:
        """How an article stands to a rumour; ``none`` where no claim bears on it."""
        return stance_of(self.claims(rumour, [c for c in claims if c.status is not None and c.spans], body))


def stance_of(claims: Iterable[Claim]) -> str:
    """The stance of an article of which these claims bear on the rumour; ``none`` without any."""
    statuses = {claim.status for claim in claims}
    return next((STANCES[status] for status in _DECIDES_FIRST if status in statuses), "none")


def stance_scores(pairs: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """From (label, given) pairs: F1 a label, their mean, accuracy, and two figures about flagging.

    ``flag_recall``: of articles that merely report, the share not taken for asserting. ``false_alarms``: the same share
    of articles that do assert. An article in which no claim bears on the rumour counts as neither.
    """
    labels = ("for", "observing", "against")
    by_label = {label: f1((gold == label, given == label) for gold, given in pairs) for label in labels}

    def flagged(label: str) -> float:
        of_label = [given for gold, given in pairs if gold == label]
        return round(sum(given in ("observing", "against") for given in of_label) / max(1, len(of_label)), 3)

    return {
        "articles": len(pairs),
        "found": round(sum(given != "none" for _, given in pairs) / max(1, len(pairs)), 3),
        **by_label,
        "macro_f1": round(sum(scores["f1"] for scores in by_label.values()) / len(labels), 3),
        "accuracy": round(sum(gold == given for gold, given in pairs) / max(1, len(pairs)), 3),
        "flag_recall": flagged("observing"),
        "false_alarms": flagged("for"),
        "confusion": {f"{gold} > {given}": count for (gold, given), count in sorted(Counter(pairs).items())},
    }


def f1(pairs: Iterable[tuple[bool, bool]]) -> dict[str, float]:
    """Precision, recall and F1 of (wanted, given) pairs, between 0 and 1."""
    counts = Counter(pairs)
    right, wrong, missed = counts[True, True], counts[False, True], counts[True, False]
    p = right / (right + wrong) if right else 0.0
    r = right / (right + missed) if right else 0.0
    return {"p": round(p, 3), "r": round(r, 3), "f1": round(2 * p * r / (p + r), 3) if right else 0.0}


def headline_scores(rows: Iterable[tuple[Mapping[str, Any], bool]]) -> dict[str, Any]:
    """From (gold row, flagged) pairs: F1 of the flag, and the share of each relation that was flagged."""
    rows = list(rows)
    relations = sorted({gold["relation"] for gold, _ in rows})
    return {
        "pairs": len(rows),
        **f1((gold["flag"], given) for gold, given in rows),
        "flagged": {
            relation: round(
                sum(given for gold, given in rows if gold["relation"] == relation)
                / sum(gold["relation"] == relation for gold, _ in rows),
                3,
            )
            for relation in relations
        },
    }


def balanced_accuracy(pairs: Sequence[tuple[bool, bool]]) -> float:
    """Mean of the shares right among those that are so and those that are not; (wanted, given) pairs."""
    shares = []
    for wanted in (True, False):
        given = [answer for gold, answer in pairs if gold is wanted]
        shares.append(sum(answer is wanted for answer in given) / max(1, len(given)))
    return round(sum(shares) / 2, 3)
