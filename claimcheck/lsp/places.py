"""Places in a draft as the protocol counts them: lines from 0, columns in the units that the editor asked for."""

from __future__ import annotations

from lsprotocol.types import Position, PositionEncodingKind, Range

from claimcheck.domain import Article, Location

__all__ = ["range_of"]

_ENCODINGS = {PositionEncodingKind.Utf8: ("utf-8", 1), PositionEncodingKind.Utf16: ("utf-16-le", 2)}


def range_of(place: Location, article: Article, encoding: PositionEncodingKind) -> Range:
    """The range of a place; the start of the file for one that is not known, which the protocol cannot say."""
    if place.line is None or place.column is None or place.end_line is None or place.end_column is None:
        return Range(start=Position(line=0, character=0), end=Position(line=0, character=0))
    return Range(
        start=_position(article, place.line, place.column, encoding),
        end=_position(article, place.end_line, place.end_column, encoding),
    )


def _position(article: Article, line: int, column: int, encoding: PositionEncodingKind) -> Position:
    before = article.line(line)[: column - 1]
    if encoding in _ENCODINGS:
        codec, width = _ENCODINGS[encoding]
        return Position(line=line - 1, character=len(before.encode(codec, "surrogatepass")) // width)
    return Position(line=line - 1, character=len(before))
