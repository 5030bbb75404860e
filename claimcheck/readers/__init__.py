"""Files → articles: one module a format, chosen by the end of the name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath
from types import MappingProxyType

from claimcheck.domain import Article
from claimcheck.errors import UnknownFormat
from claimcheck.readers import text
from claimcheck.readers.files import STANDARD_INPUT, read_bytes

__all__ = ["FORMATS", "STANDARD_INPUT", "Reader", "read", "read_bytes", "reader_for"]

Reader = Callable[[bytes, str], Article]
"""Bytes and the name the user knows them by → an article. Raises an :class:`~claimcheck.errors.InputError`."""


def _markdown(data: bytes, path: str) -> Article:
    # Loaded for the first draft: markdown-it takes a while, and the commands' help needs none of it.
    from claimcheck.readers import markdown

    return markdown.read(data, path)


FORMATS: Mapping[str, Reader] = MappingProxyType(
    {"": text.read, ".markdown": _markdown, ".md": _markdown, ".text": text.read, ".txt": text.read}
)
"""By the end of the file's name, in lower case; the empty one also reads standard input."""


def read(path: str) -> Article:
    """The article in a file, or in standard input for ``-``. Raises an :class:`~claimcheck.errors.InputError`."""
    data = read_bytes(path)
    return reader_for(path)(data, path)


def reader_for(path: str) -> Reader:
    """The reader for files of this name. Raises :class:`~claimcheck.errors.UnknownFormat`."""
    suffix = "" if path == STANDARD_INPUT else PurePath(path).suffix.lower()
    reader = FORMATS.get(suffix)
    if reader is None:
        *most, last = sorted(ending for ending in FORMATS if ending)
        raise UnknownFormat(
            path, f"{suffix} files cannot be read", f"{', '.join(most)} and {last} can; save the article as one of them"
        )
    return reader
