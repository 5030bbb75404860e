"""How a text speaks of somebody: one noun phrase taken apart.

"Haiti's police chief, Wilner Toussaint-Roy, who asked not to be named" has the owner "Haiti", the noun "police chief",
the name "Wilner Toussaint-Roy" and one clause.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from claimcheck.lang.speakers import Noun, Pronoun, Speakers
from claimcheck.pipeline.grammar.names import Name, is_glue, is_named_article, is_proper, name_in, text_of
from claimcheck.pipeline.grammar.names_given import name_given
from claimcheck.pipeline.grammar.phrase_cuts import (
    ARTICLES,
    POSSESSIVES,
    clauses_of,
    has_noun,
    head_of,
    is_determiner,
    joined,
    segments,
    trimmed,
)
from claimcheck.pipeline.grammar.phrase_reach import tokens_around, widened
from claimcheck.pipeline.grammar.tree import Tree
from claimcheck.sources import Countries

__all__ = ["Phrase", "PhraseReader"]

_Tokens = tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase; members are tokens of the tree in text order."""

    tokens: _Tokens
    """All that it was read from, at least one."""
    head: int
    core: _Tokens
    """Without article, appositions and clauses: "two aides to the finance minister"."""
    group: _Tokens
    """What of the core stands between owner and complement: "aides"."""
    name: Name | None = None
    """The proper name, of the core or of an apposition."""
    nouns: tuple[Noun, ...] = ()
    """What it is called besides its name: "police chief"."""
    called: Noun | None = None
    """The one of them that stands right before the name: "website" in "the website Tana Éco"."""
    described: tuple[_Tokens, ...] = ()
    """The words of each of those descriptions, with owner and complement; empty where they are not known."""
    determiner: str = ""
    """In lower case: "the", "a", "another", "its"; empty when there is none."""
    owner: _Tokens = ()
    """"Haiti" in "Haiti's police chief"."""
    complement: _Tokens = ()
    """With its preposition: "to the finance minister"."""
    clauses: tuple[_Tokens, ...] = ()
    """Relative and participial clauses: "who asked not to be named"."""
    pronoun: Pronoun | None = None
    together: tuple[Phrase, ...] = ()
    """The phrases of a coordination, this one first: "Tchiani and President Putin"."""
    plural: bool = False
    count: int | None = None
    two_people: bool = False
    """Whether it names two people who cannot be one, so that a tagger must have taken too much for it."""

    @property
    def all_nouns(self) -> tuple[Noun, ...]:
        """Its nouns and the offices that stand as titles before its name."""
        return (*(self.name.offices if self.name else ()), *self.nouns)


_REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves"})
_QUANTIFIERS = frozenset({
    "another", "some", "any", "every", "each", "both", "no", "all", "several", "many", "few", "most", "other",
    "numerous",
})  # fmt: skip
_PARTS = frozenset({
    "one", "some", "many", "most", "several", "none", "any", "each", "both", "all", "few", "majority", "number",
    "dozen", "hundred", "thousand", "handful", "pair", "couple", "two", "three", "four", "five", "six", "half",
    "percent", "%", "third", "quarter", "plurality", "lot", "part", "rest",
})  # fmt: skip
_NUMBERS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=1
    )
}


