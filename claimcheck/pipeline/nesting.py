"""Attributions that stand inside other words: reported speech in a content, reasons that attribute, "reports that".

The tagger gives outermost attributions only. The tree gives the others: in "RTN reported that the minister said the
dam had burst" the minister's words, in "the rulers expelled the envoy, accusing him of meddling" the rulers'
accusation, in "aware of reports that two climbers had died" what the reports say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from enum import Enum

from spacy.tokens import Doc

from claimcheck.domain import Attribution, AttributionMode, Span
from claimcheck.lang.cue import CueClass, Lexicon
from claimcheck.lang.en import lexicon as english
from claimcheck.pipeline.clauses import root_of
from claimcheck.pipeline.cues import CueMatch, cues_in, is_said
from claimcheck.pipeline.predicate import complements_of, is_predicate, is_told, subject_of
from claimcheck.pipeline.tree import Tree, tree_of

__all__ = ["Standing", "cue_of", "nested", "noun_phrase", "standing"]

SPEAKING = frozenset({
    CueClass.REPORT, CueClass.INSIST, CueClass.NONCOMMIT, CueClass.BELIEF, CueClass.FORECAST, CueClass.CONFIRM,
    CueClass.ADMIT, CueClass.REVEAL, CueClass.DENY, CueClass.FIRSTHAND,
})  # fmt: skip
WITHHOLDING = frozenset({CueClass.NONCONFIRM, CueClass.CANT_VERIFY, CueClass.SOUGHT_COMMENT})
_CLAUSAL = ("clause", "of", "as", "for")


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


def nested(doc: Doc, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """All attributions of ``doc``: the given ones and the inner ones that the tree shows, in text order.

    Ids are given anew ("a1", "a2", … in the order of first characters), ``parent`` is the innermost attribution in
    whose content another one stands.
    """
    tree, lexicon = tree_of(doc), english()
    by_token = {match.token: match for match in cues_in(doc)}
    near = (_nearby(doc.text, attribution) for attribution in attributions)
    found = [_completed(tree, attribution, by_token) for attribution in near if attribution.content]
    cued = {token for attribution in found for token in _tokens(tree, attribution.cue)}
    taken = {frozenset(_tokens(tree, attribution.content)) for attribution in found}
    for source, cue, content in _by_syntax(tree, cues_in(doc), lexicon):
        # A comma at its edge is no difference.
        same = any(len(content ^ other) * 4 <= len(content) for other in taken if other & content)
        if content and not same and not cued & (cue or source):
            found.append(_attribution(tree, source, cue, content))
    return _in_order(found)


def _nearby(text: str, attribution: Attribution) -> Attribution:
    """The attribution without unquoted words of other paragraphs: indirect speech does not reach so far."""
    if not attribution.cue:
        return attribution

    def reaches(content: Span) -> bool:
        first, last = sorted((attribution.cue[0], content), key=lambda span: span.start)
        return "\n" not in text[first.end : last.start] or content.of(text)[:1] in '“"‘«„'

    return replace(attribution, content=tuple(content for content in attribution.content if reaches(content)))


def _completed(tree: Tree, attribution: Attribution, cues: Mapping[int, CueMatch]) -> Attribution:
    """The attribution with the whole clause as content where the tagger found only some words of it."""
    if attribution.mode is not AttributionMode.INDIRECT or not attribution.content:
        return attribution
    tagged = set(_tokens(tree, attribution.content))
    for token in _tokens(tree, attribution.cue):
        match = cues.get(token)
        if match is None or match.target_kind != "clause" or match.target in tagged:
            continue
        clause = set(_clause(tree, match.target, token)) - set(_tokens(tree, attribution.source))
        if tagged < clause:
            return replace(attribution, content=tree.spans(clause))
    return attribution


def _by_syntax(
    tree: Tree, cues: Sequence[CueMatch], lexicon: Lexicon
) -> Iterator[tuple[frozenset[int], frozenset[int], frozenset[int]]]:
    """Source, cue and content of every attribution that the tree shows."""
    for match in cues:
        index = match.token
        content: list[int] = []
        if tree.deps[index] == "case":
            yield from _according(tree, index)
            continue
        if match.cue_class not in SPEAKING or match.reading.negated:
            continue
        reason = _is_reason(tree, index, lexicon)
        if match.target_kind == "clause" and tree.lemmas[index] not in lexicon.words["private_verbs"]:
            if match.reading.realis or tree.pos[index] == "NOUN":
                content = _clause(tree, match.target, index)
        elif reason:
            content = _reason(tree, index, lexicon)
        elif tree.lemmas[index] == "show" and match.target_kind == "object" and _is_exhibit(tree, match.agent, lexicon):
            content = [token for token in tree.subtree(index) if token >= min(tree.subtree(match.target))]
            content = _between_edges(tree, content)
        if not content:
            continue
        agent = match.agent
        cue = frozenset(tree.tokens(match.span))
        if agent < 0 and tree.pos[index] == "NOUN":
            # "reports that …": the reports speak.
            yield frozenset(noun_phrase(tree, index)), frozenset(), frozenset(content)
        elif agent not in content:
            source = noun_phrase(tree, agent) if agent >= 0 else []
            yield frozenset(source) - cue, cue - set(content), frozenset(content)


def _according(tree: Tree, index: int) -> Iterator[tuple[frozenset[int], frozenset[int], frozenset[int]]]:
    """ "According to the hospital, both are out of danger": the clause without the phrase is what the hospital says."""
    noun = tree.head[index]
    hosts = [token for token in tree.above(noun) if is_predicate(tree, token)]
    if not hosts:
        return
    opening = min(tree.subtree(noun))
    apart = opening == tree.sentences[tree.sentence[index]][0] or tree.pos[opening - 1] == "PUNCT"
    clause = hosts[-1] if apart or tree.pos[opening] == "PUNCT" else hosts[0]
    cue = {index, *(token for token in tree.subtree(index) if tree.deps[token] == "fixed")}
    phrase = tree.subtree(noun)
    content = _between_edges(tree, tree.subtree(clause, without=[noun]))
    source = _between_edges(tree, [token for token in phrase if token > max(cue)])
    if source and tree.tags[index] == "VBG":
        yield frozenset(source), frozenset(cue), frozenset(content)


def _is_exhibit(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    return noun >= 0 and tree.lemmas[noun] in lexicon.words["exhibit_nouns"]


def _is_reason(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Whether a participle gives the subject's reason: "…, citing fatigue", "…, accusing Paris of meddling"."""
    if tree.tags[index] != "VBG" or tree.lemmas[index] not in lexicon.words["reason_verbs"]:
        return False
    return tree.deps[index] in ("advcl", "conj") and tree.child(index, "nsubj", "aux", "mark", "case") < 0


