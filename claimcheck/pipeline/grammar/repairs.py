"""Mistakes of the parse that the words themselves tell, set right before anybody reads the tree.

A repair looks at one token; which are asked is told by the token's word or by its relation. Each changes tags,
relations and heads in place and leaves alone what it is not sure of.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from claimcheck.lang.cue import Cue, CueClass, Lexicon
from claimcheck.pipeline.grammar.repairs_of_names import ampersand, capital_adverb, further_name, hyphen
from claimcheck.pipeline.grammar.repairs_of_sayings import (
    clause_of_noun,
    clause_of_verb,
    figure_of_verb,
    main_verb_of_exhibit,
    participle_of_noun,
    verb_as_subject,
)

if TYPE_CHECKING:
    from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["mend"]

_BEFORE_NOUNS = ("compound", "det", "nmod", "amod")
_RELATIVE = frozenset({"obj", "nsubj", "nsubj:pass"})
_CLAUSES = frozenset({"ccomp", "advcl", "parataxis"})
_LATER = frozenset({"advcl", "conj", "parataxis"})


def mend(tree: Tree, lexicon: Lexicon) -> None:
    """Set the whole tree right; its children must not be known yet.

    A tree it stays: where repairs have hung words on each other in a circle, the parse's own heads come back.
    """
    heads, deps = list(tree.head), list(tree.deps)
    for index, word in enumerate(tree.words):
        for repair in (_BY_WORD.get(word), _BY_RELATION.get(tree.deps[index])):
            if repair is not None:
                repair(tree, index, lexicon)
    changed = {index for index, head in enumerate(tree.head) if head != heads[index]}
    circle = _circle(tree, changed)
    while circle:
        for index in circle & changed:
            tree.head[index], tree.deps[index] = heads[index], deps[index]
        changed -= circle
        circle = _circle(tree, changed)


def _circle(tree: Tree, changed: set[int]) -> set[int]:
    """The words of a circle of heads, as only changed ones can close it; empty without any."""
    for start in sorted(changed):
        seen = {start}
        above = tree.head[start]
        while above not in seen and tree.head[above] != above:
            seen.add(above)
            above = tree.head[above]
        if tree.head[above] != above:
            return seen
    return set()


def _that(tree: Tree, index: int, lexicon: Lexicon) -> None:
    """ "Rumours that the mint had closed": what the rumours say, though "that" is taken for the mint's object.

    Of "the report that the agency published" this is true.
    """
    clause_of_noun(tree, index, lexicon)
    clause_of_verb(tree, index, lexicon)
    words, deps, head = tree.words, tree.deps, tree.head
    if _is_commented_on(tree, index, lexicon):
        # "The clerks burned the bills, a charge that their lawyer rejected": what he rejected.
        tree.tags[index], deps[index] = "WDT", "obj"
        deps[head[index]], head[head[index]] = "acl:relcl", index - 1
        return
    if not index or deps[index] != "obj" or deps[head[index]] != "acl:relcl":
        return
    verb, noun = head[index], head[head[index]]
    own = [deps[other] for other in range(index + 1, _end(tree, verb)) if head[other] == verb]
    definite = noun and words[noun - 1] == "the"
    whole = "nsubj" in own and (not definite or not {"obj", "ccomp", "xcomp"}.isdisjoint(own))
    if whole and noun == index - 1 and tree.lemmas[noun] in lexicon.words["said_nouns"]:
        tree.tags[index], deps[index] = "IN", "mark"


def _is_commented_on(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Whether "that" is what somebody does with a saying that sums up what stands before a comma."""
    noun, verb = index - 1, tree.head[index]
    if index < _SHORTEST_COMMENT or tree.lemmas[noun] not in lexicon.words["said_nouns"] or verb < index:
        return False
    if tree.words[noun - 1] not in ("a", "an") or tree.words[noun - 2] not in (",", "–", "—", "-"):
        return False
    own = {tree.deps[other] for other in range(index + 1, _end(tree, verb)) if tree.head[other] == verb}
    verdict = any(cue.cue_class in _ANSWERS and "object" in cue.complement for cue in _verbs(tree, verb, lexicon))
    return verdict and "nsubj" in own and own.isdisjoint({"obj", "ccomp", "xcomp", "cop"})


