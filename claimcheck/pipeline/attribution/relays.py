"""Words that have gone through several hands, each told behind a comma, where the parse loses its way.

"The rudder had jammed, the captain told Interfax, according to the daily Morski Vestnik": the captain says it, and the
daily says that he does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.lang.cue import CueClass, Lexicon
from claimcheck.pipeline.attribution.reported import Speech
from claimcheck.pipeline.grammar.nouns import between_edges
from claimcheck.pipeline.grammar.predicate import is_finite
from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["relayed"]

_LONGEST = 9
"""Words of one who speaks, and of one who is told."""
_MOST = 5
"""Hands."""
_FEWEST = 3
"""Words of what is said."""
_NO_NAME = frozenset({"VERB", "AUX", "SCONJ", "PUNCT", "CCONJ"})


def relayed(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[Speech, ...]]:
    """For every sentence that ends in two or more reporting clauses their speeches, innermost first.

    Each has all that stands before its comma as content.
    """
    for first, last in tree.sentences:
        tokens = [token for token in range(first, last) if tree.pos[token] != "SPACE"]
        while tokens and tree.words[tokens[-1]] in (".", "!", "?"):
            tokens.pop()
        commas = [place for place, token in enumerate(tokens) if tree.words[token] == ","]
        found: list[Speech] = []
        end = len(tokens)
        for comma in reversed(commas):
            parts = _reporting(tree, tokens[comma + 1 : end], lexicon)
            if parts is None or len(found) == _MOST:
                break
            found.append(Speech(*parts, frozenset(between_edges(tree, tokens[:comma]))))
            end = comma
        if len(found) > 1 and end >= _FEWEST and any(is_finite(tree, token) for token in tokens[:end]):
            yield tuple(reversed(found))


def _reporting(tree: Tree, tokens: Sequence[int], lexicon: Lexicon) -> tuple[frozenset[int], frozenset[int]] | None:
    """Source and cue of a reporting clause: "the captain told Interfax", "according to the daily Morski Vestnik"."""
    if [tree.words[token] for token in tokens[:2]] == ["according", "to"]:
        return _named(tree, tokens[2:], frozenset(tokens[:2]))
    verb = next((place for place, token in enumerate(tokens) if tree.tags[token] in ("VBD", "VBZ", "VBP")), 0)
    if not verb or not _says(tree.lemmas[tokens[verb]], lexicon):
        return None
    told = tokens[verb + 1 :]
    if len(told) > _LONGEST or any(tree.pos[token] in _NO_NAME for token in told):
        return None
    return _named(tree, tokens[:verb], frozenset({tokens[verb]}))


def _named(tree: Tree, tokens: Sequence[int], cue: frozenset[int]) -> tuple[frozenset[int], frozenset[int]] | None:
    if not 0 < len(tokens) <= _LONGEST or any(tree.pos[token] in _NO_NAME for token in tokens):
        return None
    if not any(tree.pos[token] in ("NOUN", "PROPN", "PRON") for token in tokens) or tree.tags[tokens[0]] == "WDT":
        return None
    return frozenset(tokens), cue


def _says(lemma: str, lexicon: Lexicon) -> bool:
    return any(cue.cue_class is CueClass.REPORT and cue.pos == "VERB" for cue in lexicon.by_lemma.get(lemma, ()))
