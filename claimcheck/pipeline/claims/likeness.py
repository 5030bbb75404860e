"""How alike two claims are: whether they tell the same event of the same people and things.

Words count by how much they tell, whatever their form: "resigned" and "resignation" are one, "killed" and "dead" are
kindred and count half. Different figures and different names in the same place keep two claims apart.
"""

from __future__ import annotations

from claimcheck.pipeline.claims.gists import Gist

__all__ = [
    "REPEATS",
    "TELLS",
    "adds",
    "denies",
    "denies_the_event",
    "differ",
    "likeness",
    "of_others",
    "same",
    "same_event",
]

_NONE: frozenset[int] = frozenset()
_KINDRED = 0.5
"""What a kindred word counts for beside the same one."""
_OTHER_FIGURES = 0.3
_SHARED = 2
"""Words that two claims must share."""
REPEATS = 0.55
"""How alike two headlines must be to report the same."""
TELLS = 0.31
"""How alike a sentence and a longer one that tells the same and more must be, or two sentences of one article."""
_HAPPENING = frozenset({"happen", "occur", "hold", "held"})
_FILLING = _HAPPENING | {"ever", "such", "plac", "kind"}
"""Stems of what a denial says beside what it denies: "no such deal ever took place"."""
_ALL_BUT = 0.8
"""The share of a denial that a claim must have to be what is denied."""
_SAME_EVENT = 0.44
_SAME_WORDS = 0.6
"""How alike two claims must be, with the same event and without."""


def likeness(one: Gist, other: Gist) -> float:
    """From 0 to 1: the weight of what both tell, as a share of each, averaged; less where their figures differ."""
    if not one.words or not other.words:
        return 0.0
    alike = (_share(one, other) + _share(other, one)) / 2
    return max(0.0, alike - _OTHER_FIGURES) if _differ(one.numbers, other.numbers) else alike


def differ(one: Gist, other: Gist) -> bool:
    """Whether two claims have other figures, other days, or other names for who they are about."""
    pairs = ((one.numbers, other.numbers), (one.subject, other.subject), (one.days, other.days))
    return any(_differ(some, others) for some, others in pairs)


def _differ(some: frozenset[str], others: frozenset[str]) -> bool:
    return bool(some and others) and some.isdisjoint(others)


def _share(part: Gist, whole: Gist) -> float:
    shared = 0.0
    for word, worth in part.words.items():
        if word in whole.words:
            shared += worth
        elif not whole.kin.isdisjoint(part.groups.get(word, _NONE)):
            shared += _KINDRED * worth
    return shared / part.whole


def of_others(one: Gist, other: Gist) -> bool:
    """Whether other people or things take part: that the bridge will close in May, and that the tunnel will."""
    if not one.parties or not other.parties or one.parties & other.words.keys() or other.parties & one.words.keys():
        return False
    return not any(
        other.groups.get(theirs, _NONE) & one.groups.get(ours, _NONE)
        for ours in one.parties
        for theirs in other.parties
    )


def same_event(one: Gist, other: Gist) -> bool:
    """Whether what happens is the same or kindred: "died" and "killed"."""
    return bool(one.events & other.events or one.event_kin & other.event_kin)


def same(one: Gist, other: Gist) -> bool:
    """Whether two claims of an article tell the same thing, or the one the opposite of the other."""
    if differ(one, other):
        return False
    if _retold(one, other) or _retold(other, one):
        return True
    both = one.words.keys() & other.words.keys()
    # A name of several words is one thing: that he burned it and that he would appeal have nothing else in common.
    shared = len(both - one.names) + bool(both & one.names)
    kindred = bool(one.event_kin & other.event_kin)
    same_event = bool(one.events & other.events)
    if shared + (kindred and not same_event) < _SHARED:
        return False
    return likeness(one, other) >= (_SAME_EVENT if same_event or kindred else _SAME_WORDS)


def denies(denial: Gist, claim: Gist) -> bool:
    """Whether a claim says that something is not so of which another says that it is, maybe with more beside it.

    That no coach was stolen denies that a coach was stolen on Friday in Oran.
    """
    eventless = not denial.events and not claim.events
    if denial.negated is claim.negated or not (eventless or same_event(denial, claim)):
        return False
    if denial.parties and claim.parties and denial.parties.isdisjoint(claim.parties):
        return False
    if differ(denial, claim):
        return False
    shared = denial.words.keys() & claim.words.keys()
    kindred = not eventless and not denial.events & claim.events
    return len(shared) + kindred >= _SHARED + eventless and _share(denial, claim) >= _ALL_BUT


def denies_the_event(denial: Gist, claim: Gist) -> bool:
    """Whether all that is told not to have happened is in a claim, by the same words or kindred ones.

    "No money was ever brought to the farm" against "cash had been delivered to his farm"; "no wedding took place",
    "no such order was given" against claims of vows and of an order.
    """
    if not denial.negated or claim.negated or denial.modal or claim.modal or differ(denial, claim):
        return False
    if "such" in denial.words and denial.parties and denial.parties <= claim.parties:
        # "No such grant had been offered": not the one that was turned down.
        return True
    core = denial.words.keys() - _FILLING
    akin = {word for word in core if not claim.kin.isdisjoint(denial.groups.get(word, _NONE))}
    if not core or not core <= akin | claim.words.keys():
        return False
    if denial.events - _HAPPENING:
        return len(core) > _SHARED and same_event(denial, claim)
    if len(core) > 1:
        # "The others did not": of what, another sentence tells.
        return False
    parts = frozenset().union(claim.event_kin, *(claim.groups.get(party, _NONE) for party in claim.parties))
    if "such" in denial.words and core <= claim.parties:
        return True
    return any(not parts.isdisjoint(denial.groups.get(word, _NONE)) for word in akin - claim.words.keys())


def _retold(brief: Gist, full: Gist) -> bool:
    """Whether a claim has nothing of its own but the name of who it is about: "Since Fekésházy fled to Serbia"."""
    if not brief.subject or full.subject or not same_event(brief, full):
        return False
    rest = brief.words.keys() - brief.subject
    return bool(rest & (brief.names | brief.numbers)) and rest <= full.words.keys()


def adds(detail: Gist, general: Gist) -> bool:
    """Whether a claim tells more than another that it repeats: figures or names that the other lacks.

    Who it is about is no detail: one claim may name the mayor, the other not.
    """
    return bool(detail.numbers - general.numbers or detail.names - detail.subject - general.names)