_SHORTEST_COMMENT = 4
_ANSWERS = frozenset({CueClass.DENY, CueClass.FALSIFY, CueClass.CONFIRM, CueClass.ADMIT})


def _verbs(tree: Tree, verb: int, lexicon: Lexicon) -> list[Cue]:
    return [cue for cue in lexicon.by_lemma.get(tree.lemmas[verb], ()) if cue.pos == "VERB"]


def _which(tree: Tree, index: int, _: Lexicon) -> None:
    """ ", which Salgueiro denied" is about what stands before it."""
    if index < 2 or tree.words[index - 1] != "," or tree.deps[index] not in _RELATIVE:
        return
    verb, noun = tree.head[index], index - 2
    if tree.deps[verb] in _CLAUSES and tree.head[verb] < noun and tree.pos[noun] in ("NOUN", "PROPN"):
        tree.deps[verb], tree.head[verb] = "acl:relcl", noun


def _by(tree: Tree, index: int, _: Lexicon) -> None:
    """ "Two nurses interviewed by the paper said": the nurses said it, and were interviewed before."""
    deps, head = tree.deps, tree.head
    if index and deps[head[index]] == "nsubj" and deps[index - 1] == "acl":
        # Who is named after "by" is no subject.
        deps[head[index]], head[head[index]] = "obl:agent", index - 1
    elif index > 1 and _is_clause_of_subject(tree, index - 1):
        passive, verb = index - 1, head[index - 2]
        deps[verb], head[verb] = deps[passive], verb if head[passive] == passive else head[passive]
        tree.tags[passive], deps[passive], head[passive] = "VBN", "acl", index - 2


def _is_clause_of_subject(tree: Tree, verb: int) -> bool:
    """Whether a participle is taken for the main verb: "Two nurses | interviewed by the paper | said"."""
    noun = verb - 1
    later = tree.head[noun]
    past = tree.tags[verb] == "VBD" and tree.deps[noun] == "nsubj" and tree.pos[noun] == "NOUN"
    return past and later > verb and tree.head[later] == verb and tree.deps[later] in _LATER


def _to(tree: Tree, index: int, lexicon: Lexicon) -> None:
    """ "Images purport to show": no purpose. "Due to appear": the verb is what is due."""
    words, deps, head = tree.words, tree.deps, tree.head
    verb = index + 1
    if not index or verb == len(words):
        return
    if tree.lemmas[index - 1] in lexicon.words["raising_verbs"] and head[index] == verb:
        if deps[verb] == "advcl" and head[verb] == index - 1:
            deps[verb] = "xcomp"
    elif words[index - 1] == "due" and deps[index] == "fixed" and tree.tags[verb] == "VB" and head[verb] == index - 1:
        deps[index], head[index], deps[verb] = "mark", verb, "xcomp"


def _may(tree: Tree, index: int, _: Lexicon) -> None:
    """A headline's "Ferry May Sink" has no month in it."""
    if tree.pos[index] != "PROPN" or tree.tags[index + 1 : index + 2] != ["VB"]:
        return
    verb = index + 1
    tree.pos[index], tree.tags[index], tree.deps[index] = "AUX", "MD", "aux"
    tree.head[index] = tree.head[verb] if tree.deps[verb] in ("cop", "aux", "aux:pass") else verb


def _said_before_noun(tree: Tree, index: int, lexicon: Lexicon) -> None:
    """A headline's "rejects rumours envoy was expelled": the rumours are rejected, they are no sort of envoy.

    A noun in the plural only says what sort of thing it is where it has no verb to be the object of.
    """
    if not tree.words[index].endswith("s") or tree.lemmas[index] not in lexicon.words["said_nouns"]:
        return
    deps, head = tree.deps, tree.head
    subject = head[index]
    clause = head[subject]
    verb = head[clause]
    between = range(verb + 1, index)
    if not verb < index < subject < clause or deps[subject] not in ("nsubj", "nsubj:pass") or clause == verb:
        return
    if deps[clause] == "ccomp" and all(tree.pos[other] in ("ADJ", "DET") for other in between):
        tree.tags[index], deps[index], head[index] = "NNS", "obj", verb
        deps[clause], head[clause] = "acl", index
        for other in between:
            head[other] = index


