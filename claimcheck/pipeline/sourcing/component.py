"""Component ``sourcing``: canonical sources on ``doc._.sources``; source, via and channel of every attribution.

"The ministry said" after "the Russian Defense Ministry" has that ministry as its source; "another Russian specialist
told Sputnik" has an unnamed specialist, via Sputnik; "a spokesman for the port said in a statement" has the port, in a
statement.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from claimcheck.domain import Attribution, AttributionMode, BlockKind, MentionHow, SourceKind
from claimcheck.lang.en import lexicon as english
from claimcheck.lang.speakers import Speakers, speakers
from claimcheck.pipeline.attribution.thoughts import is_thought
from claimcheck.pipeline.extensions import register
from claimcheck.pipeline.grammar.cues import cues_in
from claimcheck.pipeline.grammar.phrases import Phrase, PhraseReader
from claimcheck.pipeline.grammar.predicate import agent_of, is_passive
from claimcheck.pipeline.grammar.source_kinds import OFFICIAL_BODIES, kind_of
from claimcheck.pipeline.grammar.tree import Tree, tree_of
from claimcheck.pipeline.sourcing.bodies import Bodies
from claimcheck.pipeline.sourcing.cast import Cast
from claimcheck.pipeline.sourcing.channels import Carriage, CarriageReader
from claimcheck.pipeline.sourcing.coreference import Resolution, Resolver
from claimcheck.pipeline.sourcing.outlets import Outlets, only_answers
from claimcheck.pipeline.sourcing.party import Party
from claimcheck.pipeline.sourcing.references import Reference, keep_references
from claimcheck.pipeline.sourcing.source_list import SourceList
from claimcheck.sources import Registry, shipped_registry

__all__ = ["SourceFinder", "make_sourcing"]

_SILENT = frozenset({BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CREDIT, BlockKind.RELATED_LINK, BlockKind.EMBED})
"""Blocks in which nobody speaks: "© Radio Television du Niger" names an owner."""

_OWN_WORD = OFFICIAL_BODIES | {SourceKind.PERSON, SourceKind.OFFICIAL, SourceKind.PUBLIC}
"""Those who vouch for what they say, whatever they cite."""


class SourceFinder:
    """The spaCy component. Attributions are replaced, not altered; their order and ids stay."""

    def __init__(self, registry: Registry, words: Speakers) -> None:
        self._registry = registry
        self._words = words

    def __call__(self, doc: Doc) -> Doc:
        reading = _Article(doc, doc._.attributions, self._registry, self._words)
        doc._.attributions = reading.attributed()
        doc._.sources = reading.sources.all()
        keep_references(doc, reading.references())
        return doc


@dataclass(slots=True, kw_only=True)
class _Said:
    """One attribution on its way through."""

    attribution: Attribution
    phrase: Phrase | None
    cue: tuple[int, ...]
    carriage: Carriage
    who: Resolution | None = None
    citing: Party | None = None
    """Who cites ``who``."""
    carriers: tuple[Party, ...] = ()


class _Article:
    """The attributions of one Doc."""

    def __init__(self, doc: Doc, attributions: Sequence[Attribution], registry: Registry, words: Speakers) -> None:
        self._tree: Tree = tree_of(doc)
        self._words = words
        self._reader = PhraseReader(self._tree, words, registry.countries)
        self._cast = Cast(doc, self._tree, self._reader, words, registry)
        self._resolver = Resolver(self._tree, doc._.blocks, self._cast, self._reader, words, registry.countries)
        article = doc._.article
        outlet = None if article is None else article.outlet
        self.sources = SourceList(self._tree, self._cast, registry, words, outlet)
        self._outlets = Outlets(self._tree, self._reader, self._cast, self._resolver, self.sources, words)
        self._bodies = Bodies(self._tree, self._cast, self._reader, self._resolver, words)
        self._cues = cues_in(doc)
        silent = [block.span for block in doc._.blocks if block.kind in _SILENT]
        carriages = CarriageReader(self._tree, self._reader, words)
        self._attributions = attributions
        self._said: dict[str, _Said] = {}
        self._thoughts = {one.id for one in attributions if is_thought(self._tree, one, english())}
        for attribution in attributions:
            if attribution.id in self._thoughts:
                continue
            spans = (*attribution.source, *attribution.cue, *attribution.content)
            if not any(span.overlaps(block) for span in spans for block in silent):
                self._said[attribution.id] = self._read(attribution, carriages)

    def _read(self, attribution: Attribution, carriages: CarriageReader) -> _Said:
        tree = self._tree
        source, cue, content = _parts(tree, attribution)
        taken = {*cue, *content}
        if not source:
            source = self._agent(cue, taken)
            if source:
                attribution = replace(attribution, source=tree.spans(source))
        phrase = self._reader.of_source(source, cue, content) if source else None
        if phrase is not None and content:
            self._resolver.says(phrase, content, quoted=attribution.mode is AttributionMode.DIRECT)
        carriage = carriages.read(phrase, cue, set(content))
        if phrase is not None and carriage.origin is not None and self._only_supports(carriage.origin, phrase):
            carriage.origin = carriage.subject = None
        return _Said(attribution=attribution, phrase=phrase, cue=cue, carriage=carriage)

    def _only_supports(self, cited: Phrase, source: Phrase) -> bool:
        """Whether somebody cites a paper for what he says himself: "two engineers said, citing an inspection report".

        An outlet that cites one only carries it.
        """
        paper = cited.name is None and bool(cited.nouns) and cited.nouns[0].kind is SourceKind.DOCUMENT
        return paper and kind_of(self._tree, source, self._words) in _OWN_WORD

    def _agent(self, cue: Sequence[int], taken: Collection[int]) -> tuple[int, ...]:
        """Who does what the cue says, where the tagger gave nobody: "…, its owner, Azania Lines, | said"."""
        tree = self._tree
        for verb in cue:
            if tree.pos[verb] != "VERB":
                continue
            if (
                is_passive(tree, verb)
                and tree.deps[verb] != "acl:relcl"
                and tree.lemmas[verb] in self._words.verbs["citing"]
            ):
                # "was quoted by the paper as saying": the paper does not say it.
                continue
            agent = agent_of(tree, verb)
            if agent >= 0 and agent not in taken:
                phrase = self._reader.at(agent)
                if phrase is not None and (phrase.name or phrase.nouns or phrase.pronoun):
                    return tuple(token for token in phrase.tokens if token not in taken)
        return ()

    def attributed(self) -> tuple[Attribution, ...]:
        """The attributions with source, via and channel."""
        for said in sorted(self._said.values(), key=_place):
            self._resolve(said)
        self._resolver.read_pronouns(self._spoken())
        for said in sorted(self._said.values(), key=_place):
            said.carriers = self._carriers(said)
        filled = {one.id: self._filled(self._said[one.id]) for one in self._attributions if one.id in self._said}
        return tuple(
            filled.get(one.id) or (self._thought(one) if one.id in self._thoughts else one)
            for one in self._attributions
        )

    def _thought(self, attribution: Attribution) -> Attribution:
        """A thought with who thinks it, if that is a source otherwise."""
        source, cue, content = _parts(self._tree, attribution)
        phrase = self._reader.of_source(source, cue, content) if source else None
        if phrase is None:
            return attribution
        party = self._resolver.trace(phrase, lambda: None).party
        return replace(attribution, source_id=self.sources.id_of(party))

    def _spoken(self) -> Iterator[tuple[Party, Phrase, Sequence[int], Sequence[int]]]:
        for said in sorted(self._said.values(), key=_place):
            if said.who is not None and said.phrase is not None:
                quoted = said.attribution.content if said.attribution.mode is AttributionMode.DIRECT else ()
                words = [token for span in quoted for token in self._tree.tokens(span)]
                yield said.who.party, said.phrase, said.cue, words

    def references(self) -> dict[int, Reference]:
        """The words that point to somebody, by their first token."""
        spoken = []
        for said in self._said.values():
            if said.who is not None and said.attribution.mode is AttributionMode.INDIRECT:
                tokens = [token for span in said.attribution.content for token in self._tree.tokens(span)]
                spoken.append((said.who.party, tokens))
        return self._resolver.references(spoken)

    def _resolve(self, said: _Said) -> Party | None:
        if said.who is not None:
            return said.who.party
        phrase = said.carriage.origin or said.phrase
        if phrase is None:
            return None
        if said.carriage.origin is not None:
            # Before it: "Citing a guest, it reported …" is not the guest.
            said.citing = self._citing(said)
        body = self._bodies.of_spokesman(phrase, said.cue)
        spoken_for = self._bodies.spoken_for(phrase, said.cue) if body is None else None
        if body is not None:
            said.who = replace(self._resolver.resolve(body, lambda: None), how=MentionHow.NOMINAL)
        elif spoken_for is not None:
            said.who = self._resolver.speaks_for(phrase, spoken_for)
        else:
            said.who = self._resolver.resolve(phrase, lambda: self._speaker(said))
        said.phrase = phrase if body is None else body
        self._bodies.known_by_its_words(said.who.party, said.cue, said.attribution)
        return said.who.party

    def _speaker(self, said: _Said) -> Party | None:
        """Who speaks the words in which an attribution stands."""
        parent = self._said.get(said.attribution.parent or "")
        return None if parent is None else self._resolve(parent)

    def _citing(self, said: _Said) -> Party | None:
        subject = said.carriage.subject
        if subject is None and said.attribution.source:
            subject = self._reader.read(
                [token for span in said.attribution.source for token in self._tree.tokens(span)]
            )
        if subject is None or subject is said.carriage.origin:
            return None
        return self._resolver.trace(subject, lambda: None).party

    def _carriers(self, said: _Said) -> tuple[Party, ...]:
        own: list[Party] = []
        who = None if said.who is None else said.who.party
        if said.citing is not None:
            own.append(said.citing)
        own.extend(party for carrier in said.carriage.carriers if (party := self._outlets.of(carrier)) is not None)
        parent = None if self._is_talk(who) else self._around(said)
        while parent is not None:
            own.extend(() if parent.who is None else (parent.who.party,))
            own.extend(self._carriers(parent) if not parent.carriers else parent.carriers)
            parent = None if parent.carriers else self._around(parent)
        keys = [self.sources.key_of(who)] if who is not None else []
        found: list[Party] = []
        for party in own:
            key = self.sources.key_of(party)
            if key not in keys and party.kind is not SourceKind.OUTLET_ITSELF:
                keys.append(key)
                found.append(party)
        return tuple(found)

    def _is_talk(self, who: Party | None) -> bool:
        """Whether it is talk that nobody owns: who is "aware of reports" does not carry them."""
        if who is None or who.kind is not SourceKind.UNKNOWN or not who.plural or who.named or who.phrase is None:
            return False
        said = english().words["said_nouns"] | english().words["faceless_nouns"]
        return self._tree.lemmas[who.phrase.head] in said

    def _around(self, said: _Said) -> _Said | None:
        """The attribution around another if its source carries this one's words, and does not only answer them."""
        outer = self._said.get(said.attribution.parent or "")
        if outer is None:
            return None
        inner, around = ({t for part in _parts(self._tree, one.attribution) for t in part} for one in (said, outer))
        return None if only_answers(self._tree, self._cues, english(), around, inner) else outer

    def _filled(self, said: _Said) -> Attribution:
        source_id = None
        if said.who is not None and said.phrase is not None:
            source_id = self.sources.mention(said.who, said.phrase, said.cue)
        via = tuple(self.sources.carrier(party) for party in said.carriers)
        return replace(said.attribution, source_id=source_id, via=via, channel=said.carriage.channel)


def _parts(tree: Tree, attribution: Attribution) -> Iterator[tuple[int, ...]]:
    """The tokens of source, cue and content."""
    for spans in (attribution.source, attribution.cue, attribution.content):
        yield tuple(token for span in spans for token in tree.tokens(span))


def _place(said: _Said) -> int:
    if said.phrase is not None:
        return said.phrase.head
    return said.cue[0] if said.cue else said.attribution.content[0].start


@Language.factory("claimcheck_sourcing", default_config={"sources": None})
def make_sourcing(nlp: Language, name: str, sources: str | None) -> SourceFinder:
    """spaCy factory ``claimcheck_sourcing``; needs syntax and attribution before it.

    ``sources`` is the path of a newsroom's own file of sources.
    """
    register()
    registry = shipped_registry()
    return SourceFinder(registry if sources is None else registry.overridden_by(Path(sources)), speakers(nlp.lang))
