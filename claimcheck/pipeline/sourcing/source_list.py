"""The sources of one article as they are reported: parties bound to the registry, numbered, with their mentions."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from claimcheck.domain import Description, Mention, MentionHow, Source, SourceKind, Span
from claimcheck.lang.speakers import Speakers
from claimcheck.pipeline.grammar.names import text_of
from claimcheck.pipeline.grammar.phrases import Phrase
from claimcheck.pipeline.grammar.source_kinds import MEDIA, OFFICIAL_BODIES
from claimcheck.pipeline.grammar.tree import Tree
from claimcheck.pipeline.sourcing.anonymity import describe
from claimcheck.pipeline.sourcing.cast import Cast
from claimcheck.pipeline.sourcing.coreference import Resolution
from claimcheck.pipeline.sourcing.party import Party
from claimcheck.sources import Entry, Match, Registry
from claimcheck.sources.spelling import key

__all__ = ["SourceList"]

_BODIES = OFFICIAL_BODIES | {SourceKind.ORGANISATION, SourceKind.COMPANY, SourceKind.PARTY_POLITICS}


@dataclass(slots=True, kw_only=True)
class _Listed:
    """A source in the making."""

    id: str
    parties: list[Party] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    """Other words for a source that has no proper name."""
    mentions: dict[Span, tuple[MentionHow, float, tuple[str, ...]]] = field(default_factory=dict)
    description: Description | None = None


class SourceList:
    """Gives every party one source; parties that the registry knows as one are one."""

    def __init__(self, tree: Tree, cast: Cast, registry: Registry, words: Speakers, outlet: str | None) -> None:
        self._tree = tree
        self._cast = cast
        self._registry = registry
        self._words = words
        self._outlet = None if outlet is None else key(outlet)
        self._context = _Context(tree, cast, registry)
        self._matches: dict[Party, Match | None] = {}
        self._listed: dict[object, _Listed] = {}

    def mention(self, who: Resolution, phrase: Phrase, cue: Sequence[int]) -> str:
        """Records that an attribution has this source; the source's id."""
        listed = self._of(who.party)
        tree = self._tree
        tokens = phrase.core if phrase.name is None else phrase.tokens
        span = Span(start=tree.starts[tokens[0]], end=tree.ends[tokens[-1]])
        how, score = who.how, who.score
        match = self._match(who.party)
        if match is not None and who.how in (MentionHow.EXACT, MentionHow.ALIAS):
            how, score = match.how, min(score, match.score)
        chain = who.chain
        if match is not None and match.entry is not None and chain and chain[-1] != match.entry.name:
            chain = (*chain, match.entry.name)
        listed.mentions.setdefault(span, (how, score, chain))
        if not who.party.names and phrase.pronoun is None:
            listed.forms.append(text_of(tree, phrase.core))
        if not who.party.named and listed.description is None:
            listed.description = describe(tree, phrase, cue, self._words)
        return listed.id

    def carrier(self, party: Party) -> str:
        """The id of a party that carried something."""
        return self._of(party).id

    def id_of(self, party: Party) -> str | None:
        """The id of a party that is a source already."""
        listed = self._listed.get(self.key_of(party))
        return None if listed is None else listed.id

    def key_of(self, party: Party) -> object:
        """What two parties share when they are one source."""
        entry = self.entry_of(party)
        return party if entry is None else entry.id

    def entry_of(self, party: Party) -> Entry | None:
        """The registry's entry for a party."""
        match = self._match(party)
        return None if match is None else match.entry

    def is_outlet(self, party: Party) -> bool:
        """Whether the registry knows the party as an outlet or agency, misspelt perhaps."""
        if party.person:
            return False
        entry = self.entry_of(party)
        if entry is not None:
            return entry.kind in MEDIA
        for name in party.names:
            match = self._registry.lookup(name, kinds=MEDIA, context=self._context)
            if match is not None:
                self._matches[party] = match
                return True
        return False

    def all(self) -> tuple[Source, ...]:
        """The sources in the order in which attributions first had them."""
        return tuple(self._source(listed) for listed in self._listed.values())

    def _of(self, party: Party) -> _Listed:
        identity = self.key_of(party)
        listed = self._listed.get(identity)
        if listed is None:
            listed = self._listed[identity] = _Listed(id=f"s{len(self._listed) + 1}")
        if party not in listed.parties:
            listed.parties.append(party)
        return listed

    def _match(self, party: Party) -> Match | None:
        if party not in self._matches:
            self._matches[party] = self._looked_up(party)
        return self._matches[party]

    def _looked_up(self, party: Party) -> Match | None:
        if party.person or not party.named or party.doubtful:
            return None
        kinds: Collection[SourceKind] | None = None
        if party.kind in MEDIA:
            kinds = MEDIA
        elif party.kind in _BODIES and party.nouns:
            kinds = _BODIES
        undecided: Match | None = None
        names = {*party.names, party.name} - party.introduced
        for name in sorted(names, key=lambda name: (-len(name), name)):
            match = self._registry.lookup(name, kinds=kinds, context=self._context, metonym=party.kind not in MEDIA)
            if match is not None and match.entry is not None:
                return match
            undecided = undecided or match
        return undecided

    def _source(self, listed: _Listed) -> Source:
        party = max(listed.parties, key=lambda party: (party.named, len(party.names)))
        match = self._match(party)
        entry = None if match is None else match.entry
        name = party.name if entry is None else entry.name
        kind = party.kind if entry is None else entry.kind
        if match is not None and entry is None and len({candidate.kind for candidate in match.candidates}) == 1:
            kind = match.candidates[0].kind
        names = [form for one in listed.parties for form in (one.name, *one.names)] + listed.forms
        if self._outlet is not None and self._outlet in {key(form) for form in (name, *names)}:
            kind = SourceKind.OUTLET_ITSELF
        return Source(
            id=listed.id,
            name=name,
            kind=kind,
            aliases=tuple(dict.fromkeys(form for form in names if key(form) != key(name) or form in party.names[1:])),
            country=party.country if entry is None else entry.country,
            state_controlled=None if entry is None else entry.state_controlled,
            named=party.named,
            description=None if party.named else listed.description,
            mentions=self._mentions(listed),
        )

    def _mentions(self, listed: _Listed) -> tuple[Mention, ...]:
        found = dict(listed.mentions)
        covered = {token for span in found for token in self._tree.tokens(span)}
        for party in listed.parties:
            for tokens in party.mentions:
                span = Span(start=self._tree.starts[tokens[0]], end=self._tree.ends[tokens[-1]])
                if not covered.isdisjoint(tokens):
                    continue
                words = text_of(self._tree, tokens)
                if party.doubtful:
                    found[span] = (MentionHow.UNRESOLVED, 0.0, (words,))
                elif words == party.name:
                    found[span] = (MentionHow.EXACT, 1.0, ())
                else:
                    pronoun = self._tree.pos[tokens[0]] in ("PRON", "DET")
                    how = MentionHow.COREFERENCE if party.person or pronoun else MentionHow.ALIAS
                    found[span] = (how, 0.8 if pronoun else 0.95, (words, party.name))
        return tuple(
            Mention(span=span, source_id=listed.id, how=how, score=score, chain=chain)
            for span, (how, score, chain) in sorted(found.items())
        )


class _Context:
    """What the article tells about names with several owners; gathered when the first such name is met."""

    def __init__(self, tree: Tree, cast: Cast, registry: Registry) -> None:
        self._tree = tree
        self._cast = cast
        self._registry = registry

    @cached_property
    def countries(self) -> frozenset[str]:
        """The countries that the article names, by name, adjective or capital."""
        tree, known = self._tree, self._registry.countries
        found: set[str] = set()
        for token, pos in enumerate(tree.pos):
            if pos in ("PROPN", "ADJ"):
                for end in (token, token + 1):
                    if end < len(tree.pos):
                        code = known.code_of(text_of(tree, (token, end)))
                        if code is not None:
                            found.add(code)
        return frozenset(found)

    @cached_property
    def entries(self) -> frozenset[str]:
        """The entries that the article names unmistakably."""
        matches = (
            self._registry.lookup(name) for party in self._cast.parties if not party.person for name in party.names
        )
        return frozenset(match.entry.id for match in matches if match is not None and match.entry is not None)
