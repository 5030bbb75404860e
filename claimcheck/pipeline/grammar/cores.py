"""What a claim tells at bottom, without what leads up to it and what it is set against.

"It turned out that the bishop had not made the remark, despite reports to the contrary": that he had not made it.

Relations are those of Universal Dependencies 2.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claimcheck.lang.cue import CueClass, Lexicon
from claimcheck.pipeline.grammar.cues import CueMatch
from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["concessions", "core_of"]

_AGAINST = frozenset({"despite", "contrary", "notwithstanding"})
_CONTENTS = ("acl", "acl:relcl", "ccomp")


def core_of(
    tree: Tree, tokens: Sequence[int], root: int, lexicon: Lexicon, cues: Mapping[int, CueMatch]
) -> tuple[list[int], int]:
    """The tokens and the predicate of what a claim tells at bottom; ``cues`` are those of the article by token."""
    inside = set(tokens)
    while (match := cues.get(root)) is not None and match.cue_class is CueClass.REVEAL:
        subject = tree.child(root, "nsubj", "expl")
        if (
            match.target_kind != "clause"
            or match.target not in inside
            or (subject >= 0 and tree.words[subject] != "it")
        ):
            break
        root = match.target
        inside &= set(tree.subtree(root))
    for token in concessions(tree, root, lexicon):
        inside -= set(tree.subtree(token))
    return sorted(inside), root


def concessions(tree: Tree, root: int, lexicon: Lexicon) -> Iterator[int]:
    """What a predicate is set against, of which nothing more is told: "despite reports to the contrary"."""
    for child in tree.children[root]:
        if tree.deps[child] in ("obl", "nmod", "advcl"):
            said = next(
                (
                    token
                    for token in (child, *tree.children[child])
                    if tree.lemmas[token] in lexicon.words["said_nouns"]
                ),
                -1,
            )
            against = any(tree.words[token] in _AGAINST for token in tree.subtree(child))
            content = said >= 0 and tree.child(said, *_CONTENTS) >= 0 and not _is_contrary(tree, child)
            if said >= 0 and against and not content:
                yield child


def _is_contrary(tree: Tree, noun: int) -> bool:
    return any(tree.words[token] == "contrary" for token in tree.subtree(noun))
