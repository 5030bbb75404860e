"""Somebody or something in an article, under all the names that the article gives it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from claimcheck.domain import SourceKind
from claimcheck.pipeline.grammar.phrases import Phrase

__all__ = ["Party", "alone"]


@dataclass(slots=True, eq=False)
class Party:
    """Filled as the article is read; two parties are the same only when they are the same object."""

    name: str
    """The fullest name the article has, or the description of one without a name."""
    kind: SourceKind
    person: bool
    named: bool
    doubtful: bool = False
    """Whether nobody can tell who it is: a name that several bear, a pronoun that could not be traced."""
    plural: bool = False
    gender: str = ""
    """``male``, ``female``, or empty when the text does not tell."""
    country: str | None = None
    names: list[str] = field(default_factory=list)
    """Every proper name that the article has for it."""
    introduced: set[str] = field(default_factory=set)
    """Acronyms that the article introduces for it: "the Alpine Press (AP)" is not whoever else is called so."""
    titles: set[str] = field(default_factory=set)
    """Forms of address before its name: "captain", "dr"."""
    nouns: set[str] = field(default_factory=set)
    """What it is called: "minister", "newspaper"."""
    words: set[str] = field(default_factory=set)
    """Lemmas of everything said beside its name."""
    first: int = 0
    """The first token at which it appears."""
    phrase: Phrase | None = None
    """How one without a name was introduced."""
    places: list[int] = field(default_factory=list)
    """Heads of the phrases that speak of it, as they were found."""
    mentions: dict[tuple[int, ...], None] = field(default_factory=dict)
    """The tokens of its names, and of pronouns that stand for it."""

    @property
    def is_body(self) -> bool:
        """Whether it is something that "it" can stand for."""
        return not self.person and not self.plural


def alone(parties: Iterable[Party]) -> Party | None:
    """The only one of the parties, if nobody doubts who it is."""
    found = list(parties)
    return found[0] if len(found) == 1 and not found[0].doubtful else None
