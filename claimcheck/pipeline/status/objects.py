"""What a cue's object speaks of, and which claims speak of the same.

"The club denied that as well", "has yet to confirm the scope of the mission", "could not verify the video". The object
names a thing said (the nearest claim before), an exhibit (the claims that rest on it), a detail of something (claims
that add details), or an event (claims about it).
"""

from __future__ import annotations

from claimcheck.lang.cue import CueClass
from claimcheck.pipeline.claims.topics import meant, topic_of
from claimcheck.pipeline.grammar.cues import CueMatch
from claimcheck.pipeline.grammar.nouns import is_said, noun_phrase
from claimcheck.pipeline.grammar.predicate import is_predicate, is_told, relative_clause
from claimcheck.pipeline.grammar.tree import Tree
from claimcheck.pipeline.status.allegations import of_involvement, with_what_is_not
from claimcheck.pipeline.status.details import detailing, is_definite
from claimcheck.pipeline.status.facts import Facts, Stated, akin
from claimcheck.pipeline.status.stories import Other, is_hearsay, is_negated, made_up, nearest, points_back, the_story

__all__ = ["WITHHELD", "by_label", "by_object", "is_other", "whole_noun"]

WITHHELD = frozenset({CueClass.NONCONFIRM, CueClass.CANT_VERIFY})
"""Classes by which somebody does not say whether it is so."""
_ENOUGH = 0.5
"""Share of an object's content words that a claim must have to be about the same thing."""


def by_object(facts: Facts, match: CueMatch, *, found: bool) -> list[Stated]:
    """The claims that a cue's object speaks of; ``found`` tells whether the tree has shown some already."""
    tree, words = facts.tree, facts.lexicon.words
    target = match.target
    other = is_other(facts, match)
    if target < 0:
        if match.cue_class in (CueClass.CONFIRM, CueClass.ADMIT) or ":" in match.cue.words:
            # "Correction: …" says what it is about.
            return []
        other_one = any(tree.words[child] in ("a", "an", "another") for child in tree.children[match.token])
        if other_one or tree.tags[match.token] in ("NNS", "NNPS"):
            # "A similar hoax came up last year": another one.
            return []
        rumoured = tree.lemmas[match.token] in words["made_up_nouns"]
        called = made_up(facts, match, other) if tree.lemmas[match.token] in words["made_up_nouns"] else []
        return called or the_story(facts, match, other, plural=False, rumoured=rumoured)
    noun = meant(tree, match, facts.lexicon)
    rests = _resting_on(facts, noun, other) if noun >= 0 else []
    if rests or (noun >= 0 and topic_of(tree, match, facts.lexicon)):
        # "A picture of a shark went round, but it is fake": what the picture shows.
        return rests
    relative = relative_clause(tree, match.token)
    if relative >= 0:
        target = _antecedent(facts, relative, target)
    for part in tree.children[target]:
        if tree.deps[part] == "compound" and is_said(tree, part, facts.lexicon):
            # "called the report nonsense", where the parse takes the two for one.
            target = part
    if points_back(facts, match):
        # "It did not happen", "The whole thing was a hoax".
        rumour = the_story(facts, match, other, plural=False, rumoured=True)
        return rumour or the_story(facts, match, other, plural=False)
    if tree.lemmas[target] in words["genuineness_nouns"] and _topic(tree, target) >= 0:
        target = _topic(tree, target)
    lemma = tree.lemmas[target]
    if match.target_kind == "clause":
        # What stands in the clause itself is decided by its place.
        inside = set(tree.subtree(target))
        if match.cue_class in (CueClass.CONFIRM, CueClass.ADMIT):
            # What is confirmed is a claim itself; those that say the same get it from there.
            return []
        about = _about(facts, target, other) or with_what_is_not(facts, target, other)
        about = about or of_involvement(facts, match, other)
        return [stated for stated in about if stated.root not in inside]
    if match.cue_class is CueClass.FALSIFY and "such" in match.cue.words:
        return _about(facts, target, other) or nearest(facts, match, other, plural=False)
    if lemma in words["exhibit_nouns"] or match.cue_class in (CueClass.CORRECTION, CueClass.FALSIFY):
        rests = _resting_on(facts, target, other)
        if rests or lemma in words["exhibit_nouns"]:
            return rests
    said = is_said(tree, target, facts.lexicon)
    if match.cue_class is CueClass.FALSIFY and not said:
        return []
    if any(tree.words[child] in ("neither", "both", "either") for child in tree.children[target]):
        return _last_two(facts, match, other)
    reporter = _reporter(facts, target)
    if reporter is not None:
        # "the date reported by the paper": what the paper says.
        return [s for s in facts.stated if reporter in (s.source_id, *s.claim.via) and other(s)]
    if said:
        if tree.child(target, "acl", "acl:relcl", "ccomp") >= 0:
            # "reports that …": these and no others.
            return []
        # "denied this and said that …": what he said is not what he denied.
        behind = [token for token in tree.subtree(match.token) if token > target and tree.pos[target] == "NOUN"]
        told = [token for token in behind if token != match.token and _opens_with_that(tree, token)]
        if told:
            # "a claim by the rebels that …", where the parse hangs the clause on the rebels or on the verb.
            return [stated for token in told for stated in (facts.at_root.get(token) or facts.around.get(token, []))]
        owner = facts.source_at.get(tree.child(target, "nmod:poss"))
        if owner is not None:
            # "shot down the senator's claims": all that he has said before; "rejected his account": the last of it.
            his = [s for s in facts.by_source.get(owner, ()) if s.tokens[0] < match.token and other(s)]
            return his if tree.tags[target] in ("NNS", "NNPS") else [s for s in his if s.said is his[-1].said]
        topic = _topic(tree, target)
        about = _about(facts, topic, other) if topic >= 0 else []
        kinds = _kinds(facts, target)
        if kinds and not about:
            # "the pumpkin rumour": what is told of a pumpkin, and nothing else.
            return [s for s in facts.sharing(kinds) if other(s) and any(akin(a, b) for a in kinds for b in s.words)]
        # "Reports of poisoned water are untrue": those that are told of it, and no other story.
        return about or ([] if topic_of(tree, match, facts.lexicon) else _called(facts, match, target, other))
    if lemma in words["part_nouns"]:
        return detailing(facts, match, _topic(tree, target), other, found=found)
    if found:
        return []
    withheld = match.cue_class in WITHHELD
    # "would not confirm the talks": that there are some, not that there are none.
    about = [stated for stated in _about(facts, target, other) if not (withheld and is_negated(facts, stated))]
    if match.cue_class is CueClass.DENY:
        about = about or with_what_is_not(facts, target, other) or of_involvement(facts, match, other)
    if about or relative >= 0 or not is_definite(tree, target) or match.cue_class not in (*WITHHELD, CueClass.DENY):
        return about
    if withheld:
        return nearest(facts, match, lambda stated: other(stated) and not is_negated(facts, stated), plural=False)
    return nearest(facts, match, other, plural=False)


