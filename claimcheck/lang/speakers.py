"""What a language calls those who speak, and the places where they speak, as data.

Read from a language's folder: ``roles.toml`` (nouns for people), ``trades.toml`` (how such nouns end),
``bodies.toml`` (bodies, media, documents), ``compounds.toml`` (bodies called by two words), ``name_words.toml`` (words
that tell a body's kind inside its name), ``callings.toml`` (what else tells a kind), ``titles.toml``,
``pronouns.toml``, ``given_names.toml``, ``channels.toml``, ``speech.toml`` (verbs that say through whom) and
``anonymity.toml`` (why and how an unnamed source knows).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from claimcheck.domain import SourceKind
from claimcheck.lang.tables import read_tables

__all__ = ["Channel", "Noun", "Pattern", "Pronoun", "Speakers", "Title", "speakers"]


_SHORTEST_TRADE = 5
"""Letters: "water" and "paper" are no trades."""

_LONGEST_NOUN = 5
"""Tokens: "start-up" has three."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """A common noun for a sort of source: "minister", "press service", "newspaper"."""

    words: str
    """In lower case, as the text has them or as their lemma."""
    kind: SourceKind
    example: str
    """A noun phrase of which this is the head."""
    person: bool = False
    """Whether it means people rather than a body, a medium or a paper."""
    gender: str = ""
    """``male``, ``female`` or empty."""
    speaks_for_body: bool = False
    """Whether the body vouches when no person is named: "a spokesman for the ministry"."""
    named: bool = True
    """Whether a definite one counts as a named source; never for people."""
    also: tuple[str, ...] = ()
    """Other nouns that may then stand for it: a militia is "the group" too."""
    body: SourceKind | None = None
    """The kind of a body that is called so, of a noun that fits people and bodies: "its owner, Azania Lines"."""
    land: bool = False
    """Whether it means a country: as an owner ("the country's president") it tells nothing by whom."""
    vague: bool = False
    """Whether the name tells the kind better, if it tells one: "the agency Andes Press"."""
    generic: bool = False
    """Whether it may stand for any named body of its kind mentioned before: "the company", "the newspaper"."""
    office: SourceKind | None = None
    """The kind of the body that works for such people: "the governor's office" is the government."""
    sent: bool = False
    """Whether whoever sent them vouches, if it is told: "observers from the African Union"."""
    surname: bool = False
    """Of a word in a name: whether it is a surname as well ("Anna Steel"), so that the name may be a person's."""
    place: str = ""
    """Of a word in a name: ``first``, ``last`` or empty for either."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A form of address before a personal name."""

    words: str
    example: str
    gender: str = ""
    office: bool = False
    """Whether who bears it speaks for a body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pronoun:
    """A pronoun that can be a source."""

    word: str
    number: str
    """``singular``, ``plural`` or ``any``."""
    stands_for: str
    """``person``, ``body``, ``any``, ``speaker``, ``addressee`` or ``antecedent`` (of a relative clause)."""
    example: str
    gender: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A word for a place where things are said."""

    words: str
    platform: bool
    """A service known by its name ("Telegram"), in capitals; else a form ("statement")."""
    example: str
    channel: str
    """What the example's channel is called in a report."""
    issuer: bool = False
    """Whether who issued it speaks: "the ministry's statement said"."""
    speaks: bool = False
    """Whether it is source and channel at once: "a video shows"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """Words about an unnamed source."""

    pattern: re.Pattern[str]
    example: str
    shows: str
    """What the pattern takes of the example."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speakers:
    """One language's words for speakers and channels, by the word they are looked up with (lower case)."""

    nouns: Mapping[str, Noun]
    compounds: Mapping[str, Noun]
    """Bodies called by two words, looked up like ``nouns``: "patent office", "mining group"."""
    name_words: Mapping[str, Noun]
    titles: Mapping[str, Title]
    pronouns: Mapping[str, Pronoun]
    channels: Mapping[str, Channel]
    verbs: Mapping[str, frozenset[str]]
    """Lemmas by what they say: ``telling``, ``citing``, ``showing``, ``speaking``, and nouns for an ``audience``."""
    verb_examples: Mapping[tuple[str, str], str]
    """A sentence for every pair of such a list and a lemma."""
    given_names: Mapping[str, str]
    """The gender of those given names that only one bears, by the name in lower case."""
    trade_endings: tuple[str, ...]
    """How nouns for people end ("glassblower"), most of them."""
    no_trades: frozenset[str]
    """Nouns that end so and mean no people ("newsletter")."""
    people: frozenset[str]
    """Nouns for people who are spoken of rather than quoted ("bride")."""
    callings: Mapping[str, frozenset[str]]
    """Words that tell a kind beside the noun: verbs of an ``official`` and of a ``company``, words for who has
    ``left``, nouns for ``works`` of art, and offices in a ``firm`` or a ``team``."""
    reasons: tuple[Pattern, ...]
    bases: tuple[Pattern, ...]

    def noun(self, words: Sequence[str], lemmas: Sequence[str]) -> tuple[Noun, int] | None:
        """The entry for the longest end of a noun group, and its first position in it.

        Both in lower case; a form of its own ("media reports", "rebels") comes before the lemma.

        >>> speakers("en").noun(["water", "ministers"], ["water", "minister"])[0].words
        'minister'
        """
        size = len(words)
        for start in range(max(0, size - _LONGEST_NOUN), size):
            for last in (words[-1], lemmas[-1]):
                spelled = " ".join((*words[start : size - 1], last)).replace(" 's", "'s").replace(" - ", "-")
                found = self.nouns.get(spelled) or self.compounds.get(spelled)
                if found is not None:
                    return found, start
        return None

    def is_trade(self, lemma: str) -> bool:
        """Whether a noun in no list means people by its ending.

        >>> speakers("en").is_trade("glassblower"), speakers("en").is_trade("newsletter")
        (True, False)
        """
        return len(lemma) > _SHORTEST_TRADE and lemma.endswith(self.trade_endings) and lemma not in self.no_trades


