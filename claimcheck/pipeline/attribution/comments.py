"""What the writer adds behind somebody's words: "… failed in May, a claim that the operator denies"."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.domain import Attribution
from claimcheck.lang.cue import CueClass
from claimcheck.lang.en import lexicon as english
from claimcheck.pipeline.attribution.parents import tokens_of
from claimcheck.pipeline.grammar.cues import Cues
from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["without_comment"]

_ANSWERS = frozenset({CueClass.DENY, CueClass.FALSIFY, CueClass.CONFIRM, CueClass.ADMIT, CueClass.NONCONFIRM})
_SET_OFF = frozenset({",", "–", "—", "-"})


def without_comment(tree: Tree, cues: Cues, attribution: Attribution) -> Attribution:
    """The attribution without a noun that sums up its content for somebody else to answer it."""
    content = sorted(tokens_of(tree, attribution.content))
    said_nouns = english().words["said_nouns"]
    for token in content[_SHORTEST:]:
        clause = tree.child(token, "acl:relcl")
        if tree.lemmas[token] not in said_nouns or clause < 0 or tree.words[token - 1] not in ("a", "an"):
            continue
        answer = cues.at.get(clause)
        if answer is None or answer.cue_class not in _ANSWERS or tree.words[token - 2] not in _SET_OFF:
            continue
        told = [other for other in content if other < token - 2]
        if told and max(tree.subtree(token)) >= content[-1]:
            return replace(attribution, content=tree.spans(told))
    return attribution


_SHORTEST = 3
"""Words before the noun: one, the comma, the article."""
