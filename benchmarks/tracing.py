"""Scoring of source mentions and nested attributions against GUM's coreference and discourse relations.

GUM marks for each attribution relation the words of the source (signal ``sem-atsrc``) and of the cue (``lex-indwd``),
and for each mention the entity it belongs to. Words are numbered through the document.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc
from spacy.vocab import Vocab

from benchmarks.corpora import Row, Sentence
from benchmarks.measures import Tally
from claimcheck.domain import Attribution, AttributionMode, Span

_DISCOURSE = re.compile(r"(?:^|\|)Discourse=([^|]*)")
_RELATION = re.compile(r"(?P<name>[\w-]+):(?P<unit>\d+)(?:->(?P<head>\d+):(?P<depth>-?\d+))?(?::(?P<signals>.*))?")
_MARK = re.compile(r"\((?P<one>[^(),]+)\)|\((?P<open>[^(),]+)|(?P<close>[^(),]+)\)")


@dataclass(frozen=True)
class Gold:
    """One attribution relation: the words of its source and its cue, and whether it stands in another's content."""

    source: tuple[int, ...]
    cue: tuple[int, ...]
    inner: bool


@dataclass
class _Unit:
    """An elementary discourse unit and its relation to the one it depends on."""

    relation: str
    head: int
    depth: int
    signals: str
    words: list[int] = field(default_factory=list)


def rows_of(document: Sequence[Sentence]) -> list[Row]:
    """The words of a document."""
    return [row for sentence in document for row in sentence.rows]


def doc_of(document: Sequence[Sentence], vocab: Vocab) -> tuple[Doc, list[int]]:
    """A document as a Doc with its paragraphs, and the token of each of its words."""
    words: list[str] = []
    spaces: list[bool] = []
    tokens: list[int] = []
    for sentence in document:
        if sentence.begins_paragraph and words:
            words.append("\n\n")
            spaces.append(False)
        for row in sentence.rows:
            tokens.append(len(words))
            words.append(row.text)
            spaces.append("SpaceAfter=No" not in row.misc)
    return Doc(vocab, words=words, spaces=spaces), tokens


def attributions(rows: Sequence[Row]) -> list[Gold]:
    """The attribution relations of a document.

    The content of a relation is the unit it points to with all that depends on that unit and is attached before it.
    """
    units: dict[int, _Unit] = {}
    unit: _Unit | None = None
    for number, row in enumerate(rows):
        told = _DISCOURSE.search(row.misc)
        relation = _RELATION.match(told[1].split(";")[0]) if told else None
        if relation is not None:
            unit = units[int(relation["unit"])] = _Unit(
                relation["name"], int(relation["head"] or 0), int(relation["depth"] or 0), relation["signals"] or ""
            )
        if unit is not None:
            unit.words.append(number)
    below: dict[int, list[int]] = defaultdict(list)
    for key, each in units.items():
        below[each.head].append(key)
    relations = [key for key, each in units.items() if each.relation.startswith("attribution")]
    inside: set[int] = set()
    for key in relations:
        waiting = [other for other in below[units[key].head] if other != key and units[other].depth < units[key].depth]
        inside.add(units[key].head)
        while waiting:
            other = waiting.pop()
            inside.add(other)
            waiting += below[other]
    return [
        Gold(_signalled(units[key].signals, "sem-atsrc"), _cue(rows, units[key]), key in inside) for key in relations
    ]


def _signalled(signals: str, name: str) -> tuple[int, ...]:
    """The words of a signal: "sem-atsrc-391-392,395-_" are the 391st, 392nd and 395th word."""
    found: list[int] = []
    for signal in signals.split("+"):
        parts = re.fullmatch(rf"{name}-([\d,-]+)-[^-]*", signal)
        for piece in parts[1].split(",") if parts else ():
            first, _, last = piece.partition("-")
            found += range(int(first) - 1, int(last or first))
    return tuple(found)


def _cue(rows: Sequence[Row], unit: _Unit) -> tuple[int, ...]:
    verbs = tuple(number for number in unit.words if rows[number].upos == "VERB")
    return _signalled(unit.signals, "lex-indwd") or verbs[:1]


def heads_of(document: Sequence[Sentence]) -> list[int]:
    """The governor of each word, -1 for roots."""
    heads: list[int] = []
    for sentence in document:
        base = len(heads)
        heads += [base + row.head - 1 if row.head else -1 for row in sentence.rows]
    return heads


@dataclass(frozen=True)
class Entity:
    """One mention of an entity: first and last word, the word that governs the others, and the entity's name."""

    first: int
    last: int
    head: int
    name: str


