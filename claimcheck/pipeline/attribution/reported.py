"""Reported speech that the tree shows: "the minister said that …", "according to …", "…, citing …", "reports that …".

Relations are those of Universal Dependencies 2.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimcheck.lang.cue import CueClass, Lexicon
from claimcheck.lang.en import lexicon as english
from claimcheck.pipeline.attribution.labels import names_speaker
from claimcheck.pipeline.grammar.complements import complements_of
from claimcheck.pipeline.grammar.cues import CueMatch
from claimcheck.pipeline.grammar.nouns import between_edges, is_somebody, noun_phrase
from claimcheck.pipeline.grammar.predicate import case_of, is_predicate, subject_of
from claimcheck.pipeline.grammar.reading import is_gerund
from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["Speech", "content_clause", "objects_of", "speeches"]

_SPEAKING = frozenset({
    CueClass.REPORT, CueClass.INSIST, CueClass.NONCOMMIT, CueClass.BELIEF, CueClass.FORECAST, CueClass.CONFIRM,
    CueClass.ADMIT, CueClass.REVEAL, CueClass.DENY, CueClass.FIRSTHAND,
})  # fmt: skip
_COLONS = frozenset({":", "--", "–", "—"})
_LONGEST_LABEL, _LONGEST_NAME = 2, 4
"""Words."""
_RECEIVING = frozenset({"receive", "get", "hear", "obtain"})
_INFINITIVE = frozenset({CueClass.REPORT, CueClass.ADMIT, CueClass.NONCOMMIT, CueClass.DENY})


class Speech(NamedTuple):
    """Tokens of who says it, of the words that say so, and of what is said; the first two may be empty."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


def speeches(tree: Tree, cues: Iterable[CueMatch], lexicon: Lexicon) -> Iterator[Speech]:
    """All reported speech of the tree, in the order of its cues.

    "RTN reported that the minister said the dam had burst" holds two, the second inside the content of the first.
    Speech that did not take place ("refused to say that", "if he says that") is none.
    """
    for match in cues:
        if tree.deps[match.token] == "case":
            yield from _according(tree, match.token)
        elif match.cue_class in _SPEAKING and not match.reading.negated:
            content = _content(tree, match, lexicon)
            if content:
                yield from _spoken(tree, match, content)
    for first, last in tree.sentences:
        yield from _labelled(tree, first, last, lexicon)


def _content(tree: Tree, match: CueMatch, lexicon: Lexicon) -> list[int]:
    index = match.token
    lemma = tree.lemmas[index]
    if tree.pos[index] == "NOUN" and tree.tags[match.target] == "VBN" and subject_of(tree, match.target) == index:
        # "a report obtained by the paper" tells what was done with it.
        return []
    gerund = _gerund(tree, index, lexicon)
    if gerund >= 0:
        marks = [child for child in tree.children[gerund] if tree.deps[child] == "mark"]
        return between_edges(tree, tree.subtree(gerund, without=marks))
    if match.target_kind == "clause" and lemma not in lexicon.words["private_verbs"]:
        real = match.reading.realis or tree.pos[index] == "NOUN"
        return content_clause(tree, match.target, index) if real else []
    if match.target_kind == "infinitive" and match.cue_class in _INFINITIVE:
        return between_edges(tree, tree.subtree(match.target))
    figure = any(tree.pos[token] == "NUM" for token in tree.subtree(match.target)) if match.target >= 0 else False
    if match.target_kind == "at" and (not figure or tree.child(index, "compound:prt") >= 0):
        # Figures are put at a number; "put lives at risk" and "put up road blocks at two bridges" say nothing.
        return []
    if _is_reason(tree, index, lexicon) or lemma in lexicon.words["object_speech_verbs"]:
        return objects_of(tree, index)
    if (
        lemma == "show"
        and match.target_kind == "object"
        and match.target > index
        and _is_exhibit(tree, match.agent, lexicon)
    ):
        first = min(tree.subtree(match.target))
        return between_edges(tree, [token for token in tree.subtree(index) if token >= first])
    return []


def _gerund(tree: Tree, verb: int, lexicon: Lexicon) -> int:
    """The gerund by which somebody tells what he saw or did: "reported [seeing] flames"; -1 for none."""
    if tree.lemmas[verb] not in lexicon.words["gerund_verbs"] or tree.pos[verb] != "VERB":
        return -1
    for child in tree.children[verb]:
        taken = tree.deps[child] in ("xcomp", "ccomp") or case_of(tree, child) in ("of", "to")
        if child > verb and taken and tree.deps[child] != "conj" and is_gerund(tree, child):
            return child
    return -1


def _spoken(tree: Tree, match: CueMatch, content: list[int]) -> Iterator[Speech]:
    cue = frozenset(tree.tokens(match.span))
    if match.agent < 0 and tree.lemmas[match.token] in english().words["owned_nouns"]:
        return
    governor = tree.head[match.token]
    received = tree.deps[match.token] == "obj" and tree.lemmas[governor] in _RECEIVING
    if received and match.agent in (tree.child(governor, "nsubj"), -1):
        # "The panel received testimony that …": it is not the panel's.
        yield Speech(frozenset(), frozenset({match.token}), frozenset(content))
        return
    if match.agent < 0 and tree.deps[match.token] == "obj" and tree.pos[match.token] == "VERB":
        # "hearing a man shout that …": the parse does not tell who shouts.
        return
    if match.agent < 0 and tree.pos[match.token] == "NOUN":
        # "reports that …": the reports speak.
        yield Speech(frozenset(noun_phrase(tree, match.token)), frozenset(), frozenset(content))
    elif match.agent not in content:
        source = noun_phrase(tree, match.agent) if match.agent >= 0 else []
        yield Speech(frozenset(source) - cue, cue - set(content), frozenset(content))


