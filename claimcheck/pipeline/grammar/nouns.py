"""What a noun phrase covers and what it stands for.

Relations are those of Universal Dependencies 2.
"""

from __future__ import annotations

from claimcheck.lang.cue import Lexicon
from claimcheck.lang.speakers import speakers
from claimcheck.pipeline.grammar.predicate import is_predicate
from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["between_edges", "can_speak", "is_outlet", "is_said", "is_somebody", "noun_phrase"]


def noun_phrase(tree: Tree, noun: int) -> list[int]:
    """The words of a noun phrase without its clauses: "a man" of "a man who asked not to be named"."""
    clauses = [
        child
        for child in tree.children[noun]
        if tree.deps[child]
        in ("acl:relcl", "parataxis", "cop", "nsubj", "cc", "mark", "advcl", "ccomp", "punct", "case")
        or (tree.deps[child] == "acl" and child > noun and is_predicate(tree, child))
        or (tree.deps[child] == "conj" and is_predicate(tree, child))
    ]
    kept = set(tree.children[noun])
    if any(tree.deps[child] == "conj" for child in kept - set(clauses)):
        clauses = [child for child in clauses if tree.deps[child] != "cc"]
    tokens = between_edges(tree, tree.subtree(noun, without=clauses))
    return [token for token in tokens if tokens[0] <= token <= tokens[-1]]


def between_edges(tree: Tree, tokens: list[int]) -> list[int]:
    """Without the punctuation and white space at either end, quotation marks apart."""
    first, last = 0, len(tokens)
    while first < last and _is_edge(tree, tokens[first]):
        first += 1
    while last > first and _is_edge(tree, tokens[last - 1]):
        last -= 1
    return tokens[first:last]


def _is_edge(tree: Tree, token: int) -> bool:
    return tree.words[token] in ",;:-–—." or tree.pos[token] == "SPACE"


def is_said(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Whether a noun stands for something somebody said: "the report", "that", "rumours"."""
    if noun < 0:
        return False
    if tree.lemmas[noun] == "account" and tree.words[noun - 1] in lexicon.words["account_words"]:
        # "a bank account" tells nothing.
        return False
    return tree.lemmas[noun] in lexicon.words["said_nouns"] or tree.words[noun] in lexicon.words["pointing_words"]


def can_speak(tree: Tree, noun: int) -> bool:
    """Whether a noun can speak or carry words: "citing officials" names a source, "citing fatigue" a reason."""
    return tree.entity[noun] in ("PERSON", "ORG") or _is_speaker(tree.lemmas[noun])


def is_somebody(tree: Tree, noun: int) -> bool:
    """Whether a noun means somebody or something that words can come from, by any list: "citing [a guest]"."""
    words, lemma = speakers("en"), tree.lemmas[noun]
    return can_speak(tree, noun) or lemma in words.people or words.is_trade(lemma)


def _is_speaker(lemma: str) -> bool:
    return lemma in speakers("en").nouns or lemma == "people"


def is_outlet(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Whether a noun phrase is the paper itself: "our correspondent", "a reporter for this newspaper".

    Not in quotation marks: there "we" is somebody else.
    """
    if index < 0:
        return False
    # "our correspondent Rania Haddad", whichever of the two the parse makes the head.
    beside = [child for child in tree.children[index] if tree.deps[child] in ("appos", "compound", "flat", "nmod:desc")]
    if not any(tree.lemmas[noun] in lexicon.words["outlet_nouns"] for noun in (index, *beside)):
        return False
    before = tree.text[tree.text.rfind("\n", 0, tree.starts[index]) + 1 : tree.starts[index]]
    if before.count("“") > before.count("”") or before.count('"') % 2:
        return False
    return any(tree.words[below] in lexicon.words["outlet_words"] for below in tree.subtree(index))
