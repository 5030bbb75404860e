"""Attributions that the tagger may miss: "per the institute, …", "in the words of the coach, …", "… – prosecutors".

A headline names its source after a dash or on either side of a colon: "Dam close to bursting: minister".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.domain import Block
from claimcheck.lang.cue import CueClass
from claimcheck.lang.en import lexicon as english
from claimcheck.lang.speakers import Speakers
from claimcheck.pipeline.attribution.labels import names_speaker
from claimcheck.pipeline.attribution.reported import Speech
from claimcheck.pipeline.grammar.headlines import headlines
from claimcheck.pipeline.grammar.nouns import between_edges, can_speak, noun_phrase
from claimcheck.pipeline.grammar.predicate import is_finite, is_predicate
from claimcheck.pipeline.grammar.source_kinds import MEDIA
from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["headline_speeches", "phrasal_speeches"]

_WORDS = frozenset({"words", "view", "opinion", "telling"})
_COMMAS = frozenset({",", "”", "’", '"'})
_DASHES = frozenset({"–", "—", "--", "-"})
_CLOSING = frozenset('"”“»')
_OPENING = frozenset('"“„«')
_TELLINGS = frozenset({"story", "tale"})
"""A book may hold one: "there is a story in it that I love"."""
_NAMING = frozenset({"name", "identify", "unmask"})
_FEWEST = 2
"""Words that somebody is said to say must be more."""


def phrasal_speeches(tree: Tree, speakers: Speakers) -> Iterator[Speech]:
    """The speeches of "per", "in the words of" and "quoted … as saying" after what is said, in text order."""
    for token, word in enumerate(tree.words):
        yield from _quoted_before(tree, token, speakers)
        yield from _named_by(tree, token, speakers)
        yield from _of_story(tree, token)
        yield from _put_so(tree, token)
        yield from _last_words(tree, token)
        yield from _quoted_after(tree, token)
        if word == "per" and tree.deps[token] == "case" and _is_party(tree, tree.head[token]):
            yield from _around(tree, [token], tree.head[token], tree.head[token])
        elif word in _WORDS and tree.child(token, "case") >= 0 and tree.words[tree.child(token, "case")] == "in":
            owner = tree.child(token, "nmod", "nmod:poss")
            if owner >= 0 and (can_speak(tree, owner) or tree.words[owner] in speakers.pronouns):
                phrase = set(noun_phrase(tree, owner))
                cue = [other for other in tree.subtree(token) if other not in tree.subtree(owner)]
                cue += [other for other in tree.children[owner] if tree.deps[other] == "case" and other not in phrase]
                yield from _around(tree, sorted(cue), owner, token)


def _quoted_before(tree: Tree, verb: int, speakers: Speakers) -> Iterator[Speech]:
    """ "The pond is dry, Radio Orona quoted the mayor as saying": the words are those before the comma."""
    if tree.lemmas[verb] not in speakers.verbs["citing"] or tree.tags[verb] not in ("VBD", "VBZ", "VBP"):
        return
    subject, saying = tree.child(verb, "nsubj"), tree.child(verb, "advcl", "xcomp")
    if subject < 0 or saying < 0 or tree.words[tree.child(saying, "mark")] != "as" or tree.child(saying, "ccomp") >= 0:
        return
    first = tree.sentences[tree.sentence[verb]][0]
    phrase = noun_phrase(tree, subject)
    content = between_edges(tree, list(range(first, phrase[0])))
    if (
        len(content) > 1
        and phrase[0] > first
        and tree.words[phrase[0] - 1] in _COMMAS
        and saying + 2 >= _end(tree, verb)
    ):
        yield Speech(frozenset(phrase), frozenset({verb, tree.child(saying, "mark"), saying}), frozenset(content))


def _named_by(tree: Tree, verb: int, speakers: Speakers) -> Iterator[Speech]:
    """ "Masked rider named by newspapers as Jan Holm": these say so."""
    agent = next(
        (
            t
            for t in tree.children[verb]
            if tree.deps[t] in ("obl:agent", "obl") and tree.words[tree.child(t, "case")] == "by"
        ),
        -1,
    )
    if tree.lemmas[verb] not in _NAMING or tree.tags[verb] not in ("VBN", "VBD") or agent < 0:
        return
    phrase = noun_phrase(tree, agent)
    noun = speakers.noun([tree.words[token] for token in phrase], [tree.lemmas[token] for token in phrase])
    if noun is None or noun[0].person or noun[0].kind not in MEDIA:
        return
    top = tree.head[verb] if tree.deps[verb] == "acl" else verb
    content = between_edges(tree, tree.subtree(top, without=[agent]))
    if len(content) > 1:
        yield Speech(frozenset(phrase), frozenset(), frozenset(content))


def _of_story(tree: Tree, noun: int) -> Iterator[Speech]:
    """ "There's a story going around that p", "Word on the street is that p": what goes around says so."""
    words = english().words
    first, last = tree.sentences[tree.sentence[noun]]
    if tree.lemmas[noun] not in words["hearsay_nouns"] or tree.pos[noun] not in ("NOUN", "PROPN"):
        return
    mark = next((token for token in range(noun + 1, last) if tree.words[token] in ("that", "how")), -1)
    if mark < 0 or not any(is_finite(tree, token) for token in range(mark + 1, last)):
        return
    before, between = range(first, noun), range(noun + 1, mark)
    light = {"be", *words["spreading_verbs"]}
    there = any(tree.words[token] == "there" for token in before) and tree.lemmas[noun] not in _TELLINGS
    goes = any(tree.lemmas[token] in words["spreading_verbs"] for token in between)
    equated = tree.lemmas[mark - 1] == "be" and tree.child(noun, "nmod:poss") < 0
    others = any(is_finite(tree, token) and tree.lemmas[token] not in light for token in (*before, *between))
    if others or not (there or goes or equated):
        return
    source = [token for token in between_edges(tree, noun_phrase(tree, noun)) if token <= noun]
    content = between_edges(tree, list(range(mark + 1, _end(tree, noun))))
    cue = set(range(first, mark + 1)).difference(source)
    yield Speech(frozenset(source), frozenset(cue), frozenset(content))


def _put_so(tree: Tree, verb: int) -> Iterator[Speech]:
    """ "As the ranger put it, the pond was “a soup”": the rest of the clause is the ranger's."""
    subject, it = tree.child(verb, "nsubj"), tree.child(verb, "obj")
    if tree.lemmas[verb] != "put" or tree.deps[verb] != "advcl" or subject < 0 or it < 0:
        return
    if tree.words[it] == "it" and tree.words[tree.child(verb, "mark")] == "as":
        marks = [child for child in tree.children[tree.head[verb]] if tree.deps[child] == "mark"]
        content = between_edges(tree, tree.subtree(tree.head[verb], without=[verb, *marks]))
        yield Speech(frozenset(noun_phrase(tree, subject)), frozenset({verb, it}), frozenset(content))


