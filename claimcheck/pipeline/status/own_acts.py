"""Self-statement: a named source speaks of its own act, decision or position, which its own word settles.

"The club announced that it had signed a striker" needs no second source. "The army said that it had lost no men",
"that it had hit the base", "that the workers were well" do.
"""

from __future__ import annotations

import re

from claimcheck.domain import ClaimScope, Source, SourceKind
from claimcheck.lang.cue import CueClass
from claimcheck.lang.speakers import speakers
from claimcheck.pipeline.grammar.predicate import is_passive, subject_of
from claimcheck.pipeline.grammar.reading import read
from claimcheck.pipeline.status.facts import Facts, Stated

__all__ = ["is_own_act", "is_person"]

_COMMITTING = frozenset({CueClass.REPORT, CueClass.INSIST, CueClass.CONFIRM, CueClass.ADMIT, CueClass.REVEAL})
_WORD = re.compile(r"\w+")
_RESOLVES = frozenset({"plan", "decision", "intention"})
_PEOPLE = frozenset({SourceKind.PERSON, SourceKind.OFFICIAL})


def is_person(source: Source) -> bool:
    """Whether the source is somebody rather than a body."""
    return source.kind in _PEOPLE


def is_own_act(facts: Facts, stated: Stated, source: Source) -> bool:
    """Whether a claim tells of an act, decision or position of its own ``source``."""
    cue = stated.said.cue if stated.said else None
    if not source.named or (cue is not None and cue.cue_class not in _COMMITTING):
        return False
    planned = _planned(facts, stated)
    if planned >= 0 and cue is not None and facts.tree.lemmas[cue.token] == "announce":
        return _is_act(facts, planned)
    if not _is_act(facts, stated.root):
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
    return any(_is_source(facts, head, source, quoted=quoted) for head in subjects)


def _planned(facts: Facts, stated: Stated) -> int:
    """What the source has made up its mind to do, where a noun tells: "announced plans to cut jobs"; else -1."""
    tree, root = facts.tree, stated.root
    if tree.lemmas[root] not in _RESOLVES or tree.child(root, "nmod", "nmod:poss", "cop", "nsubj") >= 0:
        return -1
    verb = tree.child(root, "acl")
    # "announced a plan by its rival to cut jobs": the rival's.
    own = verb > root and tree.words[root + 1] == "to"
    return verb if own else -1


def _is_act(facts: Facts, root: int) -> bool:
    """Whether a predicate tells of something done or decided, which nobody else need confirm."""
    tree, words = facts.tree, facts.lexicon.words
    lemma = tree.lemmas[root]
    if tree.pos[root] != "VERB" or is_passive(tree, root) or lemma in words["state_verbs"] | words["result_verbs"]:
        return False
    if tree.tags[root] in ("VBZ", "VBP") and lemma not in words["position_verbs"]:
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
    if facts.source_at.get(subject) == source.id:
        return True
    if quoted:
        return word in ("i", "we")
    if word in ("he", "she"):
        given = speakers("en").given_names.get(source.name.split()[0].lower())
        return is_person(source) and given in (None, "male" if word == "he" else "female")
    if word == "it":
        return not is_person(source)
    if word == "they":
        return not is_person(source) or (source.description is not None and source.description.plural)
    return _bears_name(facts, subject, source)


def _bears_name(facts: Facts, noun: int, source: Source) -> bool:
    tree = facts.tree
    names = [noun, *(child for child in tree.children[noun] if tree.deps[child] in ("flat", "compound", "appos"))]
    words = {tree.words[token] for token in names if tree.pos[token] == "PROPN"}
    return bool(words) and any(words <= set(_WORD.findall(name.lower())) for name in (source.name, *source.aliases))
