"""Where an article names somebody: the phrases from which its cast is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from claimcheck.lang.speakers import Noun, Speakers
from claimcheck.pipeline.grammar.names import PARTICLES, Name, body_word, glued, is_office, is_proper, text_of
from claimcheck.pipeline.grammar.phrases import Phrase, PhraseReader
from claimcheck.pipeline.grammar.tree import Tree
from claimcheck.pipeline.sourcing.introductions import called_names
from claimcheck.sources import Countries

__all__ = ["NamedPhrases", "introduced"]


class NamedPhrases:
    """Finds the phrases of one article that hold a name."""

    def __init__(self, tree: Tree, reader: PhraseReader, speakers: Speakers, countries: Countries) -> None:
        self._tree = tree
        self._reader = reader
        self._speakers = speakers
        self._countries = countries

    def all(self, doc: Doc, seen: set[int]) -> Iterator[Phrase]:
        """The phrases with a name, of what is marked as a name and of what a noun calls a body; ``seen``: tokens read
        before, to which those of the names are added."""
        tree, reader = self._tree, self._reader
        for entity in doc.ents:
            tokens = glued(tree, entity.start, entity.end)
            if entity.label_ not in ("PERSON", "ORG", "PLACE") or seen & {*tokens}:
                continue
            words = {tree.words[token].rstrip(".") for token in tokens}
            if words <= PARTICLES | self._speakers.titles.keys() or is_office(tree, tokens, self._speakers):
                continue
            phrase = self._of_entity(tokens, entity.root.i, seen)
            if phrase is not None and phrase.name is not None and (entity.label_ != "PLACE" or self._is_body(phrase)):
                seen.update(phrase.name.tokens, tokens)
                yield phrase
        for phrase in called_names(tree, reader, seen):
            seen.update(phrase.name.tokens if phrase.name is not None else ())
            yield phrase

    def _is_body(self, phrase: Phrase) -> bool:
        """Whether what looks like a place is a body: "Limfjord HK", "the shipyard Navaria"."""
        if phrase.called is not None:
            return not phrase.called.person
        return phrase.name is not None and body_word(self._tree, phrase.name.tokens, self._speakers) is not None

    def _of_entity(self, tokens: Sequence[int], root: int, seen: set[int]) -> Phrase | None:
        """The phrase around an entity if the entity is its name; else the entity alone."""
        tree, reader = self._tree, self._reader
        phrase = reader.at(root)
        if phrase is not None and phrase.name is not None:
            name = phrase.name.tokens
            if not {*name}.isdisjoint(tokens) and seen.isdisjoint(name):
                further = [token for token in tokens if token > name[-1]]
                further = further if further and is_proper(tree, further[-1]) else []
                return replace(phrase, name=replace(phrase.name, tokens=(*name, *further)))
        alone = reader.read(tokens)
        if alone is None:
            return None
        noun = self._qualified(tokens)
        if noun is not None:
            alone = replace(alone, nouns=(noun,), described=((),))
        return alone if alone.name is not None else replace(alone, name=Name(tokens=alone.core))

    def _qualified(self, tokens: Sequence[int]) -> Noun | None:
        """The noun for a body before which a name stands: "party" in "the People's Spring party"."""
        tree, after = self._tree, tokens[-1] + 1
        if after >= len(tree.words) or tree.pos[after] != "NOUN":
            return None
        if tree.deps[tokens[-1]] not in ("compound", "nmod:poss"):
            return None
        found = self._speakers.noun([tree.words[after]], [tree.lemmas[after]])
        if found is None or found[0].person or self._countries.code_of(text_of(tree, tokens)) is not None:
            return None
        return found[0]


def introduced(reader: PhraseReader, tokens: tuple[int, ...]) -> Phrase | None:
    """The phrase of a name with an acronym in brackets, with what it is called beside it."""
    phrase = reader.read(tokens)
    if phrase is None:
        return None
    around = reader.at(phrase.head)
    if around is None or around.head != phrase.head:
        return replace(phrase, name=Name(tokens=tokens), core=tokens, nouns=(), described=())
    return replace(
        phrase, name=Name(tokens=tokens), core=tokens, nouns=around.nouns, described=around.described,
        clauses=around.clauses,
    )  # fmt: skip
