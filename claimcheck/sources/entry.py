"""One source that the registry knows, and what its table in a data file must say."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.domain import SourceKind, StateControl
from claimcheck.sources.tables import Table, check_keys

__all__ = ["Entry", "changed_by", "entry_from"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A source under its canonical name."""

    id: str
    """Lower case, words joined by hyphens."""
    name: str
    """As a report shows it, without a leading "the" unless that is part of the name."""
    kind: SourceKind
    example: str
    """A sentence in which a mention leads to this very entry; empty for an entry of a newsroom's own."""
    aliases: tuple[str, ...] = ()
    """Names that mean it wherever they stand. Two entries may own one alias; then the article decides."""
    metonyms: tuple[str, ...] = ()
    """Names of something else (a city, a country) that mean it where they speak or decide."""
    country: str | None = None
    """ISO 3166-1 alpha-2; None for a body of several states."""
    state_controlled: StateControl | None = None
    homepage: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The canonical name and the aliases."""
        return (self.name, *self.aliases)


_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COUNTRY = re.compile(r"[A-Z]{2}")
_REQUIRED = frozenset({"name", "kind"})
_ALLOWED = _REQUIRED | {"example", "aliases", "metonyms", "country", "state_controlled", "homepage"}

_LISTS = frozenset({"aliases", "metonyms"})


def entry_from(id: str, table: Table) -> Entry:
    """The entry that one table of a shipped file describes.

    Raises ``ValueError`` that names the table when a field is missing, unknown or out of its closed set.
    """
    check_keys(id, table, _REQUIRED | {"example"}, _ALLOWED)
    return _entry(id, table)


def changed_by(entry: Entry | None, id: str, table: Table) -> Entry:
    """``entry`` with the fields that a table of a newsroom's own file gives; the table's own entry when it is None.

    Raises ``ValueError`` as :func:`entry_from` does.
    """
    check_keys(id, table, frozenset() if entry is not None else _REQUIRED, _ALLOWED)
    if entry is None:
        return _entry(id, table)
    kept = {name: getattr(entry, name) for name in _ALLOWED if getattr(entry, name) is not None}
    if "example" not in table:
        # It may speak of a name that is now another.
        del kept["example"]
    return _entry(id, {**kept, **table})


def _entry(id: str, table: Table) -> Entry:
    for field in sorted(table):
        value = table[field]
        words = value if field in _LISTS and isinstance(value, list | tuple) else (value,)
        if (field in _LISTS and words == (value,)) or not all(isinstance(word, str) and word.strip() for word in words):
            raise ValueError(f"[{id}]: {field!r} is {'a list of names' if field in _LISTS else 'a text'} in quotes")
    if not _ID.fullmatch(id):
        raise ValueError(f"[{id}]: an id is lower case, words joined by hyphens")
    country, homepage = table.get("country"), table.get("homepage")
    if country is not None and not _COUNTRY.fullmatch(country):
        raise ValueError(f"[{id}]: {country!r} is no ISO 3166-1 alpha-2 code")
    if homepage is not None and not homepage.startswith("https://"):
        raise ValueError(f"[{id}]: a homepage starts with https://")
    try:
        kind = SourceKind(table["kind"])
        control = StateControl(table["state_controlled"]) if "state_controlled" in table else None
    except ValueError as error:
        raise ValueError(f"[{id}]: {error}") from None
    entry = Entry(
        id=id,
        name=table["name"],
        kind=kind,
        example=table.get("example", ""),
        aliases=tuple(table.get("aliases", ())),
        metonyms=tuple(table.get("metonyms", ())),
        country=country,
        state_controlled=control,
        homepage=homepage,
    )
    if len({*entry.names, *entry.metonyms}) < len(entry.names) + len(entry.metonyms):
        raise ValueError(f"[{id}]: a name stands twice")
    if entry.example and not any(name in entry.example for name in (*entry.names, *entry.metonyms)):
        raise ValueError(f"[{id}]: the example mentions none of its names")
    return entry
