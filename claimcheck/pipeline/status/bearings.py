"""On which claims a cue bears: by its place in the tree, or by what its object speaks of.

"The club denied that it had paid a bribe": the tree tells. "The club denied that as well", "has yet to confirm the
scope of the mission", "could not verify the video": the object tells (:mod:`claimcheck.pipeline.status.objects`).
"""

from __future__ import annotations

from claimcheck.lang.cue import CueClass
from claimcheck.pipeline.attribution.attributed import Standing
from claimcheck.pipeline.claims.topics import topic_of
from claimcheck.pipeline.grammar.cues import CueMatch
from claimcheck.pipeline.grammar.nouns import can_speak, is_said, noun_phrase
from claimcheck.pipeline.grammar.predicate import is_predicate, relative_clause
from claimcheck.pipeline.status.confessions import taken_back
from claimcheck.pipeline.status.facts import Facts, Stated
from claimcheck.pipeline.status.objects import WITHHELD, by_label, by_object, is_other, whole_noun
from claimcheck.pipeline.status.stories import points_back, retold
from claimcheck.pipeline.status.unsupported import is_without_proof, unsupported

__all__ = ["bears_on"]

_UNCOMMITTED = frozenset({CueClass.NONCOMMIT, CueClass.BELIEF})
_BY_OBJECT = frozenset({
    CueClass.NONCONFIRM, CueClass.CANT_VERIFY, CueClass.DENY, CueClass.FALSIFY, CueClass.CORRECTION, CueClass.CONFIRM,
    CueClass.ADMIT,
})  # fmt: skip
_OF_HEADLINES = frozenset({
    CueClass.DENY, CueClass.FALSIFY, CueClass.NONCONFIRM, CueClass.CANT_VERIFY, CueClass.HEDGE, CueClass.NONCOMMIT,
    CueClass.BELIEF, CueClass.REPORT, CueClass.CORRECTION,
})  # fmt: skip
_CALLED = frozenset({"call", "name", "dub", "title"})
_SET_OFF = frozenset({",", "-", "–", "—", "--"})
_CONTRAST = frozenset({"but", "however", "although", "while", "though", "yet", "whereas", "still", ";"})


def bears_on(facts: Facts, match: CueMatch) -> list[Stated]:
    """The claims that a cue bears on, in text order, its agent's own claims left out."""
    if is_without_proof(facts, match):
        return unsupported(facts, match)
    found: dict[int, Stated] = {}
    for stated in _by_place(facts, match):
        found[stated.number] = stated
    # "is verifying reports that …": these and no others.
    examined = bool(found) and bool(match.cue.aspect)
    if match.cue_class is CueClass.FALSIFY and _is_label(match) and not found:
        for stated in by_label(facts, match):
            found.setdefault(stated.number, stated)
    if match.cue_class in _BY_OBJECT and not _is_label(match) and not examined:
        by_place = bool(found)
        if match.cue_class in WITHHELD:
            for stated in _contrasted(facts, match):
                found.setdefault(stated.number, stated)
        if not by_place or match.target_kind == "clause":
            for stated in by_object(facts, match, found=bool(found)):
                found.setdefault(stated.number, stated)
    if not found and match.cue_class is CueClass.DENY:
        # Where the tree has lost the clause the model may have kept it: "dismissed as nonsense reports that …".
        said = facts.cued.get(match.token)
        if said is not None and said.standing is Standing.UNVOUCHED:
            found = {inside.number: inside for token in sorted(said.content) for inside in facts.at_root.get(token, ())}
    if not found and match.cue_class in (CueClass.DENY, CueClass.FALSIFY):
        found = {stated.number: stated for stated in _appended(facts, match)}
    found.update({stated.number: stated for stated in taken_back(facts, match)})
    topic = topic_of(facts.tree, match, facts.lexicon)
    for stated in facts.around.get(topic[0], ()) if topic else ():
        if set(stated.tokens) <= set(topic):
            found[stated.number] = stated
    sentence = facts.tree.sentence[match.token]
    if match.cue_class is CueClass.FALSIFY and sentence not in facts.in_headline:
        # What is said by calling something false is not what is called so.
        found = {number: stated for number, stated in found.items() if match.token not in stated.tokens}
        for stated in list(retold(facts, found.values(), is_other(facts, match))):
            found.setdefault(stated.number, stated)
    told = match.cue_class in _OF_HEADLINES and sentence in facts.in_headline
    beside = _denies_something_else(facts, match) or _is_press(facts, match) or _hedges_a_noun(facts, match)
    if told and not found and not beside:
        # A headline has one thing to tell: what it calls a hoax is what it tells, whatever the parse makes of it.
        told_here = _introduced(facts, match) or list(facts.in_sentence.get(sentence, ()))
        found = {stated.number: stated for stated in told_here}
    return [found[number] for number in sorted(found)]


