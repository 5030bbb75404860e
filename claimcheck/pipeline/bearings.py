"""On which claims a cue bears: by its place in the tree, or by what its object speaks of.

"The club denied that it had paid a bribe": the tree tells. "The club denied that as well", "has yet to confirm the
scope of the mission", "could not verify the video": the object tells. It names a thing said (nearest claim before), an
exhibit (the claims that rest on it), a detail of something (claims that add details), or an event (claims about it).
"""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.domain import ClaimScope
from claimcheck.lang.cue import CueClass
from claimcheck.pipeline.cues import CueMatch
from claimcheck.pipeline.facts import Facts, Stated, akin
from claimcheck.pipeline.nouns import is_said, noun_phrase
from claimcheck.pipeline.predicate import is_predicate, is_told, relative_clause
from claimcheck.pipeline.tree import Tree

__all__ = ["bears_on"]

_BY_OBJECT = frozenset({
    CueClass.NONCONFIRM, CueClass.CANT_VERIFY, CueClass.DENY, CueClass.FALSIFY, CueClass.CORRECTION, CueClass.CONFIRM,
    CueClass.ADMIT,
})  # fmt: skip
_WITHHELD = frozenset({CueClass.NONCONFIRM, CueClass.CANT_VERIFY})
_CONTRAST = frozenset({"but", "however", "although", "while", "though", "yet", "whereas", "still", ";"})
Other = Callable[[Stated], bool]
"""Tells whether a claim is made by another party than the cue's agent."""
_ENOUGH = 0.5
"""Share of an object's content words that a claim must have to be about the same thing."""


def bears_on(facts: Facts, match: CueMatch) -> list[Stated]:
    """The claims that a cue bears on, in text order, its agent's own claims left out."""
    found: dict[int, Stated] = {}
    for stated in _by_place(facts, match):
        found[stated.number] = stated
    if match.cue_class in _BY_OBJECT and not _is_label(match):
        if not found or match.target_kind == "clause":
            for stated in _by_object(facts, match, found=bool(found)):
                found.setdefault(stated.number, stated)
        if match.cue_class in _WITHHELD:
            for stated in _contrasted(facts, match):
                found.setdefault(stated.number, stated)
    return [found[number] for number in sorted(found)]


def _is_label(match: CueMatch) -> bool:
    return match.target_kind == "governor"


def _by_place(facts: Facts, match: CueMatch) -> list[Stated]:
    tree = facts.tree
    if _is_label(match) and match.cue.pos == "ADJ":
        return _of_noun(facts, match)
    if match.cue_class is CueClass.HEDGE:
        if tree.words[match.token] == "could" and _is_negated(tree, match.target):
            return []
        anchor = match.target if _is_label(match) else match.token
        return _with_predicate(facts, anchor) if anchor >= 0 else []
    reach = _reach(facts, match)
    found = [stated for token in sorted(reach) for stated in facts.at_root.get(token, ())]
    if match.cue_class is CueClass.FIRSTHAND and match.target >= 0:
        # What pictures show that the outlet itself has checked.
        found += facts.of_source.get(match.target, [])
    if match.cue_class is CueClass.CORRECTION and match.cue.pos == "NOUN":
        sentence = tree.sentence[match.token]
        found += [stated for stated in facts.in_sentence.get(sentence, ()) if stated.said]
    return found


def _is_negated(tree: Tree, index: int) -> bool:
    return index >= 0 and any(tree.lemmas[child] in ("not", "n't", "never") for child in tree.children[index])


def _with_predicate(facts: Facts, anchor: int) -> list[Stated]:
    """Claims of which ``anchor`` is the main predicate, coordinated with it inside the claim, or on a level with it."""
    tree = facts.tree
    inside = anchor
    while anchor not in facts.at_root and tree.deps[anchor] in ("conj", "xcomp"):
        anchor = tree.head[anchor]
    found = [stated for stated in facts.at_root.get(anchor, ()) if inside in stated.tokens]
    if found:
        return found
    around = facts.around.get(inside, ())
    verbless = [stated for stated in around if not is_predicate(tree, stated.root)]
    return verbless or [stated for stated in around if tree.head[inside] not in stated.tokens]


def _of_noun(facts: Facts, match: CueMatch) -> list[Stated]:
    """Claims of which an adjective's noun is the source ("unconfirmed reports said …") or the whole."""
    noun = match.target
    if match.cue_class is CueClass.HEDGE:
        return facts.at_root.get(noun, [])
    reach = _reach(facts, match)
    return [
        *facts.of_source.get(noun, ()),
        *(stated for token in sorted(reach) for stated in facts.at_root.get(token, ())),
    ]


