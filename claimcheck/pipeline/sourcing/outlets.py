"""Which of those who are spoken to, or who pass on what others say, carry it into the article."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from claimcheck.domain import SourceKind
from claimcheck.lang.cue import CueClass, Lexicon
from claimcheck.lang.speakers import Speakers
from claimcheck.pipeline.grammar.cues import Cues
from claimcheck.pipeline.grammar.names import body_word
from claimcheck.pipeline.grammar.phrases import Phrase, PhraseReader
from claimcheck.pipeline.grammar.predicate import subject_of
from claimcheck.pipeline.grammar.source_kinds import MEDIA, is_own_voice, is_person
from claimcheck.pipeline.grammar.tree import Tree
from claimcheck.pipeline.sourcing.cast import Cast
from claimcheck.pipeline.sourcing.channels import Carrier
from claimcheck.pipeline.sourcing.coreference import Resolver
from claimcheck.pipeline.sourcing.party import Party
from claimcheck.pipeline.sourcing.source_list import SourceList

__all__ = ["Outlets", "only_answers"]

_ANSWERS = frozenset({
    CueClass.DENY, CueClass.FALSIFY, CueClass.NONCONFIRM, CueClass.CANT_VERIFY, CueClass.SOUGHT_COMMENT,
})  # fmt: skip


def only_answers(tree: Tree, cues: Cues, lexicon: Lexicon, outer: Collection[int], inner: Collection[int]) -> bool:
    """Whether the words around somebody's claim deny it, call it false, leave it open or know of it.

    ``outer`` has the tokens of the attribution around it, ``inner`` those of its own source, cue and content. Who has
    "not confirmed reports that …" does not carry them.
    """
    for token in outer:
        if token in inner:
            continue
        match = cues.at.get(token)
        answers = match is not None and match.cue_class in _ANSWERS
        if not answers and tree.lemmas[token] not in lexicon.words["answering_words"]:
            continue
        target = -1 if match is None else match.target
        if target in inner or subject_of(tree, token) in inner or any(other in inner for other in tree.subtree(token)):
            return True
    return False


class Outlets:
    """The outlets of one article among those that a carriage names."""

    def __init__(
        self, tree: Tree, reader: PhraseReader, cast: Cast, resolver: Resolver, sources: SourceList, words: Speakers
    ) -> None:
        self._tree = tree
        self._reader = reader
        self._cast = cast
        self._resolver = resolver
        self._sources = sources
        self._words = words

    def of(self, carrier: Carrier) -> Party | None:
        """The outlet that a phrase names, or that owns what it names: "CNN" of "CNN's Jake Tapper"."""
        phrase = carrier.phrase
        if is_own_voice(self._tree, phrase):
            # "a memo reviewed by this newspaper"
            return None
        if phrase.name is None:
            noun = phrase.nouns[0] if phrase.nouns else None
            known = noun is not None and noun.kind in MEDIA and noun.named
            if not carrier.told or not (known or self._tree.lemmas[phrase.head] in self._words.verbs["carrying"]):
                return None
            return self._resolver.trace(phrase, lambda: None).party
        if phrase.owner:
            owner = self._reader.read(phrase.owner)
            if owner is not None and owner.name is not None:
                party = self.of(replace(carrier, phrase=owner, told=False))
                if party is not None:
                    return party
        labels = {self._tree.entity[token] for token in phrase.name.tokens}
        media = any(noun.kind in MEDIA for noun in phrase.nouns)
        if labels == {"PLACE"} and not media and not carrier.told:
            # "a press conference in Dunmore", though there is a Dunmore Courier
            return None
        if labels == {"PERSON"} and not media and is_person(self._tree, phrase, self._words):
            return None
        party = self._cast.add(phrase)
        if party.kind in MEDIA or self._sources.is_outlet(party):
            return party
        unknown = party.kind is SourceKind.UNKNOWN or (party.kind is SourceKind.ORGANISATION and not party.nouns)
        known = self._sources.entry_of(party) is not None or self._is_assembly(phrase)
        if carrier.told and unknown and labels & {"ORG", "PERSON"} and not known:
            party.kind = SourceKind.OUTLET
            return party
        return None

    def _is_assembly(self, phrase: Phrase) -> bool:
        """Whether a word of the name tells that people are heard there: "the High Court in London"."""
        tree = self._tree
        assert phrase.name is not None
        if (word := body_word(tree, phrase.name.tokens, self._words)) is not None and word.kind in MEDIA:
            return False
        return any(tree.words[token] in self._words.verbs["hearing"] for token in phrase.name.tokens)
