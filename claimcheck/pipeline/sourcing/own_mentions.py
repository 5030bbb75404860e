"""Pronouns by which a source speaks of itself: "the firms said they …", "growers feared for their wells", "“I …”".

Only what nobody else could be meant by counts: a pronoun gives way to any noun between it and the source that it might
stand for, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.domain import SourceKind
from claimcheck.pipeline.grammar.phrases import Phrase
from claimcheck.pipeline.grammar.tree import Tree
from claimcheck.pipeline.sourcing.party import Party

__all__ = ["FIRST_PERSON", "in_own_clause", "in_quotation"]

_I = frozenset({"i", "me", "my", "mine", "myself"})
_WE = frozenset({"we", "us", "our", "ours", "ourselves"})
FIRST_PERSON = _I | _WE
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_ITS = frozenset({"its", "itself"})
"""Not "it", which may stand for nothing: "the firm made it clear that …"."""
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_QUOTES = frozenset({'"', "“", "„", "«", "``"})


def in_own_clause(tree: Tree, party: Party, phrase: Phrase, cue: Sequence[int]) -> Iterator[int]:
    """The pronouns in what the cue governs that stand for its subject, in text order: those before any rival."""
    verb = tree.head[phrase.head]
    if verb not in cue or tree.deps[phrase.head] not in _SUBJECTS or phrase.pronoun is not None:
        return
    plural = party.plural or phrase.plural
    if not plural and (party.person or party.kind is SourceKind.UNKNOWN):
        return
    last = max(verb, *phrase.tokens)
    for token in tree.subtree(verb):
        if token <= last or token in cue:
            continue
        word, pos = tree.words[token], tree.pos[token]
        if word in _QUOTES:
            return
        if pos in ("PRON", "DET") and word in (_THEY if plural else _ITS):
            yield token
        elif pos in ("NOUN", "PROPN") and tree.tags[token].endswith("S") is plural:
            return


def in_quotation(tree: Tree, party: Party, words: Sequence[int]) -> Iterator[int]:
    """The words by which the speaker of a quotation means himself: "I" of a person, "we" of a body or of several.

    What a letter says is said by who wrote it.
    """
    if party.kind is SourceKind.DOCUMENT:
        return iter(())
    forms = _WE if party.plural or party.is_body else _I
    return (token for token in words if tree.words[token] in forms and tree.pos[token] in ("PRON", "DET"))
