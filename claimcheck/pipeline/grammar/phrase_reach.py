"""How far a noun phrase reaches: from one of its words, or from a tagger's span that stops short."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from claimcheck.pipeline.grammar.names import is_glue, is_proper
from claimcheck.pipeline.grammar.phrase_cuts import POSSESSIVES, head_of, is_determiner, is_participle
from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["tokens_around", "widened"]

_UPWARD = frozenset({"appos", "flat", "flat:name", "compound", "fixed"})
_APART = frozenset({
    "cc", "conj", "cop", "nsubj", "case", "mark", "parataxis", "ccomp", "advcl", "aux", "obl",
})  # fmt: skip
_NAMING = frozenset({"compound", "flat", "flat:name", "nmod:desc", "iobj", "obj", "appos", "dep", "nsubj", "list"})
_BEFORE = frozenset({"det", "amod", "compound", "nmod:poss", "nummod", "nmod:desc", "det:poss", "flat"})
_AFTER = frozenset({"appos", "flat", "flat:name", "acl", "acl:relcl"})
_DESCRIBING = frozenset({"appos", "nmod:desc", "compound"})
_LEADING = frozenset({"WP", "WDT", "WP$"})
_LONGEST_GAP = 15
"""Tokens between a source and its cue that may still speak of the source."""


def tokens_around(tree: Tree, noun: int) -> list[int]:
    """The tokens of the phrase that holds a noun, from the noun that it names or stands in apposition to on."""
    top = noun
    while tree.deps[top] in _UPWARD and tree.head[top] != top and not _is_across(tree, top):
        top = tree.head[top]
    apart = [
        child
        for child in tree.children[top]
        if (tree.deps[child] in _APART and (tree.deps[child] != "case" or tree.pos[child] != "NOUN"))
        or (tree.deps[child] == "punct" and child < top)
        or _is_across(tree, child)
    ]
    tokens = tree.subtree(top, without=apart)
    while _goes_on(tree, tokens[0] - 1, tokens[0]):
        # "the state news | agency | SUNA"
        noun = tokens[0] - 1
        below = [noun] if is_proper(tree, noun) else tree.subtree(noun)
        tokens = [*(token for token in range(below[0], tokens[0])), *tokens]
    while _goes_on(tree, tokens[-1] + 1, tokens[-1]) or (is_glue(tree, tokens[-1] + 1) and is_proper(tree, tokens[-1])):
        tokens.append(tokens[-1] + 1)
    return tokens


def _is_across(tree: Tree, token: int) -> bool:
    """Whether a colon parts an apposition from its noun: "Lines to buy rival: WSJ" tells nothing of the WSJ."""
    first, last = sorted((token, tree.head[token]))
    return tree.deps[token] == "appos" and ":" in tree.words[first:last]


def _goes_on(tree: Tree, token: int, edge: int) -> bool:
    """Whether the tree has cut a name in two: "told Radio | Jahazi", "told the network | Salam Voices"."""
    if not 0 <= token < len(tree.words) or tree.sentence[token] != tree.sentence[edge]:
        return False
    if not is_proper(tree, token):
        # "the newspaper | Denník N wrote"
        called = token < edge and tree.pos[token] == "NOUN" and is_proper(tree, edge)
        return called and tree.head[token] == tree.head[edge] and tree.deps[token] == tree.deps[edge] != "conj"
    if is_proper(tree, edge):
        return tree.deps[min(token, edge)] in _NAMING and tree.deps[token] in _NAMING
    return token > edge and tree.pos[edge] == "NOUN" and tree.deps[token] in _NAMING


def widened(tree: Tree, tokens: Sequence[int], cue: Collection[int], content: Collection[int]) -> tuple[int, ...]:
    """A source's tokens with what belongs to its noun phrase beside them and is neither cue nor content.

    "the state news agency" before "SUNA", "research station" after "Cambodia's", "shared on Facebook" after "film".
    """
    taken = {*cue, *content}
    head = head_of(tree, tokens)
    members = set(tokens)
    for child in tree.children[head]:
        beside = tree.deps[child] in (_BEFORE if child < head else _AFTER)
        if beside and child not in members:
            part = tree.subtree(child)
            if taken.isdisjoint(part):
                members.update(part)
    above = tree.head[head]
    if tree.deps[head] in _DESCRIBING and above not in taken and is_proper(tree, above):
        # The description hangs on the name.
        members.update(part for part in tree.subtree(above) if is_proper(tree, part) and part not in taken)
    members.update(_name_after(tree, max(tokens), taken))
    members.update(_before_cue(tree, max(members), cue, taken))
    members.update(_owner_before(tree, min(members), taken))
    return tuple(sorted(members))


def _before_cue(tree: Tree, last: int, cue: Collection[int], taken: Collection[int]) -> range:
    """What stands between a source and its cue: "A film | shared on Facebook that | shows"."""
    end = last + 1
    if end == len(tree.words) or not (tree.tags[end] in _LEADING or is_participle(tree, end)):
        return range(0)
    while end < len(tree.words) and end - last <= _LONGEST_GAP and tree.sentence[end] == tree.sentence[last]:
        if end in taken:
            return range(last + 1, end) if end in cue else range(0)
        end += 1
    return range(0)


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