def _reach(facts: Facts, match: CueMatch) -> set[int]:
    """The predicates that a cue bears on directly: its target, what is coordinated with it, and what a noun reports."""
    tree, target = facts.tree, match.target
    if target < 0:
        return set()
    relative = relative_clause(tree, match.token)
    if relative >= 0 and target == tree.head[relative]:
        return _sentential(facts, relative)
    reach = {target}
    if match.target_kind == "antecedent":
        # "A said p, which B denied": p, whether the relative clause hangs on "said" or lower.
        reach.update(child for child in tree.children[target] if tree.deps[child] == "ccomp")
    if tree.pos[target] in ("NOUN", "PROPN", "PRON"):
        reach.update(child for child in tree.children[target] if tree.deps[child] in ("acl", "ccomp", "acl:relcl"))
    for token in sorted(reach):
        reach.update(
            child for child in tree.children[token] if tree.deps[child] == "conj" and is_predicate(tree, child)
        )
    for token in sorted(reach):
        # "posts that said the final had been stopped": what the posts say.
        if tree.deps[token] == "acl:relcl":
            reach.update(child for child in tree.children[token] if tree.deps[child] in ("ccomp", "obj"))
    return reach


def _sentential(facts: Facts, relative: int) -> set[int]:
    """A relative clause after a comma comments on the whole clause before it: "…, which the club denied"."""
    tree = facts.tree
    first = next(token for token in tree.subtree(relative) if tree.pos[token] != "PUNCT")
    noun = tree.head[relative]
    if first == 0 or tree.words[first - 1] != "," or is_said(tree, noun, facts.lexicon):
        return {noun, *(child for child in tree.children[noun] if tree.deps[child] == "acl")}
    predicates = [token for token in tree.above(relative) if is_predicate(tree, token)]
    return set(predicates[:1])


def _by_object(facts: Facts, match: CueMatch, *, found: bool) -> list[Stated]:
    tree, words = facts.tree, facts.lexicon.words
    target = match.target
    other = _is_other(facts, match)
    if target < 0:
        return (
            [] if match.cue_class in (CueClass.CONFIRM, CueClass.ADMIT) else _nearest(facts, match, other, plural=False)
        )
    relative = relative_clause(tree, match.token)
    if relative >= 0:
        target = _antecedent(facts, relative, target)
    lemma = tree.lemmas[target]
    if match.target_kind == "clause":
        # What stands in the clause itself is decided by its place.
        inside = set(tree.subtree(target))
        return [stated for stated in _about(facts, target, other) if stated.root not in inside]
    if match.cue_class is CueClass.FALSIFY and "such" in match.cue.words:
        return _about(facts, target, other) or _nearest(facts, match, other, plural=False)
    if lemma in words["exhibit_nouns"] or match.cue_class in (CueClass.CORRECTION, CueClass.FALSIFY):
        rests = _resting_on(facts, target, other)
        if rests or lemma in words["exhibit_nouns"]:
            return rests
    said = is_said(tree, target, facts.lexicon)
    if match.cue_class is CueClass.FALSIFY and not said:
        return []
    if said:
        if tree.child(target, "acl", "acl:relcl", "ccomp") >= 0:
            # "reports that …": these and no others.
            return []
        topic = _topic(tree, target)
        about = _about(facts, topic, other) if topic >= 0 else []
        return about or _nearest(facts, match, other, plural=tree.tags[target] in ("NNS", "DT"))
    if found:
        return []
    if lemma in words["part_nouns"]:
        return _detailing(facts, match, _topic(tree, target), other)
    about = _about(facts, target, other)
    if about or relative >= 0 or not _is_definite(tree, target) or match.cue_class not in (*_WITHHELD, CueClass.DENY):
        return about
    return _nearest(facts, match, other, plural=False)


def _is_other(facts: Facts, match: CueMatch) -> Other:
    """Tells claims that somebody else than the cue's agent makes: nobody is asked to confirm or deny his own words."""
    agent = facts.agent_of(match)
    agent_id = agent.id if agent else None
    speaker = facts.speaker.get(match.token)

    def is_other(stated: Stated) -> bool:
        said = stated.said
        if said is None or said is speaker or not stated.claim.kind.has_status or match.token in stated.tokens:
            return False
        if match.agent >= 0 and match.agent in said.source:
            return False
        return agent_id is None or stated.source_id != agent_id

    return is_other