def _last_words(tree: Tree, noun: int) -> Iterator[Speech]:
    """ "The pilot's last message was that the cabin was filling": the pilot says so."""
    owner = tree.child(noun, "nmod:poss")
    said = tree.lemmas[noun] in english().words["said_nouns"] | english().words["owned_nouns"]
    if owner < 0 or not said or tree.deps[noun] not in ("nsubj", "nsubj:outer"):
        return
    last = max(tree.subtree(noun)) + 1
    if last + 2 < _end(tree, noun) and tree.lemmas[last] == "be" and tree.words[last + 1] == "that":
        clause = [token for token in tree.subtree(tree.head[noun]) if token > last + 1]
        cue = {token for token in tree.subtree(noun) if token not in tree.subtree(owner)} | {last}
        yield Speech(frozenset(noun_phrase(tree, owner)), frozenset(cue), frozenset(between_edges(tree, clause)))


def _quoted_after(tree: Tree, verb: int) -> Iterator[Speech]:
    """ "The keeper texted her at dawn: “I am fit”": what follows the colon is the keeper's."""
    subject = tree.child(verb, "nsubj")
    if tree.tags[verb] not in ("VBD", "VBZ", "VBP") or not 0 <= subject < verb:
        return
    if not any(cue.cue_class is CueClass.REPORT for cue in english().by_lemma.get(tree.lemmas[verb], ())):
        return
    end = tree.sentences[tree.sentence[verb]][1]
    colon = next((token for token in range(verb + 1, end) if tree.words[token] == ":"), -1)
    if colon < 0 or tree.words[min(colon + 1, end - 1)] not in _OPENING:
        return
    if any(tree.pos[token] in ("VERB", "AUX") for token in range(verb + 1, colon)):
        return
    closing = next((token for token in range(colon + 2, end) if tree.words[token] in _CLOSING), end - 1)
    content = [token for token in range(colon + 1, closing + 1) if tree.pos[token] != "SPACE"]
    yield Speech(frozenset(noun_phrase(tree, subject)), frozenset({verb}), frozenset(content))