def _denies_something_else(facts: Facts, match: CueMatch) -> bool:
    """Whether it is no saying that is denied: "Minister resigns, denies wrongdoing" leaves it that he resigns."""
    if match.cue_class is not CueClass.DENY or match.target_kind != "object":
        return False
    return match.target >= 0 and not is_said(facts.tree, match.target, facts.lexicon)


def _introduced(facts: Facts, match: CueMatch) -> list[Stated]:
    """What a word of saying introduces where the model has seen it: in "dies, wakes up claiming p" nothing but p."""
    said = facts.cued.get(match.token)
    if said is None or match.cue_class not in (*_UNCOMMITTED, CueClass.REPORT):
        return []
    return [stated for token in sorted(said.content) for stated in facts.at_root.get(token, ())]


def _is_label(match: CueMatch) -> bool:
    return match.target_kind == "governor"


def _is_press(facts: Facts, match: CueMatch) -> bool:
    """Whether satire is only what a magazine is known for: an attack on it is none."""
    return _is_label(match) and facts.tree.lemmas[match.target] in ("magazine", "newspaper", "paper")


def _hedges_a_noun(facts: Facts, match: CueMatch) -> bool:
    """Whether a hedge touches the noun behind it alone: that a mob beat an "alleged thief" is told flatly.

    An "alleged recording" leaves open what the headline tells of it, and so does a "possible attack" without a verb.
    """
    tree, noun = facts.tree, match.target
    if match.cue_class is not CueClass.HEDGE or match.cue.pos != "ADJ" or not _is_label(match):
        return False
    governed = any(is_predicate(tree, token) for token in tree.above(noun))
    return governed and tree.lemmas[noun] not in facts.lexicon.words["exhibit_nouns"]


def _by_place(facts: Facts, match: CueMatch) -> list[Stated]:
    tree = facts.tree
    if points_back(facts, match):
        return []
    if _is_label(match) and tree.pos[match.token] not in ("ADV", "AUX"):
        return _of_noun(facts, match)
    if _is_label(match) and match.cue_class is CueClass.FALSIFY:
        # "falsely claimed that …"
        said = facts.cued.get(match.target)
        inside = said.content if said is not None else tree.subtree(match.target)
        return [stated for token in sorted(inside) for stated in facts.at_root.get(token, ())]
    if match.cue_class is CueClass.HEDGE:
        anchor = match.target if _is_label(match) else match.token
        return _with_predicate(facts, anchor) if anchor >= 0 else []
    reach = _reach(facts, match)
    found = [stated for token in sorted(reach) for stated in facts.at_root.get(token, ())]
    foretold = match.cue_class is CueClass.FORECAST
    if not found and (foretold or (match.cue_class in _UNCOMMITTED and _speaks_of_itself(facts, match))):
        # "Tenor believed killed", "Rumour suggests early poll": the reporting words are the claim's own.
        found = list(facts.at_root.get(match.token, ()))
    past = tree.tags[match.token] in ("VBD", "VBN") and match.reading.realis
    seen = match.target_kind == "object" and past
    if match.cue_class is CueClass.FIRSTHAND and seen and not found:
        # "Our reporter saw flames": the reporting words are the claim's own.
        found = [stated for stated in facts.at_root.get(match.token, ()) if stated.said is None]
    if not found and match.cue_class is CueClass.FALSIFY and is_said(tree, match.target, facts.lexicon):
        # "Posts that said the final had been stopped were untrue": what the posts say, wherever the parse hangs it.
        here = facts.in_sentence.get(tree.sentence[match.token], ())
        found = [stated for stated in here if tree.words[match.target] in facts.name_of(stated)]
    if match.cue_class is CueClass.FIRSTHAND and match.target >= 0:
        # What pictures show that the outlet itself has checked.
        found += facts.of_source.get(match.target, [])
    if ":" in match.cue.words or (match.cue_class is CueClass.CORRECTION and match.cue.pos == "NOUN"):
        hoax = match.cue_class is CueClass.FALSIFY
        sentence = tree.sentence[match.token]
        found += [stated for stated in facts.in_sentence.get(sentence, ()) if stated.said or hoax]
    return found