class PhraseReader:
    """Reads the phrases of one tree."""

    def __init__(self, tree: Tree, speakers: Speakers, countries: Countries) -> None:
        self._tree = tree
        self._speakers = speakers
        self._countries = countries

    def at(self, noun: int) -> Phrase | None:
        """The phrase that holds a token."""
        return self.read(tokens_around(self._tree, noun))

    def of_source(self, tokens: Sequence[int], cue: Collection[int], content: Collection[int]) -> Phrase | None:
        """The phrase of a source span, read as far as it reaches beyond the span into what nothing else takes."""
        return self.read(widened(self._tree, tokens, cue, content))

    def read(self, tokens: Sequence[int]) -> Phrase | None:
        """The phrase in ``tokens``, or None when they hold no noun.

        Words that only attach it ("according to", "by") and punctuation at its edges are no part of it.
        """
        tree = self._tree
        inside = trimmed(tree, tokens)
        parts = joined(tree, inside)
        if parts:
            return self._of_several(inside, parts)
        clauses, kept = clauses_of(tree, inside)
        found = segments(tree, kept)
        if not found:
            return None
        core, *appositions = found
        if len(core) > 1 and tree.words[core[-1]] in _REFLEXIVES:
            core = core[:-1]
        pronoun = self._speakers.pronouns.get(tree.words[core[0]]) if len(core) == 1 else None
        if pronoun is not None:
            return Phrase(
                tokens=inside, head=core[0], core=core, group=core, pronoun=pronoun, clauses=clauses,
                plural=pronoun.number == "plural",
            )  # fmt: skip
        return self._of_segments(inside, core, appositions, clauses)

    def _of_several(self, inside: _Tokens, parts: Sequence[_Tokens]) -> Phrase | None:
        read = [self.read(part) for part in parts]
        together = tuple(phrase for phrase in read if phrase is not None)
        if len(together) < len(parts):
            return read[0]
        return replace(together[0], tokens=inside, together=together, plural=True)

    def _of_segments(
        self, inside: _Tokens, core: _Tokens, appositions: Sequence[_Tokens], clauses: tuple[_Tokens, ...]
    ) -> Phrase | None:
        tree = self._tree
        determiner = tree.words[core[0]] if len(core) > 1 and is_determiner(tree, core[0]) else ""
        whole = core[1:] if determiner in ARTICLES else core
        owner, group, complement = self._parts(whole)
        count = self._count(group)
        plain = self._plain(group)
        part = self._partitive(plain or group, complement)
        if part is not None:
            plain, complement = part
        if not plain:
            return None
        name = name_in(tree, plain, complement, self._speakers, definite=bool(determiner))
        before, around = plain, whole
        if name is not None:
            complement = tuple(token for token in complement if token not in name.tokens)
            before = tuple(token for token in plain if token < name.first)
            around = tuple(token for token in whole if token not in name.tokens)
        called = self._noun(before)
        nouns = [(called, around)] if called is not None else []
        two_people = False
        for apposition in appositions:
            named, words = self._of_apposition(apposition)
            two_people = two_people or self._are_two(name, named)
            name = name or named
            noun = self._noun(words)
            if noun is not None:
                nouns.append((noun, apposition))
        if name is None:
            name = name_given(tree, clauses, self._speakers)
        own = name is not None and name.tokens[0] in plain
        head = head_of(tree, name.tokens if name is not None and own else plain)
        several = (count or 1) > 1
        return Phrase(
            tokens=inside, head=head, core=whole, group=plain, name=name, nouns=tuple(noun for noun, _ in nouns),
            called=called if own else None, described=tuple(words for _, words in nouns), determiner=determiner,
            owner=owner, complement=complement, clauses=clauses, count=count, two_people=two_people,
            plural=several if part is not None and count else several or tree.tags[head] in ("NNS", "NNPS"),
        )  # fmt: skip

    def _are_two(self, name: Name | None, other: Name | None) -> bool:
        tree = self._tree
        if name is None or other is None:
            return False
        if not all(tree.entity[token] == "PERSON" for token in (*name.tokens, *other.tokens)):
            return False
        return {tree.words[token] for token in name.tokens}.isdisjoint(tree.words[token] for token in other.tokens)

    def _of_apposition(self, apposition: _Tokens) -> tuple[Name | None, _Tokens]:
        """Name and noun group of an apposition: "president" of "the club's former president"."""
        tree = self._tree
        determined = len(apposition) > 1 and is_determiner(tree, apposition[0])
        _, group, _ = self._parts(apposition[1:] if determined else apposition)
        plain = self._plain(group)
        name = name_in(tree, plain, (), self._speakers, definite=determined or plain[:1] != apposition[:1])
        if name is not None:
            plain = tuple(token for token in plain if token < name.first)
        return name, plain

    def _parts(self, core: _Tokens) -> tuple[_Tokens, _Tokens, _Tokens]:
        """Owner, group and complement of a core."""
        tree = self._tree
        if not core:
            return (), (), ()
        head = head_of(tree, core)
        # "a University of Texas biologist": the preposition belongs to a word before the head.
        below = tree.subtree(head) if tree.pos[head] == "NOUN" else []
        cut = next(
            (
                place
                for place, token in enumerate(core)
                if place and tree.pos[token] == "ADP" and has_noun(tree, core[:place])
                and (head < token or token not in below)
            ),
            len(core),
        )  # fmt: skip
        group, complement = core[:cut], core[cut:]
        owner: _Tokens = ()
        for place in range(len(group) - 1, 0, -1):
            if tree.words[group[place]] in POSSESSIVES and tree.pos[group[place]] != "PUNCT":
                if place + 1 == len(group):
                    group = group[:place]
                elif not self._is_in_name(group[:place], group[place + 1 :]):
                    owner, group = group[:place], group[place + 1 :]
                break
        if not owner and len(group) > 1 and tree.tags[group[0]] == "PRP$":
            owner, group = group[:1], group[1:]
        return owner, group, complement

    def _is_in_name(self, owner: Sequence[int], rest: Sequence[int]) -> bool:
        """Whether a possessive stands inside a name: "National Garment Workers' League", but not "Germany's Merkel"."""
        tree, last = self._tree, owner[-1]
        if not all(is_proper(tree, token) for token in (last, *rest)):
            return False
        if tree.entity[last] in ("PLACE", "PERSON") or tree.entity[rest[-1]] == "PERSON":
            return False
        if self._countries.code_of(text_of(tree, owner)) is not None:
            return False
        return tree.entity[last] == "ORG" or tree.tags[last] == "NNPS" or tree.words[last].endswith("s")

    def _plain(self, group: Sequence[int]) -> _Tokens:
        """The group without numbers and quantifiers before its noun."""
        tree, first = self._tree, 0
        while first < len(group) - 1 and not is_named_article(tree, group[first]):
            token = group[first]
            loose = tree.pos[token] in ("PUNCT", "ADP", "CCONJ", "PART") and not is_glue(tree, token)
            if tree.words[token] not in _QUANTIFIERS and tree.pos[token] not in ("NUM", "DET", "ADV") and not loose:
                break
            first += 1
        return tuple(group[first:])

    def _partitive(self, group: Sequence[int], complement: Sequence[int]) -> tuple[_Tokens, _Tokens] | None:
        """Group and complement of what "one of …", "dozens of …" is a part of."""
        tree = self._tree
        if not complement or tree.words[complement[0]] != "of" or len(group) != 1:
            return None
        if tree.lemmas[group[0]] not in _PARTS and tree.words[group[0]] not in _PARTS:
            return None
        inner = tuple(complement[1:])
        while len(inner) > 1 and is_determiner(tree, inner[0]):
            inner = inner[1:]
        _, rest, further = self._parts(inner)
        return (self._plain(rest), further) if rest else None

    def _count(self, group: Sequence[int]) -> int | None:
        for token in group:
            word = self._tree.words[token]
            if word in _NUMBERS:
                return _NUMBERS[word]
            if self._tree.pos[token] in ("NOUN", "PROPN"):
                return None
            if self._tree.pos[token] == "NUM" and word.isdecimal():
                return int(word)
        return None

    def _noun(self, words: Sequence[int]) -> Noun | None:
        if not words:
            return None
        tree = self._tree
        for end in (len(words), words.index(head_of(tree, words)) + 1):
            part = words[:end]
            if end < len(words) and tree.pos[words[end]] == "NOUN":
                # Of "reality television star" the last noun tells, whatever governs in the tree.
                continue
            found = self._speakers.noun([tree.words[token] for token in part], [tree.lemmas[token] for token in part])
            if found is not None:
                return found[0]
        return None
