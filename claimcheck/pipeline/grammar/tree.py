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

__all__ = ["Tree", "forget_tree", "tree_of"]

_KEY = "claimcheck.tree"
_COLUMNS = [HEAD, ORTH, LEMMA, POS, TAG, DEP, ENT_TYPE, IDX, LENGTH, SENT_START]
_BEFORE_NOUNS = frozenset({"compound", "det", "nmod", "amod"})
_RELATIVE = frozenset({"obj", "nsubj", "nsubj:pass"})
_RAISING = frozenset({"appear", "seem", "purport", "claim"})
_CLAUSES = frozenset({"ccomp", "advcl", "parataxis"})


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
        self._mend(lexicon.words["said_nouns"])
        self.children: list[list[int]] = [[] for _ in self.words]
        for index, head in enumerate(self.head):
            if head != index:
                self.children[head].append(index)

    def _mend(self, said_nouns: frozenset[str]) -> None:
        """Set right what the parser mistakes and the words themselves tell.

        "Rumours that the mint had closed" tells what the rumours say, though "that" may be taken for the mint's object;
        of "the report that the agency published" this is true. In "due to appear" the verb is what is due. And
        ", which …" is about what stands before it. In a headline's "rejects rumours envoy was expelled" the rumours are
        rejected: a noun in the plural only says what sort of envoy it is where it has no verb to be the object of.
        """
        words, tags, deps, head = self.words, self.tags, self.deps, self.head
        for index, word in enumerate(words):
            if word == "that" and index and deps[index] == "obj" and deps[head[index]] == "acl:relcl":
                verb, noun = head[index], head[head[index]]
                own = [deps[other] for other in range(index + 1, self._end(verb)) if head[other] == verb]
                definite = noun and words[noun - 1] == "the"
                whole = "nsubj" in own and (not definite or not {"obj", "ccomp", "xcomp"}.isdisjoint(own))
                if whole and noun == index - 1 and self.lemmas[noun] in said_nouns:
                    tags[index], deps[index] = "IN", "mark"
            elif word == "which" and index > 1 and words[index - 1] == "," and deps[index] in _RELATIVE:
                verb, noun = head[index], index - 2
                if deps[verb] in _CLAUSES and head[verb] < noun and self.pos[noun] in ("NOUN", "PROPN"):
                    deps[verb], head[verb] = "acl:relcl", noun
            elif deps[index] in _BEFORE_NOUNS and word.endswith("s") and self.lemmas[index] in said_nouns:
                self._free(index)
            elif deps[index] == "conj" and index > 1 and words[index - 1] == "," and self._is_further_name(index):
                deps[index], head[index] = "appos", head[head[index]]
            elif deps[index] == "nsubj" and index < head[index]:
                clause, noun = self._clause_before(index)
                if clause >= 0:
                    deps[index], head[index] = "appos", noun
                    deps[noun], head[noun] = "obl", clause
            elif word == "by" and deps[head[index]] == "nsubj" and index and deps[index - 1] == "acl":
                # "interviewed by the paper | said": who is named after "by" is no subject.
                deps[head[index]], head[head[index]] = "obl:agent", index - 1
            elif word == "by" and index > 1 and self._is_clause_of_subject(index - 1):
                passive, verb = index - 1, head[index - 2]
                deps[verb], head[verb] = deps[passive], verb if head[passive] == passive else head[passive]
                tags[passive], deps[passive], head[passive] = "VBN", "acl", index - 2
            elif word == "to" and index and self.lemmas[index - 1] in _RAISING and head[index] == index + 1:
                if deps[index + 1] == "advcl" and head[index + 1] == index - 1:
                    deps[index + 1] = "xcomp"
            elif word == "may" and self.pos[index] == "PROPN" and tags[index + 1 : index + 2] == ["VB"]:
                # A headline's "Ferry May Sink" has no month in it.
                verb = index + 1
                self.pos[index], tags[index], deps[index] = "AUX", "MD", "aux"
                head[index] = head[verb] if deps[verb] in ("cop", "aux", "aux:pass") else verb
            elif word == "to" and index and words[index - 1] == "due" and deps[index] == "fixed":
                verb = index + 1
                if verb < len(words) and tags[verb] == "VB" and head[verb] == index - 1:
                    deps[index], head[index], deps[verb] = "mark", verb, "xcomp"

    def _free(self, index: int) -> None:
        """Makes a plural for what was said the object of the verb before it, and the clause after it what was said."""
        deps, head = self.deps, self.head
        subject = head[index]
        clause = head[subject]
        verb = head[clause]
        between = range(verb + 1, index)
        if not verb < index < subject < clause or deps[subject] not in ("nsubj", "nsubj:pass") or clause == verb:
            return
        if deps[clause] == "ccomp" and all(self.pos[other] in ("ADJ", "DET") for other in between):
            self.tags[index], deps[index], head[index] = "NNS", "obj", verb
            deps[clause], head[clause] = "acl", index
            for other in between:
                head[other] = index

    def _clause_before(self, index: int) -> tuple[int, int]:
        """The participle and the noun before a second subject that ends the first one's clause, else (-1, -1).

        "Two nurses interviewed by the island | newspaper Skarvposten | said": the nurses said it, not the newspaper.
        """
        verb, start = self.head[index], index
        while start and self.head[start - 1] == index:
            start -= 1
        noun = start - 1
        for clause in range(self.sentences[self.sentence[index]][0], noun):
            first = self.head[clause]
            if self.deps[clause] == "acl" and first < clause and self.tags[clause] == "VBN":
                second = self.deps[first] == "nsubj" and self.head[first] == verb
                if second and self.head[noun] in (clause, verb) and self.pos[noun] == "NOUN":
                    return clause, noun
        return -1, -1

    def _is_clause_of_subject(self, verb: int) -> bool:
        """Whether a participle is taken for the main verb: "Two nurses | interviewed by the paper | said"."""
        noun = verb - 1
        later = self.head[noun]
        past = self.tags[verb] == "VBD" and self.deps[noun] == "nsubj" and self.pos[noun] == "NOUN"
        return past and later > verb and self.head[later] == verb and self.deps[later] in ("advcl", "conj", "parataxis")

    def _is_further_name(self, index: int) -> bool:
        """Whether a full name is taken for one more place: "the governor of Batangas, Hermogenes Dizon, said"."""
        place = self.head[index]
        office = self.head[place]
        full = index + 2 < len(self.words) and self.deps[index + 1] == "flat" and self.words[index + 2] == ","
        if not full or place > index or self.deps[place] != "nmod" or self.pos[office] != "NOUN":
            return False
        joined = range(index, self._end(index))
        return not any(self.deps[other] == "cc" and self.head[self.head[other]] == place for other in joined)

    def _end(self, index: int) -> int:
        return self.sentences[self.sentence[index]][1]

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
