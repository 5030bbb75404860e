"""Words that editorial rules ask for in a text: topics, labels, verbs with an edge, phrases about checking.

Read from a language's ``editorial.toml``: a table a list, an entry its words (a regular expression, ``pattern``) and a
sentence that has them (``example``). Words match whole, without case: "shot" is not found in "shotgun".
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType

from claimcheck.lang.tables import read_tables

__all__ = ["Phrase", "Phrases", "editorial"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """One entry of a list."""

    pattern: str
    example: str

    def compiled(self) -> re.Pattern[str]:
        """The entry alone."""
        return _whole(self.pattern)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """A list of words."""

    entries: tuple[Phrase, ...]
    pattern: re.Pattern[str]
    """Any of them."""

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first place between two offsets where one of them stands."""
        return self.pattern.search(text, start, end)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place where one of them stands."""
        return self.pattern.finditer(text)

    def sub(self, replacement: str, text: str) -> str:
        """The text with every place where one of them stands replaced."""
        return self.pattern.sub(replacement, text)

    def __contains__(self, text: str) -> bool:
        """Whether one of them is the whole text."""
        return self.pattern.fullmatch(text) is not None


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)


@cache
def editorial(language: str) -> Mapping[str, Phrases]:
    """A language's lists by name, read once a process."""
    file = resources.files("claimcheck.lang") / language / "editorial.toml"
    tables = read_tables(file)
    return MappingProxyType(
        {
            name: Phrases(
                entries=tuple(Phrase(**entry) for entry in entries),
                pattern=_whole("|".join(entry["pattern"] for entry in entries)),
            )
            for name, entries in tables.items()
        }
    )
