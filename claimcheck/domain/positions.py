"""Where the words of an article stand in its file, for formats whose markup is not part of the text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

__all__ = ["Note", "Run", "SourceMap"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of the text that stands on one line of the file.

    Either it stands there character by character (``width`` is ``length``), or as a whole in another spelling: the
    ``&`` of ``&amp;`` is a run of one character that is five wide.
    """

    start: int
    """Offset into the text."""
    length: int
    line: int
    column: int
    width: int
    """How many characters of the line it takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceMap:
    """From offsets of the text to lines and columns of the file, which count from 1."""

    runs: tuple[Run, ...]
    """In text order, disjoint; what separates blocks is in none."""
    lines: tuple[str, ...]
    """The file's lines, without their ends."""
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(run.start for run in self.runs))

    def start_of(self, offset: int) -> tuple[int, int]:
        """Line and column of the character at ``offset``, or of the next one that stands in the file."""
        if not self.runs:
            return 1, 1
        index = max(bisect_right(self._starts, offset) - 1, 0)
        run = self.runs[index]
        if offset >= run.start + run.length:
            if index + 1 == len(self.runs):
                return run.line, run.column + run.width
            run = self.runs[index + 1]
        return run.line, run.column + (max(offset - run.start, 0) if run.width == run.length else 0)

    def end_of(self, offset: int) -> tuple[int, int]:
        """Line and column right after the character before ``offset``, or after the last one before that."""
        if offset == 0 or not self.runs:
            return self.start_of(offset)
        run = self.runs[max(bisect_right(self._starts, offset - 1) - 1, 0)]
        inside = min(offset - run.start, run.length)
        return run.line, run.column + (inside if run.width == run.length else run.width)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A comment in the file that speaks to claimcheck; readers don't see it, so it is not part of the text."""

    text: str
    """What stands behind ``claimcheck:``, on one line."""
    offset: int
    """Where in the text it stands: within a block, or at the start of the block that follows."""
    line: int
    column: int
