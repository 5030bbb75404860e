"""Which words of a text read as a headline."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.domain import Block, BlockKind
from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["headlines"]


def headlines(tree: Tree, blocks: Sequence[Block]) -> tuple[range, ...]:
    """The tokens of each headline, in text order. A text of one line that stops in mid-air is one."""
    found = []
    for block in blocks:
        tokens = tree.tokens(block.span)
        if block.kind is BlockKind.HEADLINE or (len(blocks) == 1 and not _ends(tree, tokens)):
            found.append(tokens)
    return tuple(found)


def _ends(tree: Tree, tokens: range) -> bool:
    """Whether the last word but for quotation marks is a full stop."""
    return next((tree.words[token] == "." for token in reversed(tokens) if tree.words[token] not in "\"'”’"), True)
