"""Clauses set into a claim that are something by themselves: evidence, a remark on a source, a hedged claim.

Relations are those of Universal Dependencies 2.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from claimcheck.lang.cue import Lexicon
from claimcheck.pipeline.grammar.cues import CueMatch
from claimcheck.pipeline.grammar.nouns import is_said
from claimcheck.pipeline.grammar.predicate import is_told
from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["hedged_asides", "introduces", "remarks_on", "without_asides", "without_cue_after"]

_ABOUT_IT = frozenset({"acl:relcl", "advcl:relcl", "advcl", "parataxis"})
_HEDGED = frozenset({"acl", "acl:relcl", "advcl", "parataxis"})
_TOLD = frozenset({"acl", "acl:relcl", "ccomp"})
_OF_ONE_CLAUSE = frozenset({"conj", "xcomp", "ccomp"})


def without_asides(tree: Tree, tokens: Sequence[int], about: Collection[int]) -> list[int]:
    """``tokens`` without clauses that are evidence: ", which the club denied"; ``about`` has their predicates."""
    left_out: set[int] = set()
    for token in tokens:
        if token in about and tree.deps[token] in _ABOUT_IT:
            left_out.update(tree.subtree(token))
    return [token for token in tokens if token not in left_out]


def hedged_asides(
    tree: Tree, hedges: Mapping[int, CueMatch], group: Sequence[int], root: int
) -> Iterator[tuple[int, list[int]]]:
    """Clauses inside a claim that are hedged for themselves, each with its predicate.

    "The pilot, who was apparently captured, had ejected": that he ejected is told flatly.
    """
    inside = set(group)
    found: set[int] = set()
    for token in group:
        match = hedges.get(token)
        if match is None:
            continue
        at = match.target if match.target_kind == "governor" else match.token
        while at in inside and at != root and tree.deps[at] in _OF_ONE_CLAUSE:
            at = tree.head[at]
        if at != root and at in inside and at not in found and tree.deps[at] in _HEDGED:
            found.add(at)
            yield at, [below for below in tree.subtree(at) if below in inside]


def remarks_on(tree: Tree, token: int, spoken: Collection[int], anonymity_verbs: Collection[str]) -> bool:
    """Whether a relative clause tells something about a named source: "said Marama, who was rescued on Saturday"."""
    if tree.deps[token] != "acl:relcl" or tree.head[token] not in spoken:
        return False
    first = next(below for below in tree.subtree(token) if tree.pos[below] != "PUNCT")
    if first == 0 or tree.words[first - 1] != "," or not is_told(tree, token):
        return False
    # What is said of an unnamed source is how it knows or why it is not named.
    named = any(tree.pos[other] == "PROPN" for other in (tree.head[token], *tree.children[tree.head[token]]))
    return named and tree.lemmas[token] not in anonymity_verbs


def without_cue_after(tree: Tree, group: list[int], cued: Collection[int]) -> list[int]:
    """A clause without one at its end that introduces another's words: "told them to go [and promised] that …"."""
    verb = _last(tree, group)
    if verb not in cued or tree.deps[verb] not in ("conj", "advcl") or tree.head[verb] not in group:
        return group
    apart = set(tree.subtree(verb))
    return [token for token in group if token not in apart]


def introduces(tree: Tree, root: int, group: Sequence[int], spoken: Collection[int], lexicon: Lexicon) -> bool:
    """Whether a clause ends in its object, whose words follow: "a nurse raised concerns", "it received testimony".

    ``spoken`` has the words of cues and of sources.
    """
    noun = _last(tree, group)
    if noun == root or tree.deps[noun] != "obj" or noun not in spoken or not is_said(tree, noun, lexicon):
        return False
    return any(tree.deps[child] in _TOLD and child not in group for child in tree.children[noun])


def _last(tree: Tree, group: Sequence[int]) -> int:
    """The last word of a clause that is no mark and opens nothing."""
    telling = (t for t in reversed(group) if tree.pos[t] != "PUNCT" and tree.deps[t] not in ("mark", "cc"))
    return next((t for t in telling if tree.tags[t] != "WDT"), group[-1])
