"""The sheet on which a reader writes an article's words, each with the place in the file from which it comes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from claimcheck.domain import BlockKind, Note, Run, SourceMap, Span

__all__ = ["Canvas", "Piece"]

_BETWEEN_BLOCKS = "\n\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words from one line of the file, or a note, which has none."""

    words: str
    line: int
    column: int
    width: int | None = None
    """How many characters of the line stand for the words; None if they stand there as they are."""
    note: str | None = None


class Canvas:
    """Grows block by block; what it holds in the end is the text, the blocks' spans and kinds, the runs, the notes."""

    def __init__(self) -> None:
        self.blocks: list[tuple[Span, BlockKind | None]] = []
        self._words: list[str] = []
        self._length = 0
        self._runs: list[Run] = []
        self._notes: list[Note] = []
        self._waiting: list[Piece] = []

    def add(self, kind: BlockKind | None, pieces: Iterable[Piece]) -> None:
        """Write a block, stripped; one without words leaves nothing but its notes, which go to the next."""
        kept = _stripped(list(pieces))
        if not any(piece.words for piece in kept):
            self._waiting.extend(piece for piece in kept if piece.note is not None)
            return
        if self.blocks:
            self._write(_BETWEEN_BLOCKS)
        self._settle()
        start = self._length
        for piece in kept:
            if piece.note is not None:
                self._note(piece)
            elif piece.words:
                width = len(piece.words) if piece.width is None else piece.width
                self._runs.append(
                    Run(start=self._length, length=len(piece.words), line=piece.line, column=piece.column, width=width)
                )
                self._write(piece.words)
        self.blocks.append((Span(start=start, end=self._length), kind))

    @property
    def text(self) -> str:
        """All words, blocks a blank line apart."""
        return "".join(self._words)

    def source_map(self, lines: Iterable[str]) -> SourceMap:
        """Where the words come from, in a file with these lines."""
        return SourceMap(runs=tuple(self._runs), lines=tuple(lines))

    def notes(self) -> tuple[Note, ...]:
        """The notes; those below the last block stand at the end of the text."""
        self._settle()
        return tuple(self._notes)

    def _write(self, words: str) -> None:
        self._words.append(words)
        self._length += len(words)

    def _settle(self) -> None:
        for piece in self._waiting:
            self._note(piece)
        self._waiting.clear()

    def _note(self, piece: Piece) -> None:
        note = Note(text=piece.note or "", offset=self._length, line=piece.line, column=piece.column)
        self._notes.append(note)


def _stripped(pieces: list[Piece]) -> list[Piece]:
    """The pieces without white space before the first word and after the last."""
    found = list(pieces)
    for i in range(len(found)):
        piece = found[i]
        words = piece.words.lstrip()
        cut = len(piece.words) - len(words)
        found[i] = replace(piece, words=words, column=piece.column + cut if piece.width is None else piece.column)
        if words:
            break
    for i in reversed(range(len(found))):
        found[i] = replace(found[i], words=found[i].words.rstrip())
        if found[i].words:
            break
    return found
