"""Traces "he" and "she" to those for whom they stand, where that is safe; for "it" and "they" asks another.

Precision before recall: a pronoun that two people fit stays unresolved, since a wrong person is a libel risk and an
unresolved one is shown as such. "Prossy Nabirye arrived on Monday. She said …" is Nabirye; after "Nabirye met the
nurse" nobody can tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claimcheck.lang.cue import CueClass
from claimcheck.lang.en import lexicon as english
from claimcheck.lang.speakers import Speakers
from claimcheck.pipeline.grammar.phrases import PhraseReader
from claimcheck.pipeline.grammar.tree import Tree
from claimcheck.pipeline.sourcing.cast import Cast
from claimcheck.pipeline.sourcing.group_pronouns import GroupPronouns
from claimcheck.pipeline.sourcing.nominals import Nominals
from claimcheck.pipeline.sourcing.party import Party, alone
from claimcheck.pipeline.sourcing.somebody import Somebody

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
        self._somebody = Somebody(tree, cast, reader, nominals, speakers)
        self._spoke: list[tuple[int, Party]] = []
        """Heads of source mentions so far with their parties, in text order."""
        self._waiting = [
            token for token, word in enumerate(tree.words) if word in _GENDERS and tree.pos[token] in ("PRON", "DET")
        ]
        self._waiting.reverse()
        self._persons: dict[int, Party | None] = {}
        self._said: dict[int, int] = {}
        """What sources say, each token with the head of its source."""
        self._groups = GroupPronouns(tree, cast, reader, nominals, speakers, self._spoke, self._said)
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
        """The body for which "it" stands; None when that is not safe to say."""
        return self._groups.body(token)

    def several(self, token: int) -> Party | None:
        """The group or body for which "they" stands; None when that is not safe to say."""
        return self._groups.several(token)

    def _person(self, token: int, gender: str) -> Party | None:
        """The only person of the gender in this sentence and the one before; else, if none, the last to speak.

        Within a quotation only those named in it count: its speaker would say "I". Somebody without a name of whom a
        source only speaks does not count: the source goes on speaking.
        """
        own = self._of_own_clause(token, gender)
        if own is not None:
            return own
        return self._of_those_met(token, gender, own=False) or self._of_those_met(token, gender, own=True)

    def _of_those_met(self, token: int, gender: str, *, own: bool) -> Party | None:
        """The same, with those or without those who are named in what the pronoun itself says.

        "Holm had asked to leave, he said": Holm would be "he", unless there is nobody else.
        """
        met = dict(self._met_before(token, gender, own=own))
        parties = list(dict.fromkeys(met.values()))
        inside = token in self._quoted
        if not parties and not inside:
            return self._last_speaker(token, gender)
        if parties == [None] and not inside:
            return self._somebody.one_of(list(met))
        if len(parties) < 2 or inside:
            return None if None in parties else alone(party for party in parties if party is not None)
        return self._who_goes_on(token, gender, met)

    def _met_before(self, token: int, gender: str, *, own: bool) -> Iterator[tuple[int, Party | None]]:
        """Those who may be meant, by the tokens at which this sentence and the one before speak of them; None for one
        that nothing is known of."""
        tree = self._tree
        spoken = self._quotation.get(token, token)
        inside = token in self._quoted
        for other in range(tree.sentences[max(0, tree.sentence[min(token, spoken)] - 1)][0], token):
            if inside != (other in self._quoted) and (inside or other >= spoken or self._cast.at.get(other) is None):
                continue
            if tree.deps[other] == "vocative" or tree.deps[tree.head[other]] == "vocative":
                # Whoever is spoken to is not spoken of.
                continue
            if not own and other not in self._quoted and self._said.get(other) == token:
                continue
            if _GENDERS.get(tree.words[other]) == gender and other in self._persons:
                party = self._persons[other]
                if party is None:
                    yield other, None
            else:
                party = self._cast.at.get(other) or self._by_surname(other)
                apart = other in self._said and self._said[other] != self._said.get(token)
                if party is None and not apart and (self._somebody.is_at(other, gender) or self._is_no_place(other)):
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
        """Whoever the pronoun's own clause is about, where nobody else can be meant.

        A possessive in a relative clause is the noun's that this is about: "a worker, who asked that her name …". A
        possessive or a reflexive is the subject's where nobody else comes between, "The senator, in explaining her …",
        and so is the subject of a clause that goes on: "The guard left the hall, though he said …".
        """
        tree = self._tree
        if tree.tags[token] == "PRP$":
            for above in tree.above(token):
                if tree.deps[above] == "acl:relcl":
                    subject = tree.child(above, "nsubj", "nsubj:pass")
                    party = self._cast.at.get(tree.head[above])
                    about = subject >= 0 and tree.words[subject] == "who" and party is not None
                    return party if about and party is not None and _may_be(party, gender) else None
        elif not tree.words[token].endswith("self") and not self._goes_on(token):
            return None
        subject = self._somebody.subject_before(token)
        if subject < 0 or (token in self._quoted) != (subject in self._quoted):
            return None
        party = self._persons[subject] if subject in self._persons else self._cast.at.get(subject)
        if party is None or not _may_be(party, gender) or party.doubtful:
            return None
        for other in range(max(tree.subtree(subject)) + 1, token):
            again = _GENDERS.get(tree.words[other]) == gender and self._persons.get(other) is not party
            if again or tree.pos[other] == "PROPN" or self._somebody.is_at(other, gender):
                return None
        return party

    def _goes_on(self, token: int) -> bool:
        """Whether a pronoun is the subject of a clause that hangs on one with a subject of its own."""
        return self._tree.deps[token] == "nsubj" and self._tree.deps[self._tree.head[token]] in ("advcl", "conj")

    def _by_surname(self, token: int) -> Party | None:
        """The person whose name stands at a token that is not marked as a name of anybody."""
        tree = self._tree
        if tree.pos[token] != "PROPN" or tree.entity[token] in ("ORG", "PLACE"):
            return None
        if tree.words[token] in self._speakers.nouns and tree.child(token, "det") >= 0:
            # "The President" is nobody's name.
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
                return alone({party: None} | dict.fromkeys(others))
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


def _is_full_name(name: str) -> bool:
    words = name.split()
    return 2 <= len(words) <= 3 and all(word.isalpha() and word.istitle() for word in words)


def _may_be(party: Party, gender: str) -> bool:
    return party.person and not party.plural and party.gender in ("", gender)
