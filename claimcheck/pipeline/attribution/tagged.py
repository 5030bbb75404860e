"""Attributions of the tagger set right by the tree: where their content begins and ends, which words are the cue.

The tagger reads from left to right and may take in what is said about a content, or stop short of its end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from claimcheck.domain import Attribution, AttributionMode, Span
from claimcheck.lang.cue import CueClass
from claimcheck.lang.en import lexicon as english
from claimcheck.lang.speakers import speakers
from claimcheck.pipeline.attribution.comments import without_comment
from claimcheck.pipeline.attribution.parents import tokens_of
from claimcheck.pipeline.attribution.reported import content_clause, objects_of
from claimcheck.pipeline.grammar.cues import CueMatch, Cues
from claimcheck.pipeline.grammar.nouns import between_edges, is_said, is_somebody
from claimcheck.pipeline.grammar.predicate import SUBJECTS, is_finite, is_predicate, is_told
from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["set_right", "with_showing"]

_LINKING = frozenset({"CCONJ", "SCONJ", "PUNCT"})
_FEWEST = 4
"""Words that a clause before its reporting clause has at least, the comma included."""
_SCRAP = 2
"""Words of a piece of content that may be a slip."""


def set_right(tree: Tree, cues: Cues, attributions: Iterable[Attribution]) -> Iterator[Attribution]:
    """The attributions in their order, without those of which no content is left."""
    read: list[Attribution] = []
    for attribution in attributions:
        told = _before_verdict(tree, cues, _examined(tree, with_showing(tree, _split(tree, attribution))))
        told = without_comment(tree, cues, _within_noun(tree, told))
        if told.content:
            whole = _with_infinitive(tree, _with_words_before(tree, told))
            read.append(_with_words_after(tree, _without_scraps(tree, _completed(tree, cues, whole))))
    return _without_cited(tree, read)


def _without_cited(tree: Tree, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """The attributions without whom somebody cites in what is said: "reported, citing [two aides, that …]".

    Where the tagger took "citing" for the cue, the verb beside it is. One that then says nothing, or the same as
    another, goes.
    """
    contents = [frozenset(tokens_of(tree, one.content)) for one in attributions]
    for place, one in enumerate(attributions):
        verb = next(iter(tokens_of(tree, one.cue)), -1)
        cited = tree.child(verb, "obj") if verb >= 0 and tree.tags[verb] == "VBG" else -1
        if cited < 0 or tree.lemmas[verb] not in speakers("en").verbs["citing"] or not is_somebody(tree, cited):
            yield one
            continue
        head = tree.head[verb]
        clause = [child for child in tree.children[cited] if tree.deps[child] in ("ccomp", "acl", "acl:relcl")]
        clause = [child for child in clause if tree.words[tree.child(child, "mark")] == "that"]
        content = contents[place].difference(tree.subtree(cited, without=clause))
        words = [token for token in between_edges(tree, sorted(content)) if tree.pos[token] != "PUNCT"]
        others = (other for number, other in enumerate(contents) if number != place)
        # "… with knowledge of the matter" tells who they are.
        told = any(is_predicate(tree, token) for token in words)
        if told and len(words) > 1 and not any(2 * len(other & content) > len(content) for other in others):
            cue = {*tokens_of(tree, one.cue), head} if is_finite(tree, head) and head not in content else {verb}
            yield replace(one, cue=tree.spans(cue), content=tree.spans(between_edges(tree, sorted(content))))


def _within_noun(tree: Tree, attribution: Attribution) -> Attribution:
    """The attribution of a noun without the sentence's own verb: "The claim that the hull leaked [led to a strike]"."""
    noun = next((token for token in tokens_of(tree, attribution.cue) if is_said(tree, token, english())), -1)
    if noun < 0 or tree.pos[noun] != "NOUN":
        return attribution
    clause = next((child for child in tree.children[noun] if _tells_what(tree, child) and child > noun), -1)
    main = tree.head[noun]
    content = set(tokens_of(tree, attribution.content))
    if clause not in content or main not in content or tree.deps[noun] not in SUBJECTS or main < clause:
        return attribution
    return replace(attribution, content=tree.spans(content.intersection(tree.subtree(clause))))


