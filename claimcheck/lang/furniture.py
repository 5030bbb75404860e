"""The words that newsrooms set around an article, as data: bylines, datelines, photo credits, teasers.

An entry of a language's ``furniture.toml`` says what a line is (``kind``), where in it the words must stand (``place``)
and by which regular expression they are known. Signs that need no language (©, bullets, addresses) are not data; the
text reader knows them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib import resources
from typing import Any

from claimcheck.domain import BlockKind, Span
from claimcheck.lang.tables import read_tables

__all__ = ["Mark", "Place", "Region", "furniture", "read_furniture"]


class Place(str, Enum):
    """Where the words of a mark stand."""

    LINE = "line"
    """They are a whole paragraph."""
    START = "start"
    """They open a paragraph; what comes after is something else."""
    END = "end"
    """They close a paragraph; what comes before is something else."""


class Region(str, Enum):
    """In which part of an article a mark counts: further down the same words would be ordinary text."""

    ANYWHERE = "anywhere"
    TOP = "top"
    """Above the first paragraph of the body."""
    UNDER_HEADLINE = "under_headline"
    """Between the headline and the first paragraph of the body."""


_LONGEST_LINE = 600
"""No furniture is longer; the bound keeps reading linear."""
_LONGEST_CREDIT = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One way to know a kind of block by its words."""

    kind: BlockKind
    place: Place
    pattern: re.Pattern[str]
    example: str
    """A paragraph in which the pattern is found."""
    takes: str
    """The words of the example that it takes."""
    region: Region = Region.ANYWHERE

    def find(self, text: str) -> Span | None:
        """The stretch of ``text``, one stripped paragraph, that this mark takes."""
        if self.place is Place.LINE:
            found = self.pattern.match(text) if len(text) <= _LONGEST_LINE else None
        elif self.place is Place.START:
            found = self.pattern.match(text)
        else:
            found = self.pattern.search(text, max(0, len(text) - _LONGEST_CREDIT))
        return None if found is None else Span(start=found.start(), end=found.end())


def read_furniture(data: Mapping[str, Any]) -> tuple[Mark, ...]:
    """The marks of one parsed ``furniture.toml``, in its order; ``{names}`` in patterns stand for its ``[parts]``.

    Raises ``ValueError`` for a pattern that cannot be compiled and ``KeyError`` for an entry without one of its fields.
    """
    parts: Mapping[str, str] = data.get("parts", {})
    marks = []
    for entry in data["mark"]:
        source = entry["pattern"]
        for name, part in parts.items():
            source = source.replace(f"{{{name}}}", f"(?:{part})")
        try:
            # A paragraph may be wrapped over several lines: a dot is any character.
            end = "" if Place(entry["place"]) is Place.START else r"\Z"
            pattern = re.compile(rf"(?:{source}){end}", re.DOTALL)
        except re.error as error:
            raise ValueError(f"the pattern of {entry['example']!r} cannot be compiled: {error}") from error
        marks.append(
            Mark(
                kind=BlockKind(entry["kind"]),
                place=Place(entry["place"]),
                pattern=pattern,
                example=entry["example"],
                takes=entry.get("takes", entry["example"]),
                region=Region(entry.get("region", "anywhere")),
            )
        )
    return tuple(marks)


@cache
def furniture(language: str) -> tuple[Mark, ...]:
    """The marks of a language, read once a process; none for a language that has no ``furniture.toml``."""
    file = resources.files("claimcheck.lang") / language / "furniture.toml"
    if not file.is_file():
        return ()
    return read_furniture(read_tables(file))