def _antecedent(facts: Facts, relative: int, target: int) -> int:
    """The video in "a video posted on TikTok, which the paper could not verify" and in "…, whose origin is unclear"."""
    tree = facts.tree
    owner = tree.child(target, "nmod:poss")
    noun = tree.head[relative] if owner >= 0 and tree.words[owner] == "whose" else target
    for above in (noun, *tree.above(noun)):
        if tree.lemmas[above] in facts.lexicon.words["exhibit_nouns"]:
            return above
        if is_told(tree, above):
            break
    return noun


def _topic(tree: Tree, noun: int) -> int:
    """What a detail or a saying is of: the mission in "the scope of the mission"."""
    for child in tree.children[noun]:
        if tree.deps[child] == "nmod" and _case(tree, child) in ("of", "about", "on", "for"):
            return child
    return -1


def _nearest(facts: Facts, match: CueMatch, other: Other, *, plural: bool) -> list[Stated]:
    """The last claim before the cue with those of the same breath; for a plural all claims of that sentence."""
    before = facts.before(match.token)
    last = next((stated for stated in before if other(stated) and stated.claim.scope is not ClaimScope.HEADLINE), None)
    last = last or next((stated for stated in facts.before(match.token) if other(stated)), None)
    if last is None:
        return []
    same = [stated for stated in facts.in_sentence[last.sentence] if other(stated) and stated.tokens[0] < match.token]
    return [stated for stated in same if plural or stated.said is last.said]


def _resting_on(facts: Facts, noun: int, other: Other) -> list[Stated]:
    """Claims whose source is the thing itself: the video that shows it, the paper that says it."""
    if facts.tree.pos[noun] != "NOUN":
        return []
    return [stated for stated in facts.by_source_noun.get(facts.tree.lemmas[noun], ()) if other(stated)]


def _about(facts: Facts, target: int, other: Other) -> list[Stated]:
    """Claims that share what the object speaks of: its head word and enough of the others."""
    tree = facts.tree
    own = [token for token in tree.children[target] if _case(tree, token) == "from"]
    phrase = tree.subtree(target) if is_predicate(tree, target) else noun_phrase(tree, target)
    words = facts.content_words(sorted(set(phrase) - _below(tree, own)))
    wanted = sorted(words)
    if not wanted:
        return []
    found = []
    for stated in facts.sharing(words):
        if not other(stated):
            continue
        shared = [word for word in wanted if any(akin(word, other) for other in stated.words)]
        event = any(akin(word, tree.lemmas[stated.root]) for word in shared)
        central = event or (len(wanted) > 1 and tree.lemmas[target] in shared)
        if len(shared) >= max(2, _ENOUGH * len(wanted)) or (central and len(wanted) <= 2):
            found.append(stated)
    return found


def _below(tree: Tree, tokens: list[int]) -> set[int]:
    return {below for token in tokens for below in tree.subtree(token)}


def _case(tree: Tree, index: int) -> str:
    case = tree.child(index, "case")
    return tree.lemmas[case] if case >= 0 else ""


def _detailing(facts: Facts, match: CueMatch, topic: int, other: Other) -> list[Stated]:
    """Claims that add a detail about ``topic`` or about those who take part in it, not the claim that there is one."""
    if topic < 0:
        return []
    tree = facts.tree
    word = tree.lemmas[topic]
    agent = set(facts.tree.subtree(match.agent)) if match.agent >= 0 else set()
    mentions = [
        stated for stated in facts.sharing(frozenset({word})) if any(akin(word, other) for other in stated.words)
    ]
    taking_part = {
        tree.lemmas[token]
        for stated in mentions
        for token in stated.tokens
        if tree.pos[token] == "PROPN" and tree.lemmas[token] not in {tree.lemmas[other] for other in agent}
    }
    numbers = {stated.number for stated in mentions}
    return [
        stated
        for stated in facts.sharing(frozenset(taking_part))
        if stated.number not in numbers and stated.words & taking_part and other(stated)
    ]


def _is_definite(tree: Tree, noun: int) -> bool:
    return any(tree.words[child] in ("the", "this", "that", "these", "those") for child in tree.children[noun])


def _contrasted(facts: Facts, match: CueMatch) -> list[Stated]:
    """ "A has yet to confirm X, but B claimed Y": Y."""
    tree = facts.tree
    first, last = tree.sentences[tree.sentence[match.token]]
    if not any(tree.words[token] in _CONTRAST for token in range(first, last)):
        return []
    other = _is_other(facts, match)
    return [stated for stated in facts.in_sentence.get(tree.sentence[match.token], ()) if other(stated)]
