"""A parsed ``Doc`` as plain lists: what the components that read the tree ask thousands of times an article.

Reading an attribute through a spaCy token costs ten times a list lookup, so the tree is copied out once a ``Doc``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from spacy.tokens import Doc

from claimcheck.domain import Span
from claimcheck.lang.cue import Lexicon
from claimcheck.lang.en import lexicon as english

__all__ = ["Tree", "tree_of"]

_KEY = "claimcheck.tree"


class Tree:
    """Tokens by index. ``head[i] == i`` marks the root of a sentence."""

    __slots__ = (
        "children", "deps", "ends", "entity", "head", "lemmas", "pos", "sentence", "sentences", "starts", "tags",
        "text", "words",
    )  # fmt: skip

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self.text = doc.text
        self.words: list[str] = []
        """Forms in lower case."""
        self.lemmas: list[str] = []
        """In lower case; of words in the lexicon as the lexicon knows them."""
        self.pos: list[str] = []
        self.tags: list[str] = []
        self.deps: list[str] = []
        self.head: list[int] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.entity: list[str] = []
        """The label of the entity that a token is in, else the empty string."""
        self.sentences: list[tuple[int, int]] = []
        self.sentence: list[int] = []
        """Index into ``sentences`` for every token."""
        first = 0
        for token in doc:
            index = token.i
            word = token.text
            form, pos = word.lower(), token.pos_
            known = lexicon.verbs if pos == "VERB" else lexicon.nouns if pos == "NOUN" else None
            self.words.append(form)
            self.lemmas.append((known and known.get(form)) or token.lemma_.lower())
            self.pos.append(pos)
            self.tags.append(token.tag_)
            self.deps.append(token.dep_)
            self.head.append(token.head.i)
            self.starts.append(token.idx)
            self.ends.append(token.idx + len(word))
            self.entity.append(token.ent_type_)
            if index and token.is_sent_start:
                self.sentences.append((first, index))
                first = index
            self.sentence.append(len(self.sentences))
        if self.words:
            self.sentences.append((first, len(self.words)))
        self.children: list[list[int]] = [[] for _ in self.words]
        for index, head in enumerate(self.head):
            if head != index:
                self.children[head].append(index)

    def child(self, index: int, *relations: str) -> int:
        """The first dependent with one of ``relations``, else -1."""
        deps = self.deps
        for child in self.children[index]:
            if deps[child] in relations:
                return child
        return -1

    def subtree(self, index: int, without: Iterable[int] = ()) -> list[int]:
        """The token and all below it, in text order, leaving out what hangs under ``without``."""
        left_out = set(without)
        found = [index]
        for token in found:
            found.extend(child for child in self.children[token] if child not in left_out)
        found.sort()
        return found

    def above(self, index: int) -> Iterable[int]:
        """The governors of a token, nearest first, without the token itself."""
        while self.head[index] != index:
            index = self.head[index]
            yield index

    def tokens(self, span: Span) -> range:
        """The tokens that lie in ``span``, those at its edges included when they share a character with it."""
        return range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))

    def span(self, first: int, last: int) -> Span:
        """From the first character of one token to the last of another."""
        return Span(start=self.starts[first], end=self.ends[last])

    def spans(self, tokens: Iterable[int]) -> tuple[Span, ...]:
        """The tokens as few spans as possible, in text order."""
        runs: list[list[int]] = []
        for token in sorted(tokens):
            if runs and token == runs[-1][1] + 1:
                runs[-1][1] = token
            else:
                runs.append([token, token])
        return tuple(self.span(first, last) for first, last in runs)


def tree_of(doc: Doc) -> Tree:
    """The tree of ``doc``, built once. The parse must be final when this is first called."""
    tree = doc.user_data.get(_KEY)
    if not isinstance(tree, Tree):
        tree = doc.user_data[_KEY] = Tree(doc, english())
    return tree
