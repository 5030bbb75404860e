"""Finds entries for somebody who asks by a name, a part of one, or something like one, and says why each was found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.domain import MentionHow
from claimcheck.sources.entry import Entry
from claimcheck.sources.registry import Registry
from claimcheck.sources.similarity import like
from claimcheck.sources.spelling import key, without_article

__all__ = ["LISTED", "PART", "Found", "search"]

LISTED = "listed"
"""``how`` of entries that nobody asked for by name."""
PART = "part"
"""``how`` of a name that only contains what was asked for."""
_MOST_ALIKE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One entry and why it was found."""

    entry: Entry
    how: str
    """``exact``, ``alias``, ``acronym``, ``metonym``, ``fuzzy`` as in a report; :data:`PART`; :data:`LISTED`."""
    name: str
    """The name that matched."""
    score: float
    """Similarity, 0 to 1; below 1 only for ``fuzzy``."""


def search(registry: Registry, query: str) -> tuple[Found, ...]:
    """The entries that ``query`` may mean: those it names, then those whose names hold its words, the
    last one in part perhaps; each entry once.

    Only where there are none, those with a similar name, the most similar first. An empty query lists all entries by
    name.

    >>> [found.entry.name for found in search(shipped_registry(), "AFP")][0]  # doctest: +SKIP
    'Agence France-Presse'
    """
    asked = query.strip()
    if not asked:
        entries = sorted(registry.entries, key=lambda entry: (key(entry.name), entry.id))
        return tuple(Found(entry=entry, how=LISTED, name=entry.name, score=1.0) for entry in entries)
    found: dict[str, Found] = {}
    for each in (*_named(registry, asked), *_holding(registry, asked)):
        found.setdefault(each.entry.id, each)
    return tuple(found.values()) or tuple(_alike(registry, asked))


def _named(registry: Registry, asked: str) -> Iterator[Found]:
    # In a search, unlike in a text, nobody writes capitals for the sake of the sentence.
    for form in dict.fromkeys((asked, asked.title(), asked.upper())):
        for how, owners in registry.owners(form):
            for entry in owners:
                name = _own_name(entry, form)
                step = MentionHow.ALIAS if how is MentionHow.EXACT and name != entry.name else how
                yield Found(entry=entry, how=str(step), name=name, score=1.0)


def _own_name(entry: Entry, form: str) -> str:
    """The name of the entry that a form stands for; of initials, its first."""
    asked = key(without_article(form))
    names = (*entry.names, *entry.metonyms)
    return next((name for name in names if key(without_article(name)) == asked), entry.name)


def _holding(registry: Registry, asked: str) -> Iterator[Found]:
    # The last word may be the beginning of one.
    words = f" {key(asked)}"
    for entry in sorted(registry.entries, key=lambda entry: (key(entry.name), entry.id)):
        holding = (name for name in (*entry.names, *entry.metonyms) if words in f" {key(name)}")
        name = next(holding, entry.id if asked == entry.id else None)
        if name is not None:
            yield Found(entry=entry, how=PART, name=name, score=1.0)


def _alike(registry: Registry, asked: str) -> Iterator[Found]:
    owners: dict[str, list[tuple[Entry, str]]] = {}
    for entry in registry.entries:
        for name in entry.names:
            owners.setdefault(key(without_article(name)), []).append((entry, name))
    seen: set[str] = set()
    for spelled, score in like(key(without_article(asked)), tuple(owners), limit=_MOST_ALIKE):
        for entry, name in owners[spelled]:
            if entry.id not in seen:
                seen.add(entry.id)
                yield Found(entry=entry, how=str(MentionHow.FUZZY), name=name, score=score)
