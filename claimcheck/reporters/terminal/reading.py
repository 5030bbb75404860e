"""A report put into the words that an editor reads: who says a claim, through whom, and where it stands.

Strings only, taken from the report as they are: :mod:`claimcheck.reporters.terminal.pen` makes them safe to print.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claimcheck.domain import (
    Attribution,
    BlockKind,
    Claim,
    ClaimKind,
    ClaimScope,
    MentionHow,
    Report,
    Source,
    SourceKind,
    Span,
    StateControl,
    Status,
)
from claimcheck.sources.countries import shipped_countries

OWN_VOICE = "the article itself"
NOBODY = "no source given"

_SOURCE_KINDS = {
    SourceKind.POLICE_COURTS: "police or courts",
    SourceKind.PARTY_POLITICS: "party politics",
    SourceKind.UNKNOWN: "kind unknown",
}
_STATE_CONTROL = {
    StateControl.STATE_CONTROLLED: "state-controlled",
    StateControl.CAPTURED_PUBLIC: "captured public",
    StateControl.INDEPENDENT_PUBLIC: "independent public",
}
_SCOPES = {ClaimScope.HEADLINE: "in the headline", ClaimScope.CAPTION: "in a caption"}
_QUOTES = '“”"'
_UNTRACED = "not traced to anyone"
_ORDINARY = (ClaimKind.EVENT, ClaimKind.STATE, ClaimKind.QUANTITY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who says a claim, as it is shown with it: ``another Russian specialist (unnamed), via Sputnik, interview``."""

    name: str
    marks: tuple[str, ...] = ()
    """What to know of the party: ``unnamed``, ``not traced to anyone``."""
    ways: tuple[str, ...] = ()
    """Through whom and where it is said: ``via Sputnik``, ``interview``."""
    source: Source | None = None
    """None for the article's own voice, and where no source is given or traced."""

    def line(self, *marks: str) -> str:
        """All of it as one line, with further ``marks``."""
        return ", ".join((self._marked(*marks), *self.ways))

    def heading(self) -> str:
        """The party alone with what it is: ``RTN (state-controlled outlet, Niger)``."""
        return self._marked() if self.source is None else self._marked(described(self.source))

    def _marked(self, *marks: str) -> str:
        known = (*self.marks, *marks)
        return f"{self.name} ({', '.join(known)})" if known else self.name


