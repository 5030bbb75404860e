"""English inflection of the words in the data, so that no cue is lost where the language model errs about a lemma.

A model that has seen a verb rarely may cut "corroborated" down to "corroborat"; the words that decide a claim's status
are known beforehand, and so are their forms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

__all__ = ["Inflections", "lemmas_of", "noun_forms", "verb_forms"]

_VOWELS = "aeiou"


class Inflections(NamedTuple):
    """Forms of verbs and of nouns with their lemmas."""

    verbs: Mapping[str, str]
    nouns: Mapping[str, str]


def verb_forms(lemmas: Iterable[str], irregular: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Inflected form → lemma. A form that is a lemma itself stays one ("found" stays "found" where it is listed).

    >>> forms = verb_forms(["deny", "admit", "say"], {"say": ["said"]})
    >>> forms["denied"], forms["admitting"], forms["said"]
    ('deny', 'admit', 'say')
    """
    known = sorted(set(lemmas))
    found: dict[str, str] = {}
    for lemma in known:
        for form in (*_verb(lemma), *irregular.get(lemma, ())):
            found.setdefault(form, lemma)
    return {**found, **{lemma: lemma for lemma in known}}


def noun_forms(lemmas: Iterable[str]) -> dict[str, str]:
    """Plural → lemma.

    >>> noun_forms(["allegation", "agency", "spokesman"])["agencies"]
    'agency'
    """
    known = sorted(set(lemmas))
    found = {_with_s(lemma): lemma for lemma in known}
    found.update((lemma[:-3] + "men", lemma) for lemma in known if lemma.endswith("man"))
    return {**found, **{lemma: lemma for lemma in known}}


def lemmas_of(form: str) -> Iterator[str]:
    """What a form may be a regular inflection of, the likeliest first.

    >>> list(lemmas_of("closed")), list(lemmas_of("cities"))
    (['clos', 'close'], ['citie', 'city'])
    """
    for suffix in ("ing", "ied", "ed", "ies", "es", "s"):
        if form.endswith(suffix):
            stem = form.removesuffix(suffix)
            for lemma in (stem, f"{stem}e", f"{stem}y", f"{stem}ie", stem[:-1]):
                if lemma.endswith("u") and suffix in ("ing", "ed"):
                    # No English verb ends so: "sued" is of "sue".
                    continue
                if lemma and form in (*_verb(lemma), _with_s(lemma)):
                    yield lemma


def _verb(lemma: str) -> Iterator[str]:
    yield _with_s(lemma)
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    yield (lemma[:-2] + "y" if lemma.endswith("ie") else lemma if lemma.endswith("ee") else stem) + "ing"
    yield lemma[:-1] + "ied" if _ends_in_y(lemma) else stem + "ed"
    if len(lemma) > 2 and lemma[-1] not in _VOWELS + "wxy" and lemma[-2] in _VOWELS and lemma[-3] not in _VOWELS:
        # Whether the last syllable is stressed is not known here; "admited" harms nobody.
        yield lemma + lemma[-1] + "ed"
        yield lemma + lemma[-1] + "ing"


def _with_s(lemma: str) -> str:
    if _ends_in_y(lemma):
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _ends_in_y(lemma: str) -> bool:
    return len(lemma) > 1 and lemma[-1] == "y" and lemma[-2] not in _VOWELS
