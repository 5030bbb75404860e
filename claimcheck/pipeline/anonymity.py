"""What a text tells about a source that it does not name: role, body, basis of knowledge, reason, number.

"two aides to the finance minister who have read the decree and asked not to be named because it has not been published"
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.domain import Description
from claimcheck.lang.speakers import Pattern, Speakers
from claimcheck.pipeline.names import text_of
from claimcheck.pipeline.phrases import Phrase
from claimcheck.pipeline.tree import Tree

__all__ = ["describe"]


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
