"""Self-statement: a named source speaks of its own act, decision or position, which its own word settles.

"The club announced that it had signed a striker" needs no second source. "The army said that it had lost no men",
"that it had hit the base", "that the workers were well" do.
"""

from __future__ import annotations

import re

from claimcheck.domain import ClaimScope, Source, SourceKind
from claimcheck.lang.cue import CueClass
from claimcheck.lang.speakers import speakers
from claimcheck.pipeline.grammar.clauses import root_of
from claimcheck.pipeline.grammar.dates import is_scheduled
from claimcheck.pipeline.grammar.predicate import is_passive, subject_of
from claimcheck.pipeline.grammar.reading import read
from claimcheck.pipeline.grammar.source_kinds import OFFICIAL_BODIES
from claimcheck.pipeline.status.facts import Facts, Stated
from claimcheck.pipeline.status.own_bodies import is_own_body, is_own_staff
from claimcheck.pipeline.status.voices import BODIES

__all__ = ["is_own_act", "is_person"]

_COMMITTING = frozenset({CueClass.REPORT, CueClass.INSIST, CueClass.CONFIRM, CueClass.ADMIT, CueClass.REVEAL})
_WORD = re.compile(r"\w+")
_RESOLVES = frozenset({"plan", "decision", "intention"})
_SEIZING = frozenset({SourceKind.POLICE_COURTS, SourceKind.GOVERNMENT, SourceKind.OFFICIAL})
"""Whose work it is to seize and to rescue; of an army that is a result, which others may contest."""
_PEOPLE = frozenset({SourceKind.PERSON, SourceKind.OFFICIAL})


def is_person(source: Source) -> bool:
    """Whether the source is somebody rather than a body."""
    return source.kind in _PEOPLE


def is_own_act(facts: Facts, stated: Stated, source: Source) -> bool:
    """Whether a claim tells of an act, decision or position of its own ``source``."""
    cue = stated.said.cue if stated.said else None
    if not _is_known(facts, stated, source) or (cue is not None and cue.cue_class not in _COMMITTING):
        return False
    planned = _planned(facts, stated)
    if planned >= 0 and cue is not None and facts.tree.lemmas[cue.token] == "announce":
        return _is_act(facts, planned, source)
    if not _is_act(facts, stated.root, source):
        return False
    tree = facts.tree
    subject = subject_of(tree, stated.root)
    if subject < 0 or tree.child(stated.root, "expl") >= 0:
        return False
    if subject not in stated.tokens:
        # "pledged to repay its customers"; but not "accused the bank of hiding two warnings".
        return cue is not None and cue.target_kind == "infinitive"
    # The parse may give one subject two heads: "champions" and "Limfjord HK".
    subjects = {child for child in tree.children[stated.root] if tree.deps[child] == "nsubj" and child in stated.tokens}
    subjects.add(subject)
    quoted = stated.claim.scope is ClaimScope.QUOTATION
    if any(_is_source(facts, head, source, quoted=quoted) for head in subjects):
        return True
    return not quoted and any(_is_spoken_for(facts, stated, head, source) for head in subjects)


def _is_spoken_for(facts: Facts, stated: Stated, subject: int, source: Source) -> bool:
    """Whether who is named behind the words speaks for the body that these are about.

    "Kyrgyzstan will send envoys, its foreign ministry said"; "The committee has summoned him, its chairman said". In
    "The gang robbed a bank, its chairman said" he is the bank's.
    """
    tree = facts.tree
    own = sorted(stated.said.source) if stated.said else []
    speaks = source.kind in BODIES or source.kind is SourceKind.OFFICIAL
    if not own or own[0] < subject or not speaks or not _is_body_at(facts, subject):
        return False
    owner = next((token for token in own if tree.deps[token] == "nmod:poss" and tree.tags[token] == "PRP$"), -1)
    if any(tree.deps[token] == "nmod:poss" and tree.lemmas[token] == tree.lemmas[subject] for token in own):
        # "The committee will hear two engineers, the committee's chairwoman said."
        return True
    if owner < 0 or tree.words[owner] != ("their" if tree.tags[subject] == "NNS" else "its"):
        return False
    acted_on = tree.child(stated.root, "obj")
    if acted_on < 0 or tree.entity[acted_on] == "PERSON":
        return True
    known = speakers("en").noun([tree.words[acted_on]], [tree.lemmas[acted_on]])
    a_body = known is not None and not known[0].person and (known[0].land or known[0].kind not in OFFICIAL_BODIES)
    return tree.entity[acted_on] not in ("ORG", "PLACE") and not a_body


def _is_body_at(facts: Facts, noun: int) -> bool:
    """Whether a noun phrase means a body, a country or a group of people."""
    tree = facts.tree
    if tree.entity[noun] in ("ORG", "PLACE") or facts.is_body(noun):
        return tree.entity[noun] != "PERSON"
    return tree.tags[noun] == "NNS"


def _is_known(facts: Facts, stated: Stated, source: Source) -> bool:
    """Whether it is said whose word it is: a name, "the ministry", "the mayor"; not "a ministry", "two aides"."""
    if source.named:
        return True
    head = root_of(facts.tree, sorted(stated.said.source)) if stated.said and stated.said.source else -1
    if head < 0:
        return False
    return facts.is_the_body(head) or facts.is_the_office(head)


