"""All attributions of an article: those of the tagger set right by the tree, and those that only the tree shows.

The tagger gives outermost attributions. The tree gives the others: in "RTN reported that the minister said the dam had
burst" the minister's words, in "the rulers expelled the envoy, accusing him of meddling" the rulers' accusation, in
"aware of reports that two climbers had died" what the reports say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from claimcheck.domain import Attribution, AttributionMode, Span
from claimcheck.lang.cue import CueClass
from claimcheck.lang.en import lexicon as english
from claimcheck.lang.speakers import speakers
from claimcheck.pipeline.attribution.comments import without_comment
from claimcheck.pipeline.attribution.no_speech import is_no_speech
from claimcheck.pipeline.attribution.parents import in_order, tokens_of, words_of
from claimcheck.pipeline.attribution.phrasal import headline_speeches, phrasal_speeches
from claimcheck.pipeline.attribution.relays import relayed
from claimcheck.pipeline.attribution.reported import Speech, content_clause, speeches
from claimcheck.pipeline.attribution.thoughts import thoughts
from claimcheck.pipeline.grammar.cues import CueMatch, Cues, cues_in
from claimcheck.pipeline.grammar.nouns import between_edges, is_said
from claimcheck.pipeline.grammar.predicate import is_finite, is_predicate
from claimcheck.pipeline.grammar.quotations import quoted_tokens
from claimcheck.pipeline.grammar.tree import Tree, tree_of

__all__ = ["nested"]

_LINKING = frozenset({"CCONJ", "SCONJ", "PUNCT"})
_QUOTES = '"“”„«»'
_FEWEST = 4
"""Words that a clause before its reporting clause has at least, the comma included."""
_SCRAP = 2
"""Words of a piece of content that may be a slip."""
_SYNTAX_SCORE = 0.8
"""What an attribution found by the tree alone is trusted with."""


def nested(doc: Doc, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """All attributions of ``doc``: the given ones and the inner ones that the tree shows, in text order.

    Ids are given anew ("a1", "a2", … in the order of first characters), ``parent`` is the innermost attribution in
    whose content another one stands.
    """
    tree, cues = tree_of(doc), cues_in(doc)
    spoken = (attribution for attribution in attributions if not is_no_speech(tree, cues, attribution))
    examined = (_examined(tree, _with_showing(tree, attribution)) for attribution in spoken)
    trimmed = (without_comment(tree, cues, _before_verdict(tree, cues, one)) for one in examined)
    before = (_with_words_before(tree, attribution) for attribution in trimmed if attribution.content)
    whole = (_with_infinitive(tree, attribution) for attribution in before)
    found = _given_relays(tree, [_without_scraps(tree, _completed(tree, cues, attribution)) for attribution in whole])
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
        made = _with_showing(tree, _attribution(tree, speech))
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
        if 2 * len(speech.content & content) <= len(speech.content):
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


def _before_verdict(tree: Tree, cues: Cues, attribution: Attribution) -> Attribution:
    """The attribution without what is said about its content: "his claim that it burned [could not be checked]".

    Two finite verbs with nothing between that links them belong to two clauses.
    """
    content: list[Span] = []
    for span in attribution.content:
        tokens = tree.tokens(span)
        verdict = next(
            (cues.at[token] for token in tokens if token in cues.at and _is_verdict(tree, cues.at[token])), None
        )
        first = verdict.reading.first if verdict else -1
        told = [token for token in tokens if token < first and is_finite(tree, token)]
        nominal = not told and verdict is not None and tree.child(verdict.token, "cop") >= 0
        linked = any(tree.pos[token] in _LINKING for token in range(told[-1] if told else tokens.start, max(first, 0)))
        if verdict is None or first <= tokens.start or linked or not (told or nominal):
            content.append(span)
        else:
            content.append(tree.span(tokens.start, first - 1))
    return replace(attribution, content=tuple(content))


def _with_showing(tree: Tree, attribution: Attribution) -> Attribution:
    """The attribution with all of "appears to show" as its cue: what is shown is the content, not that it is shown."""
    cue, content = [*tokens_of(tree, attribution.cue)], [*tokens_of(tree, attribution.content)]
    showing = speakers("en").verbs["showing"]
    if cue and len(content) > 2 and content[:2] == [cue[-1] + 1, cue[-1] + 2]:
        to, verb, rest = content[0], content[1], content[2:]
    elif cue and cue[0] > 1 and tree.deps[cue[0]] == "xcomp" and tree.head[cue[0]] == cue[0] - 2:
        to, verb, rest = cue[0] - 1, cue[0], content
    else:
        return attribution
    if tree.words[to] != "to" or tree.lemmas[verb] not in showing or tree.pos[to - 1] != "VERB":
        return attribution
    return replace(attribution, cue=tree.spans({*cue, to - 1, to, verb}), content=tree.spans(rest))


def _examined(tree: Tree, attribution: Attribution) -> Attribution:
    """The attribution with all of "probes claim" as its cue: a headline's verb may pass for a noun, its noun for one.

    In "[Federation probes] claim [that …]" and "[Army] probes [allegation soldiers …]" neither of them claims it.
    """
    words = english().words
    source, cue, content = (
        [*tokens_of(tree, spans)] for spans in (attribution.source, attribution.cue, attribution.content)
    )

    def examines(token: int) -> bool:
        return tree.lemmas[token] in words["examining_verbs"] and tree.words[token] != tree.lemmas[token]

    if (
        len(source) > 1
        and cue
        and source[-1] == cue[0] - 1
        and examines(source[-1])
        and is_said(tree, cue[0], english())
    ):
        moved = source[-1:]
    elif (
        len(content) > 1
        and cue
        and content[0] == cue[-1] + 1
        and examines(cue[-1])
        and is_said(tree, content[0], english())
    ):
        moved = content[:1]
    else:
        return attribution
    return replace(
        attribution,
        source=tree.spans(set(source).difference(moved)),
        cue=tree.spans({*cue, *moved}),
        content=tree.spans(set(content).difference(moved)),
    )


def _is_verdict(tree: Tree, match: CueMatch) -> bool:
    if match.cue_class not in (CueClass.FALSIFY, CueClass.NONCONFIRM, CueClass.CANT_VERIFY):
        return False
    return tree.child(match.token, "cop", "aux", "aux:pass") >= 0


def _completed(tree: Tree, cues: Cues, attribution: Attribution) -> Attribution:
    """The attribution with the whole clause as content where the tagger found only some words of it."""
    if attribution.mode is not AttributionMode.INDIRECT:
        return attribution
    tagged = set(tokens_of(tree, attribution.content))
    for token in tokens_of(tree, attribution.cue):
        match = cues.at.get(token)
        if match is None or match.target_kind != "clause" or match.target in tagged:
            continue
        clause = set(content_clause(tree, match.target, token)) - set(tokens_of(tree, attribution.source))
        elsewhere = all(tree.sentence[word] != tree.sentence[token] for word in tagged)
        if clause and (tagged < clause or elsewhere):
            # What a verb of saying governs in its own sentence is what was said, not what stands in another.
            return replace(attribution, content=tree.spans(clause))
    return attribution


def _without_scraps(tree: Tree, attribution: Attribution) -> Attribution:
    """The attribution without a word or two far behind its cue: "The bridge is safe, it said, airing [divers]"."""
    if len(attribution.content) < 2 or not attribution.cue or attribution.mode is not AttributionMode.INDIRECT:
        return attribution
    content = set(tokens_of(tree, attribution.content))

    def is_scrap(span: Span) -> bool:
        words = set(tree.tokens(span))
        governed = any(tree.head[token] in content - words for token in words)
        loose = not governed and not any(is_predicate(tree, token) for token in words)
        return loose and len(words) <= _SCRAP and span.start > attribution.cue[-1].end

    kept = tuple(span for span in attribution.content if not is_scrap(span))
    told = any(is_predicate(tree, token) for span in kept for token in tree.tokens(span))
    return replace(attribution, content=kept) if told else attribution


def _with_words_before(tree: Tree, attribution: Attribution) -> Attribution:
    """The attribution with what stands before a reporting clause at the end of its sentence.

    "Navaria will deliver two boats, the newspaper El Faro reported. The price …": the tagger may look behind the verb.
    """
    verb = next((token for token in tokens_of(tree, attribution.cue) if tree.tags[token] in ("VBD", "VBZ", "VBP")), -1)
    source = list(tokens_of(tree, attribution.source))
    if verb < 0 or not source or source[-1] != verb - 1 or tree.sentence[source[0]] != tree.sentence[verb]:
        return attribution
    first, last = tree.sentences[tree.sentence[verb]]
    tail = [token for token in range(verb + 1, last) if tree.pos[token] not in ("PUNCT", "SPACE")]
    # "… reported on Tuesday.", "… wrote, without naming its source."
    ends = len(tail) < _FEWEST and not any(tree.pos[token] in ("VERB", "AUX", "SCONJ") for token in tail)
    if (
        not (ends or tree.words[verb + 1] == ",")
        or source[0] - first < _FEWEST
        or tree.words[source[0] - 1] not in (",", "”", '"')
    ):
        return attribution
    words = between_edges(tree, list(range(first, source[0])))
    if any(first <= token < source[0] for token in tokens_of(tree, attribution.content)):
        return attribution
    if attribution.mode is AttributionMode.DIRECT or not any(is_finite(tree, token) for token in words):
        return attribution
    return replace(attribution, content=tree.spans(words))


def _with_infinitive(tree: Tree, attribution: Attribution) -> Attribution:
    """The attribution with all that a passive says of its subject: "The pond was said by the mayor [to be dry]"."""
    tagged = set(tokens_of(tree, attribution.content))
    for verb in tokens_of(tree, attribution.cue):
        if tree.tags[verb] != "VBN" or tree.child(verb, "nsubj:pass") not in tagged:
            continue
        for clause in tree.children[verb]:
            marker = tree.child(clause, "mark")
            if tree.deps[clause] in ("xcomp", "ccomp", "advcl") and marker > verb and tree.words[marker] == "to":
                tagged.update(between_edges(tree, tree.subtree(clause)))
                return replace(attribution, content=tree.spans(tagged))
    return attribution


def _attribution(tree: Tree, speech: Speech) -> Attribution:
    words = [tree.words[token] for token in sorted(speech.content)]
    quotes = sum(word in _QUOTES for word in words)
    mode = AttributionMode.INDIRECT
    if quotes:
        whole = quotes > 1 and words[0] in '"“„«' and words[-1] in '"”«»'
        mode = AttributionMode.DIRECT if whole else AttributionMode.MIXED
    source, cue, content = (tree.spans(tokens) for tokens in speech)
    return Attribution(id="", source=source, cue=cue, content=content, mode=mode, score=_SYNTAX_SCORE)
