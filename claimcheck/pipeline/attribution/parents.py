"""Which attribution stands inside which, and their order in the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.domain import Attribution, AttributionMode, Span
from claimcheck.pipeline.attribution.attributed import within_reach
from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["in_order", "tokens_of", "words_of"]


def in_order(
    tree: Tree, speeches: Sequence[Attribution], thoughts: Sequence[Attribution], quoted: Sequence[bool]
) -> tuple[Attribution, ...]:
    """All in text order, with ids and parents; a thought is the parent of none, and none without one."""

    def place(attribution: Attribution) -> tuple[int, int, int]:
        spans = (*attribution.source, *attribution.cue, *attribution.content)
        first = min(span.start for span in spans)
        return first, -max(span.end for span in spans), min((span.start for span in attribution.cue), default=first)

    around: dict[int, list[Attribution]] = {}
    for attribution in sorted(speeches, key=place):
        for token in words_of(tree, attribution, quoted):
            around.setdefault(token, []).append(attribution)
    parents = [(one, _parent(tree, one, around)) for one in (*speeches, *thoughts)]
    kept = [pair for number, pair in enumerate(parents) if number < len(speeches) or pair[1] is not None]
    kept.sort(key=lambda pair: place(pair[0]))
    ids = {id(attribution): f"a{number}" for number, (attribution, _) in enumerate(kept, 1)}
    return tuple(replace(one, id=ids[id(one)], parent=ids.get(id(parent))) for one, parent in kept)


def tokens_of(tree: Tree, spans: Sequence[Span]) -> Iterator[int]:
    """The tokens of all spans."""
    for span in spans:
        yield from tree.tokens(span)


def words_of(tree: Tree, attribution: Attribution, quoted: Sequence[bool]) -> Iterator[int]:
    """The content that is the source's for certain: quoted, or of the cue's own sentence."""
    near = {*tokens_of(tree, within_reach(tree, attribution))}
    for token in tokens_of(tree, attribution.content):
        if token in near or quoted[token] or attribution.mode is AttributionMode.DIRECT:
            yield token


def _parent(tree: Tree, inner: Attribution, around: dict[int, list[Attribution]]) -> Attribution | None:
    """The attribution with the shortest content in which all of ``inner`` stands."""
    anchor = next(tokens_of(tree, inner.cue or inner.source or inner.content))
    size = _size(inner.content)
    outer = [
        other
        for other in around.get(anchor, ())
        if _size(other.content) > size and all(_holds(other.content, span) for span in inner.content)
    ]
    return min(outer, key=lambda other: _size(other.content)) if outer else None


def _holds(spans: Sequence[Span], inner: Span) -> bool:
    return any(span.contains(inner) for span in spans)


def _size(spans: Sequence[Span]) -> int:
    return sum(map(len, spans))