def _speaks_of_itself(facts: Facts, match: CueMatch) -> bool:
    """Whether what is believed or claimed has no clause of its own: "claimed responsibility", no "tunnel"."""
    if match.target_kind in ("infinitive", "predicate") or match.cue.words:
        return True
    return is_said(facts.tree, match.agent, facts.lexicon) and match.target_kind in ("clause", "object")


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
        tree = facts.tree
        about = facts.at_root.get(noun, [])
        if not about and tree.deps[noun] in ("nsubj", "nsubj:pass") and not can_speak(tree, noun):
            # "The alleged theft took place in May": but that a suspected thief was caught is told flatly.
            return facts.at_root.get(tree.head[noun], [])
        return about
    reach = _reach(facts, match)
    found = [
        *_of_party(facts, match, noun),
        *facts.of_source.get(noun, ()),
        *(
            stated
            for token in sorted(reach)
            for stated in facts.at_root.get(token, ())
            # "Lark Daily is a satirical site": what it says, not that it is one.
            if match.cue_class is not CueClass.FALSIFY or facts.tree.child(token, "cop") < 0 or token != noun
        ),
    ]
    if not found and match.cue_class is CueClass.NONCONFIRM and facts.tree.deps[noun] in ("nsubj", "nsubj:pass"):
        # "There were unconfirmed reports of a death."
        return facts.at_root.get(facts.tree.head[noun], [])
    return found


def _of_party(facts: Facts, match: CueMatch, noun: int) -> list[Stated]:
    """All that a satirical site says: "Lark Daily, a spoof website", "Lark Daily is a satirical site"."""
    noun = whole_noun(facts.tree, noun)
    if match.cue_class is not CueClass.FALSIFY or facts.tree.lemmas[noun] not in facts.lexicon.words["site_nouns"]:
        return []
    tree = facts.tree
    other = tree.child(noun, "nsubj") if tree.child(noun, "cop") >= 0 else tree.child(noun, "appos")
    if tree.deps[noun] == "appos":
        other = tree.head[noun]
    called_so = next((c for c in tree.children[noun] if tree.deps[c] == "acl" and tree.lemmas[c] in _CALLED), -1)
    if called_so >= 0:
        # "a satirical site called Lark Daily"
        other = tree.child(called_so, "xcomp", "obj", "obl")
    called = {facts.source_at.get(token) for token in (noun, other) if token >= 0}
    if other >= 0:
        words = [tree.words[token] for token in noun_phrase(tree, other) if tree.pos[token] == "PROPN"]
        called.update(name for name, source in facts.sources.items() if words and source.name.lower().split() == words)
    return [stated for name in sorted(filter(None, called)) for stated in facts.by_source.get(name, ())]


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
    if is_said(tree, target, facts.lexicon):
        # "a post on a forum that said …": the post says it.
        places = [child for child in tree.children[target] if tree.deps[child] == "nmod"]
        reach.update(c for place in places for c in tree.children[place] if tree.deps[c] == "acl:relcl")
    for token in sorted(reach):
        reach.update(
            child for child in tree.children[token] if tree.deps[child] == "conj" and is_predicate(tree, child)
        )
    for token in sorted(reach):
        # "posts that said the final had been stopped": what the posts say.
        if tree.deps[token] == "acl:relcl" or (tree.deps[token] == "acl" and tree.tags[token] == "VBG"):
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


def _appended(facts: Facts, match: CueMatch) -> list[Stated]:
    """ "Nine smugglers were caught, a claim that police said was false": what stands before the comma."""
    tree = facts.tree
    for noun in tree.above(match.token):
        if tree.pos[noun] != "NOUN" or not is_said(tree, noun, facts.lexicon):
            continue
        phrase = noun_phrase(tree, noun)
        first = phrase[0] if phrase else noun
        if tree.words[first] not in ("a", "an") or first == 0 or tree.words[first - 1] not in _SET_OFF:
            continue
        before = [s for s in facts.in_sentence.get(tree.sentence[noun], ()) if s.tokens[-1] < first]
        last = max((stated.tokens[-1] for stated in before), default=-1)
        return [stated for stated in before if stated.tokens[-1] == last]
    return []


def _contrasted(facts: Facts, match: CueMatch) -> list[Stated]:
    """ "A has yet to confirm X, but B claimed Y": Y."""
    tree = facts.tree
    first, last = tree.sentences[tree.sentence[match.token]]
    if not any(tree.words[token] in _CONTRAST for token in range(first, last)):
        return []
    other = is_other(facts, match)
    return [stated for stated in facts.in_sentence.get(tree.sentence[match.token], ()) if other(stated)]
