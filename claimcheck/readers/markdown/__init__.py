"""Markdown (``.md``): the article is the text without its markup; lines and columns are the file's.

The headline is the ``title`` of the front matter, else the first heading of the first level. What is bold, linked or
escaped stands in the text without asterisks, addresses and backslashes. Fenced code and tables are kept as embeds.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter

from markdown_it import MarkdownIt
from markdown_it.token import Token

from claimcheck.domain import Article, Block, BlockKind, normalised
from claimcheck.readers.blocks import arrange
from claimcheck.readers.files import checked, decoded, sound
from claimcheck.readers.markdown.canvas import Canvas, Piece
from claimcheck.readers.markdown.front_matter import FrontMatter, front_matter
from claimcheck.readers.markdown.html import html_blocks
from claimcheck.readers.markdown.inline import Extract, extracts, parser
from claimcheck.readers.paragraphs import Paragraph

__all__ = ["read"]

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_CONTAINERS = {"list_item": BlockKind.LIST_ITEM, "blockquote": BlockKind.BLOCKQUOTE}
_Found = tuple[BlockKind | None, list[Piece]]


def read(data: bytes, path: str) -> Article:
    """The article in the bytes of a Markdown file. Raises an :class:`~claimcheck.errors.InputError`."""
    lines = _LINE_BREAK.split(sound(decoded(data, path), path))
    front = front_matter(lines)
    found = list(_blocks([""] * front.lines + lines[front.lines :]))
    canvas = Canvas()
    for kind, pieces in _with_headline(found, front):
        canvas.add(kind, pieces)
    text = checked(canvas.text, path)
    return Article(
        path=path,
        text=text,
        outlet=front.outlet,
        published=front.published,
        blocks=_arranged(text, canvas),
        source_map=canvas.source_map(lines),
        notes=canvas.notes(),
    )


def _arranged(text: str, canvas: Canvas) -> tuple[Block, ...]:
    paragraphs = [(Paragraph(span=span, group=i, lines=1), kind) for i, (span, kind) in enumerate(canvas.blocks)]
    return arrange(text, paragraphs)


def _with_headline(found: list[_Found], front: FrontMatter) -> Iterator[_Found]:
    """The blocks with no more than one headline: the front matter's title, or the first heading of the first level."""
    title = _words(front.title)
    first = next((i for i, (kind, _) in enumerate(found) if kind is BlockKind.HEADLINE), None)
    if title and (first is None or normalised(_words(found[first][1])) != title):
        yield BlockKind.HEADLINE, list(front.title)
        first = None
    for i, (kind, pieces) in enumerate(found):
        yield (None if kind is BlockKind.HEADLINE and i != first else kind), pieces


def _words(pieces: list[Piece] | tuple[Piece, ...]) -> str:
    return normalised("".join(piece.words for piece in pieces))


def _blocks(lines: list[str]) -> Iterator[_Found]:
    """The blocks of the document, a heading of the first level as a headline."""
    markdown = parser()
    references: dict[str, object] = {}
    within: list[BlockKind] = []
    opened: Token | None = None
    in_table = False
    for token in markdown.parse("\n".join(lines), references):
        name = token.type.removesuffix("_open").removesuffix("_close")
        if name in _CONTAINERS:
            if token.nesting > 0:
                within.append(_CONTAINERS[name])
            else:
                within.pop()
        elif name == "table":
            in_table = token.nesting > 0
            if in_table:
                yield from _raw(lines, token)
        elif token.type == "fence":
            yield from _raw(lines, token, fenced=True)
        elif token.type == "html_block" and token.map is not None:
            yield from html_blocks(lines[token.map[0] : token.map[1]], token.map[0] + 1)
        elif token.type == "inline" and not in_table:
            kind = within[-1] if within else None
            if opened is not None and opened.tag == "h1" and not within:
                kind = BlockKind.HEADLINE
            markup = opened.markup if opened is not None and opened.markup.startswith("#") else ""
            yield from _paragraph(token, kind, markup, lines, markdown, references)
        opened = token


def _raw(lines: list[str], token: Token, *, fenced: bool = False) -> Iterator[_Found]:
    """The lines of a table or of fenced code as they stand, one embed."""
    start, end = token.map or (0, 0)
    pieces: list[Piece] = []
    for number in range(start + fenced, end):
        line = lines[number]
        if fenced and line.strip().endswith(token.markup) and not line.strip().strip(token.markup):
            break
        pieces.append(Piece(words=line, line=number + 1, column=1))
        pieces.append(Piece(words="\n", line=number + 1, column=len(line) + 1, width=1))
    yield BlockKind.EMBED, pieces


def _paragraph(
    token: Token,
    kind: BlockKind | None,
    markup: str,
    lines: list[str],
    markdown: MarkdownIt,
    references: dict[str, object],
) -> Iterator[_Found]:
    """A paragraph or a heading; one that begins with a picture is its caption, and footnotes are apart."""
    source = token.content
    places = list(_places(token, markup, lines))
    pieces: list[Piece] = []
    for extract in extracts(source, markdown, references):
        if extract.begins_block:
            yield kind, pieces
            pieces = []
        elif extract.picture:
            yield kind, pieces
            kind, pieces = BlockKind.CAPTION, []
        else:
            pieces.extend(_pieces(extract, source, places))
    yield kind, pieces


def _places(token: Token, markup: str, lines: list[str]) -> Iterator[tuple[int, int, int]]:
    """For each line of a paragraph's source: its first offset there, and its line and column in the file.

    A line of the source is the end of the file's line, but that blanks may have been put before it, or cut off behind.
    """
    start = 0
    first = (token.map or [0, 0])[0]
    for number, words in enumerate(token.content.split("\n"), first):
        blanks = len(words) - len(words.lstrip())
        inked = words[blanks:]
        if markup:
            column = lines[number].index(inked, lines[number].index(markup) + len(markup)) if inked else 0
        else:
            column = lines[number].rindex(inked)
        yield start, number + 1, column - blanks + 1
        start += len(words) + 1


def _pieces(extract: Extract, source: str, places: list[tuple[int, int, int]]) -> Iterator[Piece]:
    """An extract with its place in the file; inline code may run over lines."""
    index = bisect_right(places, extract.start, key=itemgetter(0)) - 1
    start, line, column = places[index]
    here = column + extract.start - start
    words = source[extract.start : extract.end] if extract.words is None else extract.words
    if extract.note is not None or extract.words is not None:
        yield Piece(words=words, line=line, column=here, width=extract.end - extract.start, note=extract.note)
        return
    for number, part in enumerate(words.split("\n")):
        if number:
            yield Piece(words=" ", line=line, column=here, width=1)
            index += 1
            _, line, here = places[index]
        yield Piece(words=part, line=line, column=here)
        here += len(part)
