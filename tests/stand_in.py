"""A stand-in for the language model, so that everything around it is tested in milliseconds.

It imports nothing that is for tests alone: processes that tests start come up sooner without.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from claimcheck.analyze import analyze_all
from claimcheck.domain import (
    Article,
    Attribution,
    AttributionMode,
    BlockKind,
    Claim,
    ClaimScope,
    Evidence,
    EvidenceKind,
    Report,
    Source,
    SourceKind,
    Span,
    Status,
    claim_ids,
)
from claimcheck.errors import AnalysisError

__all__ = ["MODULES", "VERSION", "analysed", "annotate"]

VERSION = "stand-in"
"""What stands in reports as the model's version."""

_SCOPES = {BlockKind.PARAGRAPH: ClaimScope.BODY, BlockKind.HEADLINE: ClaimScope.HEADLINE}


@dataclass(frozen=True)
class Found:
    """What the stand-in finds in one article."""

    sources: tuple[Source, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    sentences: tuple[Span, ...] = ()
    model_version: str = VERSION


def annotate(articles: Iterable[Article]) -> Iterator[Found]:
    """Every headline and paragraph is one claim; where police say so, it is theirs, and "claimed" makes it unconfirmed.

    An article that says "EXPLODE" raises, as a fault in the pipeline would.
    """
    for article in articles:
        if "EXPLODE" in article.text:
            raise IndexError("list index out of range")
        yield _found(article)


def _found(article: Article) -> Found:
    blocks = [block for block in article.blocks if block.kind in _SCOPES]
    texts = [block.span.of(article.text) for block in blocks]
    police = Source(id="police", name="Police", kind=SourceKind.POLICE_COURTS)
    attributions, claims = [], []
    for identity, block, text in zip(claim_ids((text, None) for text in texts), blocks, texts, strict=True):
        said = next((cue for cue in ("claimed", "said") if f"police {cue}" in text.lower()), None)
        attribution = None if said is None else f"a{len(attributions) + 1}"
        evidence = ()
        if said is not None and attribution is not None:
            start = block.span.start + text.index(said)
            cue = Span(start=start, end=start + len(said))
            attributions.append(
                Attribution(
                    id=attribution,
                    source=(Span(start=start - 7, end=start - 1),),
                    cue=(cue,),
                    content=(block.span,),
                    mode=AttributionMode.INDIRECT,
                    source_id="police",
                )
            )
            cue_class = "NONCOMMIT" if said == "claimed" else "REPORT"
            evidence = (Evidence(kind=EvidenceKind.CUE, span=cue, text=said, cue_class=cue_class),)
        claims.append(
            Claim(
                id=identity,
                spans=(block.span,),
                text=text,
                standalone=text,
                attribution_id=attribution,
                source_id=None if said is None else "police",
                status={None: Status.ASSERTED, "said": Status.ATTRIBUTED, "claimed": Status.UNCONFIRMED}[said],
                evidence=evidence,
                scope=_SCOPES[block.kind],
            )
        )
    return Found(
        sources=(police,) if attributions else (),
        attributions=tuple(attributions),
        claims=tuple(claims),
        sentences=tuple(block.span for block in blocks),
    )


def analysed(articles: Iterable[Article], sources: str | None) -> Iterator[Report | AnalysisError]:
    """The reports of articles, as checks ask for them."""
    return analyze_all(articles, annotate=annotate)


_LANGUAGE = SimpleNamespace(load=lambda sources: None, annotate=lambda articles, nlp: annotate(articles))
_STARTUP = SimpleNamespace(prepare=lambda threads: None)
MODULES: Mapping[str, Any] = {
    "claimcheck.pipeline": SimpleNamespace(language=_LANGUAGE, startup=_STARTUP),
    "claimcheck.pipeline.language": _LANGUAGE,
    "claimcheck.pipeline.encoder": SimpleNamespace(),
    "claimcheck.pipeline.encoder.model": SimpleNamespace(version_of=lambda: VERSION),
}
"""What takes the place of the whole pipeline in ``sys.modules``."""
