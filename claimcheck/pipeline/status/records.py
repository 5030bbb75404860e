"""Which documents are records of office: those whose word settles what they record.

A register, a log or a payroll that a court, a ministry or the police keeps or has published; not a firm's own books.
Judgments, gazettes and audits need no owner: they are cues.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.domain import Span
from claimcheck.lang.cue import CueClass, Lexicon
from claimcheck.lang.speakers import speakers
from claimcheck.pipeline.grammar.cues import CueMatch
from claimcheck.pipeline.grammar.source_kinds import OFFICIAL_BODIES
from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["records_in"]

_OWNED = frozenset({"nmod:poss", "nmod", "compound", "amod"})
_CLAUSES = frozenset({"acl", "acl:relcl"})


def records_in(tree: Tree, cues: tuple[CueMatch, ...], lexicon: Lexicon) -> dict[int, Span]:
    """The words of every official document by the token that names it."""
    found = {match.token: match.span for match in cues if match.cue_class is CueClass.DOCUMENT}
    for noun, lemma in enumerate(tree.lemmas):
        if lemma in lexicon.words["record_nouns"] and noun not in found and any(_keepers(tree, noun, lexicon)):
            found[noun] = tree.span(noun, noun)
    return found


def _keepers(tree: Tree, noun: int, lexicon: Lexicon) -> Iterator[int]:
    """The words for authorities that keep or have published what a noun means."""
    for child in tree.children[noun]:
        if tree.deps[child] in _OWNED and _is_authority(tree, child):
            yield child
        published = tree.deps[child] in _CLAUSES and tree.lemmas[child] in lexicon.words["publishing_verbs"]
        for below in tree.children[child] if published else ():
            if tree.deps[below] in ("nsubj", "obl:agent", "obl") and _is_authority(tree, below):
                yield below


def _is_authority(tree: Tree, noun: int) -> bool:
    first = noun
    while first > 0 and tree.head[first - 1] == noun and tree.deps[first - 1] in ("compound", "amod"):
        first -= 1
    known = speakers("en").noun(tree.words[first : noun + 1], tree.lemmas[first : noun + 1])
    return known is not None and not known[0].person and known[0].kind in OFFICIAL_BODIES
