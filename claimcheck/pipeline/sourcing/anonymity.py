"""What a text tells about a source that it does not name: role, body, basis of knowledge, reason, number.

"two aides to the finance minister who have read the decree and asked not to be named because it has not been published"

Why somebody is not named is told of the source, and is no news of its own: "He was not authorised to speak".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from claimcheck.domain import Attribution, Description, MentionHow, Source, Span
from claimcheck.lang.speakers import Pattern, Speakers
from claimcheck.pipeline.grammar.names import text_of
from claimcheck.pipeline.grammar.phrases import Phrase
from claimcheck.pipeline.grammar.predicate import is_predicate, subject_of
from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["describe", "reasons_in"]

_PERSONAL = frozenset({"he", "she", "they", "i", "we"})


def describe(tree: Tree, phrase: Phrase, cue: Sequence[int], speakers: Speakers) -> Description:
    """The graded description of an unnamed source, from the words about it and the words that attribute."""
    about = [text_of(tree, clause) for clause in phrase.clauses]
    about.append(text_of(tree, phrase.tokens))
    if cue:
        about.append(text_of(tree, cue))
    return Description(
        role=_role(tree, phrase),
        body=_body(tree, phrase),
        basis=_found(speakers.bases, about),
        reason=_found(speakers.reasons, about),
        count=phrase.count,
        plural=phrase.plural,
    )


def _role(tree: Tree, phrase: Phrase) -> str | None:
    if not phrase.nouns or phrase.pronoun is not None:
        return None
    return text_of(tree, phrase.group)


def _body(tree: Tree, phrase: Phrase) -> str | None:
    if phrase.owner and tree.tags[phrase.owner[0]] != "PRP$":
        return text_of(tree, phrase.owner)
    if phrase.complement:
        return text_of(tree, phrase.complement[1:]) or None
    return None


def _found(patterns: Sequence[Pattern], texts: Sequence[str]) -> str | None:
    for text in texts:
        for pattern in patterns:
            match = pattern.pattern.search(text)
            if match is not None:
                return match[0].strip()
    return None


def reasons_in(
    tree: Tree,
    sources: Sequence[Source],
    attributions: Sequence[Attribution],
    speakers: Speakers,
    anonymity_verbs: frozenset[str],
) -> frozenset[int]:
    """The tokens that say why a source is not named: "because she was not allowed to speak", "on condition of …".

    Only of sources that are not named: "The senator was not allowed to speak" is news.
    """
    unnamed = {
        source.id: source
        for source in sources
        if not source.named and any(mention.how is not MentionHow.UNRESOLVED for mention in source.mentions)
    }
    if not unnamed:
        return frozenset()
    said = {token for source in unnamed.values() for mention in source.mentions for token in tree.tokens(mention.span)}
    roles = {
        source.description.role.lower().split()[-1]
        for source in unnamed.values()
        if source.description is not None and source.description.role
    }
    spoke = sorted((one.source[0].start, one.source_id in unnamed) for one in attributions if one.source)
    starts = [start for start, _ in spoke]
    found: set[int] = set()
    for tokens in _matches(tree, speakers):
        top = next(
            (token for token in tokens if tree.head[token] not in tokens or tree.head[token] == token), tokens[0]
        )
        verb = next((token for token in (top, *tree.above(top)) if is_predicate(tree, token)), -1)
        subject = subject_of(tree, verb) if verb >= 0 else -1
        if subject < 0:
            continue
        # A pattern may run on beyond a comma, into what is said: "… because the talks are private, said the border …".
        comma = next((token for token in tokens if tree.words[token] == ","), tokens[-1] + 1)
        last = bisect_left(starts, tree.starts[subject]) - 1
        pronoun = tree.words[subject] in _PERSONAL and last >= 0 and spoke[last][1]
        if subject in said or tree.words[subject] in roles or pronoun:
            found.update(range(tokens[0], comma))
            if verb < comma and (verb in tokens or tree.lemmas[verb] in anonymity_verbs):
                found.update(token for token in tree.subtree(verb) if token < comma)
    return frozenset(found)


def _matches(tree: Tree, speakers: Speakers) -> Iterator[range]:
    for pattern in speakers.reasons:
        for match in pattern.pattern.finditer(tree.text):
            tokens = tree.tokens(Span(start=match.start(), end=match.end()))
            if tokens:
                yield tokens