def by_label(facts: Facts, match: CueMatch) -> list[Stated]:
    """What "the bogus story" points back to, and the piece that "was published on a satirical website"."""
    tree, noun = facts.tree, whole_noun(facts.tree, match.target)
    if tree.lemmas[noun] in facts.lexicon.words["site_nouns"]:
        noun = _published(facts, noun)
    elif not is_definite(tree, noun):
        return []
    if noun < 0 or not is_said(tree, noun, facts.lexicon):
        return []
    if tree.child(noun, "acl", "acl:relcl", "ccomp") >= 0 or _topic(tree, noun) >= 0 or _kinds(facts, noun):
        return []
    other = is_other(facts, match)
    rests = _resting_on(facts, noun, other) if tree.lemmas[noun] != "news" else []
    return rests or the_story(facts, match, other, plural=False, rumoured=True)


def whole_noun(tree: Tree, noun: int) -> int:
    """The noun of which another is a part: the website of "a fake news website"."""
    return tree.head[noun] if tree.deps[noun] == "compound" and tree.head[noun] > noun else noun


def _kinds(facts: Facts, noun: int) -> frozenset[str]:
    """What a noun for something said is about by the words before it: "pumpkin" of "the pumpkin rumour"."""
    tree, media = facts.tree, facts.lexicon.words["media_nouns"]
    before = (child for child in tree.children[noun] if tree.deps[child] == "compound" and child < noun)
    lemmas = (tree.lemmas[child] for child in before if not is_said(tree, child, facts.lexicon))
    return frozenset(lemma for lemma in lemmas if lemma not in media | facts.lexicon.words["made_up_nouns"])


def _published(facts: Facts, site: int) -> int:
    """What is said to come from a site: "it" of "It was published on Lark Daily, a satirical website"; else -1."""
    tree = facts.tree
    place = tree.head[site] if tree.deps[site] == "appos" else site
    if tree.child(place, "cop") >= 0 and _case(tree, place) in ("from", "by"):
        # "The post was actually from a satirical website."
        return tree.child(place, "nsubj")
    verb = tree.head[place]
    if tree.deps[place] not in ("obl", "obl:agent") or tree.lemmas[verb] not in facts.lexicon.words["publishing_verbs"]:
        return -1
    return tree.child(verb, "nsubj", "nsubj:pass")


