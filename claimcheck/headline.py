"""The headline against the body: how it puts what it claims, and how that stands to what the body establishes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.domain import (
    Article,
    BlockKind,
    Claim,
    ClaimKind,
    ClaimScope,
    EvidenceKind,
    Headline,
    HeadlineForm,
    HeadlineRelation,
    Status,
)

__all__ = ["headline_of"]

_ESTABLISHED = frozenset({Status.CONFIRMED, Status.ASSERTED})
_WEAK_ORIGIN = frozenset({EvidenceKind.UNNAMED_SOURCE, EvidenceKind.SECONDHAND})
_DISTANCE = frozenset({"NONCOMMIT", "BELIEF", "HEDGE"})

_AGAINST = frozenset({EvidenceKind.FALSIFICATION, EvidenceKind.DENIAL})
_REFUTING = frozenset({"FALSIFY", "DENY", "CORRECTION"})

_LEAD = 2
"""Claims with which an article begins that are taken to tell what the headline tells."""


def headline_of(article: Article, claims: Sequence[Claim]) -> Headline | None:
    """The title given apart from the text, else the headline that stands in it; None without either.

    ``claims`` are all claims of the article with their statuses and clusters.
    """
    span = next((block.span for block in article.blocks if block.kind is BlockKind.HEADLINE), None)
    if article.title is not None:
        span, text = None, article.title
    elif span is not None:
        text = span.of(article.text)
    else:
        return None
    made = [claim for claim in claims if claim.scope is ClaimScope.HEADLINE]
    form = _form(text, made)
    names = tuple(claim.id for claim in made)
    return Headline(text=text, span=span, form=form, relation=_relation(text, form, made, claims), claims=names)


def _form(text: str, made: Sequence[Claim]) -> HeadlineForm:
    """How a headline puts what it claims: "Ferry sank, police say" is attributed, "Ferry may have sunk" hedged."""
    if text.rstrip(" ”’\"'").endswith("?") or any(claim.kind is ClaimKind.QUESTION for claim in made):
        return HeadlineForm.QUESTION
    if any(claim.source_id is not None for claim in made):
        return HeadlineForm.ATTRIBUTED
    if any(_is_hedged(claim) for claim in made):
        return HeadlineForm.HEDGED
    if any(_own(claim, EvidenceKind.CUE) for claim in made):
        return HeadlineForm.ATTRIBUTED
    return HeadlineForm.FLAT


def _is_hedged(claim: Claim) -> bool:
    """Whether the headline's own words keep a distance: "may have sunk", "claims that the ferry sank"."""
    grounds = [ground for ground in claim.evidence if ground.from_claim is None]
    return any(ground.kind is EvidenceKind.MODALITY or ground.cue_class in _DISTANCE for ground in grounds)


def _own(claim: Claim, kind: EvidenceKind) -> bool:
    return any(ground.kind is kind and ground.from_claim is None for ground in claim.evidence)


def _relation(text: str, form: HeadlineForm, made: Sequence[Claim], claims: Sequence[Claim]) -> HeadlineRelation:
    """The gravest relation of a headline's claims to the body's claims that say the same.

    Of what the body says several times its firmest wording counts: a headline need not be more careful than that. A
    flat headline over a lead that leaves its news open overclaims, too, whatever is found further down. A headline
    that itself says that something is false does not go beyond a body that calls it so.
    """
    if any(map(_refutes, made)):
        return HeadlineRelation.CONSISTENT if any(claim.same_as for claim in made) else HeadlineRelation.UNKNOWN
    by_id = {claim.id: claim for claim in claims}
    found = []
    for claim in made:
        body = [by_id[name] for name in claim.same_as if by_id[name].scope is not ClaimScope.HEADLINE]
        if body or _opposed(claim):
            found.append(_of_claim(form, claim, [other for other in body if other.status is not None]))
    if form is HeadlineForm.FLAT and _leaves_open(text if found else "", made, claims):
        found.append(HeadlineRelation.OVERCLAIMS)
    return next((relation for relation in _GRAVEST_FIRST if relation in found), HeadlineRelation.UNKNOWN)


_GRAVEST_FIRST = (
    HeadlineRelation.CONTRADICTS, HeadlineRelation.OVERCLAIMS, HeadlineRelation.CAUTIOUS, HeadlineRelation.CONSISTENT,
)  # fmt: skip


def _refutes(claim: Claim) -> bool:
    """Whether a headline's own words call it false or deny it: "Photo of shark is a fake"."""
    own = [ground for ground in claim.evidence if ground.from_claim is None]
    return any(ground.kind in _AGAINST or ground.cue_class in _REFUTING for ground in own)


def _leaves_open(text: str, made: Sequence[Claim], claims: Sequence[Claim]) -> bool:
    """Whether the article begins by telling a headline's news as something that others say or that may not be so.

    A headline that says that something is not so is borne out by a lead that keeps its distance. Without a ``text`` of
    the headline any beginning will do: no passage repeats its words, so the lead tells its story in others.
    """
    told = [claim for claim in made if claim.status is not None]
    if not told or any(_own(claim, EvidenceKind.NEGATION) for claim in told):
        return False
    lead = [claim for claim in claims if claim.scope is not ClaimScope.HEADLINE and claim.status is not None][:_LEAD]
    news = _beginnings(text)
    akin = (claim for claim in lead if not text or not news.isdisjoint(_beginnings(claim.standalone)))
    return any(map(_is_open, akin))


def _beginnings(text: str) -> frozenset[str]:
    """The longer words of a text by their first letters."""
    return frozenset(word[:_STEM].lower() for word in _WORD.findall(text))


_WORD = re.compile(r"\w{4,}")
_STEM = 5


def _opposed(claim: Claim) -> bool:
    """Whether a passage of the body says the opposite."""
    return any(ground.kind in _AGAINST and ground.from_claim is not None for ground in claim.evidence)


def _of_claim(form: HeadlineForm, claim: Claim, body: Sequence[Claim]) -> HeadlineRelation:
    statuses = {other.status for other in body}
    flat = form is HeadlineForm.FLAT and claim.source_id is None
    if claim.status is Status.REFUTED or Status.REFUTED in statuses:
        return HeadlineRelation.CONTRADICTS if flat else HeadlineRelation.CONSISTENT
    if statuses & _ESTABLISHED:
        return HeadlineRelation.CONSISTENT if flat else HeadlineRelation.CAUTIOUS
    if not flat:
        return HeadlineRelation.CONSISTENT
    if Status.ATTRIBUTED not in statuses:
        return HeadlineRelation.OVERCLAIMS
    attributed = [other for other in body if other.status is Status.ATTRIBUTED]
    return HeadlineRelation.OVERCLAIMS if all(map(_is_weak, attributed)) else HeadlineRelation.CONSISTENT


def _is_open(claim: Claim) -> bool:
    """Whether the text leaves it open whether it is so."""
    return claim.flagged or (claim.status is Status.ATTRIBUTED and _is_weak(claim))


def _is_weak(claim: Claim) -> bool:
    """Whether a claim comes from nobody that a reader could name, or through others; what is expected need not."""
    if any(ground.cue_class == "FORECAST" for ground in claim.evidence):
        return False
    return claim.source_id is None or any(ground.kind in _WEAK_ORIGIN for ground in claim.evidence)
