"""Denials that do not say it all: "denied that there had been any blasting", "denied involvement".

Who denies that something was at all denies what another says it did. Who denies that he had a part in it denies what
he has just been accused of.
"""

from __future__ import annotations

from claimcheck.lang.cue import CueClass
from claimcheck.pipeline.grammar.cues import CueMatch
from claimcheck.pipeline.grammar.predicate import case_of, is_predicate
from claimcheck.pipeline.grammar.reading import read
from claimcheck.pipeline.status.facts import Facts, Stated, akin
from claimcheck.pipeline.status.stories import Other

__all__ = ["of_involvement", "with_what_is_not"]

_TAKING_PART = frozenset({"nsubj", "nsubj:pass", "obj", "obl:agent"})
_ANY = frozenset({"any", "such"})
_PART_IN = frozenset({"in", "for", "of"})
_NEAR = 2
"""Sentences before a denial in which an accusation may stand that it answers without naming it."""


def with_what_is_not(facts: Facts, target: int, other: Other) -> list[Stated]:
    """Claims in which that takes part, or happens, of which ``target`` says that there was any."""
    tree = facts.tree
    noun = tree.child(target, "nsubj") if tree.child(target, "expl") >= 0 else target
    if noun < 0 or tree.pos[noun] != "NOUN" or not any(tree.words[child] in _ANY for child in tree.children[noun]):
        return []
    lemma = tree.lemmas[noun]
    if lemma in facts.lexicon.words["involvement_nouns"]:
        return []
    about = facts.content_words([token for token in tree.subtree(noun) if token != noun])
    found = []
    for stated in facts.sharing(frozenset({lemma})):
        if not other(stated) or read(tree, stated.root, facts.lexicon).negated:
            continue
        parts = [stated.root, *(c for c in tree.children[stated.root] if tree.deps[c] in _TAKING_PART)]
        rest = all(any(akin(word, told) for told in stated.words) for word in about)
        if rest and any(akin(lemma, tree.lemmas[part]) for part in parts if part in stated.tokens):
            found.append(stated)
    return found


def of_involvement(facts: Facts, match: CueMatch, other: Other) -> list[Stated]:
    """What somebody has been accused of just before, where he denies that he had a part in it."""
    tree, words = facts.tree, facts.lexicon.words
    target = match.target
    if match.cue_class is not CueClass.DENY or target < 0:
        return []
    by_noun = tree.lemmas[target] in words["involvement_nouns"] and tree.pos[target] == "NOUN"
    by_verb = is_predicate(tree, target) and tree.lemmas[target] in words["involvement_verbs"]
    if not (by_noun or by_verb) or _says_more(facts, target) or _says_more(facts, match.token):
        return []
    at = tree.sentence[match.token]
    for stated in facts.before(match.token):
        if at - stated.sentence > _NEAR:
            break
        if other(stated) and stated.said is not None and _is_accusation(facts, stated):
            return [same for same in facts.in_sentence[stated.sentence] if same.said is stated.said and other(same)]
    return []


def _says_more(facts: Facts, target: int) -> bool:
    """Whether it is said in what: "denied any role in the attack"."""
    tree = facts.tree
    return any(
        tree.deps[child] in ("nmod", "obl", "acl", "advcl") and case_of(tree, child) in _PART_IN
        for child in tree.children[target]
    )


def _is_accusation(facts: Facts, stated: Stated) -> bool:
    cue = stated.said.cue if stated.said is not None else None
    if cue is None:
        return False
    accused = facts.tree.lemmas[cue.token] in facts.lexicon.words["accusing_verbs"]
    return accused or cue.cue_class is CueClass.NONCOMMIT
