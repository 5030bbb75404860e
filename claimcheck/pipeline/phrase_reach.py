"""How far a noun phrase reaches: from one of its words, or from a tagger's span that stops short."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from claimcheck.pipeline.names import is_proper
from claimcheck.pipeline.phrase_cuts import POSSESSIVES, head_of, is_determiner, is_glue
from claimcheck.pipeline.tree import Tree

__all__ = ["tokens_around", "widened"]

_UPWARD = frozenset({"appos", "flat", "flat:name", "compound", "fixed"})
_APART = frozenset({
    "cc", "conj", "cop", "nsubj", "case", "mark", "parataxis", "ccomp", "advcl", "aux", "obl",
})  # fmt: skip
_NAMING = frozenset({"compound", "flat", "flat:name", "nmod:desc", "iobj", "obj", "appos", "dep", "nsubj", "list"})
_BEFORE = frozenset({"det", "amod", "compound", "nmod:poss", "nummod", "nmod:desc", "det:poss", "flat"})
_AFTER = frozenset({"appos", "flat", "flat:name", "acl", "acl:relcl"})
_DESCRIBING = frozenset({"appos", "nmod:desc", "compound"})


def tokens_around(tree: Tree, noun: int) -> list[int]:
    """The tokens of the phrase that holds a noun, from the noun that it names or stands in apposition to on."""
    top = noun
    while tree.deps[top] in _UPWARD and tree.head[top] != top:
        top = tree.head[top]
    apart = [
        child
        for child in tree.children[top]
        if tree.deps[child] in _APART or (tree.deps[child] == "punct" and child < top)
    ]
    tokens = tree.subtree(top, without=apart)
    while _goes_on_before(tree, tokens[0]):
        tokens.insert(0, tokens[0] - 1)
    return tokens


def _goes_on_before(tree: Tree, first: int) -> bool:
    """Whether the tree has cut a name in two: "told Radio | Jahazi"."""
    before = first - 1
    if before < 0 or not is_proper(tree, first) or not is_proper(tree, before):
        return False
    return tree.sentence[before] == tree.sentence[first] and tree.deps[before] in _NAMING


def widened(tree: Tree, tokens: Sequence[int], taken: Collection[int]) -> tuple[int, ...]:
    """A source's tokens with what belongs to its noun phrase beside them and is not ``taken`` by cue or content.

    "the state news agency" before "SUNA", "farm research station" after "Cambodia's".
    """
    head = head_of(tree, tokens)
    members = set(tokens)
    for child in tree.children[head]:
        beside = tree.deps[child] in (_BEFORE if child < head else _AFTER)
        if beside and child not in members:
            part = tree.subtree(child)
            if not any(token in taken for token in part):
                members.update(part)
    above = tree.head[head]
    if tree.deps[head] in _DESCRIBING and above not in taken and is_proper(tree, above):
        # The description hangs on the name.
        members.update(part for part in tree.subtree(above) if is_proper(tree, part) and part not in taken)
    members.update(_name_after(tree, max(tokens), taken))
    members.update(_owner_before(tree, min(members), taken))
    return tuple(sorted(members))


def _owner_before(tree: Tree, first: int, taken: Collection[int]) -> list[int]:
    """The owner right before the phrase: "the West African nation's | media reports"."""
    if not first or tree.words[first - 1] not in POSSESSIVES or tree.pos[first - 1] == "PUNCT":
        return []
    found = [first - 1]
    while found[-1] and tree.pos[found[-1] - 1] in ("NOUN", "PROPN", "ADJ", "NUM"):
        found.append(found[-1] - 1)
    if found[-1] and is_determiner(tree, found[-1] - 1):
        found.append(found[-1] - 1)
    return [] if any(token in taken for token in found) else found


def _name_after(tree: Tree, last: int, taken: Collection[int]) -> list[int]:
    """A name right after the phrase, between commas or not: "the harbour master, | Daniyar Seitov, |"."""
    size = len(tree.words)
    token = last + 1
    comma = token < size and tree.words[token] == ","
    token += comma
    found: list[int] = []
    while token < size and tree.sentence[token] == tree.sentence[last]:
        if not is_proper(tree, token) and not (found and is_glue(tree, token)):
            break
        found.append(token)
        token += 1
    if not found or tree.pos[last] != "NOUN":
        return []
    closed = token < size and tree.words[token] == ","
    if comma:
        # Between two commas it is an apposition, even where the tagger took it for the beginning of the content.
        return found if closed else []
    return [] if any(other in taken for other in found) else found
