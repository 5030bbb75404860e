"""Archives (``.jsonl``): a line is ``{"id", "text", "title"?, "published"?, "outlet"?}``; other keys are not read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, BinaryIO

from claimcheck.domain import Article
from claimcheck.errors import BadEncoding, BadRecord, InputError, NotText
from claimcheck.readers.files import LARGEST_ARTICLE, decoded, sound
from claimcheck.readers.text import read_text

__all__ = ["Record", "read_records"]

_LONGEST_LINE = 6 * LARGEST_ARTICLE + 100_000
"""In bytes: an article in which every character is escaped, and some room for what is said about it."""

_OPTIONAL = ("title", "published", "outlet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One line of an archive: an article, or why there is none."""

    line: int
    """Counted from 1; blank lines are counted and give no record."""
    id: str | int | None
    """As the line has it; None if it has none that can be used."""
    article: Article | InputError
    """The article's ``path`` is the record's id; an error's is the archive's name and the line number."""
    end: int
    """How many bytes of the archive have been read with this line."""


def read_records(stream: BinaryIO, path: str) -> Iterator[Record]:
    """The records of an archive, in order, one line in memory at a time. A bad line is a record with its error."""
    number = end = 0
    while line := stream.readline(_LONGEST_LINE + 1):
        number += 1
        end += len(line)
        where = f"{path}:{number}"
        if len(line) > _LONGEST_LINE:
            while line and not line.endswith(b"\n"):
                line = stream.readline(_LONGEST_LINE)
                end += len(line)
            yield Record(line=number, id=None, article=BadRecord(where, "the line is too long"), end=end)
        elif line.strip():
            record = _record(line, where, number)
            yield replace(record, end=end)


def _record(line: bytes, where: str, number: int) -> Record:
    key: str | int | None = None
    article: Article | InputError
    try:
        fields = _fields(line, where)
        key = _id(fields, where)
        article = _article(fields, key, where)
    except InputError as error:
        article = error
    return Record(line=number, id=key, article=article, end=0)


def _fields(line: bytes, where: str) -> dict[str, Any]:
    try:
        fields = json.loads(decoded(line, where))
    except (BadEncoding, NotText):
        raise BadRecord(where, "is not UTF-8 text") from None
    except json.JSONDecodeError as error:
        raise BadRecord(where, f"is not JSON: {error.msg} at column {error.colno}") from None
    except (RecursionError, ValueError):
        raise BadRecord(where, "is JSON that is nested too deep or holds too long a number") from None
    if not isinstance(fields, dict):
        raise BadRecord(where, "is not a JSON object", 'a record is {"id": …, "text": …}')
    return fields


def _id(fields: dict[str, Any], where: str) -> str | int:
    key = fields.get("id")
    if isinstance(key, bool) or not isinstance(key, (str, int)):
        raise BadRecord(where, 'has no "id" that is a string or a whole number')
    if isinstance(key, str):
        sound(key, where)
    return key


def _article(fields: dict[str, Any], key: str | int, where: str) -> Article:
    for name in ("text", *_OPTIONAL):
        words = fields.get(name)
        if not isinstance(words, str) and (name == "text" or words is not None):
            raise BadRecord(where, f'has no "{name}"' if words is None else f'has a "{name}" that is not a string')
    article = read_text(
        fields["text"],
        path=where,
        title=fields.get("title"),
        published=fields.get("published"),
        outlet=fields.get("outlet"),
    )
    # A column of the text is no column of the archive: there is no map back.
    return replace(article, path=str(key), positions="text")
