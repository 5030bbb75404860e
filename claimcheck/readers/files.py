"""Names of inputs → their bytes → their characters, with an error that says what to do when that cannot be."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from claimcheck.errors import (
    BadEncoding,
    EmptyInput,
    InputTooLarge,
    MissingInput,
    NotAFile,
    NotText,
    UnreadableInput,
)

__all__ = ["LARGEST_ARTICLE", "STANDARD_INPUT", "checked", "decoded", "open_bytes", "read_bytes", "sound"]

STANDARD_INPUT = "-"

LARGEST_ARTICLE = 5_000_000
"""In bytes: eight hundred thousand words, a long book. What is larger is not an article."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_UTF_16_OR_32 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_PDF = b"%PDF-"
_SURROGATE = re.compile("[\ud800-\udfff]")
_WORD = re.compile(r"\w")


@contextmanager
def open_bytes(path: str) -> Iterator[BinaryIO]:
    """The bytes of a file, or of standard input for ``-``, as a stream.

    Raises :class:`MissingInput`, :class:`NotAFile` or :class:`UnreadableInput` when it cannot be opened.
    """
    if path == STANDARD_INPUT:
        yield sys.stdin.buffer
        return
    try:
        stream = Path(path).open("rb")  # noqa: SIM115 - closed below; errors while it is read are not errors of opening
    except FileNotFoundError:
        raise MissingInput(path, "there is no such file", "check the name and the folder") from None
    except IsADirectoryError:
        raise NotAFile(path, "is a folder, not a file", "name the files in it") from None
    except PermissionError:
        raise UnreadableInput(path, "permission denied", "make the file readable for you") from None
    except OSError as error:
        raise UnreadableInput(path, f"cannot be read: {error.strerror or error}") from None
    except ValueError:
        # A name with a null character, which no system accepts.
        raise MissingInput(path, "is no file name") from None
    with stream:
        yield stream


def read_bytes(path: str, largest: int = LARGEST_ARTICLE) -> bytes:
    """The bytes of a file, or of standard input for ``-``; never more than ``largest`` of them.

    Raises what :func:`open_bytes` raises, and :class:`InputTooLarge`.
    """
    with open_bytes(path) as stream:
        try:
            data = stream.read(largest + 1)
        except OSError as error:
            raise UnreadableInput(path, f"cannot be read: {error.strerror or error}") from None
    if len(data) > largest:
        raise InputTooLarge(
            path,
            f"has more than {largest / 1e6:g} MB, too much for one article",
            "split it, or give an archive to claimcheck batch",
        )
    return data


def decoded(data: bytes, path: str) -> str:
    """The characters of UTF-8 bytes, without a byte-order mark, unchanged otherwise.

    Raises :class:`NotText` for binary data and :class:`BadEncoding` for text in another encoding.
    """
    if data.startswith(_UTF_16_OR_32):
        raise BadEncoding(path, "is in UTF-16 or UTF-32, not UTF-8", "save it as UTF-8")
    if b"\0" in data or data.startswith(_PDF):
        raise NotText(path, "is not a text file", "save the article as plain text")
    try:
        return data.removeprefix(_BYTE_ORDER_MARK).decode("utf-8")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        byte = error.object[error.start]
        raise BadEncoding(path, f"is not UTF-8: byte 0x{byte:02X} in line {line}", "save it as UTF-8") from None


def sound(text: str, path: str) -> str:
    """``text`` itself, if every code point in it is a character.

    Raises :class:`NotText` for null characters and :class:`BadEncoding` for lone surrogates.
    """
    if "\0" in text:
        raise NotText(path, "holds null characters", "remove them")
    if surrogate := _SURROGATE.search(text):
        raise BadEncoding(
            path,
            f"holds half a character (U+{ord(surrogate.group()):04X}) at position {surrogate.start()}",
            "repair the text where it was cut",
        )
    return text


def checked(text: str, path: str) -> str:
    """``text`` itself, if it can be an article.

    Raises what :func:`sound` raises, :class:`InputTooLarge`, and :class:`EmptyInput` for a text without a word.
    """
    # No character takes more than four bytes, so most texts need not be encoded to be measured.
    if len(text) * 4 > LARGEST_ARTICLE and len(text.encode("utf-8", "surrogatepass")) > LARGEST_ARTICLE:
        raise InputTooLarge(path, f"has more than {LARGEST_ARTICLE / 1e6:g} MB, too much for one article", "split it")
    if not _WORD.search(sound(text, path)):
        raise EmptyInput(path, "holds no words", "is it the right file?")
    return text
