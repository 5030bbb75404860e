"""A parsed ``Doc`` as plain lists: what the components that read the tree ask thousands of times an article.

Reading an attribute through a spaCy token costs ten times a list lookup, so the tree is copied out once a ``Doc``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from spacy.attrs import DEP, ENT_TYPE, HEAD, IDX, LEMMA, LENGTH, ORTH, POS, SENT_START, TAG
from spacy.tokens import Doc

from claimcheck.domain import Span
from claimcheck.lang.cue import Lexicon
from claimcheck.lang.en import lexicon as english
from claimcheck.pipeline.grammar.repairs import mend

__all__ = ["Tree", "forget_tree", "tree_of"]

_KEY = "claimcheck.tree"
_COLUMNS = [HEAD, ORTH, LEMMA, POS, TAG, DEP, ENT_TYPE, IDX, LENGTH, SENT_START]


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
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.entity: list[str] = []
        """The label of the entity that a token is in, else the empty string."""
        self.sentences: list[tuple[int, int]] = []
        self.sentence: list[int] = []
        """Index into ``sentences`` for every token."""
        columns = doc.to_array(_COLUMNS)
        strings, known = doc.vocab.strings, {0: ""}
        verbs, nouns, participle = lexicon.verbs, lexicon.nouns, strings.add("VBN")

        def text(key: int) -> str:
            found = known.get(key)
            if found is None:
                found = known[key] = strings[key]
            return found

        first = 0
        for index, (word, lemma, pos, tag, dep, entity, start, length, starts) in enumerate(columns[:, 1:].tolist()):
            form, part = text(word).lower(), text(pos)
            if part == "ADJ" and text(dep) != "amod" and verbs.get(form, form) != form:
                # "The interview was fabricated": a participle, whatever the tagger says.
                part, tag = "VERB", participle
            listed = verbs.get(form) if part == "VERB" else nouns.get(form) if part == "NOUN" else None
            self.words.append(form)
            self.lemmas.append(listed or text(lemma).lower())
            self.pos.append(part)
            self.tags.append(text(tag))
            self.deps.append(text(dep))
            self.entity.append(text(entity))
            self.starts.append(start)
            self.ends.append(start + length)
            if index and starts == 1:
                self.sentences.append((first, index))
                first = index
            self.sentence.append(len(self.sentences))
        if self.words:
            self.sentences.append((first, len(self.words)))
        # Heads are stored as distances, below zero as two's complement.
        distances = columns[:, 0].astype("int64").tolist()
        self.head: list[int] = [index + distance for index, distance in enumerate(distances)]
        mend(self, lexicon)
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


def forget_tree(doc: Doc) -> None:
    """Drop the copy; a later :func:`tree_of` makes a new one."""
    doc.user_data.pop(_KEY, None)


def tree_of(doc: Doc) -> Tree:
    """The tree of ``doc``, built once. The parse must be final when this is first called."""
    tree = doc.user_data.get(_KEY)
    if not isinstance(tree, Tree):
        tree = doc.user_data[_KEY] = Tree(doc, english())
    return tree
