"""Who first denies something and later confirms it: a denial that did not last."""

from __future__ import annotations

from claimcheck.lang.cue import CueClass
from claimcheck.pipeline.grammar.cues import CueMatch
from claimcheck.pipeline.grammar.tree import Tree
from claimcheck.pipeline.status.facts import Facts, Stated, akin

__all__ = ["came_round"]


def came_round(facts: Facts, denial: CueMatch, stated: Stated) -> CueMatch | None:
    """The later words by which a party that first denied a claim confirms or admits it."""
    tree = facts.tree
    if facts.lexicon.words["first_words"].isdisjoint(_circumstances(tree, denial.token)):
        return None
    agent = facts.agent_of(denial)
    about = facts.content_words(stated.tokens)
    for match in facts.cues:
        if match.token <= denial.token or match.cue_class not in (CueClass.CONFIRM, CueClass.ADMIT):
            continue
        now = facts.agent_of(match)
        one = agent is not None and now is not None and agent.id == now.id
        called_the_same = min(denial.agent, match.agent) >= 0 and tree.lemmas[denial.agent] == tree.lemmas[match.agent]
        if not (one or called_the_same) or match.reading.negated or match.target < 0:
            continue
        told = facts.content_words(tree.subtree(match.target))
        if any(akin(one, other) for one in about for other in told):
            return match
    return None


def _circumstances(tree: Tree, verb: int) -> set[str]:
    """The words that say when or how somebody does it."""
    return {
        tree.words[below]
        for child in tree.children[verb]
        if tree.deps[child] in ("advmod", "obl", "obl:tmod", "case")
        for below in (child, *tree.children[child])
    }
