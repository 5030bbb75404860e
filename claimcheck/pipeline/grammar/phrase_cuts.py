"""Where a noun phrase is cut: its edges, its clauses, its appositions, what it is joined with.

The tree says most of it; commas, brackets and capitals say the rest where a parser may err.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from claimcheck.lang.speakers import speakers
from claimcheck.pipeline.grammar.names import fields_of, is_glue, is_named_article, is_proper, text_of
from claimcheck.pipeline.grammar.tree import Tree

__all__ = [
    "ARTICLES", "POSSESSIVES", "clauses_of", "has_noun", "head_of", "is_determiner", "is_participle", "joined",
    "segments", "trimmed",
]  # fmt: skip

ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"})
_EDGES = frozenset({"ADP", "PUNCT", "CCONJ", "SCONJ", "PART", "INTJ", "SPACE"})
_BREAKS = frozenset(",;:()[]–—") | {"--", "-"}
_RELATIVE_TAGS = frozenset({"WP", "WDT", "WP$", "WRB"})
_CLAUSAL = frozenset({"acl", "acl:relcl", "advcl", "advcl:relcl", "ccomp", "parataxis"})
_EXAMPLES = frozenset({"including", "among", "notably", "especially", "particularly", "such", "excluding"})
_SEAT = re.compile(r"[A-Z]|(?:[A-Z]{1,3} ?)?[-–] ?[A-Z][A-Za-z.]*")
"""Party and place of a politician, as American newsrooms write them."""
_LONGEST = 40
"""Tokens; a coordination that is longer is no name."""


def head_of(tree: Tree, tokens: Sequence[int]) -> int:
    """The noun that governs the others."""
    members = set(tokens)
    for token in tokens:
        if (tree.head[token] not in members or tree.head[token] == token) and tree.pos[token] in _NOMINAL:
            return token
    return tokens[-1]


def has_noun(tree: Tree, tokens: Sequence[int]) -> bool:
    """Whether a word among them can be a phrase's head."""
    return any(tree.pos[token] in ("NOUN", "PROPN", "PRON", "X", "NUM") for token in tokens)


def is_determiner(tree: Tree, token: int) -> bool:
    """Whether it is an article, a demonstrative, a possessive or the like."""
    if is_named_article(tree, token):
        return False
    word = tree.words[token]
    return tree.pos[token] == "DET" or tree.tags[token] == "PRP$" or word in ARTICLES or word == "another"


def trimmed(tree: Tree, tokens: Sequence[int]) -> tuple[int, ...]:
    """Without punctuation at the edges and words that only lead up to the phrase: "according to", "by", "citing"."""
    first, last = _after_dateline(tree, tokens), len(tokens)
    while first < last and _leads_up(tree, tokens[first]):
        first += 1
    while last > first and tree.pos[tokens[last - 1]] in _EDGES and tree.words[tokens[last - 1]] != ")":
        last -= 1
    return tuple(tokens[first:last])


def _after_dateline(tree: Tree, tokens: Sequence[int]) -> int:
    """Where the phrase begins when the tagger took a dateline into it: "GOMA, May 3 (Steppe Wire) — | A spokesman"."""
    if not tokens or not tree.text[tree.starts[tokens[0]] : tree.ends[tokens[0]]].isupper():
        return 0
    dashes = [place for place, token in enumerate(tokens) if tree.words[token] in ("—", "–", "--")]
    return dashes[0] + 1 if dashes else 0


def _leads_up(tree: Tree, token: int) -> bool:
    if tree.pos[token] in _EDGES:
        return True
    if tree.pos[token] == "ADV":
        return tree.deps[token] != "compound"
    return tree.pos[token] == "VERB" and tree.deps[token] not in ("amod", "compound") and tree.tags[token] != "VB"


def joined(tree: Tree, inside: Sequence[int]) -> list[tuple[int, ...]]:
    """The parts of a coordination: "Tchiani" and "President Putin"; none for "Food and Drug Administration"."""
    if not inside:
        return []
    if fields_of(tree, inside, speakers("en")):
        return []
    members, head = set(inside), head_of(tree, inside)
    starts = []
    for child in tree.children[head]:
        if tree.deps[child] != "conj" or child not in members or tree.pos[child] not in ("NOUN", "PROPN"):
            continue
        if tree.pos[head] == "PROPN" and _is_office(tree, child):
            return []
        link = tree.child(child, "cc")
        if link >= 0 and tree.entity[link] == "ORG":
            return []
        start = min(token for token in tree.subtree(child) if token in members)
        if not _is_called(tree, start, members):
            starts.append(start)
    cuts = [inside.index(start) for start in sorted(starts or _further_people(tree, inside))]
    parts = [tuple(inside[first:last]) for first, last in zip([0, *cuts], [*cuts, len(inside)], strict=True)]
    return parts if len(parts) > 1 and all(parts) and not _is_one_person(tree, parts) else []


def _further_people(tree: Tree, inside: Sequence[int]) -> list[int]:
    """Where the names begin that follow the first one behind a plural: "the candidates Rosa Lund and | Otto Brek"."""
    for before, token in pairwise(inside):
        if tree.tags[before] == "NNS" and tree.entity[token] == "PERSON" and token == before + 1:
            people = [other for other in tree.children[token] if tree.deps[other] == "conj" and other in inside]
            return [other for other in people if tree.entity[other] == "PERSON"]
    return []


def _is_office(tree: Tree, noun: int) -> bool:
    """Whether a lone noun after a name is what its bearer is: "Bill Sow, president and chief executive of the club"."""
    return tree.tags[noun] == "NN" and tree.child(noun, "det", "nmod:poss") < 0