def _second_subject(tree: Tree, index: int, _: Lexicon) -> None:
    """ "Two nurses interviewed by the island | newspaper Skarvposten | said": the newspaper did not say it."""
    if verb_as_subject(tree, index):
        return
    deps, head = tree.deps, tree.head
    verb, start = head[index], index
    if index > verb:
        return
    while start and head[start - 1] == index:
        start -= 1
    noun = start - 1
    for clause in range(tree.sentences[tree.sentence[index]][0], noun):
        first = head[clause]
        if deps[clause] != "acl" or first > clause or tree.tags[clause] != "VBN":
            continue
        if deps[first] == "nsubj" and head[first] == verb and head[noun] in (clause, verb) and tree.pos[noun] == "NOUN":
            deps[index], head[index] = "appos", noun
            deps[noun], head[noun] = "obl", clause
            return


def _appended_source(tree: Tree, index: int, lexicon: Lexicon) -> None:
    """ "The flames had reached the gardens, a reporter for the paper saw.": he saw it, and is no garden.

    The parse takes who saw it for an apposition and the verb for a relative clause.
    """
    words, deps, head = tree.words, tree.deps, tree.head
    noun, first = head[index], tree.sentences[tree.sentence[index]][0]
    ends = all(tree.pos[other] in ("PUNCT", "SPACE") for other in range(index + 1, _end(tree, index)))
    if (
        not ends
        or noun > index
        or tree.tags[index] not in ("VBD", "VBZ", "VBP")
        or not _takes_clause(tree, index, lexicon)
    ):
        return
    own = [other for other in range(first, index) if head[other] == index]
    subjects = [other for other in own if deps[other] in _RELATIVE]
    if any(tree.tags[other] in ("WDT", "WP") for other in own) or not all(
        _is_governed(tree, other) for other in subjects
    ):
        return
    start = noun
    while start > first and head[start - 1] in range(start, index) and deps[start - 1] != "punct":
        start -= 1
    root = next((other for other in range(first, start) if deps[other] == "ROOT"), -1)
    told = any(deps[other] in ("nsubj", "nsubj:pass") and head[other] == root for other in range(first, start))
    if root < 0 or not told or start == first or words[start - 1] != ",":
        return
    for other in subjects:
        deps[other], head[other] = "nmod", noun
    deps[noun], head[noun] = "nsubj", index
    deps[index], head[index] = "parataxis", root


def _takes_clause(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Whether a verb is one by which people tell something."""
    return any("clause" in cue.complement for cue in _verbs(tree, index, lexicon))


def _is_governed(tree: Tree, noun: int) -> bool:
    """Whether a preposition before the noun tells that it is no subject: "for this newspaper"."""
    return any(tree.head[other] == noun and tree.deps[other] == "case" for other in range(max(noun - 4, 0), noun))


def _end(tree: Tree, index: int) -> int:
    return tree.sentences[tree.sentence[index]][1]


def _purporting(tree: Tree, index: int, lexicon: Lexicon) -> None:
    """ "posted images online purporting to show a drone": the images purport it, not who posted them."""
    deps, verb = tree.deps, tree.head[index]
    if deps[index] != "advcl" or verb > index:
        return
    for noun in range(index - 1, verb, -1):
        if deps[noun] == "obj" and tree.head[noun] == verb and tree.lemmas[noun] in lexicon.words["exhibit_nouns"]:
            deps[index], tree.head[index] = "acl", noun
            return


_Repair = Callable[["Tree", int, Lexicon], None]
_BY_WORD: dict[str, _Repair] = {
    "-": hyphen, "&": ampersand, "that": _that, "which": _which, "by": _by, "to": _to, "may": _may,
    "at": figure_of_verb,
    "saying": participle_of_noun, "claiming": participle_of_noun, "alleging": participle_of_noun,
    "suggesting": participle_of_noun, "reporting": participle_of_noun, "stating": participle_of_noun,
    "purporting": _purporting, "appearing": _purporting, "showing": _purporting,
}  # fmt: skip
_BY_RELATION: dict[str, _Repair] = {
    "ccomp": main_verb_of_exhibit,
    "conj": further_name,
    "nsubj": _second_subject,
    "acl:relcl": _appended_source,
    "advmod": capital_adverb,
    **dict.fromkeys(_BEFORE_NOUNS, _said_before_noun),
}
