"""Words with which two sentences may tell the same thing, as data: "killed six people", "six dead"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from claimcheck.lang.tables import read_tables

__all__ = ["Kin", "kin_of", "kindred", "opposite_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """A group of lemmas of any part of speech."""

    words: tuple[str, ...]
    example: str
    """A sentence that holds two of them."""


@cache
def kindred(language: str) -> tuple[Kin, ...]:
    """The groups in a language's ``kindred.toml``.

    Raises ``ValueError`` for a group without an example or with fewer than two words.
    """
    found = []
    for group in _read(language)["group"]:
        kin = Kin(words=tuple(group["words"]), example=group.get("example", ""))
        if len(kin.words) < 2 or not kin.example:
            raise ValueError(f"kindred.toml {group!r}: two words and an example are needed")
        found.append(kin)
    return tuple(found)


@cache
def kin_of(language: str) -> Mapping[str, frozenset[int]]:
    """The numbers of the groups that a lemma is in: "fire" is a blaze, and a dismissal."""
    found: dict[str, set[int]] = {}
    for number, kin in enumerate(kindred(language)):
        for word in kin.words:
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@cache
def opposite_of(language: str) -> Mapping[str, str]:
    """What a word says is not: "alive" that somebody is not "dead".

    Raises ``ValueError`` for a pair without an example.
    """
    pairs = _read(language)["opposite"]
    if wrong := [pair for pair in pairs if not pair.get("example")]:
        raise ValueError(f"kindred.toml {wrong!r}: an example is needed")
    return {pair["word"]: pair["of"] for pair in pairs}


def _read(language: str) -> dict[str, list[dict[str, Any]]]:
    return read_tables(resources.files("claimcheck.lang") / language / "kindred.toml")
