"""From the grounds that each claim has by itself to the statuses of all: what same claims lend each other.

"Police said that the dam had burst. … The dam had burst, the ministry confirmed": the confirmation is a ground for
both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from claimcheck.domain import Claim, ClaimKind, ClaimScope, Evidence, EvidenceKind, Source, SourceKind
from claimcheck.pipeline.claims.clusters import clusters, opposites, with_headlines
from claimcheck.pipeline.claims.echoes import echoed
from claimcheck.pipeline.claims.gists import Gist
from claimcheck.pipeline.claims.likeness import adds, likeness, of_others
from claimcheck.pipeline.status.decision import UNCOMMITTED, decide, deciding_first

__all__ = ["Unsettled", "settle"]

_CARRIED = frozenset({
    EvidenceKind.VERIFICATION, EvidenceKind.NONCONFIRMATION, EvidenceKind.DENIAL, EvidenceKind.FALSIFICATION,
    EvidenceKind.OBSERVATION, EvidenceKind.DOCUMENT, EvidenceKind.SELF_STATEMENT,
})  # fmt: skip
"""Grounds for what is claimed; the others are grounds for how one passage puts it."""
_AGAINST = frozenset({EvidenceKind.DENIAL, EvidenceKind.FALSIFICATION})
_AHEAD = frozenset({ClaimKind.PLAN, ClaimKind.FORECAST})
_CARRIERS = frozenset({
    SourceKind.OUTLET, SourceKind.AGENCY, SourceKind.SOCIAL_MEDIA, SourceKind.PUBLIC, SourceKind.OUTLET_ITSELF,
    SourceKind.UNKNOWN,
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsettled:
    """A claim with the grounds that its own passage gives."""

    claim: Claim
    gist: Gist
    evidence: tuple[Evidence, ...]
    sourced: bool
    """Whether somebody else than the outlet says it."""
    identified: bool
    """Whether who says it is a party one could ask."""
    voices: frozenset[str] = frozenset()
    """The ids of the bodies for which he speaks."""
    seconding: bool = False
    """Whether its passage says that another has told the same before: "Brek also said that …"."""
    witness: Source | None = None
    """Who found it out himself, where the outlet tells that he did."""

    @property
    def in_headline(self) -> bool:
        return self.claim.scope is ClaimScope.HEADLINE

    @property
    def uncommitted(self) -> bool:
        """Whether its passage keeps a distance from it."""
        return any(_is_distance(ground) for ground in self.evidence)


def settle(unsettled: Sequence[Unsettled], sources: Mapping[str, Source]) -> tuple[Claim, ...]:
    """The claims with their status, evidence and clusters, in the order given; ``sources`` by their id."""
    settling = [place for place, item in enumerate(unsettled) if item.claim.kind.has_status]
    items = [unsettled[place] for place in settling]
    gists = [item.gist for item in items]
    evidence = [list(item.evidence) for item in items]
    identified = [item.identified for item in items]
    same: dict[int, list[int]] = {}
    seconds = _seconds(items, gists, sources)
    found = clusters(gists, [item.claim for item in items], seconds)
    for cluster in with_headlines(found, gists, [item.in_headline for item in items]):
        for place in cluster:
            same[place] = [other for other in cluster if other != place]
            evidence[place].extend(_lent(items[place], [items[other] for other in same[place]]))
            if not items[place].in_headline:
                evidence[place].extend(_second_sources(place, same[place], items, sources, seconds))
            identified[place] = any(items[other].identified for other in cluster if not items[other].in_headline)
        for place in (place for place in cluster if items[place].in_headline):
            body = [(items[other], evidence[other]) for other in cluster if not items[other].in_headline]
            evidence[place].extend(_of_body(items[place], body))
    for claimed, denied, both in opposites(gists, [item.claim for item in items]):
        evidence[claimed].extend(_opposed(items[claimed], items[denied], sources))
        if both:
            evidence[denied].extend(_opposed(items[denied], items[claimed], sources))
    claims = [item.claim for item in unsettled]
    for place, item in enumerate(items):
        sourced = item.sourced or (item.in_headline and any(map(_is_source_of_body, evidence[place])))
        decision = decide(item.claim.kind, evidence[place], sourced=sourced, identified=identified[place])
        claims[settling[place]] = replace(
            item.claim,
            status=decision.status,
            evidence=deciding_first(evidence[place], decision),
            same_as=tuple(items[other].claim.id for other in same.get(place, ())),
        )
    return tuple(claims)


def _is_distance(ground: Evidence) -> bool:
    return ground.kind is EvidenceKind.MODALITY or (ground.kind is EvidenceKind.CUE and ground.cue_class in UNCOMMITTED)


def _lent(item: Unsettled, others: Sequence[Unsettled]) -> Iterator[Evidence]:
    """What other passages that say the same lend to one; a headline lends nothing."""
    body = [other for other in others if not other.in_headline]
    for other in body:
        for ground in other.evidence:
            if ground.kind in _CARRIED and not _is_blocked(ground, other, item):
                yield replace(ground, from_claim=other.claim.id)
    if (item.in_headline or not item.sourced) and body and all(other.uncommitted for other in body):
        # What is hedged wherever it is told is not established by being repeated flatly.
        for other in body:
            for ground in filter(_is_distance, other.evidence):
                yield replace(ground, from_claim=other.claim.id)


def _is_blocked(ground: Evidence, lender: Unsettled, item: Unsettled) -> bool:
    if ground.span is not None and any(s.start <= ground.span.start < s.end for s in item.claim.spans):
        # "The singer debunked reports of her arrest" is not what she debunked.
        return True
    own = ground.agent is not None and ground.agent in {item.claim.source_id, *item.voices}
    if own and ground.kind is EvidenceKind.NONCONFIRMATION:
        # Nobody is asked to confirm his own words.
        return True
    if item.in_headline:
        return False
    if ground.kind is EvidenceKind.FALSIFICATION:
        # A made-up story is made up in its details too, but not what is only like it.
        return likeness(item.gist, lender.gist) < _SETTLED
    if ground.kind in (EvidenceKind.NONCONFIRMATION, EvidenceKind.DENIAL):
        # A detail that is not confirmed leaves the rest as it was.
        return adds(lender.gist, item.gist)
    # That something is so does not settle what is only like it, nor the details that others add.
    return adds(item.gist, lender.gist) or likeness(item.gist, lender.gist) < _SETTLED


def _of_body(headline: Unsettled, body: Sequence[tuple[Unsettled, Sequence[Evidence]]]) -> Iterator[Evidence]:
    """Who says what a headline tells: several, or others than the outlet where it says it nowhere itself."""
    for item, evidence in body:
        if not adds(headline.gist, item.gist):
            yield from (ground for ground in evidence if ground.kind is EvidenceKind.SECOND_SOURCE)
    if body and not headline.sourced and all(item.sourced for item, _ in body):
        for item, _ in body:
            for ground in item.evidence:
                if ground.kind is EvidenceKind.CUE:
                    yield replace(ground, from_claim=item.claim.id)


def _is_source_of_body(ground: Evidence) -> bool:
    return ground.kind is EvidenceKind.CUE and ground.from_claim is not None


def _seconds(
    items: Sequence[Unsettled], gists: Sequence[Gist], sources: Mapping[str, Source]
) -> frozenset[tuple[int, int]]:
    """Places of claims and of those that bear them out: "Brek also said that …"; every pair in both orders."""
    origins = {place: _origin(item, sources) for place, item in enumerate(items)}
    found = set()
    for place, item in enumerate(items):
        origin = origins[place]
        if not item.seconding or origin is None:
            continue
        others = {other for other, one in origins.items() if one is not None and one.id != origin.id}
        first = echoed(place, gists, others)
        if first >= 0:
            found.update({(first, place), (place, first)})
    return frozenset(found)


def _second_sources(
    place: int,
    same: Sequence[int],
    items: Sequence[Unsettled],
    sources: Mapping[str, Source],
    seconds: frozenset[tuple[int, int]],
) -> Iterator[Evidence]:
    """The named origins of other passages, where this one has none or another, each once."""
    item = items[place]
    origins: dict[str, tuple[Source, int]] = {}
    for other in (place, *same):
        origin = _origin(items[other], sources)
        if origin is not None:
            origins.setdefault(origin.id, (origin, other))
    parties = [origin for origin, _ in origins.values()]
    if len(origins) < _INDEPENDENT or any(_are_one(one, two) for one in parties for two in parties):
        return
    told_too = [items[other].gist for _, other in origins.values() if (place, other) not in seconds]
    if any(likeness(item.gist, told) < _SAYS_IT_TOO or of_others(item.gist, told) for told in told_too):
        return
    for origin, other in origins.values():
        told = items[other]
        adds_to = item.gist.numbers - told.gist.numbers if (place, other) in seconds else adds(item.gist, told.gist)
        if other != place and not adds_to:
            span = told.claim.spans[0] if told.claim.spans else None
            yield Evidence(
                kind=EvidenceKind.SECOND_SOURCE, span=span, text=told.claim.text, note=f"{origin.name} says it too",
                agent=origin.id if origin.id in sources else None, from_claim=told.claim.id,
            )  # fmt: skip


_INDEPENDENT = 2
_SAYS_IT_TOO = 0.5
"""How alike claims must be for their sources to bear each other out."""
_SETTLED = 0.5
"""How alike they must be for what settles one to settle the other."""


def _origin(item: Unsettled, sources: Mapping[str, Source]) -> Source | None:
    """The named party from which a claim comes, where it stands by it; carriers are none."""
    origin = item.witness or sources.get(item.claim.origin_id or "")
    if origin is None or not origin.named or origin.kind in _CARRIERS or item.in_headline or item.uncommitted:
        return None
    return origin


def _are_one(one: Source, other: Source) -> bool:
    """Whether the one speaks for the other: "the Zanzibar port" and "the head of the Zanzibar port"."""
    if one.id == other.id:
        return False
    names = [name.lower() for name in (one.name, *one.aliases)]
    described = [name.lower() for name in (other.name, *other.aliases)]
    if other.description is not None and other.description.body is not None:
        described.append(other.description.body.lower())
    return any(name in text for name in names for text in described)


def _opposed(item: Unsettled, other: Unsettled, sources: Mapping[str, Source]) -> Iterator[Evidence]:
    """What a passage that says the opposite does to a claim."""
    if other.in_headline or other.uncommitted or (item.claim.kind in _AHEAD) is not (other.claim.kind in _AHEAD):
        return
    if item.sourced and item.claim.source_id == other.claim.source_id:
        return
    source = sources.get(other.claim.source_id or "")
    if any(ground.kind in _AGAINST for ground in other.evidence):
        # What is itself denied denies nothing.
        return
    if source is not None and source.kind in _CARRIERS and not item.sourced:
        # What the outlet says itself no website denies.
        return
    span = other.claim.spans[0] if other.claim.spans else None
    if not other.sourced and (item.sourced or item.uncommitted):
        yield Evidence(
            kind=EvidenceKind.FALSIFICATION, span=span, text=other.claim.text, from_claim=other.claim.id,
            note=f"the outlet itself says: {other.claim.text}",
        )  # fmt: skip
    elif other.sourced and source is not None and source.named:
        yield Evidence(
            kind=EvidenceKind.DENIAL, span=span, text=other.claim.text, from_claim=other.claim.id, agent=source.id,
            note=f"{source.name} says: {other.claim.text}",
        )  # fmt: skip
