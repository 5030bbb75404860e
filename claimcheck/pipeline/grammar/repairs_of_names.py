"""Mistakes of the parse about names: where a name ends, and what is one name and no two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.lang.cue import Lexicon

if TYPE_CHECKING:
    from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["ampersand", "capital_adverb", "further_name", "hyphen"]

_SYLLABLE = 5
"""Letters of the second half of a name."""


def further_name(tree: Tree, index: int, _: Lexicon) -> None:
    """ "The governor of Batangas, Hermogenes Dizon, said": a full name, taken for one more place."""
    words, deps, head = tree.words, tree.deps, tree.head
    place = head[index]
    office = head[place]
    full = index > 1 and words[index - 1] == "," and index + 2 < len(words)
    if not full or deps[index + 1] != "flat" or words[index + 2] != "," or place > index:
        return
    if deps[place] != "nmod" or tree.pos[office] != "NOUN":
        return
    if not any(
        deps[other] == "cc" and head[head[other]] == place
        for other in range(index, tree.sentences[tree.sentence[index]][1])
    ):
        deps[index], head[index] = "appos", place


def hyphen(tree: Tree, index: int, _: Lexicon) -> None:
    """ "Park Ji-won": the second half of a name, taken for a verb; but "Holm-backed" is none."""
    after = index + 1
    if not index or after >= len(tree.words) or tree.pos[index - 1] != "PROPN" or tree.entity[index - 1] != "PERSON":
        return
    held = tree.ends[index - 1] == tree.starts[index] and tree.ends[index] == tree.starts[after]
    if not held or tree.pos[after] == "PROPN" or len(tree.words[after]) > _SYLLABLE or not tree.words[after].isalpha():
        return
    if tree.deps[after] in ("acl", "appos", "parataxis", "dep", "conj", "flat", "obj", "xcomp"):
        first = tree.head[index - 1] if tree.deps[index - 1] == "flat" else index - 1
        for token in (index, after):
            tree.deps[token], tree.head[token] = "flat", first
        tree.pos[after], tree.tags[after], tree.entity[after] = "PROPN", "NNP", "PERSON"
        tree.entity[index] = "PERSON"


def ampersand(tree: Tree, index: int, _: Lexicon) -> None:
    """ "Kapital & Marked wrote": one name, no two."""
    before, after = index - 1, index + 1
    if before < 0 or after >= len(tree.words) or tree.head[after] != before or tree.deps[after] != "conj":
        return
    if tree.pos[before] == tree.pos[after] == "PROPN":
        tree.deps[index] = tree.deps[after] = "flat"
        tree.head[index] = tree.head[after] = before
        tree.entity[index] = tree.entity[after] = tree.entity[before]


def capital_adverb(tree: Tree, index: int, _: Lexicon) -> None:
    """ "told Radio Once that": a word with a capital behind a name is the rest of it."""
    text, before = tree.text, index - 1
    if before < tree.sentences[tree.sentence[index]][0] or tree.pos[before] != "PROPN":
        return
    ends = tree.words[index + 1 : index + 2] == [","] and tree.entity[before] == "PERSON"
    if (tree.entity[before] != "ORG" and not ends) or index + 1 >= len(tree.words):
        return
    if text[tree.starts[index + 1]].isupper() or tree.words[index].endswith("ly"):
        # "Apple Now Sells Cars": every word of a headline may have a capital.
        return
    if tree.head[before] == index:
        return
    if text[tree.starts[index]].isupper() and not text[tree.starts[index] : tree.ends[index]].isupper():
        tree.deps[index], tree.head[index] = "flat", before
        tree.pos[index], tree.tags[index], tree.entity[index] = "PROPN", "NNP", tree.entity[before]
