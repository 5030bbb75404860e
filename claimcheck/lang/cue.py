"""Cue words as data: what an entry of a language's ``cues.toml`` may say, and how the file is read.

An entry names one word (``lemma``), what must stand around it (``pos``, ``complement``, ``takes``, ``words``, ``head``,
``agent``) and how it must be used (``polarity``, ``modal``, ``voice``). The keyword alone decides nothing: "confirmed
cases", "has not confirmed" and "confirmed that" share a lemma and meet three entries. Where several entries fit, the
one with the most conditions wins, then the one that stands first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from enum import Enum
from pathlib import Path
from typing import Any

from claimcheck.lang.tables import read_tables

__all__ = ["Cue", "CueClass", "Inflect", "Lexicon", "read_lexicon"]


class CueClass(str, Enum):
    """What a cue does to the claim it bears on."""

    CONFIRM = "CONFIRM"
    ADMIT = "ADMIT"
    REVEAL = "REVEAL"
    """Commits its speaker, and stays under negation."""
    REPORT = "REPORT"
    """Neutral speech."""
    INSIST = "INSIST"
    NONCOMMIT = "NONCOMMIT"
    """The writer keeps a distance: claim, allege, suggest."""
    BELIEF = "BELIEF"
    FORECAST = "FORECAST"
    DENY = "DENY"
    FALSIFY = "FALSIFY"
    """Says that something is not so, or not genuine."""
    NONCONFIRM = "NONCONFIRM"
    CANT_VERIFY = "CANT_VERIFY"
    SOUGHT_COMMENT = "SOUGHT_COMMENT"
    FIRSTHAND = "FIRSTHAND"
    """The outlet itself saw or checked it."""
    DOCUMENT = "DOCUMENT"
    """A document with an official issuer."""
    CORRECTION = "CORRECTION"
    HEDGE = "HEDGE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One entry. An empty condition asks nothing."""

    cue_class: CueClass
    lemma: str
    """The word that the entry is looked up by: its lemma, or its form in lower case ("alleged")."""
    example: str
    """A sentence in which this very entry is the one that fits."""
    pos: str = "VERB"
    """VERB, NOUN, ADJ, ADV, AUX or ANY. A participle before its noun ("confirmed cases") counts as ADJ."""
    polarity: str = "positive"
    """positive, negative or any; "declined to", "yet to" and "without" negate as "not" does. An AUX has its verb's."""
    modal: str = ""
    """``can``: said of an ability ("could not", "was unable to")."""
    voice: str = ""
    """active, passive, or ``undergone``: passive, or a headline's clipped passive ("lenders feared insolvent")."""
    aspect: str = ""
    """``progressive``: under way and not done ("is verifying", "are being checked")."""
    complement: tuple[str, ...] = ()
    """One of these must be there: clause, object, infinitive, predicate, subject, or a preposition."""
    takes: str = ""
    """``said``: what follows must itself be something said, a noun like "report", a pronoun or a clause.

    ``named``: such a noun and no other.
    """
    words: tuple[str, ...] = ()
    """Lemmas that must all stand among the word's dependents or theirs."""
    head: tuple[str, ...] = ()
    """One of these lemmas must govern the word."""
    agent: str = ""
    """``outlet``: the paper itself or its reporter must be who does it."""
    headline: bool = False
    """Only in a headline, where the bare word must do: clipped grammar and capitals leave the tree little to go by.

    With ``words`` it must come last, right after one of them: "Two-headed calf a fake".
    """
    tells: bool = False
    """Whether the sentence is a claim all the same: "There is no evidence that the ship carried arms"."""

    @property
    def conditions(self) -> int:
        """How much the entry asks: the more, the earlier it is tried."""
        asked = (
            self.modal,
            self.voice,
            self.aspect,
            self.complement,
            self.takes,
            self.head,
            self.pos != "ANY",
            self.polarity != "any",
        )
        # Who does it says more than what follows.
        return sum(map(bool, asked)) + len(self.words) + 2 * bool(self.agent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """A language's cues and its closed lists of words."""

    cues: tuple[Cue, ...]
    by_lemma: Mapping[str, tuple[Cue, ...]]
    """The entries of a lemma, the most demanding first."""
    words: Mapping[str, frozenset[str]]
    """Closed lists by name ("negators", "part_nouns")."""
    verbs: Mapping[str, str]
    """Forms of the words above as verbs, with their lemmas."""
    nouns: Mapping[str, str]
    """Forms of the words above as nouns, with their lemmas."""


Inflect = Callable[[set[str], set[str], Mapping[str, list[str]]], tuple[Mapping[str, str], Mapping[str, str]]]
"""Lemmas of verbs, of nouns, irregular forms of verbs → form to lemma for verbs, and for nouns."""


def read_lexicon(folder: Path, inflect: Inflect) -> Lexicon:
    """The lexicon in a folder's ``cues.toml`` and ``words.toml``; ``inflect`` gives the forms of their words.

    ``words.toml`` has its lists in the tables ``words``, ``verbs`` and ``nouns``, and past forms in ``irregular``.

    Raises ``ValueError`` for an unknown key or class and for an entry without an example.
    """
    cues = tuple(
        _entry(CueClass(name), entry)
        for name, entries in read_tables(folder / "cues.toml").items()
        for entry in entries
    )
    by_lemma: dict[str, list[Cue]] = {}
    for cue in sorted(cues, key=lambda cue: -cue.conditions):
        by_lemma.setdefault(cue.lemma, []).append(cue)
    tables = read_tables(folder / "words.toml")
    irregular: dict[str, list[str]] = tables.pop("irregular", {})
    around = {word for cue in cues for word in (*cue.words, *cue.head)}
    known = {
        pos: around.union((cue.lemma for cue in cues if cue.pos == pos), *tables.get(name, {}).values())
        for pos, name in (("VERB", "verbs"), ("NOUN", "nouns"))
    }
    verbs, nouns = inflect(known["VERB"].union(irregular), known["NOUN"], irregular)
    return Lexicon(
        cues=cues,
        by_lemma={lemma: tuple(same) for lemma, same in by_lemma.items()},
        words={name: frozenset(listed) for lists in tables.values() for name, listed in lists.items()},
        verbs=verbs,
        nouns=nouns,
    )


_KEYS = frozenset(field.name for field in fields(Cue)) - {"cue_class"}
_LISTS = frozenset({"complement", "words", "head"})


def _entry(cue_class: CueClass, table: Mapping[str, Any]) -> Cue:
    unknown = sorted(set(table) - _KEYS)
    if unknown or not table.get("example") or not table.get("lemma"):
        raise ValueError(f"{cue_class.value} entry {dict(table)!r}: {unknown or 'lemma or example is missing'}")
    given: dict[str, Any] = {key: tuple(value) if key in _LISTS else value for key, value in table.items()}
    return Cue(cue_class=cue_class, **given)