class Reading:
    """Answers questions about one report, most of them about one claim."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.article = report.article
        self._sources = {source.id: source for source in report.sources}
        self._claims = {claim.id: claim for claim in report.claims}
        self._attributions = {attribution.id: attribution for attribution in report.attributions}

    def speaker(self, claim: Claim) -> Speaker:
        """Who says ``claim``, through whom and where.

        "another Russian specialist told Sputnik" → ``another Russian specialist``, ``unnamed``, ``via Sputnik``.
        """
        attribution = self._attribution(claim.attribution_id)
        ways = self._ways(claim, attribution)
        source = self._sources.get(claim.source_id) if claim.source_id else None
        if source is not None and source.kind is not SourceKind.OUTLET_ITSELF:
            return Speaker(name=source.name, marks=_marks(source), ways=ways, source=source)
        if source is None and attribution is None and claim.status is Status.DENIED:
            # What somebody denies the article does not say itself.
            return Speaker(name=NOBODY, ways=ways)
        if source is not None or attribution is None:
            return Speaker(name=OWN_VOICE, ways=ways)
        if attribution.source:
            words = " … ".join(span.of(self.article.text) for span in attribution.source)
            return Speaker(name=f"“{words}”", marks=(_UNTRACED,), ways=ways)
        return Speaker(name=NOBODY, ways=ways)

    def _ways(self, claim: Claim, attribution: Attribution | None) -> tuple[str, ...]:
        via = [self.name(carrier) for carrier in claim.via]
        tellers = list(self._tellers(claim, attribution))
        ways = [f"via {', '.join(via)}"] if via else []
        ways += [f"as told by {', '.join(tellers)}"] if tellers else []
        ways += [attribution.channel] if attribution is not None and attribution.channel else []
        return tuple(ways)

    def _tellers(self, claim: Claim, attribution: Attribution | None) -> Iterator[str]:
        """Those in whose words a nested claim stands, nearest first, as far as ``via`` does not name them already."""
        known = {claim.source_id, *claim.via}
        passed = set()
        while attribution is not None and attribution.id not in passed:
            passed.add(attribution.id)
            attribution = self._attribution(attribution.parent)
            if attribution is not None and attribution.source_id is not None and attribution.source_id not in known:
                known.add(attribution.source_id)
                yield self.name(attribution.source_id)

    def _attribution(self, identity: str | None) -> Attribution | None:
        return None if identity is None else self._attributions.get(identity)

    def name(self, source_id: str) -> str:
        """The name of a source; for the outlet's own, the words that stand for its voice."""
        source = self._sources.get(source_id)
        if source is None:
            return source_id
        return OWN_VOICE if source.kind is SourceKind.OUTLET_ITSELF else source.name

    def words(self, claim: Claim) -> str:
        """The claim's words as they stand, in quotation marks where they are quoted."""
        if claim.scope is not ClaimScope.QUOTATION:
            return claim.text
        words = claim.text.strip()
        if any(mark in words.strip(_QUOTES) for mark in _QUOTES):
            # Partly quoted: the marks are there; the last one may stand behind the claim.
            return words + ('"' if words.count('"') % 2 else "”" * (words.count("“") - words.count("”")))
        return f"“{words.strip(_QUOTES)}”"

    def remarks(self, claim: Claim) -> tuple[str, ...]:
        """What is out of the ordinary about a claim: ``plan``, ``in a caption``."""
        kind = () if claim.kind in _ORDINARY or claim.status is None else (str(claim.kind),)
        scope = (_SCOPES[claim.scope],) if claim.scope in _SCOPES else ()
        return kind + scope

    def number(self, span: Span | None) -> str:
        """The place of ``span`` as briefly as can be: its line, or its paragraph (¶) where the text has no lines."""
        if span is None:
            return "title"
        location = self.article.locate(span)
        if location.line is not None:
            return str(location.line)
        return "" if location.block is None else f"¶{location.block + 1}"

    def place(self, span: Span | None) -> str:
        """The place of ``span`` in words: ``line 13``, ``paragraph 7``, ``title``."""
        number = self.number(span)
        if span is None or not number:
            return number
        return f"paragraph {number[1:]}" if number.startswith("¶") else f"line {number}"

    def elsewhere(self, claim: Claim) -> tuple[str, ...]:
        """The other places in which the same claim is made."""
        others = (self._claims[other] for other in claim.same_as if other in self._claims)
        return tuple(dict.fromkeys(self.place(first_span(other)) for other in others))

    def headline(self) -> str:
        """The article's headline as it is given or stands in the text; empty if it has none."""
        if self.report.headline is not None:
            return self.report.headline.text
        if self.article.title:
            return self.article.title
        spans = (block.span for block in self.article.blocks if block.kind is BlockKind.HEADLINE)
        return next((span.of(self.article.text) for span in spans), "")


def _marks(source: Source) -> tuple[str, ...]:
    marks = () if source.named else ("unnamed",)
    traced = not source.mentions or any(mention.how is not MentionHow.UNRESOLVED for mention in source.mentions)
    return marks if traced else (*marks, _UNTRACED)


def first_span(claim: Claim) -> Span | None:
    """Where a claim begins; None for one of a title given apart from the text."""
    return claim.spans[0] if claim.spans else None


def also_called(source: Source) -> str | None:
    """A name under which the article speaks of a source and that says something new.

    Of "Radio Télévision du Niger", called "Radio Television du Niger" and "RTN": ``RTN``.
    """
    known = set(_letters(source.name).split())
    return next((alias for alias in source.aliases if not set(_letters(alias).split()) <= known), None)


def _letters(name: str) -> str:
    marked = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in marked if not unicodedata.combining(letter))


def described(source: Source) -> str:
    """What sort of party a source is: ``state-controlled outlet, Niger``."""
    return sort_of(source.kind, source.state_controlled, source.country)


def sort_of(kind: SourceKind, state_controlled: StateControl | None, country: str | None) -> str:
    """The same from its parts; ``country`` is a code of ISO 3166-1."""
    words = _SOURCE_KINDS.get(kind, str(kind).replace("_", " "))
    if state_controlled is not None:
        words = f"{_STATE_CONTROL[state_controlled]} {words}"
    return f"{words}, {_country_names().get(country, country)}" if country else words


@cache
def _country_names() -> dict[str, str]:
    return {country.code: country.name for country in shipped_countries()}
