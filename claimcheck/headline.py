"""The headline against the body: how it puts what it claims, and how that stands to what the body establishes."""

from __future__ import annotations

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
    return Headline(text=text, span=span, form=form, relation=_relation(form, made, claims), claims=names)


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


def _relation(form: HeadlineForm, made: Sequence[Claim], claims: Sequence[Claim]) -> HeadlineRelation:
    """The gravest relation of a headline's claims to the body's claims that say the same.

    Of what the body says several times its firmest wording counts: a headline need not be more careful than that.
    Where no passage says the same, a flat headline over a lead that leaves it open overclaims all the same.
    """
    by_id = {claim.id: claim for claim in claims}
    found = []
    for claim in made:
        body = [by_id[name] for name in claim.same_as if by_id[name].scope is not ClaimScope.HEADLINE]
        if body or _opposed(claim):
            found.append(_of_claim(form, claim, [other for other in body if other.status is not None]))
    if not found and form is HeadlineForm.FLAT and any(claim.status is not None for claim in made):
        # The lead tells the headline's story, though in words of its own.
        lead = [claim for claim in claims if claim.scope is not ClaimScope.HEADLINE and claim.status is not None]
        if any(_is_open(claim) for claim in lead[:_LEAD]):
            return HeadlineRelation.OVERCLAIMS
    return next((relation for relation in _GRAVEST_FIRST if relation in found), HeadlineRelation.UNKNOWN)


_GRAVEST_FIRST = (
    HeadlineRelation.CONTRADICTS, HeadlineRelation.OVERCLAIMS, HeadlineRelation.CAUTIOUS, HeadlineRelation.CONSISTENT,
)  # fmt: skip


def _opposed(claim: Claim) -> bool:
    """Whether a passage of the body says the opposite."""
    return any(
        ground.kind in (EvidenceKind.FALSIFICATION, EvidenceKind.DENIAL) and ground.from_claim is not None
        for ground in claim.evidence
    )


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
    return claim.status is Status.UNCONFIRMED or (claim.status is Status.ATTRIBUTED and _is_weak(claim))


def _is_weak(claim: Claim) -> bool:
    """Whether a claim comes from nobody that a reader could name, or through others; what is expected need not."""
    if any(ground.cue_class == "FORECAST" for ground in claim.evidence):
        return False
    return claim.source_id is None or any(ground.kind in _WEAK_ORIGIN for ground in claim.evidence)
