"""Nouns that point back: "the ministry" after "the Russian Defense Ministry", "the company" after "Azania Lines"."""

from __future__ import annotations

from bisect import bisect_left

from claimcheck.domain import SourceKind
from claimcheck.lang.en import lexicon as english
from claimcheck.lang.speakers import Noun, Speakers
from claimcheck.pipeline.grammar.names import text_of
from claimcheck.pipeline.grammar.phrases import Phrase, PhraseReader
from claimcheck.pipeline.grammar.source_kinds import is_own_voice
from claimcheck.pipeline.grammar.tree import Tree
from claimcheck.pipeline.sourcing.cast import Cast
from claimcheck.pipeline.sourcing.party import Party
from claimcheck.sources import Countries

__all__ = ["Nominals"]

_POINTING = frozenset({"the", "this", "that", "these", "those"})
_TELLING = frozenset({"NOUN", "PROPN", "ADJ"})
_OF_ANY_NAME = frozenset({
    SourceKind.COMPANY, SourceKind.ORGANISATION, SourceKind.OUTLET, SourceKind.AGENCY, SourceKind.UNKNOWN,
})  # fmt: skip
"""Kinds of bodies that a name need not tell: a ministry is called one, a club may be called anything."""
_ROLES = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "conj", "appos"})
_LOOKED_AT = 8
"""How many earlier places with the same noun are read for a fuller form of it."""


