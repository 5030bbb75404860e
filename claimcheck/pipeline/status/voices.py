"""Who speaks for whom: "police chief Ana Lenz" is the police, too, where nobody is asked to confirm his own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.domain import Source, SourceKind
from claimcheck.lang.speakers import speakers
from claimcheck.pipeline.grammar.source_kinds import OFFICIAL_BODIES

__all__ = ["BODIES", "bodies_of"]

BODIES = OFFICIAL_BODIES | {SourceKind.ORGANISATION, SourceKind.COMPANY, SourceKind.PARTY_POLITICS}
"""Kinds of bodies that decide and act."""
_NO_LONGER = frozenset({"former", "ex", "retired", "late"})


def bodies_of(source: Source, others: Iterable[Source], text: str) -> frozenset[str]:
    """The ids of the bodies for which a source speaks by what the article calls it.

    "Police officers", "police chief Ana Lenz", "a spokesman for the Lenz port"; not "a former police chief", and not
    "the police union's leader". ``text`` is the article's.
    """
    called = [source.name, *source.aliases, *(mention.span.of(text) for mention in source.mentions)]
    phrases = [phrase.lower().replace("’", "'").split() for phrase in called]
    return frozenset(
        other.id
        for other in others
        if other.id != source.id and other.kind in BODIES and any(_is_of(words, other.name) for words in phrases)
    )


def _is_of(words: list[str], body: str) -> bool:
    """Whether the words of a phrase name an office in a body: before the office, or behind "of", "for", "at"."""
    if not _NO_LONGER.isdisjoint(words):
        return False
    name = body.lower().split()
    for place in _places(words, name):
        after = place + len(name)
        if after < len(words) and _is_office(words[after]):
            return True
        start = place - 1 if place and words[place - 1] == "the" else place
        if start > 1 and words[start - 1] in ("of", "for", "at") and _is_office(words[start - 2]):
            return True
    return False


def _places(words: list[str], name: list[str]) -> Iterator[int]:
    bare = [word.strip(",").removesuffix("'s") for word in words]
    return (place for place in range(len(words) - len(name) + 1) if bare[place : place + len(name)] == name)


def _is_office(word: str) -> bool:
    noun = speakers("en").nouns.get(word.strip(","))
    return noun is not None and noun.person
