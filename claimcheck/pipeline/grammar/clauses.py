"""Cutting a stretch of a sentence into clauses that each say one thing, without losing a word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.domain import Span
from claimcheck.lang.cue import Lexicon
from claimcheck.pipeline.grammar.predicate import SUBJECTS, is_predicate, is_told
from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["can_claim", "clauses", "root_of", "tells", "trimmed"]

_OPENING = "\"'“‘„«‹([–—-…"
_CLOSING = "\"'”’»›)]–—-,;:."
_MODIFYING = frozenset({"acl:relcl", "acl", "advcl", "advcl:relcl"})
_LINKED = frozenset({"conj", "parataxis", "advcl"})
_LINKS = frozenset({
    "that", "and", "but", "or", "nor", "yet", "so", "because", "since", "as", "after", "when", "while", "although",
    "though", "whereas",
})  # fmt: skip


def root_of(tree: Tree, tokens: Sequence[int]) -> int:
    """The word that governs the others: the one with the most of ``tokens`` below it whose head is not among them."""
    inside = set(tokens)
    roots = [token for token in tokens if tree.head[token] == token or tree.head[token] not in inside]
    if len(roots) == 1 and (is_predicate(tree, roots[0]) or not any(is_told(tree, token) for token in tokens)):
        return roots[0]
    if len(roots) == 1:
        # A name that the parse took for the head of a sentence.
        told = [token for token in tokens if is_told(tree, token) and tree.deps[token] not in _MODIFYING]
        return min(told, key=lambda token: _depth(tree, token), default=roots[0])
    predicates = [token for token in roots if is_predicate(tree, token)] or roots or list(tokens)
    return max(predicates, key=lambda token: (sum(below in inside for below in tree.subtree(token)), -token))


def clauses(tree: Tree, tokens: Sequence[int], lexicon: Lexicon, *, subordinate: bool) -> list[list[int]]:
    """``tokens`` of one sentence as groups, each with one main predicate, in text order of their roots.

    Coordinated clauses are cut where each has its own subject. With ``subordinate``, finite clauses under "after",
    "since", "although" … stand alone too ("Since he fled, his brother has run the firm"), and so does what "if" opens.
    """
    inside = set(tokens)
    starts = {token for token in tokens if tree.head[token] == token or tree.head[token] not in inside}
    linked = [token for token in tokens if tree.deps[token] in _LINKED and token not in starts and is_told(tree, token)]
    for token in sorted(linked, key=lambda token: _depth(tree, token)):
        head, relation = tree.head[token], tree.deps[token]
        if relation == "conj":
            # "that a pipe had burst and that he had left": the second "that" tells even where the first verb is lost.
            apart = is_predicate(tree, head) or tree.child(token, "mark") >= 0
        elif relation == "parataxis":
            apart = token > head
        else:
            apart = subordinate and head in starts and _stands_alone(tree, token, lexicon)
        if apart:
            starts.add(token)
    groups: dict[int, list[int]] = {}
    owner: dict[int, int] = {}
    for token in tokens:
        groups.setdefault(_owner(tree, token, starts, owner), []).append(token)
    return _joined(tree, groups)


def _depth(tree: Tree, token: int) -> int:
    return sum(1 for _ in tree.above(token))


def _owner(tree: Tree, token: int, starts: set[int], owner: dict[int, int]) -> int:
    path = []
    at = token
    while at not in starts and at not in owner:
        path.append(at)
        at = tree.head[at]
    found = owner.get(at, at)
    for step in path:
        owner[step] = found
    return found


def _stands_alone(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    markers = {tree.words[child] for child in tree.children[index] if tree.deps[child] in ("mark", "advmod")}
    return bool(markers & (lexicon.words["factive_marks"] | lexicon.words["conditional_marks"]))


def _joined(tree: Tree, groups: dict[int, list[int]]) -> list[list[int]]:
    """Groups that say nothing by themselves go to the one before them, or to the first that says something."""
    ordered = sorted(groups.items(), key=lambda pair: pair[1][0])
    telling = [root for root, _ in ordered if is_predicate(tree, root)]
    if not telling:
        return [sorted(token for _, group in ordered for token in group)] if ordered else []
    result: dict[int, list[int]] = {root: list(groups[root]) for root in telling}
    previous = telling[0]
    for root, group in ordered:
        if root in result:
            previous = root
        else:
            result[previous].extend(group)
    return [sorted(group) for _, group in sorted(result.items(), key=lambda pair: min(pair[1]))]


def trimmed(tree: Tree, tokens: Iterable[int], root: int) -> tuple[Span, ...]:
    """The spans of ``tokens`` without edge punctuation, quotation marks, and the words that only link the clause.

    ``root`` is the clause's predicate: "that", "and", "even after" before it go, "Since taking power" inside it stays.
    A quotation mark or bracket stays where its partner is inside: "the roots were “too short”".
    """
    kept = sorted(tokens)
    while len(kept) > 1 and (_falls_off(tree, kept, kept[0], _OPENING + _CLOSING) or _links(tree, kept, root)):
        kept.pop(0)
    while kept and (_falls_off(tree, kept, kept[-1], _CLOSING + _OPENING) or _is_left_over(tree, kept)):
        kept.pop()
    return _without_loose_ends(tree, kept)


def _is_left_over(tree: Tree, kept: list[int]) -> bool:
    """Whether the last word opens a clause that is not here: "that" of "aware of reports that …"."""
    last = kept[-1]
    return (tree.deps[last] == "mark" or tree.tags[last] == "WRB") and tree.head[last] not in kept


def _links(tree: Tree, kept: list[int], root: int) -> bool:
    first = kept[0]
    if tree.deps[first] == "cc":
        return True
    if tree.head[first] != root:
        return False
    if tree.deps[first] == "mark" or (tree.words[first] == "when" and tree.deps[first] == "advmod"):
        return tree.words[first] in _LINKS
    return tree.words[first] == "even" and tree.deps[kept[1]] == "mark"


_PARTNERS = {"(": ")", "[": "]", "“": "”", "‘": "’", "„": "“”", "«": "»", '"': '"', "'": "'"}
_OPENERS = {
    closer: "".join(opener for opener, closers in _PARTNERS.items() if closer in closers)
    for closer in "".join(_PARTNERS.values())
}


def _falls_off(tree: Tree, kept: list[int], token: int, marks: str) -> bool:
    word = tree.words[token]
    if tree.pos[token] not in ("PUNCT", "SYM") and word not in marks:
        return False
    if len(word) > 1 and word not in ("...", "--", "''", "``"):
        return False
    partners = _PARTNERS.get(word) if token == kept[0] else _OPENERS.get(word)
    # A pair around a part of the words belongs to them; a pair around all of them does not.
    inner = kept[1:-1]
    return not (partners and any(tree.words[other] in partners for other in inner))


def _without_loose_ends(tree: Tree, kept: list[int]) -> tuple[Span, ...]:
    spans = []
    for span in tree.spans(kept):
        text = tree.text[span.start : span.end]
        start = span.start + len(text) - len(text.lstrip(" ,;:\u00a0\n"))
        end = span.end - (len(text) - len(text.rstrip(" ,;:\u00a0\n")))
        if start < end and any(character.isalnum() for character in tree.text[start:end]):
            spans.append(Span(start=start, end=end))
    return tuple(spans)


def can_claim(tree: Tree, tokens: Iterable[int]) -> bool:
    """Whether words can be a claim at all: a clause, or a noun with something said about it."""
    words = [token for token in tokens if tree.pos[token] not in ("PUNCT", "DET", "ADP", "CCONJ", "PART")]
    return any(is_predicate(tree, token) for token in words) or len(words) > 1


def tells(tree: Tree, root: int) -> bool:
    """Whether a clause tells something by itself: it is finite, or has a subject and no governor."""
    return is_told(tree, root) or (tree.head[root] == root and tree.child(root, *SUBJECTS) >= 0)