def _read(language: str, name: str) -> Mapping[str, Any]:
    file = resources.files("claimcheck.lang") / language / f"{name}.toml"
    return read_tables(file)


def _nouns(tables: Mapping[str, Mapping[str, Mapping[str, Any]]], *, person: bool) -> dict[str, Noun]:
    nouns = {
        words: _noun(words, SourceKind(kind), person, dict(fields))
        for kind, listed in tables.items()
        for words, fields in listed.items()
    }
    # Lemmas may be wrong; an entry of its own ("rebels") comes before a plural.
    return {**{_plural(words): noun for words, noun in nouns.items()}, **nouns}


def _plural(words: str) -> str:
    if words.endswith("man"):
        return words.removesuffix("man") + "men"
    if words.endswith(("s", "x", "ch", "sh")):
        return words + "es"
    return words.removesuffix("y") + "ies" if words.endswith("y") and words[-2:-1] not in "aeiou" else words + "s"


def _noun(words: str, kind: SourceKind, person: bool, fields: dict[str, Any]) -> Noun:
    also = tuple(fields.pop("also", ()))
    body, office = (SourceKind(fields.pop(name)) if name in fields else None for name in ("body", "office"))
    return Noun(words=words, kind=kind, person=person, also=also, body=body, office=office, **fields)


class _Compounds(Mapping[str, Noun]):
    """Two-word bodies by both words, "disaster office": a table's every word before every head of it.

    There are thousands, and an article has a handful: each is made when it is asked for.
    """

    def __init__(self, tables: Mapping[str, Mapping[str, Any]], nouns: Mapping[str, Noun]) -> None:
        self._nouns = nouns
        self._tables = tuple(tables.values())
        self._heads: list[dict[str, str]] = []
        """By table its heads, by themselves and by their plurals."""
        for table in self._tables:
            heads: dict[str, str] = {}
            for head in table["heads"]:
                heads.setdefault(head, head)
                heads.setdefault(_plural(head), head)
            self._heads.append(heads)
        self._tables_of: dict[str, list[int]] = {}
        """The tables that have a word before their heads, by their numbers."""
        for number, table in enumerate(self._tables):
            for word in table["words"]:
                self._tables_of.setdefault(word, []).append(number)
        self._made: dict[str, Noun] = {}

    def __getitem__(self, words: str) -> Noun:
        noun = self._made.get(words) or self._make(words)
        if noun is None:
            raise KeyError(words)
        self._made[words] = noun
        return noun

    def _make(self, words: str) -> Noun | None:
        parts = words.split(" ")
        for cut in range(1, len(parts)):
            word, last = " ".join(parts[:cut]), " ".join(parts[cut:])
            for number in self._tables_of.get(word, ()):
                head = self._heads[number].get(last)
                if head is not None:
                    table = self._tables[number]
                    also = (head,) if head in self._nouns else ()
                    kind, example = SourceKind(table["kind"]), table["example"]
                    return Noun(words=f"{word} {head}", kind=kind, example=example, also=also)
        return None

    def __iter__(self) -> Iterator[str]:
        pairs = ((word, number) for word, numbers in self._tables_of.items() for number in numbers)
        return iter(dict.fromkeys(f"{word} {form}" for word, number in pairs for form in self._heads[number]))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _channels(tables: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> dict[str, Channel]:
    return {
        words.lower(): Channel(words=words, platform=sort == "platform", **fields)
        for sort, listed in tables.items()
        for words, fields in listed.items()
    }


def _patterns(tables: Sequence[Mapping[str, str]]) -> tuple[Pattern, ...]:
    return tuple(
        Pattern(pattern=re.compile(table["pattern"], re.IGNORECASE), example=table["example"], shows=table["shows"])
        for table in tables
    )


@cache
def speakers(language: str) -> Speakers:
    """A language's words, read once a process."""
    speech = _read(language, "speech")
    anonymity = _read(language, "anonymity")
    trades = _read(language, "trades")
    nouns = {**_nouns(_read(language, "roles"), person=True), **_nouns(_read(language, "bodies"), person=False)}
    return Speakers(
        nouns=nouns,
        compounds=_Compounds(_read(language, "compounds"), nouns),
        name_words=_nouns(_read(language, "name_words"), person=False),
        titles={words: Title(words=words, **fields) for words, fields in _read(language, "titles").items()},
        pronouns={word: Pronoun(word=word, **fields) for word, fields in _read(language, "pronouns").items()},
        channels=_channels(_read(language, "channels")),
        verbs={sort: frozenset(listed) for sort, listed in speech.items()},
        verb_examples={
            (sort, lemma): entry["example"] for sort, listed in speech.items() for lemma, entry in listed.items()
        },
        given_names={
            name.lower(): gender
            for gender, listed in _read(language, "given_names").items()
            for name in listed["names"].split()
        },
        trade_endings=tuple(trades["endings"]),
        no_trades=frozenset(trades["exceptions"]),
        people=frozenset(trades["people"]),
        callings={
            sort: frozenset(table.get("verbs") or table.get("words") or table["nouns"])
            for sort, table in _read(language, "callings").items()
        },
        reasons=_patterns(anonymity["reason"]),
        bases=_patterns(anonymity["basis"]),
    )
