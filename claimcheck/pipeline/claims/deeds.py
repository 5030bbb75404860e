"""Attributions that tell what somebody did rather than what he said: "has asked for the sample to be opened"."""

from __future__ import annotations

from claimcheck.domain import AttributionMode
from claimcheck.lang.cue import Lexicon
from claimcheck.pipeline.attribution.attributed import Said, Standing
from claimcheck.pipeline.grammar.predicate import is_told
from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["is_deed"]


def is_deed(tree: Tree, said: Said, lexicon: Lexicon) -> bool:
    """Whether a request, an offer or an agreement is all that is told, as the outlet's own word.

    Who "asks that p", says that he wants p; who "has asked for a sample" has asked.
    """
    if said.standing is not Standing.CLAIMED or said.attribution.mode is not AttributionMode.INDIRECT:
        return False
    if any(is_told(tree, token) for token in said.content) or not said.source:
        return False
    words = lexicon.words
    return any(
        tree.lemmas[token] in words["asking_verbs"] | words["dealing_verbs"]
        and tree.tags[token] in ("VBD", "VBN", "VBZ", "VBP", "VBG")
        for token in said.words
    )