class Nominals:
    """Traces noun phrases without a name to the parties of one article."""

    def __init__(self, tree: Tree, cast: Cast, reader: PhraseReader, speakers: Speakers, countries: Countries) -> None:
        self._tree = tree
        self._cast = cast
        self._reader = reader
        self._speakers = speakers
        self._countries = countries
        self._where: dict[str, list[int]] | None = None

    def candidates(self, phrase: Phrase) -> list[Party]:
        """The parties that a phrase without a name may point to; several when nothing decides.

        A body in this sentence or the one before comes first; of people, nobody does.
        """
        found = self.known(phrase)
        if phrase.nouns and not found and (phrase.determiner == "the" or self.is_bare(phrase)):
            return self._fuller(phrase) if phrase.count is None else []
        return found

    def known(self, phrase: Phrase) -> list[Party]:
        """Of the candidates, those whom the article has introduced."""
        noun = phrase.nouns[0] if phrase.nouns else None
        if noun is None or phrase.count is not None or phrase.determiner not in (*_POINTING, ""):
            return []
        found = self.called(phrase, noun)
        if not phrase.determiner:
            if noun.person and not self.is_bare(phrase):
                return []
            found = [party for party in found if self._is_repeated(phrase, party)]
        if len(found) > 1 and not noun.person:
            near = [party for party in found if self._is_near(party, phrase.head)]
            found = near if len(near) == 1 else found
        return found

    def may_be_another(self, phrase: Phrase, party: Party) -> bool:
        """Whether a phrase may point past its only candidate: to "Minister Holm", "a minister", "the mayor of Turin".

        "Nordlys Shipping sued Vestfjord Line. The company said …": who is no company by its name may still be one.
        """
        tree, head = self._tree, phrase.head
        places = self._places(tree.words[head])
        cut = bisect_left(places, head)
        if any(self._is_other(token, phrase, party) for token in places[max(0, cut - _LOOKED_AT) : cut]):
            return True
        return phrase.nouns[0].kind in _OF_ANY_NAME and not phrase.nouns[0].person and self._has_rival(head, party)

    def _is_other(self, token: int, phrase: Phrase, party: Party) -> bool:
        """Whether the noun at an earlier token means somebody else than the party."""
        tree = self._tree
        known = self._cast.at.get(token)
        if known is not None or token in party.places:
            other = known is not None and known is not party and known.person is party.person
            return other and known is not None and self._agrees(phrase, known)
        article = tree.child(token, "det")
        titled = token + 1 < len(tree.words) and tree.pos[token + 1] == "PROPN"
        if titled or (article >= 0 and tree.words[article] not in (*_POINTING, "no")):
            return phrase.nouns[0].person or not titled
        earlier = self._reader.at(token)
        if earlier is not None and earlier.head == token and earlier.nouns and not self._agrees(earlier, party):
            return True
        # The parse may hang "in Lyon" of "the police in Lyon" on the verb.
        place = token + 2
        return (
            place < len(tree.words) and tree.words[token + 1] in ("in", "of") and tree.entity[place] == "PLACE"
            and tree.words[place] not in party.name.lower()
        )  # fmt: skip

    def _has_rival(self, head: int, party: Party) -> bool:
        """Whether a name that tells no kind stands in this sentence or the one before, closer than the party's."""
        tree = self._tree
        first = tree.sentences[max(0, tree.sentence[head] - 1)][0]
        for token in range(first, head):
            if tree.pos[token] != "PROPN" or tree.deps[token] not in _ROLES:
                continue
            if tree.entity[token] == "PERSON" and not self._is_hardly_a_person(token):
                continue
            if tree.entity[token] == "PLACE" and tree.child(token, "case") >= 0:
                continue
            other = self._cast.at.get(token)
            if other is party or self._countries.code_of(tree.text[tree.starts[token] : tree.ends[token]]) is not None:
                continue
            if other is None and tree.entity[token] != "ORG" and not self._is_double(token):
                continue
            if other is None or other.person or self._cast.is_of_any_kind(other):
                return True
        return False

    def _is_hardly_a_person(self, token: int) -> bool:
        """Whether a word of which the article says nothing else was taken for a person: "FC Halden beat Moss"."""
        party = self._cast.at.get(token)
        return party is not None and not party.nouns and not party.gender and len(party.name.split()) == 1

    def _is_double(self, token: int) -> bool:
        """Whether a name has more words than one, so that it is no day, month or language."""
        tree = self._tree
        return any(tree.pos[child] == "PROPN" for child in tree.children[token]) or tree.pos[token + 1] == "PROPN"

    def called(self, phrase: Phrase, noun: Noun) -> list[Party]:
        """The parties before the phrase that the article calls so, or that a general word may mean."""
        if is_own_voice(self._tree, phrase):
            # "This newspaper" is none of those that the article speaks of.
            return []
        cast = self._cast
        # "Police" and "the police" may differ in number for a tagger; "ministries" are not "the ministry".
        same_form = not noun.person and self._tree.words[phrase.head] == noun.words.split()[-1]
        named = cast.parties if noun.generic else cast.called.get(noun.words, ())
        found = [
            party
            for party in named
            if party.first < phrase.head
            and (party.plural is phrase.plural or same_form)
            and (noun.words in party.nouns or (party.kind is noun.kind and party.named and not party.person))
            and self._agrees(phrase, party)
        ]
        # A headline's "Bank" is no other than the bank that the text names.
        proper = [party for party in found if not self._is_clipped(party)]
        return proper if len(proper) == 1 and proper[0].named else found

    def _is_clipped(self, party: Party) -> bool:
        """Whether a body is a noun without an article, as in headlines: "Bank says …", "… in Kyrgyz ministry"."""
        tree, first = self._tree, party.first
        last = party.name.lower().rpartition(" ")[2]
        noun = next((t for t in range(first, min(first + 4, len(tree.words))) if tree.words[t] == last), -1)
        plain = noun >= 0 and tree.tags[noun] == "NN" and not party.person
        return plain and tree.sentence[noun] == 0 and tree.child(noun, "det", "nmod:poss") < 0

    def is_bare(self, phrase: Phrase) -> bool:
        """Whether a single thing is named without an article, as headlines do: "station says"."""
        return not phrase.determiner and len(phrase.core) == 1 and self._tree.tags[phrase.head] == "NN"

    def described(self, phrase: Phrase) -> str:
        """The name of a source without a proper name: its noun phrase without article, apposition and clause.

        "A doctor at Bukasa clinic, who …" is "doctor at Bukasa clinic"; the capital of a sentence's first word goes.
        """
        tree, first = self._tree, phrase.core[0]
        words = text_of(tree, phrase.core)
        clause = phrase.clauses[0] if phrase.clauses else ()
        bare = tree.lemmas[phrase.core[-1]] in english().words["bare_people"]
        if bare and clause and clause[0] == phrase.core[-1] + 1 and tree.pos[clause[0]] == "ADJ":
            # "a person close to the player" is nobody without that.
            words = text_of(tree, (*phrase.core, *clause))
        before = range(tree.sentences[tree.sentence[first]][0], first)
        opens = len(before) < 3 and all(tree.pos[token] in ("PUNCT", "SPACE", "DET") for token in before)
        own = tree.text[tree.starts[first] : tree.ends[first]]
        named = len(phrase.core) > 1 and tree.entity[first] != "" and tree.pos[phrase.core[1]] == "PROPN"
        proper = tree.pos[first] in ("PROPN", "X") and (named or tree.words[first] not in self._speakers.nouns)
        if not opens or proper or own.isupper() or self._countries.code_of(own) is not None:
            return words
        return words[0].lower() + words[1:]

    def _fuller(self, phrase: Phrase) -> list[Party]:
        """What the article called more fully by the same noun: "the ministry" after "the labour ministry"."""
        tree, cast = self._tree, self._cast
        found: dict[str, Party | Phrase] = {}
        places = [token for token in self._places(tree.words[phrase.head]) if token not in phrase.tokens]
        if not self.is_bare(phrase):
            places = [token for token in places if token < phrase.head]
        for token in places[-_LOOKED_AT:]:
            known = cast.at.get(token)
            if known is not None:
                found[known.name.lower()] = known
                continue
            earlier = self._reader.at(token)
            if earlier is not None and earlier.head == token and earlier.name is None and len(earlier.core) > 1:
                found[self.described(earlier).lower()] = earlier
        fuller = [
            cast.add_unnamed(one, self.described(one)) if isinstance(one, Phrase) else one for one in found.values()
        ]
        return [party for party in fuller if party.plural is phrase.plural and self._agrees(phrase, party)]

    def _places(self, noun: str) -> list[int]:
        if self._where is None:
            self._where = {}
            for token, pos in enumerate(self._tree.pos):
                if pos in ("NOUN", "PROPN"):
                    self._where.setdefault(self._tree.words[token], []).append(token)
        return self._where.get(noun, [])

    def _agrees(self, phrase: Phrase, party: Party) -> bool:
        """Whether nothing in the phrase speaks of another one: "the foreign ministry" is not the interior ministry."""
        tree = self._tree
        known = {*party.words, *(word.lower() for name in party.names for word in name.split())}
        known.update(phrase.nouns[0].words.split())
        # "the West African country's top diplomat" tells nothing by the country.
        noun = self._speakers.nouns.get(tree.words[phrase.owner[-1]]) if phrase.owner else None
        owner = () if noun is not None and noun.land else phrase.owner
        for token in (*owner, *phrase.group, *phrase.complement):
            if tree.pos[token] not in _TELLING or token == phrase.head:
                continue
            if tree.lemmas[token] in known or tree.words[token] in known:
                continue
            code = self._countries.code_of(tree.text[tree.starts[token] : tree.ends[token]])
            if code is None or code != party.country:
                return False
        return True

    def _is_repeated(self, phrase: Phrase, party: Party) -> bool:
        """Whether a phrase without an article says as much as the party's own name: "Serbian police"."""
        tree = self._tree
        own = {tree.lemmas[token] for token in phrase.core if tree.pos[token] in _TELLING}
        return not party.named or own == party.words or len(own) > 1 or self.is_bare(phrase)

    def _is_near(self, party: Party, token: int) -> bool:
        """Whether this sentence or the one before speaks of the party before the token."""
        tree = self._tree
        first = tree.sentences[max(0, tree.sentence[token] - 1)][0]
        return any(self._cast.at.get(other) is party for other in range(first, token))
