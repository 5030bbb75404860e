"""Words that point to somebody, with the fullest name the article has for whoever it is.

"He" may be "Abdourahamane Tchiani", "Quintela" be "Dalva Quintela", "the ministry" be "Russian Defense Ministry". Only
what is safe to say is here: a claim's standalone wording puts these names into the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from spacy.tokens import Doc

from claimcheck.domain import SourceKind
from claimcheck.lang.speakers import Speakers
from claimcheck.pipeline.grammar.names import text_of
from claimcheck.pipeline.grammar.phrases import PhraseReader
from claimcheck.pipeline.grammar.tree import Tree
from claimcheck.pipeline.sourcing.cast import Cast
from claimcheck.pipeline.sourcing.nominals import Nominals
from claimcheck.pipeline.sourcing.own_mentions import FIRST_PERSON
from claimcheck.pipeline.sourcing.party import Party

__all__ = ["Pointing", "Reference", "ReferenceFinder", "keep_references", "references_of"]

_KEY = "claimcheck.references"
_OF_SPEAKER = frozenset({"it", "they"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


class Pointing(Enum):
    """By what words."""

    NAME = "name"
    PRONOUN = "pronoun"
    NOUN = "noun"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One place that points to a party."""

    first: int
    last: int
    by: Pointing
    party: int
    """Equal for places that point to the same party."""
    name: str
    """The party's fullest name, or what the article calls one without a name."""


def keep_references(doc: Doc, references: Mapping[int, Reference]) -> None:
    """Leaves the references of an article, by their first tokens, for the components after."""
    doc.user_data[_KEY] = references


def references_of(doc: Doc) -> Mapping[int, Reference]:
    """What :func:`keep_references` left; nothing where no component did."""
    found: Mapping[int, Reference] = doc.user_data.get(_KEY, {})
    return found


class ReferenceFinder:
    """Finds the references of one article, once all its sources are traced."""

    def __init__(self, tree: Tree, cast: Cast, reader: PhraseReader, nominals: Nominals, speakers: Speakers) -> None:
        self._tree = tree
        self._cast = cast
        self._reader = reader
        self._nominals = nominals
        self._speakers = speakers

    def all(self, spoken: Iterable[tuple[Party, Sequence[int]]]) -> dict[int, Reference]:
        """The references by their first tokens. ``spoken``: who says which tokens, without quotations."""
        found: dict[int, Reference] = {}
        for party in list(self._cast.parties):
            if not party.doubtful and party.kind is not SourceKind.OUTLET_ITSELF:
                for tokens in party.mentions:
                    if self._tree.words[tokens[0]] in FIRST_PERSON:
                        # Whose "I" it is stands beside the whole claim.
                        continue
                    pronoun = self._tree.pos[tokens[0]] in ("PRON", "DET")
                    self._keep(found, party, tokens, Pointing.PRONOUN if pronoun else Pointing.NAME)
        for party, words in spoken:
            self._speaker(found, party, words)
        for token, pos in enumerate(self._tree.pos):
            if pos == "NOUN":
                self._noun(found, token)
        return found

    def _keep(self, found: dict[int, Reference], party: Party, tokens: Sequence[int], by: Pointing) -> None:
        name = party.name
        if not party.named and party.phrase is not None and party.phrase.determiner:
            name = f"{party.phrase.determiner} {name.removeprefix(party.phrase.determiner).lstrip()}"
        found.setdefault(tokens[0], Reference(first=tokens[0], last=tokens[-1], by=by, party=id(party), name=name))

    def _speaker(self, found: dict[int, Reference], party: Party, words: Sequence[int]) -> None:
        """ "The port said it had …": a pronoun that opens what a body or a group says is the speaker."""
        tree = self._tree
        first = next((token for token in words if tree.pos[token] in _NOMINAL), -1)
        if first < 0 or party.doubtful or tree.words[first] not in _OF_SPEAKER or tree.deps[first] != "nsubj":
            return
        if party.is_body if tree.words[first] == "it" else party.plural or not party.person:
            self._keep(found, party, (first,), Pointing.PRONOUN)

    def _noun(self, found: dict[int, Reference], token: int) -> None:
        """ "The ministry" after "the Russian Defense Ministry"; one who is only described stays so."""
        tree = self._tree
        if tree.words[token] not in self._speakers.nouns or token in found:
            return
        phrase = self._reader.at(token)
        if phrase is None or phrase.head != token or phrase.name is not None or not phrase.nouns or phrase.together:
            return
        first = phrase.core[0] - 1
        if phrase.determiner != "the" or tree.words[first] != "the":
            return
        parties = self._nominals.known(phrase)
        if len(parties) != 1 or not parties[0].names or parties[0].doubtful:
            return
        if self._nominals.may_be_another(phrase, parties[0]):
            return
        if text_of(tree, phrase.core).lower() != parties[0].name.lower():
            self._keep(found, parties[0], (first, token), Pointing.NOUN)
