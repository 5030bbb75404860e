"""What is only somebody's judgement, wish or feeling, so that no fact could settle it.

Quoted words may judge with any word that can: "It is a good law" tells what the speaker thinks, and "The pump is good"
in the outlet's own voice may tell a fact. Some words judge wherever they stand: "said that the law was a disgrace".
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.lang.cue import Lexicon
from claimcheck.pipeline.grammar.predicate import is_predicate, subject_of
from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["is_opinion"]

_DEONTIC = frozenset({"should", "must", "ought", "shall"})
_SPEAKER = frozenset({"i", "we"})
_SOMEBODY = frozenset({"i", "we", "he", "she", "they", "you"})
_PRESENT = frozenset({"VBP", "VBZ"})
_SEEMING = frozenset({"look", "seem", "feel", "sound", "appear"})
_UNTIMELY = frozenset({"early", "soon", "late"})


def is_opinion(tree: Tree, root: int, tokens: Sequence[int], lexicon: Lexicon, *, quoted: bool) -> bool:
    """Whether the clause with predicate ``root`` judges; ``quoted``: its words stand in quotation marks."""
    words = lexicon.words
    if tree.lemmas[tree.head[root]] in words["naming_verbs"] and tree.deps[root] in ("obj", "xcomp"):
        # What somebody is called.
        return True
    deontic = {tree.words[child] for child in tree.children[root] if tree.deps[child] == "aux"} & _DEONTIC
    if deontic - {"should"} or (deontic and (quoted or _is_general(tree, root, lexicon))):
        return True
    subject = subject_of(tree, root)
    if _is_early(tree, root) or (tree.lemmas[root] == "deserve" and subject >= 0):
        return True
    told = tree.child(root, "cop") >= 0 and tree.child(root, "csubj", "ccomp") < 0
    if told and _judges(tree, root, words["scathing_adjectives"], words["scathing_nouns"]):
        # "It is absurd that he sold it" says that he did, or did not.
        return True
    if _is_never_so(tree, root, words["measuring_words"]):
        return True
    if tree.lemmas[root] in words["judging_adjectives"] or tree.lemmas[root] in words["judging_nouns"]:
        # "Rats in the pantry" are no insult.
        return quoted or (subject < 0 and tree.tags[root] != "NNS")
    return quoted and _is_spoken_judgement(tree, root, tokens, subject, lexicon)


def _is_spoken_judgement(tree: Tree, root: int, tokens: Sequence[int], subject: int, lexicon: Lexicon) -> bool:
    words = lexicon.words
    first = next((token for token in tokens if tree.pos[token] != "PUNCT"), root)
    if tree.words[first] == "may" and tree.tags[root] == "VB" and first < subject:
        # "May God protect these islands."
        return True
    speaker = subject >= 0 and tree.words[subject] in _SPEAKER
    if speaker and tree.lemmas[root] in words["opinion_verbs"]:
        return True
    if speaker and not {tree.words[root], tree.lemmas[root]}.isdisjoint(words["feeling_adjectives"]):
        return True
    if _is_obliged(tree, root) or _says_an_idiom(tree, tokens, words["idioms"]):
        return True
    if tree.child(root, "cop", "aux:pass") < 0:
        return False
    adjectives = words["judging_adjectives"] | words["evaluating_adjectives"] | words["scathing_adjectives"]
    if _judges(tree, root, adjectives, words["evaluating_nouns"]):
        return True
    superlative = any(
        tree.deps[child] == "amod" and tree.tags[child] == "JJS" and tree.words[child] not in words["measuring_words"]
        for child in tree.children[root]
    )
    return superlative or _is_such_a_person(tree, root, subject, words["person_facts"])


def _judges(tree: Tree, root: int, adjectives: frozenset[str], nouns: frozenset[str]) -> bool:
    """Whether a predicate is a word of judgement or has one beside it: "is shameful", "is a shameful deal"."""
    if tree.pos[root] == "ADJ" and tree.lemmas[root] in adjectives:
        return True
    if tree.tags[root] == "VBN" and tree.words[root] in adjectives:
        # "is misguided": no verb, whatever the parse makes of it; "was inspired by her aunt" is one.
        return not any(tree.deps[child].startswith("obl") for child in tree.children[root])
    if tree.pos[root] != "NOUN":
        return False
    beside = (tree.lemmas[child] for child in tree.children[root] if tree.deps[child] == "amod")
    return tree.lemmas[root] in nouns or any(lemma in adjectives for lemma in beside)


def _is_general(tree: Tree, root: int, lexicon: Lexicon) -> bool:
    """Whether it is said of everybody or nobody: "nobody should pay"."""
    return subject_of(tree, root) >= 0 and tree.words[subject_of(tree, root)] in lexicon.words["general_pronouns"]


def _is_early(tree: Tree, root: int) -> bool:
    """ "It was too early to talk about it", "it is time to act": advice."""
    infinitive = any(tree.words[tree.child(child, "mark")] == "to" for child in _clauses(tree, root))
    if not infinitive:
        return False
    too = any(tree.words[child] == "too" for child in tree.children[root])
    pronoun = subject_of(tree, root) < 0 or tree.words[subject_of(tree, root)] in ("it", "now", "this")
    timely = tree.words[root] == "time" and tree.child(root, "cop") >= 0 and tree.child(root, "det", "nummod") < 0
    return pronoun and ((too and tree.lemmas[root] in _UNTIMELY) or timely)


def _clauses(tree: Tree, root: int) -> list[int]:
    found = [child for child in tree.children[root] if is_predicate(tree, child) and tree.child(child, "mark") >= 0]
    # The parse may hang the infinitive on "too".
    too = [child for child in tree.children[root] if tree.words[child] == "too"]
    return found + [c for word in too for c in tree.children[word] if tree.child(c, "mark") >= 0]


def _is_never_so(tree: Tree, root: int, measuring: frozenset[str]) -> bool:
    """ "She has never looked happier"; that prices have never been higher can be measured."""
    if tree.lemmas[root] not in _SEEMING and tree.child(root, "cop") < 0:
        return False
    near = (root, *tree.children[root])
    never = any(tree.words[child] == "never" for child in near)
    return never and any(tree.tags[word] == "JJR" and tree.words[word] not in measuring for word in near)


def _is_obliged(tree: Tree, root: int) -> bool:
    """ "We need to talk", "They have to go": what the speaker wants done; not "We had to close the road"."""
    verb = tree.head[root] if tree.deps[root] == "xcomp" else root
    return tree.lemmas[verb] in ("need", "have") and tree.tags[verb] in _PRESENT and tree.child(verb, "xcomp") >= 0


def _says_an_idiom(tree: Tree, tokens: Sequence[int], idioms: frozenset[str]) -> bool:
    spoken = f" {' '.join(tree.words[token] for token in tokens if tree.pos[token] != 'PUNCT')} "
    return any(f" {idiom} " in spoken for idiom in idioms)


def _is_such_a_person(tree: Tree, root: int, subject: int, facts: frozenset[str]) -> bool:
    """ "He is a broken man": of what sort somebody is, unless the adjective tells a fact ("a Danish man")."""
    if subject < 0 or tree.words[subject] not in _SOMEBODY or tree.lemmas[root] not in ("man", "woman", "person"):
        return False
    beside = [child for child in tree.children[root] if tree.deps[child] == "amod" and tree.lemmas[child] not in facts]
    return any(tree.text[tree.span(child, child).start].islower() for child in beside)
