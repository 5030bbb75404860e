"""Bodies that are known by who speaks for them, or by what they say.

"A spokesman for the ministry said" is the ministry; "The Ridge reported that a dam had burst" is an outlet; "Fenatrans
said it would block the road" is no person.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.domain import Attribution, AttributionMode, SourceKind
from claimcheck.lang.speakers import Speakers
from claimcheck.pipeline.grammar.phrases import Phrase, PhraseReader
from claimcheck.pipeline.grammar.tree import Tree
from claimcheck.pipeline.sourcing.anonymity import describe
from claimcheck.pipeline.sourcing.cast import Cast
from claimcheck.pipeline.sourcing.coreference import Resolver
from claimcheck.pipeline.sourcing.party import Party

__all__ = ["Bodies"]

_DIRECT = AttributionMode.DIRECT
_BEGINNING = 3
"""Words of a content that tell whether it is about its speaker."""


class Bodies:
    """The bodies behind the speakers of one article."""

    def __init__(self, tree: Tree, cast: Cast, reader: PhraseReader, resolver: Resolver, words: Speakers) -> None:
        self._tree = tree
        self._cast = cast
        self._reader = reader
        self._resolver = resolver
        self._words = words

    def of_spokesman(self, phrase: Phrase, cue: Sequence[int]) -> Phrase | None:
        """The body for which a spokesman without a name speaks: "a spokesman for the ministry", "a Kremlin aide"."""
        noun = phrase.nouns[0] if phrase.nouns else None
        if phrase.name is not None or noun is None or not noun.speaks_for_body or not noun.person:
            return None
        if describe(self._tree, phrase, cue, self._words).reason is not None:
            return None
        size = len(noun.words.split())
        owner = phrase.owner if phrase.owner and self._tree.tags[phrase.owner[0]] != "PRP$" else ()
        for words in (phrase.complement[1:], owner, phrase.group[:-size]):
            body = self._reader.read(words) if words else None
            if body is None or body.pronoun is not None:
                continue
            named = body.name is not None and self._cast.add(body)
            if (named and not named.person) or (body.nouns and not body.nouns[0].person):
                return body
        return None

    def spoken_for(self, phrase: Phrase, cue: Sequence[int]) -> Party | None:
        """The body that has just spoken, for which "a spokesperson" without any other word speaks."""
        noun = phrase.nouns[0] if phrase.nouns else None
        if phrase.name is not None or noun is None or not noun.speaks_for_body or not noun.person or phrase.plural:
            return None
        if phrase.complement or phrase.owner or len(phrase.group) > len(noun.words.split()):
            return None
        if phrase.determiner not in ("a", "the") or describe(self._tree, phrase, cue, self._words).reason is not None:
            return None
        return self._resolver.body_before(phrase.head)

    def known_by_its_words(self, party: Party, cue: Sequence[int], attribution: Attribution) -> None:
        """Makes a party of which nothing tells what it is an outlet or a body where its words tell so."""
        if self._reports(party, cue, attribution):
            party.kind, party.person = SourceKind.OUTLET, False
        elif self._is_it(party, attribution):
            party.kind, party.person = SourceKind.ORGANISATION, False

    def _reports(self, party: Party, cue: Sequence[int], attribution: Attribution) -> bool:
        """Whether a name that tells no kind is an outlet's by what it does: "The Ridge reported that a dam had burst".

        A company that "reported that its profit had risen" speaks of itself.
        """
        tree = self._tree
        if not self._may_be_a_body(party):
            return False
        verb = next((token for token in cue if tree.lemmas[token] == "report" and tree.pos[token] == "VERB"), -1)
        told = [token for span in attribution.content for token in tree.tokens(span)]
        if verb < 0 or attribution.mode is AttributionMode.DIRECT or tree.child(verb, "obj") in told:
            return False
        return all(tree.words[token] not in ("it", "its", "they", "their") for token in told[:_BEGINNING])

    def _is_it(self, party: Party, attribution: Attribution) -> bool:
        """Whether who has but one name speaks of itself as "it": "Fenatrans said it would block the road"."""
        tree = self._tree
        told = [token for span in attribution.content for token in tree.tokens(span)][:_BEGINNING]
        subject = next((token for token in told if tree.words[token] == "it" and tree.deps[token] == "nsubj"), -1)
        if subject < 0 or not party.person or not self._may_be_a_body(party) or attribution.mode is _DIRECT:
            return False
        verb = tree.head[subject]
        helper = tree.child(verb, "aux")
        does = tree.pos[verb] == "VERB" and helper >= 0 and tree.lemmas[helper] in ("have", "will", "would", "be")
        raining = helper >= 0 and tree.lemmas[helper] == "be" and tree.child(verb, "obj", "obl") < 0
        return does and not raining and tree.child(verb, "aux:pass") < 0 and attribution.parent is None

    def _may_be_a_body(self, party: Party) -> bool:
        """Whether nothing tells that a name is a person's; a lone one is only for want of anything better."""
        of_a_person = party.person and (" " in party.name or bool(party.titles) or bool(party.gender))
        return party.named and not of_a_person and self._cast.is_of_any_kind(party)
