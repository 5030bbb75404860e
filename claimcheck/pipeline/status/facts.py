"""What the status of claims is computed from: the claims with their words, who says them, and where sources stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from claimcheck.domain import Claim, Source, SourceKind
from claimcheck.lang.cue import CueClass
from claimcheck.lang.en import lexicon as english
from claimcheck.lang.kindred import kin_of
from claimcheck.lang.speakers import speakers
from claimcheck.pipeline.attribution.attributed import Said, chain, said_in
from claimcheck.pipeline.grammar.clauses import root_of
from claimcheck.pipeline.grammar.countered import countered
from claimcheck.pipeline.grammar.cues import CueMatch, cues_in
from claimcheck.pipeline.grammar.headlines import headlines
from claimcheck.pipeline.grammar.nouns import noun_phrase
from claimcheck.pipeline.grammar.tree import Tree, tree_of
from claimcheck.pipeline.status.records import records_in
from claimcheck.pipeline.status.voices import bodies_of

__all__ = ["Facts", "Stated", "akin"]

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})
_BEFORE_COMPLEMENT = re.compile(r" (?:of|on|by|from|in|to|for) ")
_STEM = 4
"""Letters that two words must share to be looked at as akin."""
_LIGHT = frozenset({"be", "have", "do", "make", "take", "get", "say", "other", "new", "last", "many", "any"})


@dataclass(frozen=True, slots=True, eq=False)
class Stated:
    """A claim with its place in the tree."""

    number: int
    claim: Claim
    tokens: tuple[int, ...]
    root: int
    sentence: int
    said: Said | None
    """The attribution that vouches for it."""
    words: frozenset[str]
    """Lemmas of its content words."""

    @property
    def source_id(self) -> str | None:
        return self.claim.source_id


class Facts:
    """One article, read for the status of its claims."""

    def __init__(self, doc: Doc) -> None:
        self.tree: Tree = tree_of(doc)
        self.text = self.tree.text
        self.lexicon = english()
        self.cues = cues_in(doc).all
        self.cue_at = cues_in(doc).at
        self.withheld = frozenset(match.token for match in self.cues if match.cue_class is CueClass.NONCONFIRM)
        """Tokens by which confirmation is withheld: "no evidence", "yet to confirm"."""
        self.in_headline = frozenset(
            self.tree.sentence[token] for tokens in headlines(self.tree, doc._.blocks) for token in tokens
        )
        """The sentences of headlines."""
        self.said = said_in(doc, self.lexicon)
        self.by_id = {said.attribution.id: said for said in self.said}
        self.sources: dict[str, Source] = {source.id: source for source in doc._.sources}
        self.bodies = {
            source.id: bodies_of(source, self.sources.values(), self.text) for source in self.sources.values()
        }
        """The bodies for which a source speaks, all by their ids."""
        self.source_at = self._source_at()
        self.names = {
            token: self.sources[source].name for token, source in self.source_at.items() if self.sources[source].named
        }
        """The name of the source for which a token stands."""
        self.speaker: dict[int, Said] = {}
        """Who speaks, for every token of a content; the innermost speaker."""
        for said in sorted(self.said, key=lambda said: -len(said.content)):
            self.speaker.update(dict.fromkeys(said.content, said))
        self.stated = tuple(self._stated(number, claim) for number, claim in enumerate(doc._.claims) if claim.spans)
        self._firsts = [stated.tokens[0] for stated in self.stated]
        self.at_root: dict[int, list[Stated]] = {}
        """Claims by their predicate."""
        self.in_sentence: dict[int, list[Stated]] = {}
        """Claims by the sentence of their predicate."""
        self.around: dict[int, list[Stated]] = {}
        """Claims by each of their tokens."""
        self.by_stem: dict[str | int, set[int]] = {}
        """Places in ``stated`` by the first letters of the content words, and by their groups of kindred words."""
        self.by_source_noun: dict[str, list[Stated]] = {}
        """Claims by the nouns of their source: by "video" what a video shows."""
        self.of_source: dict[int, list[Stated]] = {}
        """Claims by every token of the sources in their chain."""
        self.by_source: dict[str, list[Stated]] = {}
        """Claims by the ids of the sources in their chain."""
        for place, stated in enumerate(self.stated):
            self.at_root.setdefault(stated.root, []).append(stated)
            self.in_sentence.setdefault(stated.sentence, []).append(stated)
            for token in stated.tokens:
                self.around.setdefault(token, []).append(stated)
            for word in stated.words:
                for key in _keys(word):
                    self.by_stem.setdefault(key, set()).add(place)
            if stated.said is not None:
                nouns = {self.tree.lemmas[token] for token in stated.said.source if self.tree.pos[token] == "NOUN"}
                cited = self.sources.get(stated.source_id or "")
                if cited is not None and not cited.named:
                    # "…, citing a leaked draft of the agreement"
                    nouns.add(_BEFORE_COMPLEMENT.split(cited.name.lower())[0].rpartition(" ")[2])
                for noun in sorted(nouns):
                    self.by_source_noun.setdefault(noun, []).append(stated)
            for link in self.links(stated):
                for token in link.source:
                    self.of_source.setdefault(token, []).append(stated)
            for source in dict.fromkeys(link.attribution.source_id for link in self.links(stated)):
                if source is not None:
                    self.by_source.setdefault(source, []).append(stated)
        self.countered = dict(self._countered())
        """The negations that say of claims, by their numbers, that they are not so: "did not, contrary to reports"."""
        self.said_at: dict[int, list[Said]] = {}
        """Attributions by the sentences in which their cue and their content begin."""
        for said in self.said:
            begins = [min(tokens) for tokens in (said.words, said.content) if tokens]
            for sentence in dict.fromkeys(self.tree.sentence[token] for token in begins):
                self.said_at.setdefault(sentence, []).append(said)
        self.cued = {token: said for said in self.said for token in said.words}
        """The attribution of which a token is a cue word."""
        self.documents = records_in(self.tree, self.cues, self.lexicon)
        """The words for official documents by the token that names them."""
        self.documented = {
            source: span for token, span in self.documents.items() if (source := self.source_at.get(token))
        }
        """The same by the source that they are."""

    def _source_at(self) -> dict[int, str]:
        found: dict[int, str] = {}
        mentions = [mention for source in self.sources.values() for mention in source.mentions]
        # The shorter of two mentions lies inside the longer one and says more about its own words.
        for mention in sorted(mentions, key=lambda mention: (-len(mention.span), mention.span.start)):
            found.update(dict.fromkeys(self.tree.tokens(mention.span), mention.source_id))
        for said in self.said:
            if said.attribution.source_id and said.source:
                head = root_of(self.tree, sorted(said.source))
                found.setdefault(head, said.attribution.source_id)
        return found

    def _stated(self, number: int, claim: Claim) -> Stated:
        tokens = tuple(token for span in claim.spans for token in self.tree.tokens(span))
        root = root_of(self.tree, tokens)
        said = self.by_id.get(claim.attribution_id or "")
        return Stated(number, claim, tokens, root, self.tree.sentence[root], said, self.content_words(tokens))

    def _countered(self) -> Iterator[tuple[int, int]]:
        for sentence, within in self.in_sentence.items():
            for found in countered(self.tree, range(*self.tree.sentences[sentence]), self.lexicon):
                for stated in within:
                    inside = found.negation not in stated.tokens and set(stated.tokens) <= set(found.tokens)
                    if stated.root == found.root and inside:
                        yield stated.number, found.negation

    def content_words(self, tokens: tuple[int, ...] | list[int]) -> frozenset[str]:
        """The lemmas that carry what ``tokens`` are about."""
        tree = self.tree
        return frozenset(
            tree.lemmas[token]
            for token in tokens
            if tree.pos[token] in _CONTENT and tree.lemmas[token] not in _LIGHT and len(tree.lemmas[token]) > 1
        )

    def source_of(self, noun: int) -> Source | None:
        """The source that a noun phrase mentions."""
        if noun < 0:
            return None
        found = self.source_at.get(noun)
        if found is None:
            names = (self.source_at.get(token) for token in noun_phrase(self.tree, noun))
            found = next((name for name in names if name), None)
        return self.sources.get(found or "")

    def name_of(self, stated: Stated) -> list[str]:
        """The words of the name of who says it."""
        source = self.sources.get(stated.source_id or "")
        return source.name.lower().split() if source is not None else []

    def before(self, token: int) -> Iterator[Stated]:
        """Claims that begin before a token, the nearest first."""
        for place in range(bisect_left(self._firsts, token) - 1, -1, -1):
            yield self.stated[place]

    def sharing(self, words: frozenset[str]) -> list[Stated]:
        """Claims with a word that begins like one of ``words`` or is kindred to it, in text order."""
        places = set().union(*(self.by_stem.get(key, ()) for word in words for key in _keys(word)))
        return [self.stated[place] for place in sorted(places)]

    def links(self, stated: Stated) -> list[Said]:
        """The chain of attributions of a claim, innermost first."""
        return list(chain(stated.said, self.by_id))

    def is_body(self, noun: int) -> bool:
        """Whether a party can be asked by name: it has a name, or is a body ("the ministry", "her office")."""
        source = self.source_of(noun)
        if source is not None and (source.named or source.kind not in _PEOPLE):
            return source.kind is not SourceKind.UNKNOWN or source.named
        if noun < 0:
            return False
        tree = self.tree
        if any(tree.pos[token] == "PROPN" for token in noun_phrase(tree, noun)):
            return True
        known = speakers("en").nouns.get(tree.lemmas[noun])
        return tree.pos[noun] == "PRON" or (known is not None and not known.person and known.kind not in _NO_BODIES)

    def is_the_body(self, noun: int) -> bool:
        """Whether a noun without a name means one certain body: "the ministry", "the port's owner", "police"."""
        tree = self.tree
        article = tree.child(noun, "det")
        if article >= 0 and tree.words[article] not in ("the", "this", "that"):
            return False
        certain = article >= 0 or tree.child(noun, "nmod:poss") >= 0
        return certain and self.is_body(noun)

    def is_the_office(self, noun: int) -> bool:
        """Whether a noun without a name means the one holder of an office: "the mayor", "the chair of the bank"."""
        tree = self.tree
        article = tree.child(noun, "det") if noun >= 0 else -1
        if article < 0 or tree.words[article] != "the" or tree.tags[noun] not in ("NN", "NNP"):
            return False
        known = speakers("en").noun([tree.words[noun]], [tree.lemmas[noun]])
        return known is not None and known[0].kind is SourceKind.OFFICIAL and known[0].words not in _OF_MANY

    def agent_of(self, match: CueMatch) -> Source | None:
        """The source that confirms, denies or says, by its mention or by the attribution in which the cue stands."""
        source = self.source_of(match.agent)
        said = self.cued.get(match.token)
        if source is None and said is not None:
            return self.sources.get(said.attribution.source_id or "")
        return source


_OF_MANY = frozenset(
    {"official", "aide", "spokesman", "spokeswoman", "spokesperson", "envoy", "diplomat", "officer", "lawmaker"}
)
"""Offices that many hold at once: "the official" is somebody spoken of before, and nobody knows who."""
_NO_BODIES = frozenset({SourceKind.DOCUMENT, SourceKind.SOCIAL_MEDIA, SourceKind.PUBLIC, SourceKind.UNKNOWN})
_PEOPLE = frozenset({SourceKind.PERSON, SourceKind.OFFICIAL, SourceKind.PUBLIC, SourceKind.UNKNOWN})


def _keys(word: str) -> tuple[str | int, ...]:
    return word[:_STEM], *sorted(kin_of("en").get(word, ()))


def akin(one: str, other: str) -> bool:
    """Whether two lemmas are one word, kindred ("dead", "kill"), or made from one another ("rebuild", "rebuilding")."""
    if one == other:
        return True
    kin = kin_of("en")
    if one in kin and other in kin and not kin[one].isdisjoint(kin[other]):
        return True
    shorter = min(len(one), len(other))
    if shorter < 5:
        return False
    same = 0
    while same < shorter and one[same] == other[same]:
        same += 1
    return same >= 5 and same >= shorter - 2
