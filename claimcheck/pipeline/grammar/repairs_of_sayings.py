"""Mistakes of the parse about nouns for what is said: which clause tells what they say.

"The mayor dismissed rumours on Telegram that the bank had closed", "The club denied posts saying that …": the clause is
the rumours', the posts', and none of the verb's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.lang.cue import Lexicon

if TYPE_CHECKING:
    from claimcheck.pipeline.grammar.tree import Tree

__all__ = [
    "clause_of_noun", "clause_of_verb", "figure_of_verb", "main_verb_of_exhibit", "participle_of_noun",
    "verb_as_subject",
]  # fmt: skip

_PHRASE = frozenset({"ADP", "DET", "ADJ", "NOUN", "PROPN", "NUM"})
_NEAR = 12
"""Words before a figure in which its verb is looked for."""
_WHERE = frozenset({"in", "on", "at", "during"})
_BETWEEN = ("on", "in", "by", "from", "at")
_RELATIVES = ("acl:relcl", "ccomp")


def clause_of_noun(tree: Tree, index: int, lexicon: Lexicon) -> None:
    """Hangs a clause with "that" at ``index`` on the noun whose phrase ends before it."""
    deps, head = tree.deps, tree.head
    clause = head[index]
    if clause < index or deps[clause] not in _RELATIVES or deps[index] not in ("mark", "obj"):
        return
    noun = _noun_before(tree, index, lexicon)
    verb = head[clause]
    if noun < 0 or not (verb == noun or (verb == head[noun] and deps[noun] == "obj" and verb < noun)):
        return
    if deps[index] == "obj":
        # "a report by the mayor that the ship had sunk": nobody sinks a report.
        if tree.tags[clause] not in ("VBN", "VBD") or _handles(tree, clause, lexicon):
            return
        tree.tags[index], deps[index] = "IN", "mark"
    deps[clause], head[clause] = "acl", noun
    for other in range(noun + 1, index):
        if head[other] == verb != noun:
            deps[other], head[other] = "nmod", noun


def clause_of_verb(tree: Tree, index: int, lexicon: Lexicon) -> None:
    """Hangs a clause with "that" on the verb of saying, not on where it was said: "wrote in a letter that …"."""
    deps, head = tree.deps, tree.head
    clause = head[index]
    noun = head[clause]
    verb = head[noun]
    if deps[index] != "mark" or deps[clause] != "acl" or not verb < noun < index < clause or deps[noun] != "obl":
        return
    tells = any("clause" in cue.complement or not cue.complement for cue in lexicon.by_lemma.get(tree.lemmas[verb], ()))
    where = any(tree.words[other] in _WHERE and head[other] == noun for other in range(verb + 1, noun))
    taken = any(deps[other] in ("ccomp", "obj") and head[other] == verb for other in range(verb + 1, noun))
    if tells and where and not taken and tree.pos[verb] == "VERB":
        deps[clause], head[clause] = "ccomp", verb


def figure_of_verb(tree: Tree, index: int, _: Lexicon) -> None:
    """Hangs a figure on its verb: "put the number of missing | at five"."""
    figure = tree.head[index]
    above = tree.head[figure]
    if figure < index or tree.deps[index] != "case" or not (tree.pos[figure] == "NUM" or tree.pos[index + 1] == "NUM"):
        return
    verb = next((t for t in range(index - 1, max(index - _NEAR, -1), -1) if tree.lemmas[t] in ("put", "estimate")), -1)
    if 0 <= verb < above < index and tree.sentence[verb] == tree.sentence[index]:
        tree.deps[figure], tree.head[figure] = "obl", verb


def verb_as_subject(tree: Tree, index: int) -> bool:
    """Makes a participle what tells of a subject: "An official [briefed] on the talks said …"; whether it was one."""
    deps, head = tree.deps, tree.head
    noun, verb = index - 1, head[index]
    if noun < 0 or tree.tags[index] != "VBD" or verb < index or tree.tags[verb] not in ("VBD", "VBZ", "VBP"):
        return False
    if deps[noun] != "nsubj" or head[noun] != index or tree.pos[noun] != "NOUN":
        return False
    deps[noun], head[noun] = "nsubj", verb
    tree.tags[index], deps[index], head[index] = "VBN", "acl", noun
    return True


def _noun_before(tree: Tree, index: int, lexicon: Lexicon) -> int:
    """The noun for something said that a phrase with a preposition parts from "that"; -1 for none."""
    place = index - 1
    while place > 0 and tree.pos[place] in _PHRASE and tree.words[place] not in _BETWEEN:
        place -= 1
    noun = place - 1
    if place == index - 1 or noun < 0 or tree.words[place] not in _BETWEEN or tree.pos[noun] != "NOUN":
        return -1
    return noun if tree.lemmas[noun] in lexicon.words["said_nouns"] else -1


def _handles(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Whether a verb says what is done with something said: "a report that the agency published"."""
    lemma = tree.lemmas[verb]
    return lemma in lexicon.by_lemma or lemma in lexicon.words["publishing_verbs"] | lexicon.words["handling_verbs"]


def participle_of_noun(tree: Tree, index: int, lexicon: Lexicon) -> None:
    """Hangs "saying …" at ``index`` on the noun before it: "denied posts | saying its striker had been sold"."""
    deps, head = tree.deps, tree.head
    noun = index - 1
    if noun < 1 or tree.tags[index] != "VBG" or tree.pos[noun] != "NOUN" or deps[noun] != "obj":
        return
    carries = lexicon.words["said_nouns"] | lexicon.words["faceless_nouns"] | lexicon.words["exhibit_nouns"]
    if tree.lemmas[noun] in carries and deps[index] in ("xcomp", "advcl", "ccomp") and head[index] == head[noun]:
        deps[index], head[index] = "acl", noun


def main_verb_of_exhibit(tree: Tree, index: int, lexicon: Lexicon) -> None:
    """ "A clip that seems to show a fire | was filmed in Norway, police found": the clip was filmed, no fire was.

    The parse lets the relative clause go on and gives the clip to the verb of saying at the end.
    """
    deps, head = tree.deps, tree.head
    relative = head[index] if deps[head[index]] == "acl:relcl" else head[head[index]]
    noun, first = head[relative], head[index] + 1
    if deps[relative] != "acl:relcl" or not noun < relative < index or deps[noun] not in ("nsubj", "nsubj:pass"):
        return
    said = head[noun]
    carries = tree.lemmas[noun] in lexicon.words["exhibit_nouns"] | lexicon.words["said_nouns"]
    own = [other for other in range(first, said) if head[other] == index]
    finite = any(tree.tags[other] in ("VBD", "VBZ", "VBP") for other in (index, *own) if other <= index)
    before = any(deps[other] in ("nsubj", "nsubj:pass") and other < index for other in own)
    if said < index or not carries or not finite or before:
        return
    for other in own:
        if deps[other] in ("nsubj", "nsubj:pass") and other > index:
            deps[other], head[other] = "nsubj", said
    deps[noun], head[noun] = "nsubj:pass" if tree.tags[index] == "VBN" else "nsubj", index
    deps[index], head[index] = "ccomp", said