def _end(tree: Tree, token: int) -> int:
    """One past the last word of a sentence, its punctuation left out."""
    first, last = tree.sentences[tree.sentence[token]]
    while last > first and tree.pos[last - 1] in ("PUNCT", "SPACE"):
        last -= 1
    return last


def _is_party(tree: Tree, noun: int) -> bool:
    """Whether "per" stands before somebody: "per the institute", but not "per person" or "per cent"."""
    definite = tree.child(noun, "det", "nmod:poss") >= 0 or tree.pos[noun] == "PROPN"
    return definite and can_speak(tree, noun)


def _around(tree: Tree, cue: Sequence[int], noun: int, top: int) -> Iterator[Speech]:
    """The clause without the phrase that hangs on it at ``top``."""
    host = next((token for token in tree.above(top) if is_predicate(tree, token)), -1)
    if host < 0:
        return
    first, last = tree.sentences[tree.sentence[top]]
    phrase = tree.subtree(top)
    opens = all(tree.pos[token] == "PUNCT" for token in range(first, min(phrase)))
    if not opens and tree.pos[min(phrase) - 1] != "PUNCT" and tree.pos[min(max(phrase) + 1, last - 1)] != "PUNCT":
        return
    source = [token for token in between_edges(tree, noun_phrase(tree, noun)) if token not in cue]
    content = between_edges(tree, tree.subtree(host, without=[top]))
    if source and content:
        yield Speech(frozenset(source), frozenset(cue), frozenset(content))


def headline_speeches(tree: Tree, blocks: Sequence[Block]) -> Iterator[Speech]:
    """The speeches of headlines that name their source beside a dash or a colon."""
    for headline in headlines(tree, blocks):
        tokens = [token for token in headline if tree.pos[token] != "SPACE"]
        cuts = [place for place, token in enumerate(tokens) if _is_cut(tree, token)]
        if not cuts:
            continue
        cut = cuts[-1]
        before, after = tokens[:cut], tokens[cut + 1 :]
        if len(before) > _FEWEST and names_speaker(tree, after, before, leads=False):
            yield Speech(frozenset(after), frozenset(), frozenset(between_edges(tree, before)))
        elif (
            tree.words[tokens[cut]] == ":"
            and len(cuts) == 1
            and len(after) > _FEWEST
            and (any(tree.pos[token] in ("VERB", "AUX") for token in after) or tree.words[after[0]] == "no")
            and names_speaker(tree, before, after, leads=True)
        ):
            yield Speech(frozenset(before), frozenset(), frozenset(between_edges(tree, after)))


def _is_cut(tree: Tree, token: int) -> bool:
    if tree.words[token] == ":":
        return True
    spaced = token > 0 and tree.starts[token] > tree.ends[token - 1]
    return tree.words[token] in _DASHES and spaced
