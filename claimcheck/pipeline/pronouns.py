"""Traces "he", "she", "it" and "they" to those for whom they stand, where that is safe.

Precision before recall: a pronoun that two people fit stays unresolved, since a wrong person is a libel risk and an
unresolved one is shown as such. "Prossy Nabirye arrived on Monday. She said …" is Nabirye; after "Nabirye met the
nurse" nobody can tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from claimcheck.domain import SourceKind
from claimcheck.lang.cue import CueClass
from claimcheck.lang.en import lexicon as english
from claimcheck.lang.speakers import Speakers
from claimcheck.pipeline.cast import Cast
from claimcheck.pipeline.nominals import Nominals
from claimcheck.pipeline.party import Party
from claimcheck.pipeline.phrases import PhraseReader
from claimcheck.pipeline.tree import Tree

__all__ = ["Pronouns"]

_GENDERS = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip
_ROLES = frozenset({"nsubj", "nsubj:pass", "obj", "iobj"})
_IN_PASSING = frozenset({"nmod", "nmod:poss", "obl"})
_PARTS_OF_NAMES = frozenset({"flat", "compound", "appos", "conj", "nmod:desc"})
_SENTENCES_BACK = 4
"""How many sentences a pronoun may look back for the last speaker."""


class Pronouns:
    """The third-person pronouns of one article."""

    def __init__(self, tree: Tree, cast: Cast, reader: PhraseReader, nominals: Nominals, speakers: Speakers) -> None:
        self._tree = tree
        self._cast = cast
        self._reader = reader
        self._nominals = nominals
        self._speakers = speakers
        self._spoke: list[tuple[int, Party]] = []
        """Heads of source mentions so far with their parties, in text order."""
        self._waiting = [
            token for token, word in enumerate(tree.words) if word in _GENDERS and tree.pos[token] in ("PRON", "DET")
        ]
        self._waiting.reverse()
        self._persons: dict[int, Party | None] = {}
        self._said: dict[int, int] = {}
        """What sources say, each token with the head of its source."""
        self._speaking: set[int] = set()
        """Heads of all sources."""
        self._quoted: set[int] = set()
        self._quotation: dict[int, int] = {}

    def says(self, speaker: int, words: Sequence[int], *, quoted: bool) -> None:
        """Records what the source at the token ``speaker`` says; for all sources before anything is traced.

        In a quotation the speaker is "I": nobody named or meant in it is the one of "…, he said".
        """
        self._speaking.add(speaker)
        self._said.update(dict.fromkeys(words, speaker))
        if quoted:
            self._quoted.update(words)
            self._quotation[speaker] = words[0]

    def spoke(self, token: int, party: Party) -> None:
        """Records that a party is the source at a token. To be called in text order."""
        self._spoke.append((token, party))

    def last_to_speak(self) -> Party | None:
        """The last source so far."""
        return self._spoke[-1][1] if self._spoke else None

    def read_to(self, token: int) -> None:
        """Traces all personal pronouns up to and with a token; those after it may still depend on later sources."""
        while self._waiting and self._waiting[-1] <= token:
            pronoun = self._waiting.pop()
            gender = _GENDERS[self._tree.words[pronoun]]
            party = self._person(pronoun, gender)
            self._persons[pronoun] = party
            if party is not None:
                party.gender = party.gender or gender
                party.places.append(pronoun)
                party.mentions[pronoun,] = None

    def person(self, token: int) -> Party | None:
        """The person for whom "he" or "she" stands at a token; None when that is not safe to say."""
        self.read_to(token)
        return self._persons.get(token)

    def body(self, token: int) -> Party | None:
        """The body for which "it" stands: the one that just spoke; if none did, the one just spoken of."""
        acting = self._acting(token)
        if acting:
            return _only(party for party in acting if party is not None) if None not in acting else None
        spoke = self._just_spoke(token)
        if spoke:
            return _only(spoke)
        before = self._bodies_before(token)
        return _only(party for party in before if party is not None) if None not in before else None

    def several(self, token: int) -> Party | None:
        """The group or body for which "they" stands: the one that just spoke; if none did, the one just spoken of."""
        return _only(self._just_spoke(token) or self._groups_before(token))

    def _acting(self, token: int) -> list[Party | None]:
        """Named bodies that do something in the sentence before the token; None for one that nothing is known of.

        "Chess Board banned him in 2021, it said": whoever spoke before gives way to them.
        """
        tree = self._tree
        found: list[Party | None] = []
        for other in range(tree.sentences[tree.sentence[token]][0], token):
            acts = tree.deps[other] in ("nsubj", "nsubj:pass") and tree.pos[other] == "PROPN"
            if not acts or tree.entity[other] in ("PERSON", "PLACE") or self._said.get(other, token) != token:
                continue
            party = self._cast.at.get(other)
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
                found.append(None)
            elif party is not None and party.is_body and party not in found:
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
        return _only(self._nominals.called(phrase, noun)) if phrase is not None and phrase.nouns else None

    def _person(self, token: int, gender: str) -> Party | None:
        """The only person of the gender in this sentence and the one before; else, if none, the last to speak.

        Within a quotation only those named in it count: its speaker would say "I". Somebody without a name of whom a
        source only speaks does not count: the source goes on speaking.
        """
        own = self._of_own_clause(token, gender)
        if own is not None:
            return own
        met = dict(self._met_before(token, gender))
        parties = list(dict.fromkeys(met.values()))
        inside = token in self._quoted
        if not parties and not inside:
            return self._last_speaker(token, gender)
        if len(parties) < 2 or inside:
            return None if None in parties else _only(party for party in parties if party is not None)
        return self._who_goes_on(token, gender, met)

    def _met_before(self, token: int, gender: str) -> Iterator[tuple[int, Party | None]]:
        """Those who may be meant, by the tokens at which this sentence and the one before speak of them; None for one
        that nothing is known of."""
        tree = self._tree
        spoken = self._quotation.get(token, token)
        inside = token in self._quoted
        for other in range(tree.sentences[max(0, tree.sentence[min(token, spoken)] - 1)][0], token):
            if inside != (other in self._quoted) and (inside or other >= spoken or self._cast.at.get(other) is None):
                continue
            if _GENDERS.get(tree.words[other]) == gender and other in self._persons:
                party = self._persons[other]
                if party is None:
                    yield other, None
            else:
                party = self._cast.at.get(other) or self._by_surname(other)
                apart = other in self._said and self._said[other] != self._said.get(token)
                if party is None and not apart and (self._is_somebody(other, gender) or self._is_no_place(other)):
                    yield other, None
                if party is not None and tree.deps[other] in _ROLES and self._sounds_like_a_person(party):
                    yield other, None
            if party is not None and _may_be(party, gender):
                yield other, party

    def _who_goes_on(self, token: int, gender: str, met: Mapping[int, Party | None]) -> Party | None:
        """Who spoke in the sentence before and goes on: "Weber said the plan of Holm's firm was dead. He added …".

        Everybody else must only be spoken of in passing: after "Weber said Holm had left" it may be either, and so it
        may after "Weber accused Holm" and "Weber said the police had freed Holm".
        """
        tree = self._tree
        start = min(token, self._quotation.get(token, token))
        if token not in self._speaking or self._denies(tree.head[token]):
            return None
        place, speaker = next(((at, party) for at, party in reversed(self._spoke) if at < start), (-1, None))
        if speaker is None or not _may_be(speaker, gender) or speaker.doubtful:
            return None
        if tree.sentence[start] - tree.sentence[place] > 1:
            return None
        for other, party in met.items():
            if party is speaker:
                continue
            noun = other
            while tree.deps[noun] in _PARTS_OF_NAMES:
                noun = tree.head[noun]
            about = self._said.get(other) == place or place in tree.above(other)
            if not about or tree.deps[noun] not in _IN_PASSING or tree.head[noun] == tree.head[place]:
                return None
        return speaker

    def _denies(self, verb: int) -> bool:
        """Whether a verb answers what somebody else said, so that whoever spoke last is not who speaks now."""
        return any(cue.cue_class is CueClass.DENY for cue in english().by_lemma.get(self._tree.lemmas[verb], ()))

    def _of_own_clause(self, token: int, gender: str) -> Party | None:
        """Whoever a relative clause is about, for a possessive in it: "a worker, who asked that her name …"."""
        tree = self._tree
        if tree.tags[token] != "PRP$":
            return None
        for above in tree.above(token):
            if tree.deps[above] == "acl:relcl":
                subject = tree.child(above, "nsubj", "nsubj:pass")
                party = self._cast.at.get(tree.head[above])
                about = subject >= 0 and tree.words[subject] == "who" and party is not None
                return party if about and party is not None and _may_be(party, gender) else None
        return None

    def _by_surname(self, token: int) -> Party | None:
        """The person whose name stands at a token that is not marked as a name of anybody."""
        tree = self._tree
        if tree.pos[token] != "PROPN" or tree.entity[token] in ("ORG", "PLACE"):
            return None
        return self._cast.named(tree.text[tree.starts[token] : tree.ends[token]], person=True)

    def _last_speaker(self, token: int, gender: str) -> Party | None:
        """The last person of the gender to speak, if nobody else of it has come since."""
        tree = self._tree
        start = min(token, self._quotation.get(token, token))
        for place, party in reversed(self._spoke):
            if tree.sentence[start] - tree.sentence[place] > _SENTENCES_BACK:
                return None
            if place < start and _may_be(party, gender):
                since = (self._cast.at.get(other) for other in range(place, start))
                others = [other for other in since if other is not None and _may_be(other, gender)]
                return _only({party: None} | dict.fromkeys(others))
        return None

    def _sounds_like_a_person(self, party: Party) -> bool:
        """Whether what is taken for a body may be a person: a name of two or three words that tell no kind."""
        return _is_full_name(party.name) and not party.person and party.named and self._cast.is_of_any_kind(party)

    def _is_no_place(self, token: int) -> bool:
        """Whether what is taken for a place acts or is spoken to, and may be a person by its form."""
        tree = self._tree
        if tree.entity[token] != "PLACE" or tree.deps[token] not in _ROLES:
            return False
        last = max([token, *(child for child in tree.children[token] if tree.deps[child] in _PARTS_OF_NAMES)])
        return _is_full_name(tree.text[tree.starts[token] : tree.ends[last]])

    def _is_somebody(self, token: int, gender: str) -> bool:
        """Whether a noun means one person who is not of the other gender: "the patient", "a fisherman"."""
        tree = self._tree
        if tree.pos[token] != "NOUN" or tree.tags[token] == "NNS":
            return False
        noun = self._speakers.nouns.get(tree.words[token])
        if noun is None or not noun.person or noun.gender not in ("", gender):
            return False
        return tree.deps[token] not in ("compound", "appos", "nmod:desc", "nmod:poss")


def _is_full_name(name: str) -> bool:
    words = name.split()
    return 2 <= len(words) <= 3 and all(word.isalpha() and word.istitle() for word in words)


def _may_be(party: Party, gender: str) -> bool:
    return party.person and not party.plural and party.gender in ("", gender)


def _only(parties: Iterable[Party]) -> Party | None:
    found = list(parties)
    return found[0] if len(found) == 1 and not found[0].doubtful else None
