"""Who vouches for claims or carries them, and where the text speaks of them."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.domain.article import Span
from claimcheck.domain.words import MentionHow, SourceKind, StateControl

__all__ = ["Description", "Mention", "Source"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where the text speaks of a source."""

    span: Span
    source_id: str
    how: MentionHow
    score: float
    """Confidence of the match, 0 to 1."""
    chain: tuple[str, ...] = ()
    """The steps from the words to the source, nearest first: ``("he", "Tchiani", "Abdourahamane Tchiani")``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What the text tells about a source that it does not name."""

    role: str | None = None
    """"official", "specialist", "aide"."""
    body: str | None = None
    """"the defence ministry"."""
    basis: str | None = None
    """How the source knows: "briefed on the talks"."""
    reason: str | None = None
    """Why it is not named: "not authorised to speak publicly"."""
    count: int | None = None
    """How many, where the text says so: "two officials"."""
    plural: bool = False
    """Whether the text speaks of more than one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A party that vouches for claims in this article, or carries them, under one canonical name."""

    id: str
    name: str
    kind: SourceKind
    aliases: tuple[str, ...] = ()
    """Other names under which this article speaks of it."""
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    state_controlled: StateControl | None = None
    """None for all that is not known as a medium of the state or the public."""
    named: bool = True
    description: Description | None = None
    """For a source that is not named."""
    mentions: tuple[Mention, ...] = ()
    """In text order."""