def _is_called(tree: Tree, token: int, members: Collection[int]) -> bool:
    """Whether a person's name begins right after the noun that says what he or she is: "radio host | Bill Sow"."""
    before = token - 1 in members and tree.pos[token - 1] == "NOUN"
    return before and tree.entity[token] == "PERSON" and tree.entity[token - 1] != "PERSON"


def _is_one_person(tree: Tree, parts: Sequence[Sequence[int]]) -> bool:
    """Whether all parts say what one person is: "mill owner and radio host Bill Sow", but not "the mill and …"."""
    *others, last = parts
    named = any(_is_called(tree, token, last) for token in last)
    return named and all(_is_office(tree, head_of(tree, part)) and tree.tags[part[0]] != "DT" for part in others)


def clauses_of(tree: Tree, inside: Sequence[int]) -> tuple[tuple[tuple[int, ...], ...], tuple[int, ...]]:
    """Relative and participial clauses ("who asked not to be named"), and what is left without them."""
    members = set(inside)
    clauses: list[tuple[int, ...]] = []
    for token in inside:
        if token not in members or tree.head[token] not in members or tree.head[token] >= token:
            continue
        # "officials familiar with the talks"
        after_noun = tree.deps[token] == "amod" and any(child > token for child in tree.children[token])
        if tree.deps[token] in _CLAUSAL or after_noun:
            clause = tuple(part for part in tree.subtree(token) if part in members and part > tree.head[token])
            clause = _without_name_after(tree, clause)
            clauses.append(clause)
            members.difference_update(clause)
    for place, token in enumerate(inside):
        if (
            place
            and token in members
            and (tree.tags[token] in _RELATIVE_TAGS or is_participle(tree, token) or _is_told_of(tree, token))
        ):
            clause = tuple(part for part in inside[place:] if part in members)
            clauses.append(clause)
            members.difference_update(clause)
            break
    return tuple(sorted(clauses)), tuple(token for token in inside if token in members)


def _without_name_after(tree: Tree, clause: tuple[int, ...]) -> tuple[int, ...]:
    """Without a name that stands in apposition after the clause: "The company that owns the tanker, | Atlas Bulk"."""
    cut = len(clause)
    while cut and is_proper(tree, clause[cut - 1]) and tree.entity[clause[cut - 1]] != "PLACE":
        cut -= 1
    return clause[: cut - 1] if cut < len(clause) and cut > 1 and tree.words[clause[cut - 1]] == "," else clause


def _is_told_of(tree: Tree, token: int) -> bool:
    """Whether a verb says something of the noun, so that a tagger took too much: "a woman | can be heard"."""
    return tree.pos[token] == "AUX" and tree.tags[token] in ("MD", "VBZ", "VBP", "VBD")


def is_participle(tree: Tree, token: int) -> bool:
    """Whether a verb right after a noun begins a clause, whatever the tree says: "residents reached by phone"."""
    if not token or tree.pos[token] != "VERB" or tree.pos[token - 1] != "NOUN" or token + 1 == len(tree.pos):
        return False
    if tree.tags[token] == "VBD":
        return tree.words[token + 1] in ("by", "on", "in", "to", "from", "at")
    return tree.tags[token] in ("VBN", "VBG")


def segments(tree: Tree, kept: Sequence[int]) -> list[tuple[int, ...]]:
    """The core of the phrase and its appositions, cut at commas, brackets and dashes.

    What is in brackets is left out, and so is a segment that is no noun.
    """
    parts: list[list[int]] = [[]]
    anew = _appositions(tree, kept)
    depth = 0
    for token in kept:
        word = tree.words[token]
        if token in anew and parts[-1]:
            parts.append([])
        depth += word in "(["
        if word in _BREAKS and not is_glue(tree, token) and tree.pos[token] in ("PUNCT", "SYM"):
            depth -= word in ")]"
            parts.append([])
        elif not depth:
            parts[-1].append(token)
    found = [tuple(part) for part in parts if any(tree.pos[token] in _NOMINAL for token in part)]
    found = [part for place, part in enumerate(found) if not place or not _is_aside(tree, part)]
    if not found:
        return []
    joint = [found[0]]
    for part in found[1:]:
        head = head_of(tree, part)
        office = len(joint) == 1 and is_proper(tree, joint[0][-1]) and _is_office(tree, head)
        goes_on = tree.deps[head] == "conj" or tree.pos[part[0]] == "CCONJ"
        if (goes_on and not office) or not has_noun(tree, joint[0]):
            # "population, refugees and migration": it goes on with the segment that holds what it is joined to.
            place = next((place for place, other in enumerate(joint) if tree.head[head] in other), len(joint) - 1)
            first = joint[place][0]
            if part[-1] - first < _LONGEST:
                joint[place] = tuple(token for token in kept if first <= token <= part[-1])
        else:
            joint.append(part)
    return joint


def _is_aside(tree: Tree, part: Sequence[int]) -> bool:
    """Whether what follows a comma is no further name: "critics, including Ana Lund", "Ana Lund, D-Mass."."""
    return tree.words[part[0]] in _EXAMPLES or bool(_SEAT.fullmatch(text_of(tree, part)))


def _appositions(tree: Tree, kept: Sequence[int]) -> set[int]:
    """First words of appositions without a comma: "Amrullah Saleh | the head of …".

    A name is none: it goes on ("Radio Television | du Niger") or follows what it is called ("the website | Tana Éco").
    """
    members = set(kept)
    found = set()
    for token in kept:
        if tree.deps[token] == "appos" and tree.head[token] in members and tree.pos[token] != "NUM":
            first = tree.subtree(token)[0]
            if not is_proper(tree, first) and not is_named_article(tree, first):
                found.add(first)
    return found
