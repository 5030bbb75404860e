"""Which claims of an article are the same, and which say the opposite of each other.

Every claim is compared with a bounded number of others, those with which it shares a word that few claims have, so
that the cost stays linear in the article's length.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from rapidfuzz import fuzz

from claimcheck.domain import Claim
from claimcheck.pipeline.claims.gists import Gist
from claimcheck.pipeline.claims.likeness import TELLS, denies, denies_the_event, likeness, same, same_event

__all__ = ["clusters", "opposites", "with_headlines"]

_FEW = 16
"""A word that more claims have says too little to bring two of them together."""
_OPPOSITE = 0.5
_WITHOUT_EVENT = 3
"""Words that two opposites must share where no event tells that they are about the same."""
_EVENT = 0.3
"""What the same event adds to that."""
_REPEATED = 92
"""From which share of equal letters on, in per cent, one text repeats the other whatever the parse makes of it."""


def clusters(
    gists: Sequence[Gist], claims: Sequence[Claim], same_by_word: Iterable[tuple[int, int]] = ()
) -> list[list[int]]:
    """The places of claims that say the same, cluster by cluster, those of one claim left out; in text order.

    A claim inside another is a part of it, not the same once more. ``same_by_word`` are pairs of which the article
    itself says that they are the same.
    """
    group = list(range(len(gists)))

    def first(place: int) -> int:
        while group[place] != place:
            group[place] = group[group[place]]
            place = group[place]
        return place

    def join(one: int, other: int) -> None:
        low, high = sorted((first(one), first(other)))
        group[high] = low

    for one, other in _candidates(gists):
        if gists[one].negated is not gists[other].negated or _overlap(claims[one], claims[other]):
            continue
        if same(gists[one], gists[other]) or fuzz.ratio(claims[one].text, claims[other].text) >= _REPEATED:
            join(one, other)
    for one, other in same_by_word:
        join(one, other)
    members: dict[int, list[int]] = {}
    for place in range(len(gists)):
        members.setdefault(first(place), []).append(place)
    return [found for found in members.values() if len(found) > 1]


def _overlap(one: Claim, other: Claim) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one.spans for b in other.spans)


def with_headlines(found: list[list[int]], gists: Sequence[Gist], in_headline: Sequence[bool]) -> list[list[int]]:
    """The clusters, with every claim of a headline in that of the body's claim to which it comes nearest.

    A headline tells in six words what the body tells in thirty: it may differ more from what it repeats.
    """
    of = {place: cluster for cluster in map(list, found) for place in cluster}
    body = [place for place in range(len(gists)) if not in_headline[place]]
    for headline in (place for place in range(len(gists)) if in_headline[place]):
        if any(not in_headline[place] for place in of.get(headline, ())):
            continue
        near = [(_nearness(gists[headline], gists[place]), -place) for place in body]
        alike, back = max(near, default=(0.0, 0))
        place = -back
        if alike < TELLS or gists[headline].negated is not gists[place].negated:
            continue
        joined = sorted({*of.get(headline, [headline]), *of.get(place, [place])})
        of.update(dict.fromkeys(joined, joined))
    # The same list stands under each of its members.
    return sorted({id(cluster): cluster for cluster in of.values()}.values())


def _nearness(headline: Gist, claim: Gist) -> float:
    return likeness(headline, claim) + (_EVENT if same_event(headline, claim) else 0.0)


def opposites(gists: Sequence[Gist], claims: Sequence[Claim]) -> list[tuple[int, int, bool]]:
    """Pairs of places of which the second says that the first is not so, and whether the first denies the second too.

    That a coach was stolen in Oran does not follow from what denies that any was; the other way round it does.
    """
    found = []
    for one, other in _candidates(gists):
        if gists[one].negated is gists[other].negated or _overlap(claims[one], claims[other]):
            continue
        claimed, denied = (other, one) if gists[one].negated else (one, other)
        if gists[denied].modal and gists[denied].modal != gists[claimed].modal:
            # That they may not eat there does not deny that they did.
            continue
        names = gists[one].names & gists[other].names
        # A name of three words is one thing.
        shared = len((gists[one].words.keys() & gists[other].words.keys()) - names) + bool(names)
        certain = shared >= _WITHOUT_EVENT or same_event(gists[one], gists[other])
        alike = certain and same(gists[one], gists[other]) and likeness(gists[one], gists[other]) >= _OPPOSITE
        # Vows contradict it, too, that there was no wedding.
        both = alike or denies_the_event(gists[denied], gists[claimed])
        if both or denies(gists[denied], gists[claimed]):
            found.append((claimed, denied, both))
    return found


def _candidates(gists: Sequence[Gist]) -> Iterator[tuple[int, int]]:
    """Pairs that share a word or a group of words that only a few claims have, each once, in order."""
    having: dict[str | int, list[int]] = {}
    for place, found in enumerate(gists):
        keys: list[str | int] = [*found.words, *found.kin]
        for key in keys:
            having.setdefault(key, []).append(place)
    pairs = {pair for places in having.values() if len(places) <= _FEW for pair in combinations(places, 2)}
    yield from sorted(pairs)
