"""Small reports, made by hand out of words of their text."""

from __future__ import annotations

from claimcheck.domain import (
    Attribution,
    AttributionMode,
    Claim,
    Report,
    Source,
    SourceKind,
    Span,
    Status,
    Versions,
)
from claimcheck.readers.text import read_text


def span(text: str, words: str) -> Span:
    """Where words stand for the first time."""
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def report(
    text: str,
    *,
    claims: tuple[Claim, ...] = (),
    sources: tuple[Source, ...] = (),
    attributions: tuple[Attribution, ...] = (),
) -> Report:
    """A report of a text."""
    return Report(
        article=read_text(text, path="a.txt"),
        sources=sources,
        attributions=attributions,
        claims=claims,
        versions=Versions(claimcheck="0", model="none"),
    )


def source(name: str, kind: SourceKind = SourceKind.POLICE_COURTS, *, named: bool = True) -> Source:
    """A source under its name, which is its id, too."""
    return Source(id=name, name=name, kind=kind, named=named)


def claim(
    text: str,
    words: str,
    status: Status | None = Status.ASSERTED,
    *,
    by: str | None = None,
    via: tuple[str, ...] = (),
    attribution: str | None = None,
) -> Claim:
    """A claim that has exactly these words."""
    return Claim(
        id=words,
        spans=(span(text, words),),
        text=words,
        standalone=words,
        status=status,
        source_id=by,
        via=via,
        attribution_id=attribution,
    )


def attribution(
    text: str,
    who: str,
    cue: str,
    content: str,
    *,
    parent: str | None = None,
    channel: str | None = None,
) -> Attribution:
    """An attribution, whose content is its id; nobody says it where who is empty."""
    return Attribution(
        id=content,
        source=(span(text, who),) if who else (),
        cue=(span(text, cue),),
        content=(span(text, content),),
        mode=AttributionMode.INDIRECT,
        parent=parent,
        channel=channel,
    )
