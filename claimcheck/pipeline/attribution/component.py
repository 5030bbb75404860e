"""Component ``attribution``: who said what, as linked source, cue and content spans on ``doc._.attributions``.

The segments and their links come from the language model, which has learned the outermost attributions of news
(PolNeAR: Newell, Margolin & Ruths 2018); the inner ones come from the tree
(:mod:`claimcheck.pipeline.attribution.nesting`). In "The dam, the minister told Sputnik, had burst" the source is
"the minister", the cue "told Sputnik", the content the two pieces around them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from claimcheck.domain import Attribution, AttributionMode, BlockKind, Span
from claimcheck.pipeline.attribution.agreement import with_subjects
from claimcheck.pipeline.attribution.nesting import nested
from claimcheck.pipeline.encoder.component import READING, Reading
from claimcheck.pipeline.encoder.decoding.segments import CONTENT, CUE, SOURCE, Segment
from claimcheck.pipeline.extensions import register

_SILENT = frozenset({BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CREDIT, BlockKind.RELATED_LINK, BlockKind.EMBED})
"""Blocks in which nobody is quoted: "© Radio Television du Niger" names an owner, not a speaker."""
_OPENING = "“\"«„‘'"
_CLOSING = "”\"»“’'"


class AttributionFinder:
    """The spaCy component."""

    def __call__(self, doc: Doc) -> Doc:
        reading: Reading = doc.user_data[READING]
        silent = _silent(doc)
        # What the model missed and the grammar adds may want its subject, too.
        every = with_subjects(doc, nested(doc, tuple(with_subjects(doc, self.outermost(doc, reading)))))
        doc._.attributions = tuple(a for a in every if not _touch((*a.source, *a.cue, *a.content), silent))
        return doc

    def outermost(self, doc: Doc, reading: Reading) -> Iterator[Attribution]:
        """The attributions that the language model found, in the order of their cues, then contents without a cue."""
        silent = _silent(doc)
        # spaCy puts the text together at every asking.
        text = doc.text

        def span(segment: Segment) -> Span | None:
            first, last = doc[int(reading.words[segment.first])], doc[int(reading.words[segment.last])]
            found = Span(start=first.idx, end=last.idx + len(last))
            return None if _touch([found], silent) else found

        spans = {label: [span(s) for s in found] for label, found in reading.segments.items()}
        contents: dict[int | None, list[tuple[Span, float]]] = defaultdict(list)
        for content, (cue, chance) in zip(spans[CONTENT], reading.content_cues, strict=True):
            if content is not None:
                contents[cue].append((content, chance))
        number = 0
        for index, (cue_span, (source, chance)) in enumerate(zip(spans[CUE], reading.cue_sources, strict=True)):
            mine = contents.get(index, [])
            if cue_span is None or not mine:
                continue
            who = spans[SOURCE][source] if source is not None else None
            number += 1
            yield Attribution(
                id=f"a{number}",
                source=(who,) if who is not None else (),
                cue=(cue_span,),
                content=tuple(c for c, _ in mine),
                mode=_mode(text, [c for c, _ in mine]),
                score=round(chance * max(p for _, p in mine), 4),
            )
        for content, chance in contents.get(None, []):
            number += 1
            yield Attribution(
                id=f"a{number}",
                source=(),
                cue=(),
                content=(content,),
                mode=_mode(text, [content]),
                score=round(chance, 4),
            )


def _silent(doc: Doc) -> list[Span]:
    return [block.span for block in doc._.blocks if block.kind in _SILENT]


def _touch(spans: Iterable[Span], blocks: Sequence[Span]) -> bool:
    """Whether one of ``spans`` overlaps one of ``blocks``, which are in text order and disjoint."""
    for span in spans:
        before = bisect_left(blocks, span.end, key=lambda block: block.start) - 1
        if before >= 0 and span.overlaps(blocks[before]):
            return True
    return False


def _mode(text: str, contents: list[Span]) -> AttributionMode:
    """Direct if every piece stands in quotation marks, mixed if some words do, else indirect."""
    pieces = [c.of(text) for c in contents]
    if all(p[:1] in _OPENING and p.rstrip(".,;:")[-1:] in _CLOSING for p in pieces):
        return AttributionMode.DIRECT
    quoted = any(c in '“«„"' for p in pieces for c in p)
    return AttributionMode.MIXED if quoted else AttributionMode.INDIRECT


@Language.factory("claimcheck_attribution")
def make_attribution(nlp: Language, name: str) -> AttributionFinder:
    """spaCy factory ``claimcheck_attribution``; needs encoder and syntax before it."""
    register()
    return AttributionFinder()
