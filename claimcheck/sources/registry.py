"""Looks a name up among the sources that the package, and a newsroom's own file, know.

The steps, in this order, each recorded as ``how``: exact; the same name in another spelling; initials; nearly the same
letters, within one kind; and, only where the caller has seen that the grammar allows it, a metonym. A name that several
entries own is decided by the article's context or left undecided, never guessed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from claimcheck.domain import MentionHow, SourceKind
from claimcheck.errors import InputError
from claimcheck.sources.countries import Countries, Country, government_of, shipped_countries
from claimcheck.sources.entry import Entry, changed_by, entry_from
from claimcheck.sources.similarity import LENGTH, most_similar
from claimcheck.sources.spelling import initials, is_acronym, key, without_article
from claimcheck.sources.tables import read_tables, shipped

__all__ = ["Context", "Match", "Registry", "shipped_registry"]

_FILES = (
    "agencies", "outlets_europe", "outlets_americas", "outlets_africa", "outlets_asia_pacific", "governments",
    "central_banks", "companies", "forces_and_justice", "international_bodies", "organisations",
)  # fmt: skip

_SCORES = {MentionHow.EXACT: 1.0, MentionHow.ALIAS: 0.95, MentionHow.ACRONYM: 0.8, MentionHow.METONYM: 0.9}


class Context(Protocol):
    """What an article tells about the entries that a name could mean; asked only when a name has several owners."""

    @property
    def countries(self) -> Collection[str]:
        """Codes of the countries that the article speaks of."""

    @property
    def entries(self) -> Collection[str]:
        """Ids of the entries that the article names unmistakably elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What a name led to."""

    entry: Entry | None
    """None when several entries own the name and nothing decides."""
    how: MentionHow
    score: float
    candidates: tuple[Entry, ...] = ()
    """The owners of an undecided name."""


class Registry:
    """Entries and their index. Immutable; :meth:`overridden_by` gives a new one.

    A name that an entry of ``own`` (ids) has is that entry's alone, whoever else has it.
    """

    def __init__(
        self, entries: Iterable[Entry], countries: Iterable[Country] = (), own: Collection[str] = frozenset()
    ) -> None:
        self._countries = tuple(countries)
        self._own = frozenset(own)
        self.countries = Countries(self._countries)
        self.entries: tuple[Entry, ...] = tuple({entry.id: entry for entry in entries}.values())
        self._exact: dict[str, list[Entry]] = {}
        self._spelled: dict[str, list[Entry]] = {}
        self._metonyms: dict[str, list[Entry]] = {}
        self._names: dict[str, set[str]] = {}
        for entry in self.entries:
            for name in entry.names:
                _own(self._exact, without_article(name) if " " in without_article(name) else name, entry)
                for spelled in _keys(name):
                    _own(self._spelled, spelled, entry)
            for metonym in entry.metonyms:
                _own(self._metonyms, key(without_article(metonym)), entry)
        self._initials: Mapping[str, tuple[Entry, ...]] | None = None
        self._by_kind: dict[SourceKind, tuple[str, ...]] = {}

    def overridden_by(self, path: Path) -> Registry:
        """This registry with the entries of a newsroom's own file.

        A table under an id of this registry need only hold what it changes; any other is an entry of its own, for which
        an example may be left out. Raises ``InputError`` that names the file and the table when the file cannot be read
        or an entry is wrong.
        """
        known = {entry.id: entry for entry in self.entries}
        try:
            own = [changed_by(known.get(id), id, table) for id, table in read_tables(path).items()]
        except ValueError as error:
            raise InputError(str(path), str(error)) from error
        return Registry((*self.entries, *own), self._countries, self._own | {entry.id for entry in own})

    def owners(self, name: str) -> Iterator[tuple[MentionHow, tuple[Entry, ...]]]:
        """Who has a name, by each of the steps that compare it letter by letter; a metonym last."""
        bare = without_article(name)
        if bare:
            yield MentionHow.EXACT, tuple(self._exact.get(bare) or self._exact.get(name) or ())
            yield MentionHow.ALIAS, self._by_spelling(name)
            yield MentionHow.ACRONYM, self._by_initials(bare)
            yield MentionHow.METONYM, self._by_metonym(bare)

    def lookup(
        self,
        name: str,
        *,
        kinds: Collection[SourceKind] | None = None,
        context: Context | None = None,
        metonym: bool = False,
    ) -> Match | None:
        """The entry that ``name`` means, or None.

        ``name`` is a proper name as the text has it, with or without its article. ``kinds`` are those that the text
        allows ("the newspaper El Universal"); similarity is tried only when they are given. ``metonym``: the name
        stands where it speaks or decides, so that "Washington" may be the US government.

        >>> shipped_registry().lookup("Ministry of Defence of Ukraine").entry.name
        'Ukrainian Defense Ministry'
        """
        bare = without_article(name)
        for how, owners in self.owners(name):
            if how is MentionHow.METONYM:
                match = self._by_similarity(key(bare), kinds) if kinds else None
                if match is not None or not metonym:
                    return match
            match = self._match(how, bare, owners, kinds, context)
            if match is not None:
                return match
        return None

    def _match(
        self,
        how: MentionHow,
        bare: str,
        owners: Collection[Entry],
        kinds: Collection[SourceKind] | None,
        context: Context | None,
    ) -> Match | None:
        if kinds:
            fitting = [entry for entry in owners if entry.kind in kinds]
            # "The Anadolu Agency": a full name of several words says more than the noun in it.
            is_full = how in (MentionHow.EXACT, MentionHow.ALIAS) and " " in bare and len(owners) == 1
            owners = owners if is_full and not fitting else fitting
        owners = [entry for entry in owners if entry.id in self._own] or owners
        if not owners:
            return None
        entry = next(iter(owners)) if len(owners) == 1 else _decided(owners, context)
        if entry is None:
            return Match(entry=None, how=MentionHow.UNRESOLVED, score=1 / len(owners), candidates=tuple(owners))
        if how is MentionHow.EXACT and bare != without_article(entry.name):
            how = MentionHow.ALIAS
        if how is MentionHow.ACRONYM and not _speaks_of(entry, context):
            return None
        return Match(entry=entry, how=how, score=_SCORES[how])

    def _by_spelling(self, name: str) -> tuple[Entry, ...]:
        bare = without_article(name)
        for spelled in dict.fromkeys((key(name), key(bare))):
            owners = [entry for entry in self._spelled.get(spelled, ()) if _same_case(entry, spelled, bare)]
            if owners:
                return tuple(owners)
        return ()

    def _by_metonym(self, bare: str) -> tuple[Entry, ...]:
        if not (bare[0].isupper() or not bare[0].isalpha()) or (len(key(bare)) <= 3 and not bare.isupper()):
            return ()
        return tuple(self._metonyms.get(key(bare), ()))

    def _by_initials(self, bare: str) -> tuple[Entry, ...]:
        letters = bare.replace(".", "")
        if not (3 <= len(letters) <= 7 and letters.isupper() and letters.isalpha()):
            return ()
        if self._initials is None:
            owners: dict[str, list[Entry]] = {}
            for entry in self.entries:
                for formed in {initials(name) for name in entry.names if " " in name}:
                    _own(owners, formed, entry)
            self._initials = {formed: tuple(same) for formed, same in owners.items()}
        return self._initials.get(letters, ())

    def _by_similarity(self, spelled: str, kinds: Collection[SourceKind]) -> Match | None:
        best: tuple[str, float] | None = None
        for kind in sorted(kinds):
            if kind not in self._by_kind:
                names = {
                    form for entry in self.entries if entry.kind is kind for name in entry.names for form in _keys(name)
                }
                self._by_kind[kind] = tuple(sorted(form for form in names if len(form) >= LENGTH))
            found = most_similar(spelled, self._by_kind[kind])
            if found is not None and (best is None or found[1] > best[1]):
                best = found
        if best is None:
            return None
        owners = [entry for entry in self._spelled[best[0]] if entry.kind in kinds]
        if len(owners) != 1:
            return None
        return Match(entry=owners[0], how=MentionHow.FUZZY, score=best[1])


def _own(index: dict[str, list[Entry]], name: str, entry: Entry) -> None:
    owners = index.setdefault(name, [])
    # One entry's names are indexed one after the other.
    if not owners or owners[-1] is not entry:
        owners.append(entry)


def _keys(name: str) -> tuple[str, ...]:
    """The spelling keys under which a name is found.

    A name of an article and one word ("The Hill") needs its article: without it, it is somebody else's.
    """
    bare = without_article(name)
    if bare == name:
        return (key(name),)
    return (key(name), key(bare)) if " " in bare else (key(name),)


def _same_case(entry: Entry, spelled: str, bare: str) -> bool:
    """Whether the case fits: "who" and "time" in lower case are words, "Nato" is NATO, "Who" is not WHO."""
    for name in entry.names:
        if spelled not in _keys(name):
            continue
        own = without_article(name)
        if is_acronym(own):
            if bare.isupper() or (len(own) >= 4 and bare.istitle()):
                return True
        elif bare[0].isupper() or not own[0].isupper() or " " in bare:
            return True
    return False


def _decided(owners: Collection[Entry], context: Context | None) -> Entry | None:
    if context is None:
        return None
    for fits in (
        [entry for entry in owners if entry.id in context.entries],
        [entry for entry in owners if entry.country is not None and entry.country in context.countries],
    ):
        if len(fits) == 1:
            return fits[0]
    return None


def _speaks_of(entry: Entry, context: Context | None) -> bool:
    """Whether initials that no data lists may mean this entry: the article must name it or its country."""
    if context is None:
        return False
    return entry.id in context.entries or (entry.country is not None and entry.country in context.countries)


@lru_cache(maxsize=1)
def shipped_registry() -> Registry:
    """The registry that ships with the package, read once a process."""
    countries = shipped_countries()
    listed = (entry_from(id, table) for name in _FILES for id, table in shipped(name).items())
    return Registry((*listed, *map(government_of, countries)), countries)
