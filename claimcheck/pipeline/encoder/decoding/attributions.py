"""Segments into attributions: every cue with a source and its contents.

In the corpus (PolNeAR) a content belongs to one cue, a cue has one source or none, a source may have several cues, and
hardly a cue is without content or a source without a cue. So links are not chosen one by one: what each choice is
likely to be is weighed against who would be left alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from claimcheck.pipeline.encoder.decoding.links import Chances, Floats, Ints, LinkWeights, Spans, chances
from claimcheck.pipeline.encoder.decoding.segments import CONTENT, CUE, SOURCE, SPARE, Segment

_COMPANY = 3.0
"""What it is worth that a partner is not left alone, as a logarithm of a probability; chosen on PolNeAR dev."""
_LEAST = -9.0
"""Links less likely than this, as a logarithm, are not made for company's sake."""
_NEAR = 60
"""Words between a cue and the spare content it may take."""

Choice = tuple[int | None, float]
"""The number of the partner, None for none, and the probability of that choice."""


class Linked(NamedTuple):
    """Segments by label, in text order, and how they belong together."""

    segments: dict[int, list[Segment]]
    cue_sources: list[Choice]
    """For each cue its source; None too for a cue without content."""
    content_cues: list[Choice]
    """For each content its cue."""


def link(
    segments: dict[int, list[Segment]],
    spare: Sequence[Segment],
    vectors: Mapping[Segment, Floats],
    paragraph: Ints,
    sentence: Ints,
    of_sources: LinkWeights,
    of_contents: LinkWeights,
) -> Linked:
    """Which source each cue has and which cue each content; cues left without content may take one that was spare.

    ``vectors`` has one of every segment and spare; ``paragraph`` and ``sentence`` number every word's. Who says it
    stands in the sentence that says so: from another one a source is never taken, however lonely it is.
    """

    def spans(segments: Sequence[Segment]) -> Spans:
        words = np.array([(segment.first, segment.last) for segment in segments], np.int64).reshape(-1, 2)
        rows = np.array([vectors[segment] for segment in segments], np.float32)
        return Spans(words, rows.reshape(len(words), of_sources.product.shape[0]))

    def cues_of(contents: Sequence[Segment]) -> list[Chances]:
        return chances(spans(contents), cues, paragraph, cues.words, of_contents)

    cues = spans(segments[CUE])
    contents = segments[CONTENT]
    content_cues = partners(cues_of(contents), len(segments[CUE]))
    more = _taken(segments[CUE], spare, cues_of(spare), {cue for cue, _ in content_cues})
    if more:
        contents = sorted([*contents, *more], key=lambda segment: segment.first)
        content_cues = partners(cues_of(contents), len(segments[CUE]))
    busy = sorted({cue for cue, _ in content_cues if cue is not None})
    sources_of = chances(
        Spans(cues.words[busy], cues.vectors[busy]), spans(segments[SOURCE]), paragraph, cues.words, of_sources
    )
    heard = [
        _within(sentence, segments[CUE][cue], row, segments[SOURCE]) for cue, row in zip(busy, sources_of, strict=True)
    ]
    cue_sources: list[Choice] = [(None, 0.0)] * len(segments[CUE])
    for cue, choice in zip(busy, partners(heard, len(segments[SOURCE])), strict=True):
        cue_sources[cue] = choice
    return Linked({**segments, CONTENT: contents}, cue_sources, content_cues)


def _within(sentence: Ints, cue: Segment, row: Chances, sources: Sequence[Segment]) -> Chances:
    """The chances of those sources alone that share a sentence with a cue."""
    own = range(sentence[cue.first], sentence[cue.last] + 1)
    kept = [
        place
        for place, number in enumerate(row.partners.tolist())
        if sentence[sources[number].first] <= own[-1] and sentence[sources[number].last] >= own[0]
    ]
    return Chances(row.partners[kept], row.logs[kept], row.alone)


def partners(rows: Sequence[Chances], count: int) -> list[Choice]:
    """Each row's partner, one of ``count`` or none, so that few partners are without a row.

    Begins with the likeliest partner of each. Then every partner that nobody chose gets the row that loses least by it,
    from one that has others, as long as the loss is less than the partner's company is worth.
    """
    chosen: list[Choice] = []
    by_partner: list[list[tuple[int, float]]] = [[] for _ in range(count)]
    rows_of = [0] * count
    for row, (numbers, logs, alone) in enumerate(rows):
        best = int(logs.argmax()) if len(logs) and logs.max() > alone else None
        partner = None if best is None else int(numbers[best])
        chosen.append((partner, float(alone if best is None else logs[best])))
        if partner is not None:
            rows_of[partner] += 1
        for number, log in zip(numbers.tolist(), logs.tolist(), strict=True):
            if log > _LEAST:
                by_partner[number].append((row, log))
    for partner in range(count):
        if rows_of[partner]:
            continue
        gains = []
        for row, log in by_partner[partner]:
            before, now = chosen[row]
            if before is None or rows_of[before] > 1:
                gains.append((log - now + _COMPANY, row, log))
        gain, row, log = max(gains, key=lambda choice: choice[0], default=(0.0, 0, 0.0))
        if gain > 0:
            before, _ = chosen[row]
            if before is not None:
                rows_of[before] -= 1
            chosen[row] = (partner, log)
            rows_of[partner] = 1
    return [(partner, float(np.exp(log))) for partner, log in chosen]


def _taken(
    cues: Sequence[Segment], spare: Sequence[Segment], of_spare: Sequence[Chances], busy: set[int | None]
) -> list[Segment]:
    """The spare contents that cues without content take, cue after cue, none overlapping another."""
    wishes: dict[int, list[tuple[float, Segment]]] = {}
    for content, (numbers, logs, _) in zip(spare, of_spare, strict=True):
        for cue, log in zip(numbers.tolist(), logs.tolist(), strict=True):
            worth = content.probability * float(np.exp(log))
            if cue not in busy and worth > SPARE and abs(content.first - cues[cue].last) < _NEAR:
                wishes.setdefault(cue, []).append((worth, content))
    words: set[int] = set()
    taken: list[Segment] = []
    for cue in sorted(wishes):
        free = [wish for wish in wishes[cue] if words.isdisjoint(range(wish[1].first, wish[1].last + 1))]
        if free:
            _, content = max(free, key=lambda wish: wish[0])
            words.update(range(content.first, content.last + 1))
            taken.append(content)
    return taken
