"""Clauses in which a cue is at work, and which of them are evidence alone: "The navy has yet to confirm the order"."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.lang.cue import CueClass, Lexicon
from claimcheck.pipeline.claims.topics import topic_of
from claimcheck.pipeline.grammar.cues import CueMatch
from claimcheck.pipeline.grammar.nouns import is_said
from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["ABOUT", "at_work", "is_evidence"]

ABOUT = frozenset({CueClass.NONCONFIRM, CueClass.CANT_VERIFY, CueClass.SOUGHT_COMMENT, CueClass.DENY})
"""Classes whose clauses speak about confirmation."""
_PARTS = frozenset({"xcomp", "obj", "nsubj", "nsubj:pass"})


def at_work(tree: Tree, cues: Iterable[CueMatch]) -> dict[int, CueMatch]:
    """Clauses that are a cue's, by their verb and by the one that governs it ("has yet to confirm")."""
    found: dict[int, CueMatch] = {}
    for match in cues:
        if match.target_kind == "governor":
            continue
        at = match.token
        found.setdefault(at, match)
        while match.cue_class in (*ABOUT, CueClass.FALSIFY) and tree.deps[at] in _PARTS:
            at = tree.head[at]
            found.setdefault(at, match)
    return found


def is_evidence(tree: Tree, match: CueMatch, lexicon: Lexicon, *, headline: bool) -> bool:
    """Whether a cue's clause only speaks about confirmation: evidence for other claims, no claim of its own."""
    if match.cue.tells:
        return False
    if match.cue_class in ABOUT:
        return True
    if match.cue_class is not CueClass.FALSIFY:
        return False
    if headline and not topic_of(tree, match, lexicon):
        # "Another death hoax spreads": a headline tells it.
        return False
    if match.target < 0 or "such" in match.cue.words or is_said(tree, match.target, lexicon):
        return True
    return tree.lemmas[match.target] in lexicon.words["exhibit_nouns"]