def _labelled(tree: Tree, first: int, last: int, lexicon: Lexicon) -> Iterator[Speech]:
    """What stands beside a label: "Report: actor leaves Rome", "Actor leaves Rome: sources", "… – report"."""
    tokens = [token for token in range(first, last) if tree.pos[token] != "SPACE"]
    while tokens and tree.words[tokens[-1]] in (".", "!"):
        tokens.pop()
    for place, token in enumerate(tokens):
        if tree.words[token] not in _COLONS:
            continue
        before, after = tokens[:place], tokens[place + 1 :]
        for label, content in ((before, after), (after, before)):
            leads = label is before
            if label and len(label) < len(content) and _is_label(tree, label, content, lexicon, leads=leads):
                yield Speech(frozenset(label), frozenset({token}), frozenset(between_edges(tree, content)))
                return


def _is_label(tree: Tree, label: list[int], content: list[int], lexicon: Lexicon, *, leads: bool) -> bool:
    noun = label[-1]
    named = all(tree.entity[token] in ("PERSON", "ORG") for token in label)
    if named and len(label) <= _LONGEST_NAME:
        # "Kovač: bridge was never inspected"; but not "Ana Kovač: a life in pictures".
        told = any(is_predicate(tree, token) and subject_of(tree, token) in content for token in content)
        return told and names_speaker(tree, label, content, leads=leads)
    if len(label) > _LONGEST_LABEL:
        return False
    word = tree.lemmas[noun] if tree.pos[noun] == "NOUN" else tree.words[noun].removesuffix("s")
    return word in lexicon.words["label_nouns"]


def _according(tree: Tree, index: int) -> Iterator[Speech]:
    """What the hospital says in "According to the hospital, both are out of danger": the clause without the phrase."""
    noun = tree.head[index]
    hosts = [token for token in tree.above(noun) if is_predicate(tree, token)]
    if not hosts:
        return
    opening = min(tree.subtree(noun))
    apart = opening == tree.sentences[tree.sentence[index]][0] or tree.pos[opening - 1] == "PUNCT"
    clause = hosts[-1] if apart or tree.pos[opening] == "PUNCT" else hosts[0]
    cue = {index, *(token for token in tree.subtree(index) if tree.deps[token] == "fixed")}
    phrase = tree.subtree(noun)
    content = between_edges(tree, tree.subtree(clause, without=[noun]))
    source = between_edges(tree, [token for token in phrase if token > max(cue)])
    if source and tree.tags[index] == "VBG":
        yield Speech(frozenset(source), frozenset(cue), frozenset(content))


def _is_exhibit(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    return noun >= 0 and tree.lemmas[noun] in lexicon.words["exhibit_nouns"]


def _is_reason(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Whether a participle gives the subject's reason: "…, citing fatigue", "…, accusing Paris of meddling"."""
    if tree.tags[index] != "VBG" or tree.lemmas[index] not in lexicon.words["reason_verbs"]:
        return False
    return tree.deps[index] in ("advcl", "conj") and tree.child(index, "nsubj", "aux", "mark", "case") < 0


def objects_of(tree: Tree, index: int) -> list[int]:
    """What a verb says about somebody without a clause: "Paris of meddling" of "accused Paris of meddling"."""
    content: list[int] = []
    for kind, complement in complements_of(tree, index):
        if kind == "object" and tree.lemmas[index] in ("cite", "quote") and is_somebody(tree, complement):
            # "…, citing officials" names where the words come from.
            return []
        if kind in ("object", "clause", "of", "at", "on", "for"):
            content.extend(tree.subtree(complement))
    return between_edges(tree, sorted(set(content)))


def content_clause(tree: Tree, root: int, cue: int) -> list[int]:
    """A content clause without the words that attribute it and the "that" at its head.

    From its first to its last word nothing is left out, even where the parse has lost one on the way.
    """
    if root in tree.above(cue):
        # "The fine, the paper reported, was 40 million": the words around the reporting clause.
        return between_edges(tree, tree.subtree(root, without=[cue]))
    apart = [cue, *(child for child in tree.children[root] if _concedes(tree, child))]
    parts = [child for child in tree.children[cue] if tree.deps[child] == "ccomp" and (child > cue) == (root > cue)]
    tokens = sorted({token for part in {root, *parts} for token in tree.subtree(part, without=apart)})
    markers = [child for child in tree.children[root] if tree.deps[child] == "mark" and tree.words[child] == "that"]
    first = markers[0] + 1 if markers and tokens[0] <= markers[0] < tokens[-1] else tokens[0]
    return between_edges(tree, list(range(first, tokens[-1] + 1)))


def _concedes(tree: Tree, clause: int) -> bool:
    """Whether a clause sets what another says against it: "assured them it was safe, though a memo [conceded] …"."""
    if tree.deps[clause] != "advcl" or case_of(tree, clause) not in ("though", "although"):
        return False
    return tree.child(clause, "nsubj") >= 0 and tree.child(clause, "ccomp") >= 0