def is_other(facts: Facts, match: CueMatch) -> Other:
    """Tells claims that somebody else than the cue's agent makes: nobody is asked to confirm or deny his own words."""
    agent = facts.agent_of(match)
    agent_id = agent.id if agent else None
    speaker = facts.speaker.get(match.token)
    if agent_id is None and speaker is not None:
        agent_id = speaker.attribution.source_id

    def is_other(stated: Stated) -> bool:
        said = stated.said
        if said is None:
            # What the outlet says itself is not called false; what it passes on with a hedge may be.
            hedged = match.cue_class in (CueClass.FALSIFY, CueClass.DENY) and is_hearsay(facts, stated)
            return hedged and stated.claim.kind.has_status and match.token not in stated.tokens
        if said is speaker or not stated.claim.kind.has_status or match.token in stated.tokens:
            return False
        if match.agent in said.source and match.token not in said.source:
            return False
        if agent_id is None or stated.source_id is None or match.cue_class is CueClass.DENY:
            return agent_id is None or stated.source_id != agent_id
        return agent_id not in {stated.source_id, *facts.bodies[stated.source_id]}

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


def _opens_with_that(tree: Tree, clause: int) -> bool:
    marker = tree.child(clause, "mark")
    return marker >= 0 and tree.words[marker] == "that"


def _called(facts: Facts, match: CueMatch, noun: int, other: Other) -> list[Stated]:
    """What a noun for something said points back to: "the finding" to a thing found, "the claim" to a thing claimed."""
    tree = facts.tree
    if any(tree.words[child] in ("a", "an", "another") for child in tree.children[noun]):
        # "A story about his heir was false": no story told before.
        return []
    lemma = tree.lemmas[noun]
    for stated in facts.before(match.token):
        cue = stated.said.cue if stated.said is not None else None
        verbs = (tree.lemmas[stated.root], tree.lemmas[cue.token] if cue is not None else "")
        if other(stated) and any(akin(lemma, verb) for verb in verbs):
            return [same for same in facts.in_sentence[stated.sentence] if other(same) and same.said is stated.said]
    if match.cue_class in (CueClass.CONFIRM, CueClass.ADMIT):
        # To call a claim confirmed wants more than that it stands near.
        return []
    rumoured = lemma in facts.lexicon.words["rumour_nouns"]
    plural = tree.tags[noun] in ("NNS", "DT")
    if lemma in facts.lexicon.words["published_nouns"]:
        # A story is told by whoever carries it before it is what somebody says of it.
        carried = the_story(facts, match, other, plural=plural, rumoured=True)
        if carried:
            return carried
    return the_story(facts, match, other, plural=plural, rumoured=rumoured)


def _resting_on(facts: Facts, noun: int, other: Other) -> list[Stated]:
    """Claims whose source is the thing itself: the video that shows it, the paper that says it."""
    tree = facts.tree
    plain = tree.tags[noun] == "NNS" and not is_definite(tree, noun) and tree.child(noun, "nmod:poss", "acl") < 0
    if tree.pos[noun] != "NOUN" or (plain and is_said(tree, noun, facts.lexicon)):
        # "Reports that he had fled were false" speak of no report that was told of before.
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


def _last_two(facts: Facts, match: CueMatch, other: Other) -> list[Stated]:
    """What "neither figure" and "both statements" speak of: the last two claims, of figures those that give one."""
    figures = facts.tree.lemmas[match.target] in facts.lexicon.words["figure_nouns"]
    found: list[Stated] = []
    for stated in facts.before(match.token):
        if other(stated) and (not figures or any(facts.tree.pos[token] == "NUM" for token in stated.tokens)):
            found.append(stated)
        if len(found) == _BOTH:
            break
    return found[::-1]


_BOTH = 2


def _reporter(facts: Facts, noun: int) -> str | None:
    """Whoever a participle behind a noun says has reported it: "the place reported by Akhali Dro"."""
    tree = facts.tree
    joined = [child for child in tree.children[noun] if tree.deps[child] == "conj"]
    for clause in (child for one in (noun, *joined) for child in tree.children[one]):
        if tree.deps[clause] == "acl" and tree.tags[clause] == "VBN" and clause in facts.cue_at:
            source = facts.source_of(tree.child(clause, "obl:agent", "obl"))
            if source is not None:
                return source.id
    return None
