"""Claims that a sentence names only by setting itself against them.

"The comet did not, contrary to reports, hit the village": that it did is what the reports say. "The manager has not
been killed as was claimed earlier", "No case was found, despite rumours to the contrary" tell as much.

Relations are those of Universal Dependencies 2.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.lang.cue import Lexicon
from claimcheck.pipeline.grammar.nouns import between_edges
from claimcheck.pipeline.grammar.predicate import SUBJECTS, is_predicate
from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["Countered", "countered", "fooled_into"]

_AGAINST = frozenset({"despite", "contrary", "notwithstanding"})
_NOES = frozenset({"no", "nope"})
_MARKS = 3
"""Tokens before a sentence among which a question mark is looked for: it may be followed by quotation marks."""
_THINKING = frozenset({"think", "believe"})
_NOTS = frozenset({"not", "n't", "n’t", "never"})
_OF_VERB = frozenset({"aux", "aux:pass", "cop"})
_INSIDE = frozenset({"obl", "advmod", "advcl", "nmod", "amod"})
_BESIDE = frozenset({"conj", "cc", "parataxis", "discourse"})
_CONTENT = ("acl", "acl:relcl", "ccomp")


@dataclass(frozen=True, slots=True)
class Countered:
    """What is said elsewhere and here said not to be so."""

    tokens: tuple[int, ...]
    """Its words: those of the sentence but for the negation and what it is set against."""
    root: int
    negation: int


def countered(tree: Tree, sentence: Sequence[int], lexicon: Lexicon) -> Iterator[Countered]:
    """The claims that a sentence counters, in text order."""
    yield from _fooled(tree, sentence, lexicon)
    words = {tree.words[token] for token in sentence}
    if words.isdisjoint(_AGAINST | _NOES) and "as" not in words:
        return
    for root in sentence:
        if not is_predicate(tree, root):
            continue
        against = [child for child in _circumstances(tree, root) if _is_against(tree, child, lexicon)]
        against = against or _answers(tree, root, sentence)
        negations = list(_negations(tree, root))
        if not against or len(negations) != 1:
            continue
        beside = [child for child in tree.children[root] if tree.deps[child] in _BESIDE or tree.words[child] == "ever"]
        dropped = {token for child in (*against, *beside) for token in tree.subtree(child)} | set(negations)
        kept = between_edges(tree, [token for token in tree.subtree(root) if token not in dropped])
        kept = [token for token in kept if tree.words[token] != "," or (token - 1 in kept and token + 1 in kept)]
        if root in kept and any(tree.deps[token] in SUBJECTS for token in kept):
            yield Countered(tuple(kept), root, negations[0])


def fooled_into(tree: Tree, token: int, lexicon: Lexicon) -> int:
    """The verb by which somebody was made to think what ``token`` introduces: "fooled … into believing that"; or -1.

    "Fooled many to believe that" says as much.
    """
    verb, marker = tree.head[token], tree.child(token, "mark")
    into = marker >= 0 and tree.words[marker] in ("into", "to")
    fooled = into and tree.lemmas[token] in _THINKING and tree.lemmas[verb] in lexicon.words["fooling_verbs"]
    return verb if fooled else -1


def _fooled(tree: Tree, sentence: Sequence[int], lexicon: Lexicon) -> Iterator[Countered]:
    """What somebody was fooled into thinking: it is not so."""
    for token in sentence:
        clause = tree.child(token, "ccomp")
        if clause >= 0 and fooled_into(tree, token, lexicon) >= 0:
            kept = [below for below in tree.subtree(clause) if tree.deps[below] != "mark" or tree.head[below] != clause]
            yield Countered(tuple(between_edges(tree, kept)), clause, tree.head[token])


def _answers(tree: Tree, root: int, sentence: Sequence[int]) -> list[int]:
    """The "no" of "No, the duke has not sold his castle": somebody has said that he has."""
    first = next((token for token in sentence if tree.pos[token] not in ("PUNCT", "SPACE")), -1)
    if first < 0 or tree.words[first] not in _NOES or tree.words[first + 1 : first + 2] != [","]:
        return []
    subject = tree.child(root, *SUBJECTS)
    if tree.head[first] != root or subject < 0 or tree.pos[subject] not in ("NOUN", "PROPN"):
        # "No, they have not" answers what somebody asks in the text.
        return []
    asked = "?" in tree.words[max(0, sentence[0] - _MARKS) : sentence[0]]
    return [first] if not asked and tree.subtree(subject)[0] == first + 2 else []


def _circumstances(tree: Tree, root: int) -> Iterator[int]:
    for child in tree.children[root]:
        if tree.deps[child] in _INSIDE:
            yield child
        elif tree.deps[child] in _OF_VERB:
            # "did not, contrary to reports, hit": the parse may hang what is set off by commas on "did".
            yield from (below for below in tree.children[child] if tree.deps[below] in _INSIDE)


def _negations(tree: Tree, root: int) -> Iterator[int]:
    for child in tree.children[root]:
        below = tree.children[child]
        if tree.words[child] in _NOTS:
            yield child
        elif tree.deps[child] in _OF_VERB:
            yield from (token for token in below if tree.words[token] in _NOTS)
        elif tree.deps[child] in SUBJECTS:
            yield from (token for token in below if tree.words[token] == "no" and tree.deps[token] == "det")


def _is_against(tree: Tree, child: int, lexicon: Lexicon) -> bool:
    """Whether a circumstance speaks of what others say: "contrary to reports", "as has been claimed"."""
    phrase = tree.subtree(child)
    words = {tree.words[token] for token in phrase}
    if words.isdisjoint(_AGAINST):
        return tree.deps[child] == "advcl" and _as_claimed(tree, child, lexicon)
    said = [token for token in phrase if tree.lemmas[token] in lexicon.words["said_nouns"]]
    if "contrary" in words:
        return bool(said)
    # "despite claims of fraud" counters nothing, "despite rumours" does.
    return bool(said) and all(
        tree.lemmas[token] in lexicon.words["rumour_nouns"] | {"report", "story"}
        and tree.child(token, *_CONTENT) < 0
        and all(_is_place(tree, child, lexicon) for child in tree.children[token] if tree.deps[child] == "nmod")
        for token in said
    )


def _is_place(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Whether a noun tells where rumours spread, and not what they say: "on websites", "in the press"."""
    return tree.lemmas[noun] in lexicon.words["site_nouns"] | lexicon.words["media_nouns"]


def _as_claimed(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """ "as has been claimed", "as was earlier reported", right after what it compares: a comma would leave it open."""
    marker = tree.child(verb, "mark")
    root = tree.head[verb]
    if marker < root or tree.words[marker] != "as" or tree.words[marker - 1] == ",":
        # "As was reported, it has not been sold": it was reported that it has not.
        return False
    if any(tree.words[child] == "as" for child in tree.children[root]):
        # "is not as weak as was claimed"
        return False
    if tree.child(verb, "nsubj", "obj") >= 0 or tree.lemmas[verb] not in lexicon.words["rumouring_verbs"]:
        return False
    return tree.child(verb, "aux:pass", "aux") >= 0 or tree.child(verb, "advmod") >= 0
