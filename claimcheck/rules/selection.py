"""Which rules are meant: a code, a name, the first letters of codes, or a profile."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType

from claimcheck.rules.rule import Rule

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

__all__ = ["Profile", "matching", "profiles"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A named choice of rules."""

    name: str
    description: str
    select: tuple[str, ...]
    """Words for :func:`matching`."""


def matching(selector: str, rules: Iterable[Rule]) -> tuple[str, ...]:
    """The codes of the rules that a word means, in the order of ``rules``; none for an unknown word.

    ``CC210`` or ``unconfirmed-claim`` is one rule, ``CC2`` all whose codes begin so, ``ALL`` every one and ``DEFAULT``
    those that are on without configuration. Codes are read without case.
    """
    word = selector.upper()
    if word == "ALL":
        return tuple(rule.code for rule in rules)
    if word == "DEFAULT":
        return tuple(rule.code for rule in rules if rule.default)
    return tuple(
        rule.code for rule in rules if rule.name == selector or (word[2:].isdigit() and rule.code.startswith(word))
    )


@cache
def profiles() -> Mapping[str, Profile]:
    """The profiles that ship with the package, by name."""
    file = resources.files("claimcheck.rules") / "profiles.toml"
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    return MappingProxyType(
        {
            name: Profile(name=name, description=table["description"], select=tuple(table["select"]))
            for name, table in tables.items()
        }
    )