def _tells_what(tree: Tree, clause: int) -> bool:
    marker = tree.child(clause, "mark")
    return tree.deps[clause] in ("ccomp", "acl", "acl:relcl") and marker >= 0 and tree.words[marker] == "that"


def with_showing(tree: Tree, attribution: Attribution) -> Attribution:
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


def _split(tree: Tree, attribution: Attribution) -> Attribution:
    """The attribution without another's cue: "denied [posts saying] …" denies what the posts say."""
    cue = [*tokens_of(tree, attribution.cue)]
    saying = next((token for token in cue if tree.deps[token] == "acl" and tree.tags[token] == "VBG"), -1)
    noun = tree.head[saying]
    if saying < 0 or noun not in cue or tree.deps[noun] != "obj" or tree.head[noun] not in cue:
        return attribution
    moved = {token for token in cue if token in tree.subtree(noun)}
    content = {*moved, *tokens_of(tree, attribution.content)}
    return replace(attribution, cue=tree.spans(set(cue) - moved), content=tree.spans(content))


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


def _is_verdict(tree: Tree, match: CueMatch) -> bool:
    if match.cue_class not in (CueClass.FALSIFY, CueClass.NONCONFIRM, CueClass.CANT_VERIFY):
        return False
    return tree.child(match.token, "cop", "aux", "aux:pass") >= 0


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


def _with_words_after(tree: Tree, attribution: Attribution) -> Attribution:
    """The attribution with the clause behind the colon that follows it: "No, the mill said on Monday: [it stands]"."""
    cue = [*tokens_of(tree, attribution.cue)]
    verb = next((token for token in cue if tree.tags[token] in ("VBD", "VBZ", "VBP")), -1)
    if verb < 0 or attribution.mode is AttributionMode.DIRECT:
        return attribution
    first, last = tree.sentences[tree.sentence[verb]]
    colon = next((token for token in range(verb + 1, last) if tree.words[token] == ":"), -1)
    said = [token for token in tokens_of(tree, attribution.content) if first <= token < verb]
    after = between_edges(tree, list(range(colon + 1, last)))
    if colon < 0 or not said or any(tree.pos[token] in ("VERB", "AUX", "SCONJ") for token in range(verb + 1, colon)):
        return attribution
    if not any(is_told(tree, token) for token in after):
        return attribution
    return replace(attribution, content=tree.spans({*said, *after}))


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


def _completed(tree: Tree, cues: Cues, attribution: Attribution) -> Attribution:
    """The attribution with the whole clause as content where the tagger found only some words of it."""
    if attribution.mode is not AttributionMode.INDIRECT:
        return attribution
    tagged = {token for token in tokens_of(tree, attribution.content) if tree.deps[token] not in ("mark", "punct")}
    for token in tokens_of(tree, attribution.cue):
        match = cues.at.get(token)
        if match is not None and tree.lemmas[token] in english().words["object_speech_verbs"]:
            told = set(objects_of(tree, token))
            whole = without_comment(tree, cues, replace(attribution, content=tree.spans(told)))
            return whole if tagged < told else attribution
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
        if loose and any(tree.words[tree.child(above, "mark")] == "without" for above in tree.above(min(words))):
            # "Without offering [proof], the mayor said …"
            return True
        # "…, citing three people [with knowledge of the matter]": it tells who they are.
        first = min(words)
        hangs = tree.pos[first] == "ADP" and all(head not in content for head in tree.above(first) if head not in words)
        return loose and (len(words) <= _SCRAP or hangs) and span.start > attribution.cue[-1].end

    kept = tuple(span for span in attribution.content if not is_scrap(span))
    told = any(is_predicate(tree, token) for span in kept for token in tree.tokens(span))
    return replace(attribution, content=kept) if told else attribution
