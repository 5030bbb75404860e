"""Who appears in an article: people and bodies under all the names that the article gives them.

"Abdourahamane Tchiani" and "Tchiani" are one, "Radio Television du Niger (RTN)" makes "RTN" a name for the rest of the
article, and what is said beside a name ("its owner, Azania Lines") is kept, so that "the owner" can be traced later.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from claimcheck.domain import SourceKind
from claimcheck.lang.speakers import Speakers
from claimcheck.pipeline.grammar.names import (
    body_word,
    completed,
    is_proper,
    text_of,
)
from claimcheck.pipeline.grammar.phrases import Phrase, PhraseReader
from claimcheck.pipeline.grammar.source_kinds import country_of, is_named, is_person, kind_of
from claimcheck.pipeline.grammar.tree import Tree
from claimcheck.pipeline.sourcing.introductions import introductions
from claimcheck.pipeline.sourcing.name_forms import (
    alone_so_called,
    fits_name,
    gender_of,
    is_first_name,
    siblings,
    surnamed,
    titles_of,
)
from claimcheck.pipeline.sourcing.named_phrases import NamedPhrases, introduced
from claimcheck.pipeline.sourcing.party import Party
from claimcheck.sources import Registry
from claimcheck.sources.spelling import initials, key, without_article

__all__ = ["Cast"]

_VAGUE = frozenset({SourceKind.ORGANISATION, SourceKind.PERSON, SourceKind.UNKNOWN})


class Cast:
    """The parties of one article, and the places at which it speaks of them."""

    def __init__(self, doc: Doc, tree: Tree, reader: PhraseReader, speakers: Speakers, registry: Registry) -> None:
        self._tree = tree
        self._speakers = speakers
        self._registry = registry
        self.parties: list[Party] = []
        self.at: dict[int, Party] = {}
        """The party that a token of a name or of the words beside it speaks of."""
        self.called: dict[str, list[Party]] = {}
        """Parties by the nouns that they are called by."""
        self.unnamed: dict[tuple[str, bool], Party] = {}
        """The first party described in these words (lower case), by them and whether they are plural."""
        self._by_name: dict[str, list[Party]] = {}
        self._by_word: dict[str, list[Party]] = {}
        self._by_initials: dict[str, list[Party]] = {}
        seen: set[int] = set()
        for alias, tokens in introductions(tree):
            phrase = introduced(reader, tokens)
            if phrase is not None:
                party = self.add(phrase)
                self._name(party, alias)
                party.introduced.add(alias)
                seen.update(tokens)
        for given, surname in siblings(tree):
            self._name_sibling(given, surname)
        # Long names first, so that short ones find them wherever they stand: a headline comes before the full name.
        phrases = NamedPhrases(tree, reader, speakers, registry.countries).all(doc, seen)
        for phrase in sorted(phrases, key=_length, reverse=True):
            self.add(phrase)

    def _name_sibling(self, given: int, surname: int) -> None:
        """Makes a surname that of both who share it."""
        tree = self._tree
        first, last = (tree.text[tree.starts[token] : tree.ends[token]] for token in (given, surname))
        party = Party(name=f"{first} {last}", kind=SourceKind.PERSON, person=True, named=True, first=given)
        self.parties.append(party)
        self._name(party, party.name)

    def add(self, phrase: Phrase) -> Party:
        """The party that a phrase with a name speaks of, made when it is new; what the phrase says is kept."""
        assert phrase.name is not None
        tree = self._tree
        person = is_person(tree, phrase, self._speakers)
        name = text_of(tree, phrase.name.tokens)
        fits = self._fitting(name, person=person, gender=gender_of(phrase))
        if len(fits) > 1:
            fits = alone_so_called(phrase, fits) or fits
        if len(fits) > 1 or (fits and self._is_contested(name, fits[0])):
            doubtful = self._doubtful(name, fits, phrase)
            self.learn(doubtful, phrase)
            return doubtful
        party = fits[0] if fits else None
        if party is None:
            kind = kind_of(tree, phrase, self._speakers)
            if person and self._is_known_body(phrase, name):
                person, kind = False, SourceKind.UNKNOWN
            known = self._registry.lookup(name) if kind in _VAGUE and not person else None
            kind = kind if known is None or known.entry is None else known.entry.kind
            party = Party(name=name, kind=kind, person=person, named=True, first=phrase.head)
            self.parties.append(party)
        tokens = completed(tree, phrase.name.tokens, party.name)
        self._name(party, text_of(tree, tokens))
        self.learn(party, replace(phrase, name=replace(phrase.name, tokens=tokens)))
        return party

    def add_unnamed(self, phrase: Phrase, name: str) -> Party:
        """A new party that the text describes without a name."""
        kind = self._kind_of_sender(phrase) or kind_of(self._tree, phrase, self._speakers)
        party = Party(
            name=name, kind=kind, person=is_person(self._tree, phrase, self._speakers),
            named=is_named(self._tree, phrase, kind), plural=phrase.plural, first=phrase.head, phrase=phrase,
        )  # fmt: skip
        self.parties.append(party)
        self.unnamed.setdefault((name.lower(), phrase.plural), party)
        self.learn(party, phrase)
        return party

    def _kind_of_sender(self, phrase: Phrase) -> SourceKind | None:
        """The kind of the body in the registry that sent somebody: "observers from the African Union"."""
        if not phrase.nouns or not phrase.nouns[0].sent or not phrase.complement:
            return None
        name = text_of(self._tree, [t for t in phrase.complement if is_proper(self._tree, t)])
        match = self._registry.lookup(name) if name else None
        return None if match is None or match.entry is None else match.entry.kind

    def _is_known_body(self, phrase: Phrase, name: str) -> bool:
        """Whether what looks like a person is a body that the registry knows: "TASS", "Downing Street", "Tashkent"."""
        if (phrase.name is not None and phrase.name.titles) or any(noun.person for noun in phrase.all_nouns):
            return False
        return self._registry.lookup(name, metonym=True) is not None

    def _is_contested(self, name: str, party: Party) -> bool:
        """Whether a short name is also somebody else's own: "The Guardian" beside "the Guardian Angels"."""
        if party.person or name in party.names or " " in without_article(name):
            return False
        full = self._registry.lookup(party.name)
        own = None if full is None else full.entry
        others = (self._registry.lookup(form) for form in (name, f"The {name}"))
        return any(match is not None and match.entry is not None and match.entry is not own for match in others)

    def is_of_any_kind(self, party: Party) -> bool:
        """Whether neither the article nor the registry tells what kind of body it is."""
        if party.kind not in _VAGUE or party.nouns:
            return False
        match = self._registry.lookup(party.name)
        return match is None or match.entry is None

    def _doubtful(self, name: str, fits: Sequence[Party], phrase: Phrase) -> Party:
        """The party of a name that several share: "Marsh" where there are Bill Marsh and Hillary Marsh."""
        described = (name.lower(), False)
        party = self.unnamed.get(described)
        if party is None:
            first = fits[0]
            party = Party(name=name, kind=first.kind, person=first.person, named=True, doubtful=True, first=phrase.head)
            self.parties.append(party)
            self.unnamed[described] = party
        return party

    def named(self, name: str, *, person: bool) -> Party | None:
        """The one party that the article knows by this name, in full or in part; None when none or several fit."""
        fits = self._fitting(name, person=person)
        return fits[0] if len(fits) == 1 else None

    def _fitting(self, name: str, *, person: bool, gender: str = "") -> list[Party]:
        spelled = key(without_article(name))
        words = surnamed(spelled.split())
        # A surname is nobody's own.
        bearers = self._by_name.get(spelled, ()) if len(words) > 1 or not person else ()
        if bearers or not words:
            return list(bearers)
        first, last = (
            [other for other in self._by_word.get(word, ()) if not gender or other.gender in ("", gender)]
            for word in (words[0], words[-1])
        )
        # People go by the end of their name, bodies by its beginning.
        fits = [other for other in (last if person else first) if other.person is person and fits_name(spelled, other)]
        if not fits and len(words) == 1:
            # A surname may be taken for a body, and the other way round; "Grace said", "Jordan announced".
            fits = [other for other in first if fits_name(spelled, other)]
            fits = fits or [other for other in first if other.person and is_first_name(words[0], other)]
        if not fits and name.isupper() and len(name) >= 3:
            fits = self._by_initials.get(name.replace(".", ""), [])
        return fits

    def _name(self, party: Party, name: str) -> None:
        if name not in party.names:
            party.names.append(name)
            if len(name.split()) > len(party.name.split()):
                party.name = name
            letters = initials(name)
            if not party.person and len(letters) >= 3:
                self._by_initials.setdefault(letters, []).append(party)
        spelled = key(without_article(name))
        if party not in (bearers := self._by_name.setdefault(spelled, [])):
            bearers.append(party)
        words = surnamed(spelled.split())
        for word in dict.fromkeys((*words[:1], *words[-1:])):
            owners = self._by_word.setdefault(word, [])
            if party not in owners:
                owners.append(party)

    def learn_place(self, party: Party, phrase: Phrase) -> None:
        """Keeps that ``phrase`` speaks of the party, and nothing of what it says: "a spokesperson" is no body."""
        party.places.append(phrase.head)
        self.at.setdefault(phrase.head, party)

    def learn(self, party: Party, phrase: Phrase) -> None:
        """Keeps that ``phrase`` speaks of the party, and what it adds."""
        tree = self._tree
        party.first = min(party.first, phrase.head)
        party.places.append(phrase.head)
        name: tuple[int, ...] = phrase.name.tokens if phrase.name is not None else ()
        if name:
            party.mentions[name] = None
        party.gender = gender_of(phrase) or party.gender or self._gender_of_name(party)
        # "the shipyard Navaria", but not "Opposition MP Isaac Adongo"
        called = None if phrase.name is None or phrase.name.title_tokens else phrase.called
        if party.person and called is not None and not called.person and not called.body:
            party.person, party.kind = False, SourceKind.UNKNOWN
        self._call(party, phrase)
        party.titles.update(titles_of(phrase))
        beside = {*phrase.core, *(token for words in phrase.described for token in words)}
        party.words.update(tree.lemmas[token] for token in beside if tree.pos[token] in ("NOUN", "PROPN", "ADJ"))
        for token in sorted({*beside, *name}.difference(phrase.owner, phrase.complement)):
            self.at.setdefault(token, party)
        if party.named:
            kind = kind_of(tree, phrase, self._speakers)
            if kind is not SourceKind.UNKNOWN and party.kind in _VAGUE:
                # An office beside a bare name, or a word for the body, tells more than an entity's label.
                party.kind = kind if phrase.all_nouns or kind is not SourceKind.ORGANISATION else party.kind
        if party.country is None:
            party.country = country_of(tree, phrase, self._registry.countries, self._speakers)

    def _call(self, party: Party, phrase: Phrase) -> None:
        nouns = list(phrase.all_nouns)
        if phrase.name is not None and not party.person:
            own = body_word(self._tree, phrase.name.tokens, self._speakers)
            nouns += [own] if own is not None else []
        for noun in nouns:
            for word in (noun.words, *noun.also):
                if word not in party.nouns:
                    party.nouns.add(word)
                    self.called.setdefault(word, []).append(party)

    def _gender_of_name(self, party: Party) -> str:
        first, _, rest = party.name.partition(" ")
        return self._speakers.given_names.get(first.lower(), "") if party.person and rest else ""


def _length(phrase: Phrase) -> tuple[int, bool]:
    # "Mr. Lund" before "Lund", which may then be either he or Ana Lund.
    return len(phrase.name.tokens) if phrase.name is not None else 0, gender_of(phrase) != ""
