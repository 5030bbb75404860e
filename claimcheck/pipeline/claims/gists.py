"""What a claim tells, without its grammar: the words that carry it, whatever their form, its event and its figures.

"Resigned" and "resignation" are one word here, "killed" and "dead" are kindred.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc

from claimcheck.lang.cue import Lexicon
from claimcheck.lang.en import lexicon as english
from claimcheck.lang.en.forms import lemmas_of
from claimcheck.lang.kindred import kin_of, opposite_of
from claimcheck.pipeline.grammar.clauses import root_of
from claimcheck.pipeline.grammar.commonness import weight
from claimcheck.pipeline.grammar.predicate import is_predicate, subject_of
from claimcheck.pipeline.grammar.reading import read
from claimcheck.pipeline.grammar.tree import Tree, tree_of

__all__ = ["Gist", "gist", "gist_of"]

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ", "ADV"})
_LIGHT = frozenset({
    "be", "have", "do", "make", "take", "get", "give", "say", "tell", "go", "come", "other", "new", "last", "many",
    "any", "more", "most", "also", "now", "then", "not", "there", "so", "just", "only", "too", "when", "where", "how",
    "why",
})  # fmt: skip
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "tomorrow"})
_ENDINGS = (
    "ations", "ation", "ments", "ment", "ness", "ings", "ing", "ions", "ion", "ers", "er", "ors", "or", "als", "al",
    "ian", "ed", "es", "ly", "s", "e", "y", "n",
)  # fmt: skip
_SHORTEST, _LONGEST = 4, 6
"""Letters that must be left of a word without its ending, and those that are looked at."""
_YEAR = re.compile(r"(1[5-9]|20)\d\d")
_FIGURE = re.compile(r"[^\d]*(\d[\d,]*(?:\.\d+)?)\D*")
_NUMBER_WORDS = {
    word: str(number)
    for number, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
}
_OF_A_NAME = frozenset({"flat", "compound", "appos"})
_PARTIES = frozenset({"nsubj", "nsubj:pass", "obj", "obl:agent"})
_MODAL = frozenset({"may", "can", "should"})
_NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Gist:
    """What a claim tells, without its grammar."""

    words: Mapping[str, float]
    """Stems of content words with their weights."""
    groups: Mapping[str, frozenset[int]]
    """The groups of kindred words that a stem is in, of those that are in any."""
    kin: frozenset[int]
    """All these groups."""
    events: frozenset[str]
    """Stems of the predicate and of what it governs without a subject of its own ("offered to resign": both)."""
    event_kin: frozenset[int]
    names: frozenset[str]
    subject: frozenset[str]
    """Stems of names in the subject."""
    numbers: frozenset[str]
    """Figures, years apart."""
    days: frozenset[str]
    negated: bool
    modal: str = ""
    """How far it is told as possible, allowed or due and not as so: ``may``, ``can``, ``should``; else empty."""
    parties: frozenset[str] = frozenset()
    """Stems of who does it and to whom it is done."""

    @property
    def whole(self) -> float:
        """All the weight there is."""
        return sum(self.words.values())


def stem(word: str) -> str:
    """A word without the ending that tells its part of speech.

    >>> stem("withdrawal") == stem("withdraw"), stem("announcement") == stem("announce")
    (True, True)
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)][:_LONGEST]
    return word[:_LONGEST]


