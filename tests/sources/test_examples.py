"""Every entry's example leads to that very entry."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from claimcheck.sources import Entry, shipped_registry


@dataclass(frozen=True)
class _Said:
    """The countries that an example's other words name."""

    countries: frozenset[str]
    entries: frozenset[str] = frozenset()


def _mention(entry: Entry) -> str:
    """The longest name of the entry that stands in its example."""
    return max((name for name in (*entry.names, *entry.metonyms) if name in entry.example), key=len)


@pytest.mark.parametrize("entry", shipped_registry().entries, ids=lambda entry: entry.id)
def test_an_example_leads_to_its_entry(entry: Entry) -> None:
    known = shipped_registry()
    mention = _mention(entry)
    others = re.findall(r"[^\W\d_]+", entry.example.replace(mention, " "))
    pairs = [" ".join(others[place : place + 2]) for place in range(len(others))]
    said = _Said(frozenset(code for words in (*others, *pairs) if (code := known.countries.code_of(words))))
    match = known.lookup(mention, context=said, metonym=True)
    assert match is not None
    assert match.entry is entry, f"{mention!r} led to {match}"