def _planned(facts: Facts, stated: Stated) -> int:
    """What the source has made up its mind to do, where a noun tells: "announced plans to cut jobs"; else -1."""
    tree, root = facts.tree, stated.root
    if tree.lemmas[root] not in _RESOLVES or tree.child(root, "nmod", "nmod:poss", "cop", "nsubj") >= 0:
        return -1
    verb = tree.child(root, "acl")
    # "announced a plan by its rival to cut jobs": the rival's.
    own = verb > root and tree.words[root + 1] == "to"
    return verb if own else -1


def _is_act(facts: Facts, root: int, source: Source) -> bool:
    """Whether a predicate tells of something done or decided, which nobody else need confirm."""
    tree, words = facts.tree, facts.lexicon.words
    lemma = tree.lemmas[root]
    if lemma in words["willing_adjectives"] and tree.child(root, "cop") >= 0 and tree.child(root, "xcomp") > root:
        return not read(tree, root, facts.lexicon).negated
    if tree.pos[root] != "VERB" or is_passive(tree, root):
        return False
    if lemma in words["result_verbs"] and not (source.kind in _SEIZING and lemma in words["seizing_verbs"]):
        return False
    dropped = lemma in words["dropping_verbs"] and tree.child(root, "obj") >= 0
    had = tree.child(root, "obj") if lemma == "have" else -1
    if had >= 0 and tree.lemmas[had] in words["resolve_nouns"]:
        # "had no plans to sell"
        return True
    if lemma in words["state_verbs"] - words["position_verbs"] and not dropped:
        return False
    if tree.tags[root] in ("VBZ", "VBP") and lemma not in words["position_verbs"] and not is_scheduled(tree, root):
        # The simple present tells what is usual.
        return False
    if any(child in facts.withheld for child in tree.children[root] if tree.deps[child] in ("obj", "ccomp")):
        # "had found no evidence": a finding, not an act.
        return False
    reading = read(tree, root, facts.lexicon)
    if reading.modal in ("can", "may", "should"):
        return False
    return not reading.negated or reading.modal in ("will", "would")


def _is_source(facts: Facts, subject: int, source: Source, *, quoted: bool) -> bool:
    """Whether a subject is the source: by pronoun, by name, or by what coreference found.

    In the source's own words ``quoted`` "I" and "we" are the source, and "he" is somebody else.
    """
    word = facts.tree.words[subject]
    bodies = facts.bodies[source.id] if is_person(source) else frozenset()
    if facts.source_at.get(subject) in {source.id, *bodies}:
        return True
    if is_person(source) and is_own_body(facts, subject, source, quoted=quoted):
        return True
    if is_own_staff(facts, subject, source, quoted=quoted):
        return True
    if quoted:
        return word in ("i", "we")
    if word in ("he", "she"):
        if not is_person(source) or _is_named_later(facts, subject, source):
            return False
        given = speakers("en").given_names.get(source.name.split()[0].lower())
        return given == ("male" if word == "he" else "female") or (given is None and _is_alone(facts, subject, source))
    if word == "it":
        return not is_person(source)
    if word == "they":
        return not is_person(source) or (source.description is not None and source.description.plural)
    return _bears_name(facts, subject, source)


def _is_named_later(facts: Facts, pronoun: int, source: Source) -> bool:
    """Whether the name comes after the pronoun: "He had been followed, according to Perla Utrera" is not her."""
    said = facts.speaker.get(pronoun)
    after = [token for token in said.source if token > pronoun] if said is not None else []
    return any(facts.tree.entity[token] == "PERSON" for token in after)


def _is_alone(facts: Facts, pronoun: int, source: Source) -> bool:
    """Whether this sentence and the one before name nobody else whom the pronoun can mean."""
    tree = facts.tree
    known = {word for name in (source.name, *source.aliases) for word in _WORD.findall(name.lower())}
    first = tree.sentences[max(0, tree.sentence[pronoun] - 1)][0]
    other = "female" if tree.words[pronoun] == "he" else "male"
    people = [token for token in range(first, pronoun) if tree.entity[token] == "PERSON"]
    # "Orloff's lawyer left. The sheriff said he …": nobody means Orloff.
    people = [token for token in people if tree.deps[token] != "nmod:poss"]
    others = {token for token in people if tree.words[token] not in known}
    names = speakers("en").given_names
    # "Rosalie Abayon" is no "he", by her first name.
    excused = {token for token in others if names.get(tree.words[token]) == other}
    excused |= {token for token in others if tree.deps[token] == "flat" and tree.head[token] in excused}
    return others == excused


def _bears_name(facts: Facts, noun: int, source: Source) -> bool:
    tree = facts.tree
    if tree.pos[noun] == "NOUN" and not is_person(source) and tree.lemmas[noun] == source.name.lower().split()[-1]:
        # "Police in Rotterdam have arrested three men, police said."
        return facts.is_body(noun)
    names = [noun, *(child for child in tree.children[noun] if tree.deps[child] in ("flat", "compound", "appos"))]
    words = {tree.words[token] for token in names if tree.pos[token] == "PROPN"}
    return bool(words) and any(words <= set(_WORD.findall(name.lower())) for name in (source.name, *source.aliases))
