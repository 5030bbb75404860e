"""Parsed texts with their entities and attributions, without the language model: ``texts.txt`` read into ``Doc``s."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from spacy.tokens import Doc
from spacy.tokens import Span as Entity
from spacy.vocab import Vocab

from claimcheck.domain import Article, Attribution, AttributionMode, Block, BlockKind, Source, Span
from claimcheck.lang.speakers import speakers
from claimcheck.pipeline import extensions
from claimcheck.pipeline.sourcing.component import SourceFinder
from claimcheck.sources import shipped_registry

Sourced = Callable[..., Doc]


def _texts() -> dict[str, list[str]]:
    blocks = Path(__file__).with_name("texts.txt").read_text(encoding="utf-8").split("\n\n")[1:]
    return {lines[0].removeprefix("# "): lines[1:] for lines in (block.splitlines() for block in blocks)}


_TEXTS = _texts()


@pytest.fixture
def sourced() -> Sourced:
    """A function from a name in ``texts.txt`` to its ``Doc`` with sources.

    ``outlet``: who publishes the article. ``credit``: words of it that are a photo credit. ``nested``: all attributions
    but the first stand in its content.
    """
    extensions.register()
    finder = SourceFinder(shipped_registry(), speakers("en"))

    def make(name: str, *, outlet: str | None = None, credit: str = "", nested: bool = False) -> Doc:
        tree, entities, *attributions = _TEXTS[name]
        doc = _doc(tree)
        doc.set_ents(list(_entities(doc, entities)))
        doc._.attributions = tuple(_attributions(doc.text, attributions, nested=nested))
        start = doc.text.index(credit) if credit else 0
        kind, end = (BlockKind.CREDIT, start + len(credit)) if credit else (BlockKind.PARAGRAPH, len(doc.text))
        block = Block(kind=kind, span=Span(start=start, end=end))
        doc._.article = Article(path="-", text=doc.text, outlet=outlet, blocks=(block,))
        return finder(doc)

    return make


@pytest.fixture
def told(sourced: Sourced) -> Callable[..., list[tuple[str | None, list[str], str | None]]]:
    """A function from a name in ``texts.txt`` to every attribution's source, outlets and channel."""

    def make(name: str, **options: object) -> list[tuple[str | None, list[str], str | None]]:
        doc = sourced(name, **options)
        names = {source.id: source.name for source in doc._.sources}
        return [
            (names.get(found.source_id), [names[carrier] for carrier in found.via], found.channel)
            for found in doc._.attributions
        ]

    return make


@pytest.fixture
def sources(sourced: Sourced) -> Callable[..., list[Source]]:
    """A function from a name in ``texts.txt`` to its sources."""
    return lambda name, **options: list(sourced(name, **options)._.sources)


def _doc(tree: str) -> Doc:
    keys = ("words", "spaces", "lemmas", "pos", "tags", "deps", "heads")
    columns: dict[str, list[object]] = {key: [] for key in keys}
    for index, token in enumerate(tree.split(" ")):
        if token.startswith("¶"):
            form, pos, tag, relation = "¶", "SPACE", "_SP", token.rsplit("/", 1)[1]
        else:
            form, pos, tag, relation = token.rsplit("/", 3)
        relation, _, head = relation.partition(">")
        form, _, lemma = form.partition("=")
        word = "\n\n" if form == "¶" else form.removesuffix("~")
        row = (word, not form.endswith(("~", "¶")), lemma or word, pos, tag, relation, int(head or index + 1) - 1)
        for key, value in zip(columns, row, strict=True):
            columns[key].append(value)
    return Doc(Vocab(), **columns)  # type: ignore[arg-type]


def _entities(doc: Doc, line: str) -> Iterator[Entity]:
    place = 0
    for entity in line.removeprefix("@").strip().split(" ; "):
        label, _, words = entity.partition(" ")
        if words:
            start = doc.text.index(words, place)
            place = start + len(words)
            found = doc.char_span(start, place, label=label, alignment_mode="expand")
            assert found is not None
            yield found


def _attributions(text: str, lines: list[str], *, nested: bool) -> Iterator[Attribution]:
    for number, line in enumerate(lines, 1):
        parts = [part.strip() for part in line.removeprefix(">").split("|")]
        source, cue, content = (tuple(_spans(text, part, parts[0])) for part in parts)
        direct = parts[2].startswith(('"', "“"))
        yield Attribution(
            id=f"a{number}", source=source, cue=cue, content=content,
            mode=AttributionMode.DIRECT if direct else AttributionMode.INDIRECT,
            parent="a1" if nested and number > 1 else None,
        )  # fmt: skip


def _spans(text: str, part: str, source: str) -> Iterator[Span]:
    """The pieces of a part; those of cue and content nearest to the source."""
    place = text.index(source)
    for piece in filter(None, part.split(" … ")):
        start = text.find(piece, place)
        start = text.rindex(piece, 0, place + len(source)) if start < 0 else start
        yield Span(start=start, end=start + len(piece))
