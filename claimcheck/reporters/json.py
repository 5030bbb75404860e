"""Reports as JSON, the contract for every script: schema version 1.0, described in ``docs/json-contract.md``.

Equal reports give equal bytes. All offsets are half-open Unicode code points into ``article.text``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from typing import Any

from claimcheck.domain import (
    Article,
    Attribution,
    Claim,
    Description,
    Evidence,
    Finding,
    Headline,
    Location,
    Mention,
    Report,
    Source,
    Span,
    Summary,
)

__all__ = ["dumps", "export", "schema", "to_document"]

_CONTEXT = 32
"""How many characters of a quotation's surroundings a selector gives, as annotation tools do."""

_SURROGATE = re.compile("[\ud800-\udfff]")

# JSON allows these inside strings, but programs that split text into lines break a record there.
_LINE_BREAKS = {ord(character): f"\\u{ord(character):04x}" for character in "\x85\u2028\u2029"}


def to_document(report: Report) -> dict[str, Any]:
    """The report as nested dictionaries and lists, in the order of the contract."""
    return {
        "schema_version": report.versions.schema,
        "claimcheck_version": report.versions.claimcheck,
        "model_version": report.versions.model,
        "language": report.article.language,
        "article": _article(report.article),
        "sources": [_source(source) for source in report.sources],
        "attributions": [_attribution(attribution) for attribution in report.attributions],
        "claims": [_claim(claim, report.article.text) for claim in report.claims],
        "findings": [_finding(finding, report) for finding in report.findings],
        "headline": None if report.headline is None else _headline(report.headline),
        "summary": _summary(report.summary),
    }


def dumps(document: Any, *, indent: int | None = None) -> str:
    """The text of a document, without a line break at its end; on one line unless an ``indent`` is given."""
    return json.dumps(document, ensure_ascii=False, allow_nan=False, indent=indent).translate(_LINE_BREAKS)


def export(reports: Iterable[Report], *, many: bool) -> Iterator[str]:
    """One document, or an array of ``many``, indented for people to read."""
    if not many:
        yield from (dumps(to_document(report), indent=2) + "\n" for report in reports)
        return
    before = "[\n"
    for report in reports:
        yield before + dumps(to_document(report), indent=2)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of :func:`to_document`'s result."""
    file = resources.files("claimcheck.reporters") / "schema" / "report-1.0.json"
    loaded: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return loaded


def _article(article: Article) -> dict[str, Any]:
    return {
        # A file's name may hold bytes that are no characters; readers let none into anything else.
        "path": _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", article.path),
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "text": article.text,
        "positions": article.positions,
        "blocks": [{"kind": block.kind.value, **_position(block.span)} for block in article.blocks],
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "id": source.id,
        "name": source.name,
        "kind": source.kind.value,
        "named": source.named,
        "description": None if source.description is None else _description(source.description),
        "state_controlled": None if source.state_controlled is None else source.state_controlled.value,
        "country": source.country,
        "aliases": list(source.aliases),
        "mentions": [_mention(mention) for mention in source.mentions],
    }


def _description(description: Description) -> dict[str, Any]:
    return {
        "role": description.role,
        "body": description.body,
        "basis": description.basis,
        "reason": description.reason,
        "count": description.count,
        "plural": description.plural,
    }


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        **_position(mention.span),
        "how": mention.how.value,
        "chain": list(mention.chain),
        "score": _rounded(mention.score),
    }


def _attribution(attribution: Attribution) -> dict[str, Any]:
    return {
        "id": attribution.id,
        "source": _pairs(attribution.source),
        "cue": _pairs(attribution.cue),
        "content": _pairs(attribution.content),
        "mode": attribution.mode.value,
        "source_id": attribution.source_id,
        "via": list(attribution.via),
        "channel": attribution.channel,
        "parent": attribution.parent,
        "score": _rounded(attribution.score),
    }


def _claim(claim: Claim, text: str) -> dict[str, Any]:
    return {
        "id": claim.id,
        "text": claim.text,
        "spans": _pairs(claim.spans),
        "standalone": claim.standalone,
        "scope": claim.scope.value,
        "kind": claim.kind.value,
        "attribution_id": claim.attribution_id,
        "source_id": claim.source_id,
        "via": list(claim.via),
        "origin_id": claim.origin_id,
        "status": None if claim.status is None else claim.status.value,
        "flagged": claim.flagged,
        "evidence": [_evidence(evidence) for evidence in claim.evidence],
        "same_as": list(claim.same_as),
        "confidence": _rounded(claim.confidence),
        "selectors": _selectors(claim.spans, text),
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "kind": evidence.kind.value,
        **_position(evidence.span),
        "text": evidence.text,
        "note": evidence.note,
        "from_claim": evidence.from_claim,
    }


def _selectors(spans: tuple[Span, ...], text: str) -> dict[str, Any] | None:
    """How annotation tools find the claim again: by its words, and by its place from first to last character."""
    if not spans:
        return None
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return {
        "quote": {
            "exact": text[start:end],
            "prefix": text[max(0, start - _CONTEXT) : start],
            "suffix": text[end : end + _CONTEXT],
        },
        "position": {"start": start, "end": end},
    }


def _finding(finding: Finding, report: Report) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        **_position(finding.primary),
        **_lines(report.place(finding)),
        "claim_id": finding.claim_id,
        "related": [
            {**_place(related.span, report.article), "message": related.message} for related in finding.related
        ],
        "suppressed": finding.suppressed,
        "reason": finding.reason,
    }


def _headline(headline: Headline) -> dict[str, Any]:
    return {
        "text": headline.text,
        **_position(headline.span),
        "form": headline.form.value,
        "relation": headline.relation.value,
        "claims": list(headline.claims),
    }


def _summary(summary: Summary) -> dict[str, Any]:
    return {
        "claims": summary.claims,
        "by_status": {status.value: count for status, count in summary.by_status},
        "sources": summary.sources,
        "unnamed_sources": summary.unnamed_sources,
        "flagged": summary.flagged,
    }


def _position(span: Span | None) -> dict[str, int | None]:
    return {"start": None, "end": None} if span is None else {"start": span.start, "end": span.end}


def _place(span: Span, article: Article) -> dict[str, int | None]:
    return {**_position(span), **_lines(article.locate(span))}


def _lines(location: Location) -> dict[str, int | None]:
    return {
        "line": location.line,
        "column": location.column,
        "end_line": location.end_line,
        "end_column": location.end_column,
    }


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _rounded(score: float) -> float:
    # More digits would be noise of the arithmetic, and differ from machine to machine.
    return round(float(score), 4)
