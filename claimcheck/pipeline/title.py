"""A headline that is given apart from the text: its claims, though they stand at no offset.

The title is read as an article of one line. Its sources are those of the body where the names agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.domain import Claim, ClaimScope, Source, claim_ids

__all__ = ["without_offsets"]


def without_offsets(
    title_claims: Sequence[Claim],
    title_sources: Sequence[Source],
    claims: Sequence[Claim],
    sources: Sequence[Source],
) -> tuple[tuple[Claim, ...], tuple[Source, ...]]:
    """All claims, the title's first, and all sources, the body's first.

    The claims of the title lose their spans, their evidence keeps its words; a source that the body does not have
    gets an id after the body's and no mentions.
    """
    known = {source.name: source.id for source in sources}
    added: list[Source] = []
    ids: dict[str, str] = {}
    used = {claim.source_id for claim in title_claims} | {via for claim in title_claims for via in claim.via}
    for source in title_sources:
        if source.id not in used:
            continue
        if source.name not in known:
            known[source.name] = f"s{len(sources) + len(added) + 1}"
            added.append(replace(source, id=known[source.name], mentions=()))
        ids[source.id] = known[source.name]
    moved = [
        replace(
            claim,
            spans=(),
            scope=ClaimScope.HEADLINE,
            attribution_id=None,
            source_id=ids.get(claim.source_id or ""),
            origin_id=ids.get(claim.origin_id or ""),
            via=tuple(ids[via] for via in claim.via),
            same_as=(),
            evidence=tuple(replace(evidence, span=None, from_claim=None) for evidence in claim.evidence),
        )
        for claim in title_claims
    ]
    every = (*sources, *added)
    names = {source.id: source.name for source in every}
    # The body's claims are counted first, so that a title does not change their ids.
    counted = claim_ids([(claim.text, names.get(claim.source_id or "")) for claim in (*claims, *moved)])
    titled = (replace(claim, id=name) for claim, name in zip(moved, counted[len(claims) :], strict=True))
    return (*titled, *claims), every
