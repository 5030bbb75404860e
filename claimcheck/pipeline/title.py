"""A headline that is given apart from the text: its claims, though they stand at no offset.

The title is read as an article of one line. Its sources are those of the body where the names agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.domain import ClaimScope, Source, claim_ids
from claimcheck.pipeline.status.settling import Unsettled

__all__ = ["with_title"]


def with_title(
    title: Sequence[Unsettled], title_sources: Sequence[Source], body: Sequence[Unsettled], sources: Sequence[Source]
) -> tuple[tuple[Unsettled, ...], tuple[Source, ...]]:
    """All claims, the title's first, and all sources, the body's first.

    The claims of the title lose their spans, their evidence keeps its words; a source that the body does not have
    gets an id after the body's and no mentions.
    """
    known = {source.name: source.id for source in sources}
    added: list[Source] = []
    ids: dict[str, str] = {}
    used = {name for item in title for name in (item.claim.source_id, *item.claim.via)}
    used |= {ground.agent for item in title for ground in item.evidence}
    for source in title_sources:
        if source.id not in used:
            continue
        if source.name not in known:
            known[source.name] = f"s{len(sources) + len(added) + 1}"
            added.append(replace(source, id=known[source.name], mentions=()))
        ids[source.id] = known[source.name]
    moved = [
        replace(
            item,
            claim=replace(
                item.claim,
                spans=(),
                scope=ClaimScope.HEADLINE,
                attribution_id=None,
                source_id=ids.get(item.claim.source_id or ""),
                origin_id=ids.get(item.claim.origin_id or ""),
                via=tuple(ids[via] for via in item.claim.via),
            ),
            evidence=tuple(replace(ground, span=None, agent=ids.get(ground.agent or "")) for ground in item.evidence),
        )
        for item in title
    ]
    every = (*sources, *added)
    names = {source.id: source.name for source in every}
    # The body's claims are counted first, so that a title does not change their ids.
    claims = [item.claim for item in (*body, *moved)]
    counted = claim_ids([(claim.text, names.get(claim.source_id or "")) for claim in claims])
    titled = (
        replace(item, claim=replace(item.claim, id=name))
        for item, name in zip(moved, counted[len(body) :], strict=True)
    )
    return (*titled, *body), every
