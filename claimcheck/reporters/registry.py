"""Entries of the registry as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from claimcheck.sources import Found

__all__ = ["to_list"]


def to_list(found: Iterable[Found]) -> list[dict[str, Any]]:
    """One dictionary an entry, in the order in which they were found.

    ``how``: exact, alias, acronym, metonym or fuzzy, as mentions have it; ``part`` where a name only holds what was
    asked for; ``listed`` where nothing was. ``matched`` is the name that matched, ``score`` how similar it is, 0 to 1.
    """
    return [
        {
            "id": each.entry.id,
            "name": each.entry.name,
            "kind": each.entry.kind.value,
            "country": each.entry.country,
            "state_controlled": None if each.entry.state_controlled is None else each.entry.state_controlled.value,
            "homepage": each.entry.homepage,
            "aliases": list(each.entry.aliases),
            "metonyms": list(each.entry.metonyms),
            "how": each.how,
            "matched": each.name,
            "score": round(each.score, 4),
        }
        for each in found
    ]
