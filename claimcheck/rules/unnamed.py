"""Which sources are unnamed in the sense of newsrooms: people who speak without their names, not bodies, not papers.

"An official", "two aides", "sources". A definite one ("the official", "his lawyer", "she") may be somebody named
before, and does not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.domain import Source, SourceKind
from claimcheck.rules.index import Index

__all__ = ["anonymous", "is_anonymous", "is_bare", "is_definite", "knows_firsthand"]

_PEOPLE = frozenset({SourceKind.PERSON, SourceKind.OFFICIAL, SourceKind.PUBLIC})
_DEFINITE = re.compile(
    r"(?:the|this|that|these|those|his|her|its|their|our|my|your|he|she|it|they|we|i|you|who|which)\b"
    r"|[\w .-]+[’'](?:s |\s)",
    re.IGNORECASE,
)
_FEW = 12
"""People who are told by number and are no crowd yet."""
_SPOKESMAN = re.compile(r"\bspokes\w+", re.IGNORECASE)
"""Who speaks for a body is on the record, named or not."""
_ONE = re.compile(r"(?:an?|one|another|yet another|a second|a third) ", re.IGNORECASE)


def is_anonymous(index: Index, source: Source | None) -> bool:
    """Whether somebody speaks whose name the text does not give."""
    if source is None or source.named or source.description is None:
        return False
    told = source.description
    knows = source.kind is SourceKind.UNKNOWN and told.basis is not None
    if source.kind not in _PEOPLE and not knows and (told.role or "") not in index.words["bare_sources"]:
        return False
    introduced = index.introduced(source)
    if introduced is None or is_definite(index, source) or _SPOKESMAN.search(introduced):
        return False
    if not told.plural:
        return _ONE.match(introduced) is not None
    # "Demonstrators", "experts", "nine in ten voters" are a crowd, whose names nobody expects.
    role = told.role or ""
    few = told.count is not None and told.count <= _FEW
    return few or role in index.words["bare_sources"] or index.words["confidants"].search(role) is not None


def is_definite(index: Index, source: Source) -> bool:
    """Whether a source comes in as somebody known: "the reports", "his lawyer", "she"."""
    introduced = index.introduced(source)
    return introduced is not None and _DEFINITE.match(introduced) is not None


def is_bare(index: Index, source: Source) -> bool:
    """Whether the text tells nothing about an unnamed source: "sources said"."""
    told = source.description
    if source.named or told is None or told.body or told.basis or told.role is None:
        return False
    return told.role in index.words["bare_sources"]


def knows_firsthand(index: Index, source: Source) -> bool:
    """Whether what a source is says how it knows: a witness, a neighbour, a nurse."""
    role = source.description.role if source.description else None
    return role is not None and index.words["firsthand"].search(role) is not None


def anonymous(index: Index) -> Iterator[Source]:
    """The unnamed people of a report that are mentioned outside quotation marks, in order."""
    for source in index.sources:
        if is_anonymous(index, source) and index.first_mention(source) is not None:
            yield source