def gist(
    tree: Tree, tokens: Iterable[int], root: int, lexicon: Lexicon, names: Mapping[int, str] | None = None
) -> Gist:
    """The gist of the claim with predicate ``root``; ``names`` gives the names for which pronouns stand."""
    inside = list(tokens)
    opposite = opposite_of("en")
    events = _events(tree, root)
    turned = {token for token in events if tree.lemmas[token] in opposite}
    reading = read(tree, root, lexicon)
    words: dict[str, float] = {}
    groups: dict[str, frozenset[int]] = {}
    proper: set[str] = set()
    numbers: set[str] = set()
    days: set[str] = set()
    for token in inside:
        if reading.negated and tree.deps[token] not in _PARTIES and _is_any(tree, token):
            # "not in talks with any buyer": not in talks.
            continue
        stood_for = (names or {}).get(token) if tree.pos[token] in ("PRON", "NOUN") else None
        if stood_for is not None:
            for part in stood_for.lower().split():
                words[stem(part)] = weight(part)
                proper.add(stem(part))
            continue
        if tree.pos[token] not in _CONTENT or not any(map(str.isalnum, tree.words[token])):
            continue
        name = tree.pos[token] == "PROPN"
        lemma = tree.words[token] if name else tree.lemmas[token]
        if token in turned:
            lemma = opposite[lemma]
        if lemma in _LIGHT or tree.words[token] in _LIGHT:
            continue
        if lemma in _DAYS:
            days.add(lemma)
            continue
        if tree.pos[token] == "NUM" or lemma[0].isdigit():
            if token and tree.words[token - 1] == "not":
                # "90 operations, not 400": the other's figure.
                continue
            figure = _FIGURE.fullmatch(lemma)
            lemma = figure[1].replace(",", "") if figure else _NUMBER_WORDS.get(lemma, lemma)
            if not _YEAR.fullmatch(lemma):
                numbers.add(lemma)
        found = stem(lemma)
        words[found] = max(words.get(found, 0.0), weight(lemma))
        if akin := _groups(lemma, *_pairs(tree, token)):
            groups[found] = groups.get(found, _NONE) | akin
        if name:
            proper.add(found)
    happens = [opposite.get(tree.lemmas[token], tree.lemmas[token]) for token in events]
    subject = subject_of(tree, root)
    heads = [] if subject < 0 else [subject, *(c for c in tree.children[subject] if tree.deps[c] in _OF_A_NAME)]
    return Gist(
        words=words, groups=groups, kin=frozenset().union(*groups.values()),
        events=frozenset(stem(lemma) for lemma in happens if lemma not in _LIGHT),
        event_kin=_groups(*happens, *(pair for token in events for pair in _with_particle(tree, token))),
        names=frozenset(proper),
        subject=frozenset(stem(tree.words[token]) for token in heads if tree.pos[token] == "PROPN" and token in inside),
        parties=_parties(tree, events, names or {}),
        numbers=frozenset(numbers),
        days=frozenset(days),
        negated=reading.negated ^ bool(turned),
        modal=reading.modal if reading.modal in _MODAL else "",
    )  # fmt: skip


def _is_any(tree: Tree, noun: int) -> bool:
    return any(tree.words[child] == "any" and tree.deps[child] == "det" for child in tree.children[noun])


def _groups(*entries: str) -> frozenset[int]:
    """The groups of words and pairs, also of those on which the language model has left an ending: "finished"."""
    kin = kin_of("en")
    found: set[int] = set()
    for entry in entries:
        found.update(kin[entry] if entry in kin else next((kin[base] for base in lemmas_of(entry) if base in kin), ()))
    return frozenset(found)


def _pairs(tree: Tree, token: int) -> Iterator[str]:
    """The word with the one before it, the one after it and its particle: "islamic state", "call … off"."""
    for first in (token - 1, token):
        if 0 <= first < len(tree.words) - 1:
            yield f"{tree.words[first]} {tree.words[first + 1]}"
    yield from _with_particle(tree, token)


def _with_particle(tree: Tree, verb: int) -> Iterator[str]:
    for child in tree.children[verb]:
        if tree.deps[child] == "compound:prt":
            yield f"{tree.lemmas[verb]} {tree.words[child]}"


def _parties(tree: Tree, events: Iterable[int], names: Mapping[int, str]) -> frozenset[str]:
    found: set[str] = set()
    for event in events:
        heads = {c for c in tree.children[event] if tree.deps[c] in _PARTIES} | {subject_of(tree, event)} - {-1}
        for head in heads:
            if tree.pos[head] == "PRON":
                found.update(map(stem, names.get(head, "").lower().split()))
                continue
            parts = [head, *(child for child in tree.children[head] if tree.deps[child] in _OF_A_NAME)]
            found.update(stem(tree.words[part] if tree.pos[part] == "PROPN" else tree.lemmas[part]) for part in parts)
    return frozenset(found)


def _events(tree: Tree, root: int) -> list[int]:
    found = [root]
    for token in found:
        found.extend(
            child
            for child in tree.children[token]
            if tree.deps[child] == "xcomp" or (tree.deps[child] == "conj" and is_predicate(tree, child))
        )
    return found


def gist_of(doc: Doc) -> Gist:
    """The gist of a whole parsed text, for comparing texts with each other."""
    tree = tree_of(doc)
    tokens = range(len(tree.words))
    return gist(tree, tokens, root_of(tree, tokens), english())
