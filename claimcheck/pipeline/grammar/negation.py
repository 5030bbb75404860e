"""Whether what a headline tells is that something is not so, however the parse hangs its "not"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.lang.cue import Lexicon
from claimcheck.pipeline.grammar.predicate import SUBJECTS, is_predicate
from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["is_for_purpose", "is_order", "says_not"]

_NOTS = frozenset({"not", "n't", "n’t", "never"})
_SIDE_CLAUSES = frozenset({"advcl", "acl", "acl:relcl"})
_GROUP = ("aux", "aux:pass", "cop")


def says_not(tree: Tree, tokens: Sequence[int], lexicon: Lexicon) -> bool:
    """Whether one of ``tokens`` denies what the others tell.

    Not by the way ("because he had not slept", ", not Texas"), not as what comes second ("left but did not pay"), and
    not in words that somebody calls out ("Hands up, don't shoot").
    """
    return any(_denies(tree, token, tokens, lexicon) for token in tokens if tree.words[token] in _NOTS)


def is_order(tree: Tree, verb: int) -> bool:
    """Whether a verb with "not" tells somebody what to leave: "Don't shoot"."""
    auxiliary = tree.child(verb, "aux")
    return tree.tags[verb] == "VB" and auxiliary >= 0 and tree.words[auxiliary] == "do" and not _has_subject(tree, verb)


def is_for_purpose(tree: Tree, verb: int) -> bool:
    """Whether a clause tells what something is done for: "sold his boat so he could pay"."""
    so = next((child for child in tree.children[verb] if tree.words[child] == "so" and child < verb), -1)
    bare = tree.tags[verb] == "VB" or any(tree.tags[child] == "VB" for child in tree.children[verb])
    if so <= 0 or not bare or not _has_subject(tree, verb) or tree.child(verb, "aux") < 0:
        return False
    return tree.pos[so - 1] not in ("PUNCT", "SPACE") and tree.sentence[so - 1] == tree.sentence[so]


def _denies(tree: Tree, token: int, tokens: Iterable[int], lexicon: Lexicon) -> bool:
    head = tree.head[token]
    if not is_predicate(tree, head) and token and tree.words[token - 1] == "," and tree.deps[head] in ("appos", "conj"):
        return False
    if tree.tags[token + 1 : token + 2] == ["TO"]:
        # "turns out not to have paid", "paid, but not to help"; not "reasons not to pay".
        above = tree.head[head]
        if tree.words[token - 1] == "but":
            return True
        return tree.deps[head] in ("xcomp", "advcl") and tree.lemmas[above] in lexicon.words["implicative"]
    if is_order(tree, head) or is_for_purpose(tree, head):
        return False
    inside = set(tokens)
    for place in (head, *tree.above(head)):
        above = tree.head[place]
        if above == place or above not in inside:
            break
        if tree.deps[place] in _SIDE_CLAUSES and is_predicate(tree, above):
            return False
        if tree.deps[place] == "acl:relcl":
            return False
        if tree.deps[place] == "conj" and above < place and is_predicate(tree, above) and is_predicate(tree, place):
            return False
    return True


def _has_subject(tree: Tree, verb: int) -> bool:
    return tree.child(verb, *SUBJECTS) >= 0
