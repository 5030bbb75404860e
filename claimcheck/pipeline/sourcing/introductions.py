"""Names that an article introduces by what stands beside them: "Radio Television du Niger (RTN)", "toy maker Brix"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from claimcheck.pipeline.grammar.names import is_proper
from claimcheck.pipeline.grammar.phrases import Phrase, PhraseReader
from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["called_names", "introductions"]

_BRACKET = re.compile(r"\(\s*(?:the\s+)?([A-Z][\w.&’'-]{1,11})\s*\)")
_WINDOW = 14
"""How many tokens before a bracket the name may begin."""
_STOPS = frozenset(',.;:()[]“”"')


def introductions(tree: Tree) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Acronyms in brackets, each with the tokens of the name before it, of which its letters are the capitals.

    The bracket vouches that these words are one name: "the Union of Lock Workers (ULW)".
    """
    for match in _BRACKET.finditer(tree.text):
        letters = [char for char in match[1] if char.isupper()]
        if len(letters) >= 2:
            tokens = _spelled(tree, letters, bisect_left(tree.starts, match.start()))
            if tokens:
                yield match[1], tokens


def _spelled(tree: Tree, letters: Sequence[str], bracket: int) -> tuple[int, ...]:
    capitals: list[str] = []
    for token in range(bracket - 1, max(-1, bracket - _WINDOW), -1):
        first = tree.text[tree.starts[token]]
        if first.isupper():
            capitals.insert(0, first)
        elif first in _STOPS or tree.pos[token] == "VERB":
            return ()
        if capitals == letters:
            return tuple(range(token, bracket))
    return ()


def called_names(tree: Tree, reader: PhraseReader, seen: Collection[int]) -> Iterator[Phrase]:
    """The phrases of names that are no entity to the model, but called what only a body is: "the toy maker Brix"."""
    for token in range(1, len(tree.words)):
        if tree.entity[token] or not is_proper(tree, token) or token in seen or tree.pos[token - 1] != "NOUN":
            continue
        phrase = reader.at(token - 1)
        if phrase is None or phrase.name is None or phrase.name.first != token:
            continue
        if phrase.called is not None and not phrase.called.person:
            yield phrase
