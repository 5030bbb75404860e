"""A text as it was read, and what stands where in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal

from claimcheck.domain.positions import Note, SourceMap
from claimcheck.domain.words import BlockKind

__all__ = ["Article", "Block", "Location", "Span"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A stretch of the article's text, half-open: ``text[span.start:span.end]``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}:{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        # Without this an empty span would read as "no span".
        return True

    def of(self, text: str) -> str:
        """The words that the span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return max(self.start, other.start) < min(self.end, other.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of text with one role on the page."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Where a span stands, as a person would say it. Lines and columns count from 1; the end is after the last letter.

    The line fields are None when the article's text has no map back to the lines of its file.
    """

    block: int | None
    """Index into ``Article.blocks`` of the block in which the span starts."""
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None


_LINE_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text as it was read, and what stands where in it."""

    path: str
    """The name the user knows it by: a file's path, a record's id, ``-`` for standard input."""
    text: str
    language: str = "en"
    title: str | None = None
    """A headline given apart from the text. One that stands in the text is a block."""
    published: str | None = None
    """The publication date as given, ISO 8601 where the input follows it."""
    outlet: str | None = None
    blocks: tuple[Block, ...] = ()
    """In text order and disjoint; once a reader has set them, every character that is not white space is in one."""
    positions: Literal["source", "text"] = "source"
    """``source``: lines and columns are those of the file. ``text``: there is no map back."""
    source_map: SourceMap | None = None
    """Where the words stand in the file; None where the text is the file."""
    notes: tuple[Note, ...] = ()
    """Comments in the file that speak to claimcheck, in text order."""
    _line_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts = (0, *(found.end() for found in _LINE_BREAK.finditer(self.text)))
        object.__setattr__(self, "_line_starts", starts)

    def locate(self, span: Span) -> Location:
        """The block of ``span`` and, unless there is no way back to the file, its lines and columns there.

        A position inside a ``\\r\\n`` belongs to the line that it ends. Raises ``ValueError`` for a span that reaches
        beyond the text.
        """
        if span.end > len(self.text):
            raise ValueError(f"{span.start}:{span.end} reaches beyond the text, which has {len(self.text)} characters")
        index = bisect_right(self.blocks, span.start, key=lambda block: block.span.start) - 1
        block = index if index >= 0 and span.start < self.blocks[index].span.end else None
        if self.positions == "text":
            return Location(block=block)
        if self.source_map is None:
            (line, column), (end_line, end_column) = map(self._line_and_column, (span.start, span.end))
        else:
            line, column = self.source_map.start_of(span.start)
            end_line, end_column = self.source_map.end_of(span.end) if len(span) else (line, column)
        return Location(block=block, line=line, column=column, end_line=end_line, end_column=end_column)

    def line(self, number: int) -> str:
        """The words of the file's line of this number, counted from 1, markup and all."""
        if self.source_map is not None:
            return self.source_map.lines[number - 1]
        end = self._line_starts[number] if number < len(self._line_starts) else len(self.text)
        return self.text[self._line_starts[number - 1] : end].rstrip("\r\n")

    def _line_and_column(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1
