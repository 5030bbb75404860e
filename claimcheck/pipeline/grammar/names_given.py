"""Names that a clause gives: "a group calling itself Night Heron"."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.lang.speakers import Speakers
from claimcheck.pipeline.grammar.names import Name, is_proper, name_in
from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["name_given"]

_GIVING = (
    ("calling", "itself"), ("calling", "themselves"), ("calling", "himself"), ("calling", "herself"),
    ("known", "as"), ("called",), ("named",), ("dubbed",),
)  # fmt: skip


def name_given(tree: Tree, clauses: Sequence[Sequence[int]], speakers: Speakers) -> Name | None:
    """The name that a clause gives: "a group calling itself Night Heron", "a man named Ole Winther"."""
    for clause in clauses:
        words = [tree.words[token] for token in clause]
        start = next((len(lead) for lead in _GIVING if tuple(words[: len(lead)]) == lead), 0)
        rest = clause[start + (words[start : start + 1] == ["the"]) :] if start else ()
        end = next((place for place, token in enumerate(rest) if not is_proper(tree, token)), len(rest))
        if end:
            return name_in(tree, rest[:end], (), speakers, definite=True)
    return None
