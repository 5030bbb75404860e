"""Which words stand in quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.domain import Block
from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["quoted_tokens"]

_OPENING = frozenset({"“", "„", "«", "``"})
_CLOSING = frozenset({"”", "»", "''"})


def quoted_tokens(tree: Tree, blocks: Sequence[Block]) -> tuple[list[bool], list[bool]]:
    """For every token whether it is quoted, and for every block whether a quotation is still open at its end.

    Each block begins unquoted: a quotation over several paragraphs opens anew in each and closes in the last. Single
    marks are left alone, they are mostly apostrophes.
    """
    quoted = [False] * len(tree.words)
    runs_on = []
    for block in blocks:
        is_open = False
        for token in tree.tokens(block.span):
            word = tree.words[token]
            if word in _OPENING:
                is_open = True
            elif word in _CLOSING:
                is_open = False
            elif word == '"':
                is_open = not is_open
            else:
                quoted[token] = is_open
        runs_on.append(is_open)
    return quoted, runs_on