def _reason(tree: Tree, index: int, lexicon: Lexicon) -> list[int]:
    content: list[int] = []
    for kind, complement in complements_of(tree, index):
        if kind == "object" and tree.lemmas[index] in ("cite", "quote") and _speaks(tree, complement, lexicon):
            # "…, citing officials" names where the words come from.
            return []
        if kind in ("object", *_CLAUSAL):
            content.extend(tree.subtree(complement))
    return _between_edges(tree, sorted(set(content)))


def _speaks(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    return tree.entity[noun] in ("PERSON", "ORG") or tree.lemmas[noun] in lexicon.words["speaking_nouns"]


def _clause(tree: Tree, root: int, cue: int) -> list[int]:
    """A content clause without the words that attribute it and the "that" at its head."""
    left_out = [cue] if tree.head[cue] == root else []
    left_out += [child for child in tree.children[root] if child < root and tree.words[child] == "that"
                 and tree.deps[child] == "mark"]  # fmt: skip
    tokens = tree.subtree(root, without=left_out)
    opening = [child for child in left_out if child != cue]
    if not opening or tokens[-1] < opening[0]:
        return _between_edges(tree, tokens)
    # From "that" to the clause's end nothing is left out, even where the parse has lost a word on the way.
    return _between_edges(tree, list(range(opening[0] + 1, tokens[-1] + 1)))


def _between_edges(tree: Tree, tokens: list[int]) -> list[int]:
    """Without the punctuation at either end, quotation marks apart."""
    first, last = 0, len(tokens)
    while first < last and tree.words[tokens[first]] in ",;:-–—.":
        first += 1
    while last > first and tree.words[tokens[last - 1]] in ",;:-–—.":
        last -= 1
    return tokens[first:last]


def noun_phrase(tree: Tree, noun: int) -> list[int]:
    """The words of a noun phrase without its clauses: "a man" of "a man who asked not to be named"."""
    clauses = [
        child
        for child in tree.children[noun]
        if tree.deps[child]
        in ("acl:relcl", "parataxis", "cop", "nsubj", "cc", "mark", "advcl", "ccomp", "punct", "case")
        or (tree.deps[child] == "acl" and child > noun and is_predicate(tree, child))
        or (tree.deps[child] == "conj" and is_predicate(tree, child))
    ]
    kept = set(tree.children[noun])
    if any(tree.deps[child] == "conj" for child in kept - set(clauses)):
        clauses = [child for child in clauses if tree.deps[child] != "cc"]
    tokens = _between_edges(tree, tree.subtree(noun, without=clauses))
    return [token for token in tokens if tokens[0] <= token <= tokens[-1]]


def _attribution(tree: Tree, source: frozenset[int], cue: frozenset[int], content: frozenset[int]) -> Attribution:
    words = [tree.words[token] for token in sorted(content)]
    quotes = sum(word in '"“”„«»' for word in words)
    mode = AttributionMode.INDIRECT
    if quotes:
        whole = quotes > 1 and words[0] in '"“„«' and words[-1] in '"”«»'
        mode = AttributionMode.DIRECT if whole else AttributionMode.MIXED
    return Attribution(
        id="",
        source=tree.spans(source),
        cue=tree.spans(cue),
        content=tree.spans(content),
        mode=mode,
        score=_SYNTAX_SCORE,
    )


_SYNTAX_SCORE = 0.8
"""What an attribution found by the tree alone is trusted with."""


def _in_order(found: list[Attribution]) -> tuple[Attribution, ...]:
    def place(attribution: Attribution) -> tuple[int, int, int]:
        spans = (*attribution.source, *attribution.cue, *attribution.content)
        first = min(span.start for span in spans)
        return first, -max(span.end for span in spans), min((span.start for span in attribution.cue), default=first)

    ordered = [replace(attribution, id=f"a{number}") for number, attribution in enumerate(sorted(found, key=place), 1)]
    return tuple(replace(inner, parent=_parent(inner, ordered)) for inner in ordered)


def _parent(inner: Attribution, others: Sequence[Attribution]) -> str | None:
    """The attribution with the shortest content in which all of ``inner`` stands."""
    anchor = (inner.cue or inner.source or inner.content)[0]
    best: tuple[int, str] | None = None
    for other in others:
        size = _size(other.content)
        if other is inner or size <= _size(inner.content) or not _holds(other.content, anchor):
            continue
        if all(_holds(other.content, span) for span in inner.content) and (best is None or size < best[0]):
            best = size, other.id
    return None if best is None else best[1]


def _holds(spans: Sequence[Span], inner: Span) -> bool:
    return any(span.contains(inner) for span in spans)


def _size(spans: Sequence[Span]) -> int:
    return sum(map(len, spans))


def _tokens(tree: Tree, spans: Sequence[Span]) -> Iterator[int]:
    for span in spans:
        yield from tree.tokens(span)


def cue_of(tree: Tree, cues: Sequence[CueMatch], attribution: Attribution) -> CueMatch | None:
    """The cue at work in an attribution's cue words; the one that governs the others, hedges last."""
    inside = [
        match
        for span in attribution.cue
        for match in cues
        # "declined" may be all of the cue where "to comment" is taken for what was said.
        if span.overlaps(match.span if match.cue_class in WITHHOLDING else tree.span(match.token, match.token))
    ]
    if not inside:
        return None
    tokens = {match.token for match in inside}

    def rank(match: CueMatch) -> tuple[bool, bool, int]:
        governed = any(token in tokens for token in tree.above(match.token))
        withholding = match.cue_class in WITHHOLDING
        return match.cue_class is CueClass.HEDGE, governed and not withholding, match.token

    return min(inside, key=rank)


def standing(
    tree: Tree, cue: CueMatch | None, attribution: Attribution, content: Sequence[int], lexicon: Lexicon
) -> Standing:
    """What a content is to the source that the cue names."""
    if not content:
        return Standing.NO_CLAIM
    told = any(is_predicate(tree, token) and subject_of(tree, token) >= 0 for token in content)
    tokens = set(content)
    roots = [token for token in content if tree.head[token] not in tokens or tree.head[token] == token]
    pointing = any(tree.pos[root] in ("NOUN", "PRON", "DET") and is_said(tree, root, lexicon) for root in roots)
    whole = is_told(tree, root_of(tree, content)) or attribution.mode is AttributionMode.DIRECT
    if cue is None:
        spoken = attribution.cue or attribution.source or attribution.mode is not AttributionMode.INDIRECT
        return Standing.CLAIMED if spoken and whole else Standing.OWN_VOICE
    if cue.cue_class in WITHHOLDING:
        return Standing.UNVOUCHED if told and not pointing and cue.target_kind == "clause" else Standing.NO_CLAIM
    if cue.cue_class is CueClass.DENY:
        return Standing.NO_CLAIM if pointing and not told else Standing.UNVOUCHED
    if cue.cue_class in (CueClass.CORRECTION, CueClass.FALSIFY) and not whole:
        return Standing.OWN_VOICE
    if cue.cue_class is CueClass.CONFIRM and pointing and not told:
        return Standing.NO_CLAIM
    if cue.cue_class in (CueClass.REPORT, CueClass.INSIST) and cue.reading.negated:
        return Standing.NO_CLAIM
    return Standing.CLAIMED