def mentions(rows: Sequence[Row], heads: Sequence[int], column: str = "Entity") -> list[Entity]:
    """All mentions of entities, names or not, one inside the other, by their last word.

    ``column`` is the name of what marks them: "Entity=(1-person-…)", or "Coref=(1),(4" for an entity that ends and one
    that begins.
    """
    marked = re.compile(rf"(?:^|\|){column}=([^|]*)")
    found: list[Entity] = []
    opened: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        told = marked.search(row.misc)
        for mark in _MARK.finditer(told[1]) if told else ():
            name, _, _ = (mark["one"] or mark["open"] or mark["close"]).partition("-")
            if mark["open"]:
                opened[name].append(number)
                continue
            first = number if mark["one"] else opened[name].pop() if opened[name] else None
            head = None if first is None else head_in(range(first, number + 1), heads)
            if first is not None and head is not None:
                found.append(Entity(first, number, head, name))
    return found


def head_in(words: Collection[int], heads: Sequence[int]) -> int | None:
    """The word of a phrase whose governor lies outside it."""
    return next((word for word in words if heads[word] not in words), None)


def given(doc: Doc, tokens: Sequence[int], golds: Sequence[Gold], known: Sequence[Entity]) -> list[Attribution]:
    """The gold attributions as the tagger would give them, without content; the source is its longest mention."""
    longest = {entity.head: entity for entity in sorted(known, key=lambda entity: entity.last - entity.first)}
    made = []
    for gold in golds:
        entity = next((longest[word] for word in gold.source if word in longest), None)
        if entity is None or not gold.cue:
            continue
        source = doc[tokens[entity.first] : tokens[entity.last] + 1]
        cue = [doc[tokens[word]] for word in gold.cue]
        made.append(
            Attribution(
                id=f"a{len(made) + 1}",
                source=(Span(start=source.start_char, end=source.end_char),),
                cue=tuple(Span(start=token.idx, end=token.idx + len(token)) for token in cue),
                content=(),
                mode=AttributionMode.INDIRECT,
            )
        )
    return made


class LinkTally:
    """Whether source mentions are linked to another mention of the same entity: the nearest before, else after."""

    def __init__(self) -> None:
        self._all, self._third = Tally(), Tally()

    def add(
        self, doc: Doc, tokens: Sequence[int], rows: Sequence[Row], golds: Sequence[Gold], known: Sequence[Entity],
        heads: Sequence[int],
    ) -> None:  # fmt: skip
        """Count one document whose sources are traced."""
        word_at = {doc[token].idx: word for word, token in enumerate(tokens)}
        names: dict[int, set[str]] = defaultdict(set)
        for entity in known:
            names[entity.head].add(entity.name)
        times = Counter(entity.name for entity in known)
        spans = {mention.span: source for source in doc._.sources for mention in source.mentions}
        place = {span: _words(span, word_at) for source in doc._.sources for span in (m.span for m in source.mentions)}
        for gold in golds:
            head = next((word for word in gold.source if names[word]), None)
            if head is None:
                continue
            again = any(times[name] > 1 for name in names[head])
            own = next((span for span in spans if head in place[span]), None)
            linked = None if own is None else _nearest(own, [m.span for m in spans[own].mentions])
            other = None if linked is None else head_in(place[linked], heads)
            right = other is not None and not names[other].isdisjoint(names[head])
            first_person = rows[head].text.lower() in ("i", "we", "me", "us", "you")
            for tally in (self._all,) if first_person else (self._all, self._third):
                tally.count(right and again, linked is not None, again)

    def scores(self) -> dict[str, dict[str, float]]:
        """Of all, and of those in the third person."""
        return {"all": self._all.scores(), "third_person": self._third.scores()}


def _words(span: Span, word_at: Mapping[int, int]) -> range:
    words = [word_at[place] for place in range(span.start, span.end) if place in word_at]
    return range(words[0], words[-1] + 1) if words else range(0)


def _nearest(own: Span, spans: Iterable[Span]) -> Span | None:
    others = [span for span in spans if not span.overlaps(own)]
    before = [span for span in others if span.end <= own.start]
    return max(before, key=lambda span: span.end) if before else min(others, key=lambda span: span.start, default=None)


def count_nested(doc: Doc, tokens: Sequence[int], golds: Sequence[Gold], inner: Tally, everything: Tally) -> None:
    """Count the attributions that stand inside others, and all; one is found if a cue word is shared."""
    found: list[tuple[set[int], bool]] = []
    word_of = {token: word for word, token in enumerate(tokens)}
    for made in doc._.attributions:
        cue = {
            word_of[token.i]
            for span in made.cue
            for token in doc.char_span(span.start, span.end, alignment_mode="expand") or ()
            if token.i in word_of
        }
        found.append((cue, made.parent is not None))
    for tally, nested_only in ((inner, True), (everything, False)):
        wanted = [gold for gold in golds if gold.inner or not nested_only]
        offered = [cue for cue, nested in found if nested or not nested_only]
        hit = sum(any(cue.intersection(gold.cue) for cue in offered) for gold in wanted)
        # An attribution that the relations know, but not as an inner one, is none.
        right = sum(any(cue.intersection(gold.cue) for gold in wanted) for cue in offered)
        tally.right += min(hit, right)
        tally.given += len(offered)
        tally.wanted += len(wanted)
