"""How a word is used: affirmed or negated, as a fact or as a possibility.

Relations are those of Universal Dependencies 2.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.lang.cue import Lexicon
from claimcheck.pipeline.grammar.predicate import SUBJECTS
from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["Reading", "is_gerund", "is_under_way", "is_undergone", "read"]

_PAST_OR_PRESENT = frozenset({"VBD", "VBZ", "VBP"})
_GOVERNED = frozenset({"xcomp", "ccomp", "acl", "csubj"})


@dataclass(frozen=True, slots=True)
class Reading:
    """How a word is used."""

    negated: bool
    modal: str
    """``can``, ``may``, ``will``, ``would``, ``should`` or empty."""
    realis: bool
    """Whether it is told as something that happened: not wished, planned, asked for, or under "if"."""
    first: int
    """First token of the verb group ("has yet to confirm": "has")."""
    last: int


_MODALS = {
    "can": "can", "ca": "can", "could": "can", "cannot": "can", "may": "may", "might": "may", "will": "will",
    "wo": "will", "'ll": "will", "’ll": "will", "would": "would", "should": "should", "must": "should", "shall": "will",
}  # fmt: skip


def read(tree: Tree, index: int, lexicon: Lexicon) -> Reading:
    """Polarity, modality and reality of a word, gathered along its governors.

    "has yet to confirm", "declined to confirm", "without confirming", "no official confirmed" and "neither confirmed
    nor denied" are negated; "did not fail to confirm" is not. "is expected to confirm", "if confirmed" are not real.
    """
    words = lexicon.words
    negators, reversing, implicative = words["negators"], words["reversing"], words["implicative"]
    negated, modal, realis = False, "", True
    first = last = index
    at = index
    for _ in range(6):
        shared = at
        for _ in range(4):
            turned, found_modal, real, start, end = _own(tree, shared, negators, words["unreal_marks"])
            # After "nor" the first verb's "neither" is not counted again.
            negated ^= turned and (shared == at or not negated)
            modal = modal or found_modal
            realis &= real
            if turned or shared == at:
                first, last = min(first, start), max(last, end)
            head = tree.head[shared]
            # "did not confirm or deny": the second verb has the first one's auxiliaries, unless it brings its own.
            if tree.deps[shared] != "conj" or _has_auxiliary(tree, shared) or tree.pos[head] != tree.pos[shared]:
                break
            if head > shared or tree.child(shared, *SUBJECTS) >= 0:
                break
            if not _shares_negation(tree, head) or (tree.tags[head] == "VB" and tree.tags[shared] in _PAST_OR_PRESENT):
                # "told them not to return and promised …": the promise was made.
                break
            shared = head
        relation, head = tree.deps[shared], tree.head[shared]
        if relation == "conj" and tree.deps[head] in _GOVERNED:
            shared, relation, head = head, tree.deps[head], tree.head[head]
        if relation not in _GOVERNED or head == shared or not _is_controlled(tree, shared):
            break
        lemma = tree.lemmas[head]
        if lemma in reversing:
            negated = not negated
            modal = modal or ("can" if lemma in words["unable"] else "")
        elif lemma in ("have", "be") and (_has_word(tree, head, "yet") or _has_word(tree, shared, "yet")):
            negated = not negated
        elif lemma in words["unable"]:
            modal = modal or "can"
        elif lemma not in implicative:
            realis = False
        first, last = min(first, head), max(last, head)
        at = head
    if modal in ("may", "will", "would", "should"):
        realis = False
    return Reading(negated, modal, realis, first, last)


def _own(
    tree: Tree, index: int, negators: frozenset[str], unreal_marks: frozenset[str]
) -> tuple[bool, str, bool, int, int]:
    negated, modal, realis = False, "", True
    first = last = index
    for child in tree.children[index]:
        relation, word = tree.deps[child], tree.words[child]
        if relation in ("aux", "aux:pass", "cop"):
            first = min(first, child)
            modal = _MODALS.get(word, "") or modal
        elif relation == "mark":
            if word in unreal_marks:
                realis = False
            elif word in negators:
                negated = not negated
                first = min(first, child)
        elif relation in ("advmod", "det", "cc:preconj", "cc"):
            no_longer = word == "longer" and _has_negative_determiner(tree, child, negators)
            if tree.lemmas[child] in negators or word in negators or no_longer:
                # "not only" and "no doubt" affirm.
                negated = not negated
                first = min(first, child)
        elif relation == "compound:prt":
            last = max(last, child)
        elif relation in ("nsubj", "nsubj:pass", "case") and (
            word in negators
            or tree.lemmas[child] in ("nobody", "none")
            or _has_negative_determiner(tree, child, negators)
        ):
            negated = not negated
    return negated, modal, realis, first, last


def _has_negative_determiner(tree: Tree, index: int, negators: frozenset[str]) -> bool:
    return any(
        tree.deps[child] in ("det", "cc:preconj", "advmod") and tree.lemmas[child] in negators
        for child in tree.children[index]
    )


def _has_auxiliary(tree: Tree, index: int) -> bool:
    return tree.child(index, "aux", "aux:pass", "cop") >= 0


def _shares_negation(tree: Tree, head: int) -> bool:
    # A finite first verb without auxiliary shares nothing: "denied the theft and confirmed the sale".
    return _has_auxiliary(tree, head) or tree.child(head, "mark", "cc:preconj") >= 0


def _is_controlled(tree: Tree, index: int) -> bool:
    """Whether the clause hangs on its governor for its reality: an infinitive, or "of confirming"."""
    if tree.deps[index] == "xcomp":
        return True
    marker = tree.child(index, "mark")
    if tree.deps[index] in ("acl", "csubj"):
        return marker >= 0 and tree.lemmas[marker] in ("to", "of")
    return marker >= 0 and tree.lemmas[marker] == "to"


def _has_word(tree: Tree, index: int, lemma: str) -> bool:
    return any(tree.lemmas[child] == lemma for child in tree.children[index])


def is_gerund(tree: Tree, index: int) -> bool:
    """Whether a clause is one of "-ing" without "to": "seeing flames", "being held", "having shredded the bills"."""
    group = (index, *(child for child in tree.children[index] if tree.deps[child] in ("aux", "aux:pass", "cop")))
    return tree.tags[min(group)] == "VBG" and not 0 <= tree.child(index, *SUBJECTS) < index


def is_under_way(tree: Tree, index: int) -> bool:
    """Whether the verb is progressive: "is verifying", "are being verified"."""
    auxiliaries = [child for child in tree.children[index] if tree.deps[child] in ("aux", "aux:pass", "cop")]
    if tree.tags[index] == "VBG":
        return any(tree.lemmas[child] == "be" for child in auxiliaries)
    return any(tree.words[child] == "being" for child in auxiliaries)


def is_undergone(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Whether a verb of saying or expecting tells what others say of its subject: "is said to", "is expected".

    In a headline that leaves out "is" such a participle may pass for a past form ("lenders feared insolvent"); with an
    infinitive or an adjective and no object it is none.
    """
    if tree.child(index, "aux:pass", "nsubj:pass") >= 0:
        return True
    if tree.tags[index] not in ("VBN", "VBD") or tree.child(index, "aux", "obj", "ccomp") >= 0:
        return False
    if tree.tags[index] == "VBN":
        return True
    told = tree.child(index, "xcomp")
    if told >= 0 and is_gerund(tree, told) and tree.child(told, "obj", "ccomp", "xcomp", "aux", "aux:pass") >= 0:
        # "A survivor reported seeing flames": he says so; "Two reported missing": others do.
        return False
    follows = told > index and min(tree.subtree(told)) == index + 1
    return follows and tree.lemmas[index] in lexicon.words["undergone_verbs"]
