"""English: cues and closed word lists in data files."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from claimcheck.lang.cue import Lexicon, read_lexicon
from claimcheck.lang.en.forms import Inflections, noun_forms, verb_forms
from claimcheck.lang.tables import read_tables

__all__ = ["irregular", "lexicon"]


@cache
def lexicon() -> Lexicon:
    """The English lexicon, read once a process."""
    return read_lexicon(Path(__file__).parent, _inflect)


@cache
def irregular() -> Inflections:
    """Forms that no rule tells."""
    folder = Path(__file__).parent
    words, others = read_tables(folder / "words.toml"), read_tables(folder / "irregular.toml")
    return Inflections(_by_form({**words["irregular"], **others["verbs"]}), _by_form(others["nouns"]))


def _by_form(table: Mapping[str, list[str]]) -> dict[str, str]:
    return {form: lemma for lemma, forms in table.items() for form in forms}


def _inflect(
    verbs: set[str], nouns: set[str], irregular: Mapping[str, list[str]]
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    return verb_forms(verbs, irregular), noun_forms(nouns)
