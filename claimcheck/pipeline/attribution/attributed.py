"""Attributions as the tree sees them: their tokens, the cue at work, and what the content is to the source.

An attribution that is only about confirmation ("has yet to confirm the scope of the mission") is told apart here: its
content is no claim.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from spacy.tokens import Doc

from claimcheck.domain import Attribution, AttributionMode, Span
from claimcheck.lang.cue import CueClass, Lexicon
from claimcheck.pipeline.attribution.thoughts import is_thought
from claimcheck.pipeline.grammar.clauses import root_of
from claimcheck.pipeline.grammar.cues import WITHHOLDING, CueMatch, Cues, cues_in
from claimcheck.pipeline.grammar.nouns import between_edges, can_speak, is_said
from claimcheck.pipeline.grammar.predicate import is_predicate, is_told, subject_of
from claimcheck.pipeline.grammar.tree import Tree, tree_of

__all__ = ["Said", "Standing", "chain", "said_in", "within_reach"]


_FORESEEN = frozenset({CueClass.FORECAST, CueClass.BELIEF})
_QUOTES = '"“”„«»'
_NAMED = frozenset({"NOUN", "PROPN", "PRON"})


class Standing(Enum):
    """What the content of an attribution is to its source."""

    CLAIMED = "claimed"
    """The source vouches for it."""
    UNVOUCHED = "unvouched"
    """It is a claim, but this source denies it or does not confirm it: "denied that the ship had left"."""
    OWN_VOICE = "own voice"
    """The outlet tells what somebody did, not what he said: "Washington has ruled out disengagement"."""
    NO_CLAIM = "no claim"
    """It is only what a sentence about confirmation is about: "has yet to confirm the scope of the mission"."""


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """One attribution."""

    attribution: Attribution
    source: frozenset[int]
    words: frozenset[int]
    """Tokens of the cue."""
    content: frozenset[int]
    cue: CueMatch | None
    standing: Standing


def said_in(doc: Doc, lexicon: Lexicon) -> tuple[Said, ...]:
    """``doc._.attributions`` in their order."""
    tree, cues = tree_of(doc), cues_in(doc)
    return tuple(_said(tree, cues, attribution, lexicon) for attribution in doc._.attributions)


def chain(said: Said | None, by_id: Mapping[str, Said]) -> Iterator[Said]:
    """An attribution and those around it, innermost first."""
    while said is not None:
        yield said
        said = by_id.get(said.attribution.parent or "")


def _said(tree: Tree, cues: Cues, attribution: Attribution, lexicon: Lexicon) -> Said:
    source, words, content = (
        frozenset(token for span in spans for token in tree.tokens(span))
        for spans in (attribution.source, attribution.cue, within_reach(tree, attribution))
    )
    cue = _cue_of(tree, cues, words)
    standing = _standing(tree, cue, attribution, sorted(content), lexicon)
    if content and words and all(tree.pos[token] in ("PUNCT", "SYM") for token in words):
        # "Report: King of Tonga to abdicate": a label vouches for whatever stands beside it.
        standing = Standing.CLAIMED
    if is_thought(tree, attribution, lexicon):
        standing = Standing.OWN_VOICE
    if cue is None and _is_anonymity(tree, words, content, lexicon):
        standing = Standing.NO_CLAIM
    if standing is Standing.CLAIMED and (
        _is_called_false(cues, words, content) or _only_examines(tree, words, lexicon)
    ):
        standing = Standing.UNVOUCHED
    return Said(attribution, source, words, content, cue, standing)


def _only_examines(tree: Tree, words: frozenset[int], lexicon: Lexicon) -> bool:
    """Whether the cue says that somebody looks into what others claim: "will hear an allegation that …"."""
    lemmas = {tree.lemmas[token] for token in words}
    said = any(tree.lemmas[token] in lexicon.words["said_nouns"] for token in words)
    return said and not lemmas.isdisjoint(lexicon.words["examining_verbs"])


def _is_called_false(cues: Cues, words: frozenset[int], content: frozenset[int]) -> bool:
    """Whether a verdict stands between what is said and who says so: "reports that p were made up, her agent said"."""
    between = range(max(content, default=0) + 1, min(words, default=0))
    return any(token in cues.at and cues.at[token].cue_class is CueClass.FALSIFY for token in between)


def within_reach(tree: Tree, attribution: Attribution) -> tuple[Span, ...]:
    """The content without unquoted words of other sentences than the cue's.

    Annotators let indirect speech run on into the next sentence, and the language model learns it from them; whose
    words those are is too uncertain to put a name beside them.
    """
    sentences = {tree.sentence[token] for span in attribution.cue for token in tree.tokens(span)}
    if not sentences:
        return attribution.content
    content: list[Span] = []
    for span in attribution.content:
        tokens = tree.tokens(span)
        near = [token for token in tokens if tree.sentence[token] in sentences]
        quoted = any(mark in span.of(tree.text) for mark in _QUOTES)
        content += [span] if quoted or len(near) == len(tokens) else tree.spans(between_edges(tree, near))
    return tuple(content)


def _is_anonymity(tree: Tree, words: frozenset[int], content: frozenset[int], lexicon: Lexicon) -> bool:
    """Whether somebody only asks not to be named."""
    asking = any(tree.lemmas[token] in lexicon.words["anonymity_verbs"] for token in words)
    return asking and any(tree.lemmas[token] in lexicon.words["naming_words"] for token in content)


def _cue_of(tree: Tree, cues: Cues, words: frozenset[int]) -> CueMatch | None:
    """The cue at work in an attribution's cue words: one that withholds, else the one that governs; hedges last."""
    # "declined" may be all of the cue where "to comment" is taken for what was said.
    inside = {
        match.token: match for token in words for match in (cues.at.get(token), cues.withheld.get(token)) if match
    }
    if not inside:
        return None

    def rank(match: CueMatch) -> tuple[bool, bool, bool, int]:
        governed = any(token in inside for token in tree.above(match.token))
        return match.cue_class is CueClass.HEDGE, match.cue_class not in WITHHOLDING, governed, match.token

    return min(inside.values(), key=rank)


