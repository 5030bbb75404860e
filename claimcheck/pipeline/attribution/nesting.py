"""All attributions of an article: those of the tagger set right by the tree, and those that only the tree shows.

The tagger gives outermost attributions. The tree gives the others: in "RTN reported that the minister said the dam had
burst" the minister's words, in "the rulers expelled the envoy, accusing him of meddling" the rulers' accusation, in
"aware of reports that two climbers had died" what the reports say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from claimcheck.domain import Attribution, AttributionMode
from claimcheck.lang.en import lexicon as english
from claimcheck.lang.speakers import speakers
from claimcheck.pipeline.attribution.comments import without_comment
from claimcheck.pipeline.attribution.no_speech import is_no_speech
from claimcheck.pipeline.attribution.parents import in_order, tokens_of, words_of
from claimcheck.pipeline.attribution.phrasal import headline_speeches, phrasal_speeches
from claimcheck.pipeline.attribution.relays import relayed
from claimcheck.pipeline.attribution.reported import Speech, speeches
from claimcheck.pipeline.attribution.tagged import set_right, with_showing
from claimcheck.pipeline.attribution.thoughts import thoughts
from claimcheck.pipeline.grammar.cues import cues_in
from claimcheck.pipeline.grammar.quotations import quoted_tokens
from claimcheck.pipeline.grammar.tree import Tree, tree_of

__all__ = ["nested"]

_QUOTES = '"“”„«»'
_SYNTAX_SCORE = 0.8
"""What an attribution found by the tree alone is trusted with."""


def nested(doc: Doc, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """All attributions of ``doc``: the given ones and the inner ones that the tree shows, in text order.

    Ids are given anew ("a1", "a2", … in the order of first characters), ``parent`` is the innermost attribution in
    whose content another one stands.
    """
    tree, cues = tree_of(doc), cues_in(doc)
    spoken = (attribution for attribution in attributions if not is_no_speech(tree, cues, attribution))
    found = _given_relays(tree, list(set_right(tree, cues, spoken)))
    shown = tuple(speeches(tree, cues.all, english()))
    found = [one for one in found if one.source or one.cue or not _is_shown(tree, one, shown)]
    taken: dict[int, list[frozenset[int]]] = {}
    for attribution in found:
        content = frozenset(tokens_of(tree, attribution.content))
        for token in content:
            taken.setdefault(token, []).append(content)
    words = speakers("en")
    for speech in phrasal_speeches(tree, words):
        found = _given_source(tree, found, speech, taken)
    for speech in headline_speeches(tree, doc._.blocks):
        found = _given_headline(tree, found, speech)
        for token in speech.content:
            taken.setdefault(token, []).append(speech.content)
    cued = {token for attribution in found for token in tokens_of(tree, attribution.cue)}
    for speech in shown:
        told = speech.cue or speech.source
        if not told or cued & told or speech.content <= cued or _is_taken(speech.content, taken):
            continue
        made = without_comment(tree, cues, with_showing(tree, _attribution(tree, speech)))
        if not is_no_speech(tree, cues, made):
            found.append(made)
    cued = {token for attribution in found for token in tokens_of(tree, attribution.cue)}
    quoted, _ = quoted_tokens(tree, doc._.blocks)
    inside = {token for one in found for token in words_of(tree, one, quoted)} - cued
    return in_order(tree, found, [_attribution(tree, one) for one in thoughts(tree, inside, english())], quoted)


def _given_source(
    tree: Tree, found: list[Attribution], speech: Speech, taken: dict[int, list[frozenset[int]]]
) -> list[Attribution]:
    """The attributions with the speech of a phrase; what nobody is said to say goes to it where it is its content."""
    made = _attribution(tree, speech)
    kept: list[Attribution] = []
    for other in found:
        content = set(tokens_of(tree, other.content))
        # All of it stands in what another says: "the report says that, as the nurse put it, …".
        inside = bool(other.source) and speech.source | speech.cue <= content
        if inside or 2 * len(speech.content & content) <= len(speech.content):
            kept.append(other)
        elif other.source:
            return found
        elif len(content - speech.content) > len(content) // 2:
            kept.append(replace(other, content=tree.spans(content - speech.content)))
    for token in speech.content:
        taken.setdefault(token, []).append(speech.content)
    return [*kept, made]


def _given_relays(tree: Tree, found: list[Attribution]) -> list[Attribution]:
    """The attributions with those of sentences that end in several reporting clauses, in place of what is in these."""
    for chain in relayed(tree, english()):
        clauses = {token for speech in chain for token in speech.source | speech.cue}
        found = [one for one in found if clauses.isdisjoint(tokens_of(tree, one.cue or one.source))]
        found += [_attribution(tree, speech) for speech in chain]
    return found


def _given_headline(tree: Tree, found: list[Attribution], speech: Speech) -> list[Attribution]:
    """The attributions with that of a headline, in place of those in it that nobody, or a passive's subject, makes."""
    own = speech.source | speech.content
    inside = [other for other in found if own.intersection(tokens_of(tree, other.content))]
    if any(other.source and speech.source.intersection(tokens_of(tree, other.source)) for other in inside):
        return found
    passive = [other for other in inside if any(tree.tags[token] == "VBN" for token in tokens_of(tree, other.cue))]
    kept = [other for other in found if other not in inside or (other.source and other not in passive)]
    return [*kept, _attribution(tree, speech)]


def _is_taken(content: frozenset[int], taken: dict[int, list[frozenset[int]]]) -> bool:
    """Whether the words are an attribution's already; a comma at the edge makes no difference."""
    others = {other for token in content for other in taken.get(token, ())}
    return any(_are_one(content, other) for other in others)


def _is_shown(tree: Tree, attribution: Attribution, shown: Sequence[Speech]) -> bool:
    """Whether the tree shows what attributes these words: "It was reported that …", where the tagger found no cue."""
    content = frozenset(tokens_of(tree, attribution.content))
    return any(_are_one(content, speech.content) for speech in shown if speech.cue)


def _are_one(content: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two contents differ in little, a comma at the edge or a word."""
    return len(content ^ other) * 4 <= len(content)


def _attribution(tree: Tree, speech: Speech) -> Attribution:
    words = [tree.words[token] for token in sorted(speech.content)]
    quotes = sum(word in _QUOTES for word in words)
    mode = AttributionMode.INDIRECT
    if quotes:
        whole = quotes > 1 and words[0] in '"“„«' and words[-1] in '"”«»'
        mode = AttributionMode.DIRECT if whole else AttributionMode.MIXED
    source, cue, content = (tree.spans(tokens) for tokens in speech)
    return Attribution(id="", source=source, cue=cue, content=content, mode=mode, score=_SYNTAX_SCORE)
