"""Traces "it" and "they" to the bodies and groups for which they stand, where that is safe."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.domain import SourceKind
from claimcheck.lang.en import lexicon as english
from claimcheck.lang.speakers import Speakers
from claimcheck.pipeline.grammar.phrases import PhraseReader
from claimcheck.pipeline.grammar.tree import Tree
from claimcheck.pipeline.sourcing.cast import Cast
from claimcheck.pipeline.sourcing.nominals import Nominals
from claimcheck.pipeline.sourcing.party import Party, alone

__all__ = ["GroupPronouns"]


class GroupPronouns:
    """The pronouns of one article that stand for bodies and groups."""

    def __init__(
        self, tree: Tree, cast: Cast, reader: PhraseReader, nominals: Nominals, speakers: Speakers,
        spoke: Sequence[tuple[int, Party]], said: Mapping[int, int],
    ) -> None:  # fmt: skip
        """``spoke``: heads of source mentions with their parties; ``said``: what sources say, with their heads; both
        grow while the article is read."""
        self._tree = tree
        self._cast = cast
        self._reader = reader
        self._nominals = nominals
        self._speakers = speakers
        self._spoke = spoke
        self._said = said

    def body(self, token: int) -> Party | None:
        """The body for which "it" stands: the one that just spoke; if none did, the one just spoken of."""
        acting = self._acting(token)
        if acting:
            return alone(party for party in acting if party is not None) if None not in acting else None
        spoke = self._just_spoke(token)
        if spoke:
            return alone(spoke)
        before = self._bodies_before(token)
        return alone(party for party in before if party is not None) if None not in before else None

    def several(self, token: int) -> Party | None:
        """The group or body for which "they" stands: the one that just spoke; if none did, the one just spoken of."""
        spoke = self._just_spoke(token)
        return alone(spoke or ([] if self._papers_before(token) else self._groups_before(token)))

    def _papers_before(self, token: int) -> bool:
        """Whether several papers have just been named, which may speak: "published the minutes. They say …"."""
        tree = self._tree
        for other in range(tree.sentences[max(0, tree.sentence[token] - 1)][0], token):
            noun = self._speakers.noun([tree.words[other]], [tree.lemmas[other]]) if tree.tags[other] == "NNS" else None
            paper = noun is not None and noun[0].kind is SourceKind.DOCUMENT and self._cast.at.get(other) is None
            # "nine ivory figures" may be of anything.
            if paper and tree.lemmas[other] not in english().words["figure_nouns"]:
                return True
        return False

    def _acting(self, token: int) -> list[Party | None]:
        """Named bodies that do something in the sentence before the token; None for one that nothing is known of.

        "Chess Board banned him in 2021, it said": whoever spoke before gives way to them.
        """
        tree = self._tree
        found: list[Party | None] = []
        for other in range(tree.sentences[tree.sentence[token]][0], token):
            party = self._cast.at.get(other)
            # "Toy maker Brix" is no person, whatever the name is taken for.
            body = party is not None and party.named and party.is_body and bool(party.nouns)
            acts = tree.deps[other] in ("nsubj", "nsubj:pass") and (tree.pos[other] == "PROPN" or body)
            apart = tree.entity[other] in ("PERSON", "PLACE") and not body
            if not acts or apart or self._said.get(other, token) != token:
                continue
            if (party is None or party.is_body) and party not in found:
                found.append(party)
        return found

    def _just_spoke(self, token: int) -> list[Party]:
        """Bodies and groups that spoke in this sentence or the one before."""
        found: list[Party] = []
        here = self._tree.sentence[token]
        for place, party in reversed(self._spoke):
            if here - self._tree.sentence[place] > 1:
                break
            newsroom = party.kind is SourceKind.OUTLET_ITSELF
            if place < token and (party.plural or not party.person) and not newsroom and party not in found:
                found.append(party)
        return found

    def _bodies_before(self, token: int) -> list[Party | None]:
        """Bodies in this sentence and the one before; None for one that acts and of which nothing else is known."""
        tree = self._tree
        found: list[Party | None] = []
        for other in range(tree.sentences[max(0, tree.sentence[token] - 1)][0], token):
            party = self._cast.at.get(other) or self._called(other)
            if party is None and tree.deps[other] in ("nsubj", "nsubj:pass") and self._is_some_body(other):
                phrase = self._reader.at(other)
                if phrase is not None and phrase.name is not None:
                    party = self._cast.add(phrase)
                elif phrase is None or not (phrase.owner or phrase.determiner == "the"):
                    found.append(None)
                    continue
                else:
                    party = self._cast.add_unnamed(phrase, self._nominals.described(phrase))
            if party is not None and party.is_body and party not in found:
                found.append(party)
        return found

    def _is_some_body(self, token: int) -> bool:
        noun = self._speakers.nouns.get(self._tree.words[token])
        return noun is not None and not noun.person and noun.kind is not SourceKind.DOCUMENT

    def _groups_before(self, token: int) -> list[Party]:
        """Bodies and groups of people in this sentence and the one before: "neighbours", "the police"."""
        tree = self._tree
        found: list[Party] = []
        for other in range(tree.sentences[max(0, tree.sentence[token] - 1)][0], token):
            party = self._cast.at.get(other)
            several = tree.tags[other] == "NNS" or tree.words[other] == "police"
            noun = self._speakers.nouns.get(tree.words[other]) if several else None
            if party is None and noun is not None and noun.kind is not SourceKind.DOCUMENT:
                phrase = self._reader.at(other)
                if phrase is not None and phrase.name is None:
                    party = self._cast.add_unnamed(phrase, self._nominals.described(phrase))
            if party is not None and (party.plural or not party.person) and party not in found:
                found.append(party)
        return found

    def _called(self, token: int) -> Party | None:
        """The body that a common noun points to: "the lender" after "Lanka Coast Bank"."""
        noun = self._speakers.nouns.get(self._tree.words[token])
        if noun is None or noun.person or not noun.named or self._tree.pos[token] != "NOUN":
            return None
        phrase = self._reader.at(token)
        return alone(self._nominals.called(phrase, noun)) if phrase is not None and phrase.nouns else None
