"""Countries as a text speaks of them: by name, by adjective, by the seat of government.

They serve three ends: "Tashkent announced" is the Uzbek government; "the Kazakh energy ministry" belongs to Kazakhstan;
and an alias that two entries own ("ABC") goes to the one whose country the article speaks of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimcheck.domain import SourceKind
from claimcheck.sources.entry import Entry
from claimcheck.sources.spelling import key, without_article
from claimcheck.sources.tables import Table, check_keys, shipped

__all__ = ["Countries", "Country", "government_of", "shipped_countries"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """One country."""

    code: str
    """ISO 3166-1 alpha-2."""
    name: str
    example: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    """The first one forms the government's name; may be empty."""
    capitals: tuple[str, ...] = ()
    """Seats of government; empty where the city is called like the country."""


_REQUIRED = frozenset({"name", "example"})
_ALLOWED = _REQUIRED | {"aliases", "adjectives", "capitals"}


def _country(code: str, table: Table) -> Country:
    check_keys(code, table, _REQUIRED, _ALLOWED)
    return Country(
        code=code,
        name=table["name"],
        example=table["example"],
        aliases=tuple(table.get("aliases", ())),
        adjectives=tuple(table.get("adjectives", ())),
        capitals=tuple(table.get("capitals", ())),
    )


def shipped_countries() -> tuple[Country, ...]:
    """The countries of the package's data, in the order of the file."""
    return tuple(_country(code, table) for code, table in shipped("countries").items())


def government_of(country: Country) -> Entry:
    """The source for which a country and its capital stand: "Uzbek government" for Uzbekistan and Tashkent."""
    names = (country.name, *country.aliases)
    if country.adjectives:
        canonical, *others = (f"{adjective} government" for adjective in country.adjectives)
    else:
        canonical, others = f"Government of {country.name}", []
    aliases = (*others, *(form for name in names for form in _owned(without_article(name))))
    return Entry(
        id=f"government-{country.code.lower()}",
        name=canonical,
        kind=SourceKind.GOVERNMENT,
        example=country.example,
        aliases=tuple(dict.fromkeys(alias for alias in aliases if alias != canonical)),
        metonyms=tuple(dict.fromkeys((*country.capitals, *names))),
        country=country.code,
    )


def _owned(name: str) -> tuple[str, ...]:
    owner = f"{name}'" if name.endswith("s") else f"{name}'s"
    return f"{owner} government", f"government of {name}", f"Government of {name}"


class Countries:
    """Looks countries up by any of the words that a text uses for them."""

    def __init__(self, countries: Iterable[Country]) -> None:
        names: dict[str, set[str]] = {}
        for country in countries:
            # "Georgia" the state, "Jordan" the man: the caller knows whether the words are a place.
            for word in (country.name, *country.aliases, *country.adjectives, *country.capitals):
                names.setdefault(key(word), set()).add(country.code)
        self._codes: Mapping[str, str] = {word: codes.pop() for word, codes in names.items() if len(codes) == 1}

    def code_of(self, words: str) -> str | None:
        """The country that the words name, if they name one: "Kazakh", "Kazakhstan's" and "Astana" give ``KZ``.

        None for words that two countries share ("Congolese") and for words in lower case.
        """
        if not words or not words[0].isupper():
            return None
        return self._codes.get(key(words.removesuffix("'s").removesuffix("’s")))
