"""A stand-in for the language model, so that everything around it is tested in milliseconds."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import SimpleNamespace

import pytest
from hypothesis import settings

from claimcheck.analyze import _loaded
from claimcheck.domain import (
    Article,
    Attribution,
    AttributionMode,
    BlockKind,
    Claim,
    ClaimScope,
    Evidence,
    EvidenceKind,
    Source,
    SourceKind,
    Span,
    Status,
    claim_ids,
)

# The same examples in every run, and no verdict on how busy the machine is.
settings.register_profile("claimcheck", derandomize=True, deadline=None, database=None)
settings.load_profile("claimcheck")

_SCOPES = {BlockKind.PARAGRAPH: ClaimScope.BODY, BlockKind.HEADLINE: ClaimScope.HEADLINE}


@dataclass(frozen=True)
class Found:
    """What the stand-in finds in one article."""

    sources: tuple[Source, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    sentences: tuple[Span, ...] = ()
    model_version: str = "stand-in"


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


@pytest.fixture
def without_model(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The stand-in takes the place of the whole pipeline."""
    pipeline = SimpleNamespace(load=lambda sources: None, annotate=lambda articles, nlp: annotate(articles))
    package = SimpleNamespace(language=pipeline, startup=SimpleNamespace(prepare=lambda threads: None))
    monkeypatch.setitem(sys.modules, "claimcheck.pipeline", package)
    monkeypatch.setitem(sys.modules, "claimcheck.pipeline.language", pipeline)
    _loaded.cache_clear()
    yield
    _loaded.cache_clear()
