"""Traces a source phrase to the party it speaks of: by its name, by what it is called, by a pronoun.

Every step is kept: "he" is "Tchiani" is "Abdourahamane Tchiani".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from claimcheck.domain import Block, MentionHow, SourceKind
from claimcheck.lang.en import lexicon as english
from claimcheck.lang.speakers import Speakers
from claimcheck.pipeline.grammar.names import text_of
from claimcheck.pipeline.grammar.nouns import is_said
from claimcheck.pipeline.grammar.phrases import Phrase, PhraseReader
from claimcheck.pipeline.grammar.tree import Tree
from claimcheck.pipeline.sourcing.cast import Cast
from claimcheck.pipeline.sourcing.nominals import Nominals
from claimcheck.pipeline.sourcing.own_mentions import in_own_clause, in_quotation
from claimcheck.pipeline.sourcing.party import Party
from claimcheck.pipeline.sourcing.pronoun_chains import PronounChains
from claimcheck.pipeline.sourcing.pronouns import Pronouns
from claimcheck.pipeline.sourcing.references import Reference, ReferenceFinder
from claimcheck.sources import Countries

__all__ = ["Resolution", "Resolver", "Speaker"]

_TALK = frozenset(
    {SourceKind.OUTLET, SourceKind.AGENCY, SourceKind.SOCIAL_MEDIA, SourceKind.DOCUMENT, SourceKind.UNKNOWN}
)
"""Kinds for which no spokesman is asked, or of which nothing is known."""
_SENTENCES_BACK = 2

Speaker = Callable[[], Party | None]
"""Asked for whoever speaks the words in which a phrase stands, when the phrase is "I" or "we"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Whom a phrase speaks of, and how that was found."""

    party: Party
    how: MentionHow
    score: float
    chain: tuple[str, ...] = ()


class Resolver:
    """Resolves the source phrases of one article, in text order."""

    def __init__(
        self, tree: Tree, blocks: Sequence[Block], cast: Cast, reader: PhraseReader, speakers: Speakers,
        countries: Countries,
    ) -> None:  # fmt: skip
        self._tree = tree
        self._cast = cast
        self._reader = reader
        self._nominals = Nominals(tree, cast, reader, speakers, countries)
        self._pronouns = Pronouns(tree, cast, reader, self._nominals, speakers)
        self._references = ReferenceFinder(tree, cast, reader, self._nominals, speakers)
        self._chains = PronounChains(tree, blocks)
        self._nobody: dict[int, Party] = {}
        """The parties of chains of pronouns that could not be traced, by the first token of the chain."""

    def resolve(self, phrase: Phrase, speaker: Speaker) -> Resolution:
        """The party of the next source phrase, which later pronouns may stand for."""
        found = self.trace(phrase, speaker)
        self._pronouns.spoke(phrase.head, found.party)
        return found

    def body_before(self, token: int) -> Party | None:
        """The body that spoke last, in this sentence or one of the two before; None if somebody else has since."""
        last = self._pronouns.last_to_speak()
        if last is None or not last.is_body or not last.named or last.doubtful or last.kind in _TALK:
            return None
        first = self._tree.sentences[max(0, self._tree.sentence[token] - _SENTENCES_BACK)][0]
        return last if any(first <= place < token for place in last.places) else None

    def speaks_for(self, phrase: Phrase, party: Party) -> Resolution:
        """The next source phrase as that of a body for which it speaks."""
        self._pronouns.spoke(phrase.head, party)
        self._cast.learn_place(party, phrase)
        words = text_of(self._tree, phrase.core)
        return Resolution(party=party, how=MentionHow.NOMINAL, score=0.8, chain=(words, party.name))

    def says(self, phrase: Phrase, words: Sequence[int], *, quoted: bool) -> None:
        """Records the words that a source phrase is given with; before anything is resolved."""
        self._pronouns.says(phrase.head, words, quoted=quoted)

    def read_pronouns(self, spoken: Iterable[tuple[Party, Phrase, Sequence[int], Sequence[int]]]) -> None:
        """Traces the pronouns that are no sources, so that every party has all its mentions.

        ``spoken`` tells of every source its phrase, its cue and, where these are a quotation, its words.
        """
        self._pronouns.read_to(len(self._tree.words))
        known = {token for party in self._cast.parties for tokens in party.mentions for token in tokens}
        for party, phrase, cue, quoted in spoken:
            if not party.doubtful:
                own = [*in_own_clause(self._tree, party, phrase, cue), *in_quotation(self._tree, party, quoted)]
                party.mentions.update({(token,): None for token in own if token not in known})
        known = {token for party in self._cast.parties for tokens in party.mentions for token in tokens}
        for first, party in self._nobody.items():
            for token in self._chains.of(first):
                if token not in known:
                    party.mentions[token,] = None

    def references(self, spoken: Iterable[tuple[Party, Sequence[int]]]) -> dict[int, Reference]:
        """The words that point to somebody, by their first token; ``spoken``: who says which words, unquoted."""
        return self._references.all(spoken)

    def trace(self, phrase: Phrase, speaker: Speaker) -> Resolution:
        """The party that a phrase speaks of."""
        if phrase.two_people:
            return self._unresolved(phrase)
        if phrase.together:
            return self._of_several(phrase, speaker)
        if phrase.pronoun is not None:
            return self._of_pronoun(phrase, speaker)
        return self._of_noun(phrase) if phrase.name is None else self._of_name(phrase)

    def _of_several(self, phrase: Phrase, speaker: Speaker) -> Resolution:
        """Those who speak together are a party of their own: "Tchiani and Putin"."""
        parties = [self.trace(one, speaker).party for one in phrase.together]
        name = ", ".join(party.name for party in parties[:-1]) + f" and {parties[-1].name}"
        party = self._cast.unnamed.get((name.lower(), True))
        if party is None:
            party = self._cast.add_unnamed(phrase, name)
            kinds = {one.kind for one in parties}
            party.kind = parties[0].kind if len(kinds) == 1 else SourceKind.UNKNOWN
            party.named = all(one.named for one in parties)
            party.person = all(one.person for one in parties)
        return Resolution(party=party, how=MentionHow.EXACT, score=0.9)

    def _of_name(self, phrase: Phrase) -> Resolution:
        assert phrase.name is not None
        words = text_of(self._tree, phrase.name.tokens)
        party = self._cast.at.get(phrase.name.tokens[-1])
        if party is None or words not in party.names:
            party = self._cast.add(phrase)
        else:
            self._cast.learn(party, phrase)
        if party.doubtful:
            return Resolution(party=party, how=MentionHow.UNRESOLVED, score=0.5, chain=(words,))
        if words == party.name:
            return Resolution(party=party, how=MentionHow.EXACT, score=1.0)
        how = MentionHow.COREFERENCE if party.person else MentionHow.ALIAS
        if words.isupper() and " " not in words:
            how = MentionHow.ACRONYM
        return Resolution(party=party, how=how, score=0.95, chain=(words, party.name))

    def _of_noun(self, phrase: Phrase) -> Resolution:
        cast, described = self._cast, self._described(phrase)
        here = cast.at.get(phrase.head)
        if here is not None and phrase.head in here.places and not here.named:
            return Resolution(party=here, how=MentionHow.EXACT, score=1.0)
        if phrase.determiner == "" and text_of(self._tree, phrase.core).lower() == "another":
            return self._of_another(phrase)
        candidates = self._nominals.candidates(phrase)
        if len(candidates) == 1 and not self._nominals.may_be_another(phrase, candidates[0]):
            party = candidates[0]
            cast.learn(party, phrase)
            chain = (text_of(self._tree, phrase.core), party.name)
            return Resolution(party=party, how=MentionHow.NOMINAL, score=0.85, chain=chain)
        if candidates:
            party = cast.add_unnamed(phrase, described)
            party.named = False
            score = 1 / len(candidates)
            return Resolution(party=party, how=MentionHow.UNRESOLVED, score=score, chain=(described,))
        again = cast.unnamed.get((described.lower(), phrase.plural))
        if again is not None and (phrase.plural or phrase.determiner not in ("a", "an", "another")):
            cast.learn(again, phrase)
            return Resolution(party=again, how=MentionHow.EXACT, score=0.9)
        # "The senator" is somebody whom the article has named; it does not say whom.
        how = MentionHow.UNRESOLVED if self._may_be_known(phrase) else MentionHow.EXACT
        return Resolution(party=cast.add_unnamed(phrase, described), how=how, score=1.0)

    def _of_another(self, phrase: Phrase) -> Resolution:
        """ "Another said …" after an arbiter: another arbiter."""
        before = self._pronouns.last_to_speak()
        noun = (
            before.phrase.nouns[0] if before is not None and before.phrase is not None and before.phrase.nouns else None
        )
        party = self._cast.add_unnamed(phrase, "another" if noun is None else f"another {noun.words}")
        party.named = False
        if noun is not None and before is not None:
            party.kind, party.person = before.kind, before.person
        return Resolution(party=party, how=MentionHow.EXACT, score=0.9)

    def _described(self, phrase: Phrase) -> str:
        """What a phrase without a name is called, its owner by name: "Bart Maes's office" for "his office"."""
        described, tree = self._nominals.described(phrase), self._tree
        if not phrase.owner or tree.tags[phrase.owner[0]] != "PRP$":
            return described
        pronoun = phrase.owner[0]
        if tree.words[pronoun] in ("his", "her"):
            owner = self._pronouns.person(pronoun)
        elif tree.words[pronoun] == "its":
            owner = self._pronouns.body(pronoun)
        else:
            owner = None
        if owner is None or not owner.named:
            return described
        return f"{owner.name}'s {text_of(tree, phrase.core[1:])}"

    def _may_be_known(self, phrase: Phrase) -> bool:
        if phrase.determiner != "the" or phrase.plural or not phrase.nouns or not phrase.nouns[0].person:
            return False
        return any(party.person and party.named and party.first < phrase.head for party in self._cast.parties)

    def _of_pronoun(self, phrase: Phrase, speaker: Speaker) -> Resolution:
        assert phrase.pronoun is not None
        sort, token = phrase.pronoun.stands_for, phrase.head
        if sort == "antecedent":
            return self._of_relative(phrase)
        if sort == "speaker":
            party = speaker()
            if party is None and not self._chains.is_quoted(token):
                return Resolution(party=self._newsroom(phrase), how=MentionHow.EXACT, score=0.8)
        elif sort == "person":
            party = self._pronouns.person(token)
        elif sort == "addressee":
            party = None
        else:
            party = self._pronouns.body(token) if sort == "body" else self._pronouns.several(token)
        if party is None:
            return self._unresolved(phrase)
        words = text_of(self._tree, phrase.core)
        return Resolution(party=party, how=MentionHow.COREFERENCE, score=0.8, chain=(words, party.name))

    def _of_relative(self, phrase: Phrase) -> Resolution:
        """ "The nurse, who said …": the noun that the relative clause is about."""
        tree = self._tree
        clause = next((verb for verb in tree.above(phrase.head) if tree.deps[verb] == "acl:relcl"), -1)
        noun = tree.head[clause] if clause >= 0 else self._noun_before(phrase.head)
        above = tree.head[noun] if noun >= 0 and tree.deps[noun] == "nmod" else -1
        if (
            above >= 0
            and is_said(tree, above, english())
            and tree.words[tree.child(noun, "case")] in ("on", "in", "at")
        ):
            # "Posts on X that say …": the posts say it.
            noun = above
        antecedent = self._reader.at(noun) if noun >= 0 else None
        if antecedent is None or antecedent.pronoun is not None:
            return self._unresolved(phrase)
        party = self.trace(antecedent, lambda: None).party
        chain = (text_of(tree, phrase.core), party.name)
        return Resolution(party=party, how=MentionHow.COREFERENCE, score=0.9, chain=chain)

    def _noun_before(self, token: int) -> int:
        """The noun whose phrase ends right before a token, or before the comma there; -1 for none."""
        tree = self._tree
        last = token - 2 if token > 1 and tree.words[token - 1] == "," else token - 1
        if last < 0 or tree.pos[last] not in ("NOUN", "PROPN"):
            return -1
        noun = last
        for above in tree.above(last):
            if tree.pos[above] not in ("NOUN", "PROPN") or above > last:
                break
            noun = above
        return noun

    def _unresolved(self, phrase: Phrase) -> Resolution:
        words = text_of(self._tree, phrase.core)
        first = self._chains.of(phrase.head)[0]
        party = self._nobody.get(first) if phrase.pronoun is not None else None
        if party is None:
            party = self._cast.add_unnamed(phrase, words if words == "I" else words.lower())
            party.doubtful = True
        if phrase.pronoun is not None:
            self._nobody[first] = party
            party.gender = phrase.pronoun.gender
            if phrase.pronoun.stands_for == "speaker":
                party.kind, party.person = SourceKind.PERSON, True
        return Resolution(party=party, how=MentionHow.UNRESOLVED, score=0.0, chain=(words,))

    def _newsroom(self, phrase: Phrase) -> Party:
        """The outlet that says "we", or its author who says "I", outside any quotation."""
        first = self._chains.of(phrase.head)[0]
        party = self._nobody.get(first)
        if party is None:
            party = self._nobody[first] = self._cast.add_unnamed(phrase, "we" if phrase.plural else "I")
            party.kind = SourceKind.OUTLET_ITSELF
            party.plural = phrase.plural
        return party
