"""Clauses set into a claim that are something by themselves: evidence, a remark on a source, a hedged claim.

Relations are those of Universal Dependencies 2.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from claimcheck.pipeline.grammar.cues import CueMatch
from claimcheck.pipeline.grammar.predicate import is_told
from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["hedged_asides", "remarks_on", "without_asides"]

_ABOUT_IT = frozenset({"acl:relcl", "advcl:relcl", "advcl", "parataxis"})
_HEDGED = frozenset({"acl", "acl:relcl", "advcl", "parataxis"})
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
