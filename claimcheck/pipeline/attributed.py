"""Attributions as the tree sees them: their tokens, the cue at work, and what the content is to the source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from claimcheck.domain import Attribution
from claimcheck.lang.cue import Lexicon
from claimcheck.pipeline.cues import CueMatch, cues_in
from claimcheck.pipeline.nesting import Standing, cue_of, standing
from claimcheck.pipeline.tree import Tree, tree_of

__all__ = ["Said", "chain", "said_in"]


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """One attribution."""

    attribution: Attribution
    source: frozenset[int]
    words: frozenset[int]
    """Tokens of the cue."""
    content: frozenset[int]
    cue: CueMatch | None
    standing: Standing


def said_in(doc: Doc, lexicon: Lexicon) -> tuple[Said, ...]:
    """``doc._.attributions`` in their order."""
    tree, cues = tree_of(doc), cues_in(doc)
    return tuple(_said(tree, cues, attribution, lexicon) for attribution in doc._.attributions)


def _said(tree: Tree, cues: tuple[CueMatch, ...], attribution: Attribution, lexicon: Lexicon) -> Said:
    source, words, content = (
        frozenset(token for span in spans for token in tree.tokens(span))
        for spans in (attribution.source, attribution.cue, attribution.content)
    )
    cue = cue_of(tree, cues, attribution)
    return Said(attribution, source, words, content, cue, standing(tree, cue, attribution, sorted(content), lexicon))


def chain(said: Said | None, by_id: dict[str, Said]) -> Iterator[Said]:
    """An attribution and those around it, innermost first."""
    while said is not None:
        yield said
        said = by_id.get(said.attribution.parent or "")
