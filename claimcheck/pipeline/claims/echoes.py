"""Which claims bear out an earlier one in other words, where the article says that they do: "Brek also said that …".

Words like "also" and "likewise" say that two parties tell the same; the claims may then be less alike than two that
nothing but their wording brings together.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from claimcheck.pipeline.claims.gists import Gist
from claimcheck.pipeline.claims.likeness import differ, same_event

__all__ = ["bears_out", "echoed"]

_REACH = 6
"""Claims before it among which what an "also" takes up is looked for."""
_TELLING = re.compile(r"\d\D*\d.*\d")
"""Figures that no two things have by chance: of three digits or more."""


def echoed(place: int, gists: Sequence[Gist], others: Collection[int]) -> int:
    """The nearest of the claims at ``others`` before the one at ``place`` that it bears out; -1 for none."""
    near = (other for other in range(place - 1, max(-1, place - 1 - _REACH), -1) if other in others)
    return next((other for other in near if bears_out(gists[place], gists[other])), -1)


def bears_out(again: Gist, first: Gist) -> bool:
    """Whether a claim tells what an earlier one tells, if "also" stands beside it.

    Both tell the same event, and of what takes part in it one thing or a figure; or both have a figure that is no
    chance. Nothing in which they could differ may differ.
    """
    if again.negated is not first.negated or again.modal != first.modal or differ(again, first):
        return False
    figures = again.numbers & first.numbers
    if any(_TELLING.search(figure) for figure in figures):
        return True
    if not (same_event(again, first) or again.event_kin & first.kin or first.event_kin & again.kin):
        return False
    return bool(figures) or _has_party(again, first) or _has_party(first, again)


def _has_party(one: Gist, other: Gist) -> bool:
    """Whether who or what takes part in the one is spoken of in the other."""
    return any(
        party in other.words or not other.kin.isdisjoint(one.groups.get(party, frozenset()))
        for party in one.parties - one.events
    )
