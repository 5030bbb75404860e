"""Where the text of reports goes: a file that appears only when it is complete, or standard output."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from claimcheck.errors import OutputError

__all__ = ["STANDARD_OUTPUT", "Output", "incomplete"]

STANDARD_OUTPUT = "-"


def incomplete(path: str) -> Path:
    """Where a file stands until it is complete."""
    # Through a symbolic link, so that the link stays and the file behind it changes.
    place = Path(path).resolve()
    return place.with_name(place.name + ".part")


class Output(AbstractContextManager["Output"]):
    """Writes ``path`` as UTF-8. The text stands in :func:`incomplete` until the block ends, then replaces the old file.

    If the block fails, ``path`` stays as it was; the incomplete file is removed, or kept for a later run if
    ``resumable``. ``keep`` continues such a file after its first so many bytes. ``-`` is standard output; it and
    devices and pipes are written at once.

    Raises :class:`~claimcheck.errors.OutputError` when the system refuses; a closed pipe stays a ``BrokenPipeError``.
    """

    def __init__(self, path: str, *, resumable: bool = False, keep: int = 0) -> None:
        self._path = path
        self._resumable = resumable
        self._keep = keep
        self._at_once = path == STANDARD_OUTPUT or (Path(path).exists() and not Path(path).is_file())
        self._stream: BinaryIO

    def __enter__(self) -> Output:
        if self._path == STANDARD_OUTPUT:
            self._stream = sys.stdout.buffer
            return self
        try:
            if self._at_once:
                self._stream = Path(self._path).open("wb")
            else:
                self._stream = incomplete(self._path).open("r+b" if self._keep else "wb")
                self._stream.seek(self._keep)
                self._stream.truncate()
        except OSError as error:
            raise self._refused(error) from error
        return self

    def write(self, text: str) -> None:
        """Write ``text`` and hand it to the system."""
        try:
            left = memoryview(text.encode("utf-8"))
            # Unbuffered standard output may take less than it is given.
            while left:
                left = left[self._stream.write(left) :]
            self._stream.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise self._refused(error) from error

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._path == STANDARD_OUTPUT:
            return
        part = incomplete(self._path)
        try:
            self._stream.close()
            if not self._at_once and kind is None:
                part.replace(Path(self._path).resolve())
        except OSError as refusal:
            if kind is None:
                raise self._refused(refusal) from refusal
        if kind is not None and not self._at_once:
            with suppress(OSError):
                if not self._resumable or part.stat().st_size == 0:
                    part.unlink()

    def _refused(self, error: OSError) -> OutputError:
        return OutputError(self._path, f"cannot be written: {error.strerror or error}")
