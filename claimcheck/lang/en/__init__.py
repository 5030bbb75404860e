"""English: cues and closed word lists in data files."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from claimcheck.lang.cue import Lexicon, read_lexicon
from claimcheck.lang.en.forms import noun_forms, verb_forms

__all__ = ["lexicon"]


@cache
def lexicon() -> Lexicon:
    """The English lexicon, read once a process."""
    return read_lexicon(Path(__file__).parent, _inflect)


def _inflect(
    verbs: set[str], nouns: set[str], irregular: Mapping[str, list[str]]
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    return verb_forms(verbs, irregular), noun_forms(nouns)