def _standing(
    tree: Tree, cue: CueMatch | None, attribution: Attribution, content: Sequence[int], lexicon: Lexicon
) -> Standing:
    """What a content is to the source that the cue names."""
    if not content:
        return Standing.NO_CLAIM
    told = any(is_predicate(tree, token) and subject_of(tree, token) >= 0 for token in content)
    tokens = set(content)
    roots = [token for token in content if tree.head[token] not in tokens or tree.head[token] == token]
    named = [*roots, *(child for root in roots for child in tree.children[root] if tree.deps[child] == "compound")]
    pointing = any(tree.pos[noun] in ("NOUN", "PRON", "DET") and is_said(tree, noun, lexicon) for noun in named)
    whole = is_told(tree, root_of(tree, content)) or attribution.mode is AttributionMode.DIRECT
    if cue is None:
        quoted = attribution.mode is not AttributionMode.INDIRECT and not _is_bare_headline(tree, attribution, content)
        spoken = attribution.cue or attribution.source or quoted
        # "Chain accused of selling expired insulin – prosecutors" is said, though it has no finite verb.
        is_source = bool(attribution.source) and not attribution.cue
        if attribution.source and _is_judged(tree, attribution, content, lexicon):
            return Standing.CLAIMED
        return Standing.CLAIMED if spoken and (whole or is_source) else Standing.OWN_VOICE
    if cue.cue_class is CueClass.HEDGE and not (attribution.source and (whole or _is_agent(tree, cue, attribution))):
        return Standing.OWN_VOICE
    if cue.target_kind == "infinitive" and cue.cue_class in _FORESEEN and not attribution.source:
        # "He is expected to visit the site": nobody says who expects it.
        return Standing.OWN_VOICE
    if roots and all(tree.words[root].endswith(("self", "selves")) for root in roots):
        # "The page describes itself as satire."
        return Standing.OWN_VOICE
    if (
        cue.cue.lemma in ("cite", "quote")
        and any(can_speak(tree, root) or tree.pos[root] == "PROPN" for root in roots)
        and not whole
    ):
        return Standing.NO_CLAIM
    if cue.cue_class in WITHHOLDING:
        # "are checking claims that …": what the claims say hangs on what is checked.
        about = cue.target_kind == "clause" or any(tree.head[root] == cue.target for root in roots)
        return Standing.UNVOUCHED if told and not pointing and about else Standing.NO_CLAIM
    if cue.cue_class is CueClass.DENY and cue.cue.lemma == "call":
        # "called this one a hoax": what is called so is told elsewhere.
        return Standing.NO_CLAIM
    if cue.cue_class is CueClass.DENY:
        return Standing.NO_CLAIM if pointing and not told else Standing.UNVOUCHED
    if cue.cue_class in (CueClass.CORRECTION, CueClass.FALSIFY) and not whole:
        return Standing.OWN_VOICE
    if cue.cue_class is CueClass.CONFIRM and pointing and not told:
        return Standing.NO_CLAIM
    if cue.cue_class in (CueClass.REPORT, CueClass.INSIST) and cue.reading.negated:
        return Standing.NO_CLAIM
    return Standing.CLAIMED


def _is_judged(tree: Tree, attribution: Attribution, content: Sequence[int], lexicon: Lexicon) -> bool:
    """Whether something is called what only the source calls it: "called the affair “a circus”".

    A name that it is given is no judgement: "called the singer “the Duke of Brno”".
    """
    cue = {token for span in attribution.cue for token in tree.tokens(span)}
    naming = any(tree.lemmas[token] in lexicon.words["naming_verbs"] for token in cue)
    marks = [place for place, token in enumerate(content) if tree.words[token] in _QUOTES]
    if not naming or not marks or not any(tree.pos[token] in _NAMED for token in content[: marks[0]]):
        return False
    quoted = content[marks[0] + 1 : marks[1] if len(marks) > 1 else len(content)]
    return bool(quoted) and tree.pos[root_of(tree, quoted)] != "PROPN"


def _is_bare_headline(tree: Tree, attribution: Attribution, content: Sequence[int]) -> bool:
    """Whether the content is all of a text's first line and nothing in it is quoted."""
    whole = content[0] == 0 and len(content) == tree.sentences[0][1]
    return whole and not any(mark in span.of(tree.text) for mark in _QUOTES for span in attribution.content)


def _is_agent(tree: Tree, cue: CueMatch, attribution: Attribution) -> bool:
    """Whether the source is who does what the cue says: "was said by the mayor to be dry"."""
    return cue.agent >= 0 and any(span.start <= tree.starts[cue.agent] < span.end for span in attribution.source)
