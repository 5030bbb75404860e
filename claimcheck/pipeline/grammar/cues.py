"""Finding cue words on a parsed ``Doc``: one pass over the tokens, one dictionary lookup each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from claimcheck.domain import Span
from claimcheck.lang.cue import Cue, CueClass, Lexicon
from claimcheck.lang.en import lexicon as english
from claimcheck.pipeline.grammar.complements import complements_of
from claimcheck.pipeline.grammar.headlines import headlines
from claimcheck.pipeline.grammar.negation import is_for_purpose
from claimcheck.pipeline.grammar.nouns import is_outlet, is_said
from claimcheck.pipeline.grammar.predicate import agent_of, is_passive
from claimcheck.pipeline.grammar.reading import Reading, is_under_way, is_undergone, read
from claimcheck.pipeline.grammar.tree import Tree, tree_of

__all__ = ["WITHHOLDING", "CueMatch", "Cues", "cues_in", "find_cues", "forget_cues", "is_foretold"]

WITHHOLDING = frozenset({CueClass.NONCONFIRM, CueClass.CANT_VERIFY, CueClass.SOUGHT_COMMENT})
"""Classes by which somebody does not say whether it is so."""

_KEY = "claimcheck.cues"
_NOTS = frozenset({"not", "n't", "n’t", "no", "never"})
_NEAR = 2
"""Words before one in a headline in which a negation is looked for."""
_NOTHING = Reading(negated=False, modal="", realis=True, first=0, last=0)


@dataclass(frozen=True, slots=True)
class CueMatch:
    """A cue at work in the text.

    In "The navy has yet to confirm the size of the fleet" the cue is NONCONFIRM "confirm", its agent "navy", its
    target "size", its span "has yet to confirm".
    """

    cue: Cue
    token: int
    reading: Reading
    agent: int
    """Head of the party that confirms, denies, says; -1 when nobody is named."""
    target: int
    """Head of what the cue bears on: a verb's complement, an adjective's noun, an adverb's verb; or -1."""
    target_kind: str
    """Which complement the target is (see ``complements_of``), or ``governor`` or ``subject``."""
    span: Span

    @property
    def cue_class(self) -> CueClass:
        return self.cue.cue_class


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of one ``Doc``."""

    all: tuple[CueMatch, ...]
    """In text order, at most one a token."""
    at: Mapping[int, CueMatch]
    """By their token."""
    withheld: Mapping[int, CueMatch]
    """Those by which somebody withholds confirmation or comment, by every token of their words."""


def cues_in(doc: Doc) -> Cues:
    """All cues of ``doc``, found once."""
    found = doc.user_data.get(_KEY)
    if not isinstance(found, Cues):
        tree = tree_of(doc)
        matches = find_cues(tree, english(), headlines(tree, doc._.blocks))
        withheld = {
            token: match
            for match in matches
            if match.cue_class in WITHHOLDING
            for token in range(min(match.reading.first, match.token), max(match.reading.last, match.token) + 1)
        }
        found = Cues(matches, {match.token: match for match in matches}, withheld)
        doc.user_data[_KEY] = found
    return found


def forget_cues(doc: Doc) -> None:
    """Drop what :func:`cues_in` has found."""
    doc.user_data.pop(_KEY, None)


def find_cues(tree: Tree, lexicon: Lexicon, in_headlines: Sequence[range] = ()) -> tuple[CueMatch, ...]:
    """All cues of the tree in text order, at most one a token; ``in_headlines`` has the tokens of headlines."""
    found = []
    by_lemma = lexicon.by_lemma
    for index, lemma in enumerate(tree.lemmas):
        entries = by_lemma.get(tree.words[index], ())
        if lemma != tree.words[index]:
            entries += by_lemma.get(lemma, ())
        if entries:
            match = _best(tree, index, entries, lexicon)
            if match is not None:
                found.append(match)
    taken = {match.token for match in found}
    bare = (_bare(tree, index, lexicon) for tokens in in_headlines for index in tokens if index not in taken)
    return tuple(sorted((*found, *filter(None, bare)), key=lambda match: match.token))


def is_foretold(tree: Tree, match: CueMatch, lexicon: Lexicon) -> bool:
    """Whether something is only expected, and nobody says by whom: "prices are expected to fall", "tipped to bid"."""
    if tree.lemmas[match.token] not in lexicon.words["foretelling_verbs"] or tree.child(match.token, "obl:agent") >= 0:
        return False
    return is_undergone(tree, match.token, lexicon)


def _best(tree: Tree, index: int, entries: tuple[Cue, ...], lexicon: Lexicon) -> CueMatch | None:
    pos = _word_class(tree, index)
    entries = tuple(cue for cue in entries if cue.pos in (pos, "ANY") and not cue.headline)
    if not entries:
        return None
    if pos == "AUX" and is_for_purpose(tree, tree.head[index]):
        # "so they could see": nothing is left open.
        return None
    reading = read(tree, index, lexicon) if pos in ("VERB", "NOUN", "ADJ") else _NOTHING
    negated = reading.negated if pos != "AUX" else read(tree, tree.head[index], lexicon).negated
    taken: list[tuple[str, int]] | None = None
    best: CueMatch | None = None
    for cue in entries:
        if best is not None and cue.conditions <= best.cue.conditions:
            continue
        if cue.polarity != "any" and (cue.polarity == "negative") != negated:
            continue
        if cue.modal and cue.modal != reading.modal:
            continue
        if cue.voice and not _has_voice(tree, index, cue.voice, lexicon):
            continue
        if cue.aspect and not is_under_way(tree, index):
            continue
        if cue.head and not _is_governed(tree, index, cue.head):
            continue
        if cue.words and not _has_words(tree, index, cue.words):
            continue
        if taken is None:
            taken = complements_of(tree, index)
        kind, target = _target(tree, index, pos, cue, taken)
        if cue.complement and kind not in (*cue.complement, "antecedent"):
            continue
        if cue.takes == "said" and kind not in ("clause", "antecedent") and not is_said(tree, target, lexicon):
            continue
        if cue.takes == "named" and tree.lemmas[target] not in lexicon.words["said_nouns"]:
            continue
        agent = agent_of(tree, index) if pos in ("VERB", "NOUN") else -1
        if cue.agent == "outlet" and not is_outlet(tree, agent, lexicon):
            continue
        best = CueMatch(cue, index, reading, agent, target, kind, _span(tree, index, reading))
    return best


def _bare(tree: Tree, index: int, lexicon: Lexicon) -> CueMatch | None:
    """What a word of a headline is a cue for whatever the parse makes of it."""
    word = tree.words[index]
    negated = not _NOTS.isdisjoint(tree.words[max(0, index - _NEAR) : index])
    if tree.pos[index] == "VERB":
        # "refuses to confirm or deny"
        negated |= read(tree, index, lexicon).negated
    for lemma in dict.fromkeys((word, lexicon.verbs.get(word, word), lexicon.nouns.get(word, word))):
        for cue in lexicon.by_lemma.get(lemma, ()):
            if cue.words and not (tree.words[max(0, index - 1)] in cue.words and _is_last(tree, index)):
                continue
            if cue.headline and cue.polarity in ("any", "negative" if negated else "positive"):
                reading = replace(_NOTHING, negated=negated)
                return CueMatch(cue, index, reading, -1, -1, "", tree.span(index, index))
    return None


def _is_last(tree: Tree, index: int) -> bool:
    """Whether nothing but a mark follows a word in its sentence."""
    last = tree.sentences[tree.sentence[index]][1]
    return all(tree.pos[token] in ("PUNCT", "SPACE") for token in range(index + 1, last))


def _word_class(tree: Tree, index: int) -> str:
    pos, relation = tree.pos[index], tree.deps[index]
    if pos == "VERB" and relation == "amod":
        return "ADJ"
    if pos == "VERB" and relation == "case":
        # "according to", "including".
        return "ADP"
    return "NOUN" if pos == "PROPN" else pos


def _target(tree: Tree, index: int, pos: str, cue: Cue, taken: list[tuple[str, int]]) -> tuple[str, int]:
    if cue.complement:
        wanted = [pair for pair in taken if pair[0] in cue.complement]
        if not wanted and {"clause", "object"} & set(cue.complement):
            return next((pair for pair in taken if pair[0] == "antecedent"), ("", -1))
        return min(wanted, key=lambda pair: cue.complement.index(pair[0])) if wanted else ("", -1)
    if pos in ("ADV", "AUX") or tree.deps[index] in ("amod", "compound"):
        return "governor", tree.head[index]
    if pos in ("ADJ", "NOUN") and tree.child(index, "cop") >= 0:
        subject = tree.child(index, "nsubj", "nsubj:outer")
        clause = tree.child(index, "ccomp", "csubj", "advcl")
        if subject >= 0 and tree.words[subject] != "it":
            return "subject", subject
        return ("clause", clause) if clause >= 0 else ("subject", subject)
    # "…, which the chief called a fabrication": he did not call a fabrication.
    bare = [pair for pair in taken if pair[0] != "object" or tree.lemmas[pair[1]] not in cue.words]
    for kind in ("clause", "antecedent", "object", "infinitive", "predicate"):
        for pair in bare:
            if pair[0] == kind:
                return pair
    return taken[0] if taken else ("", -1)


def _has_voice(tree: Tree, index: int, voice: str, lexicon: Lexicon) -> bool:
    if voice == "undergone":
        return is_undergone(tree, index, lexicon)
    return (voice == "passive") is is_passive(tree, index)


def _is_governed(tree: Tree, index: int, lemmas: tuple[str, ...]) -> bool:
    head = tree.head[index]
    return head != index and tree.lemmas[head] in lemmas


def _has_words(tree: Tree, index: int, lemmas: tuple[str, ...]) -> bool:
    missing = set(lemmas)
    if lemmas == ("the",) and tree.child(index, "amod", "compound", "nummod") >= 0:
        # "not the case", but not "not the first such case"
        return False
    for child in tree.children[index]:
        missing.discard(tree.lemmas[child])
        missing.discard(tree.words[child])
        for grandchild in tree.children[child]:
            missing.discard(tree.lemmas[grandchild])
    return not missing


def _span(tree: Tree, index: int, reading: Reading) -> Span:
    if reading is _NOTHING:
        return tree.span(index, index)
    first = index
    while first > reading.first and tree.pos[first - 1] not in ("NOUN", "PROPN", "NUM"):
        first -= 1
    return tree.span(first, max(reading.last, index))
