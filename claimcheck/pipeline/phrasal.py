"""Attributions that the tagger may miss: "per the institute, …", "in the words of the coach, …", "… – prosecutors".

A headline names its source after a dash or on either side of a colon: "Dam close to bursting: minister".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.domain import Block, SourceKind
from claimcheck.lang.speakers import Speakers
from claimcheck.pipeline.headlines import headlines
from claimcheck.pipeline.nouns import between_edges, can_speak, noun_phrase
from claimcheck.pipeline.predicate import is_finite, is_predicate
from claimcheck.pipeline.reported import Speech
from claimcheck.pipeline.tree import Tree

__all__ = ["headline_speeches", "phrasal_speeches"]

_WORDS = frozenset({"words", "view", "opinion", "telling"})
_COMMAS = frozenset({",", "”", "’", '"'})
_DASHES = frozenset({"–", "—", "--", "-"})
_LONGEST_SOURCE = 6
"""Words that a headline may use for its source."""
_LABELS = frozenset({
    SourceKind.OUTLET, SourceKind.AGENCY, SourceKind.GOVERNMENT, SourceKind.MILITARY, SourceKind.POLICE_COURTS,
})  # fmt: skip
_REPORTS = frozenset({"report", "reports", "study", "poll", "survey"})


def phrasal_speeches(tree: Tree, speakers: Speakers) -> Iterator[Speech]:
    """The speeches of "per", "in the words of" and "quoted … as saying" after what is said, in text order."""
    for token, word in enumerate(tree.words):
        yield from _quoted_before(tree, token, speakers)
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


def headline_speeches(tree: Tree, blocks: Sequence[Block], speakers: Speakers) -> Iterator[Speech]:
    """The speeches of headlines that name their source beside a dash or a colon."""
    for headline in headlines(tree, blocks):
        tokens = [token for token in headline if tree.pos[token] != "SPACE"]
        cuts = [place for place, token in enumerate(tokens) if _is_cut(tree, token)]
        if not cuts:
            continue
        cut = cuts[-1]
        before, after = tokens[:cut], tokens[cut + 1 :]
        told = any(is_finite(tree, token) or tree.pos[token] == "VERB" for token in after)
        if _names_source(tree, after, speakers) and len(before) > 2:
            yield Speech(frozenset(after), frozenset(), frozenset(between_edges(tree, before)))
        elif tree.words[tokens[cut]] == ":" and len(cuts) == 1 and told and _names_source(tree, before, speakers):
            yield Speech(frozenset(before), frozenset(), frozenset(between_edges(tree, after)))


def _is_cut(tree: Tree, token: int) -> bool:
    if tree.words[token] == ":":
        return True
    spaced = token > 0 and tree.starts[token] > tree.ends[token - 1]
    return tree.words[token] in _DASHES and spaced


def _names_source(tree: Tree, tokens: Sequence[int], speakers: Speakers) -> bool:
    """Whether a few words, none of them a verb, name somebody who speaks: "prosecutors", "Health Minister Mráz"."""
    if not 0 < len(tokens) <= _LONGEST_SOURCE or any(tree.pos[token] in ("VERB", "AUX", "PUNCT") for token in tokens):
        return False
    if any(tree.entity[token] == "PERSON" for token in tokens):
        # "Tenor Rossi dead: …" tells something of him.
        return tree.pos[tokens[-1]] not in ("ADJ", "ADV")
    noun = speakers.noun([tree.words[token] for token in tokens], [tree.lemmas[token] for token in tokens])
    if noun is not None:
        return noun[0].person or noun[0].kind in _LABELS or noun[0].words in _REPORTS
    return all(tree.entity[token] == "ORG" for token in tokens)
