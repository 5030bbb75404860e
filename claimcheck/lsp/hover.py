"""What is known about the claim under the cursor: its status, its source, the words that made it so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsprotocol.types import Hover, MarkupContent, MarkupKind, Position, PositionEncodingKind, Range

from claimcheck.domain import Claim, Report
from claimcheck.lsp.places import range_of

__all__ = ["hover"]

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")


def hover(report: Report, position: Position, encoding: PositionEncodingKind) -> Hover | None:
    """About the innermost claim at a position; None where there is none."""
    found = [
        (len(span), place, claim)
        for claim in report.claims
        for span in claim.spans
        if _holds(place := range_of(report.article.locate(span), report.article, encoding), position)
    ]
    if not found:
        return None
    _, place, claim = min(found, key=lambda one: one[0])
    text = "\n\n".join(_paragraphs(claim, report))
    return Hover(contents=MarkupContent(kind=MarkupKind.Markdown, value=text), range=place)


def _holds(place: Range, position: Position) -> bool:
    at = (position.line, position.character)
    return (place.start.line, place.start.character) <= at <= (place.end.line, place.end.character)


def _paragraphs(claim: Claim, report: Report) -> Iterator[str]:
    yield f"**{claim.kind if claim.status is None else claim.status}**: {_escaped(claim.standalone)}"
    names = {source.id: source.name for source in report.sources}
    if claim.source_id is None:
        yield "Source: none given"
    else:
        via = "".join(f", via {_escaped(names.get(one, one))}" for one in claim.via)
        yield f"Source: {_escaped(names.get(claim.source_id, claim.source_id))}{via}"
    grounds = [f"- {one.kind}: “{_escaped(one.text)}” {_escaped(one.note)}".rstrip() for one in claim.evidence]
    if grounds:
        yield "\n".join(grounds)


def _escaped(words: str) -> str:
    return _MARKUP.sub(r"\\\1", " ".join(words.split()))
