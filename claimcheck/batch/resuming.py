"""What an earlier run has finished: trusted only as far as it agrees with the archive, record by record."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimcheck.domain import Article
from claimcheck.errors import OutputError
from claimcheck.readers.jsonl import Record
from claimcheck.reporters.output import STANDARD_OUTPUT, incomplete
from claimcheck.version import __version__

__all__ = ["Finished", "finished_records"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """The part of an output that need not be made again."""

    records: int
    failed: int
    bytes: int


def finished_records(
    records: Iterator[Record], target: str, *, model: str | None = None, sources: str | None = None
) -> Finished | None:
    """Take from ``records`` those that ``target`` already has; what is left is to be done. None if there is nothing.

    A complete output of an earlier run is copied to where the next one goes on. A last line that was cut off does not
    count. ``model`` is the language model's version (None: whatever it was), ``sources`` that of the newsroom's own
    sources (None: without any). Raises :class:`OutputError` if a line is not what they and this version would have made
    of its record.
    """
    if target == STANDARD_OUTPUT:
        raise OutputError(target, "standard output cannot be resumed", "name a file")
    part = incomplete(target)
    made = part if part.exists() else Path(target)
    if not made.is_file():
        return None
    try:
        finished = _checked(made, records, model, sources)
        if made != part:
            shutil.copyfile(made, part)
    except OSError as error:
        raise OutputError(str(made), f"cannot be resumed: {error.strerror or error}") from error
    return finished


def _checked(made: Path, records: Iterator[Record], model: str | None, sources: str | None) -> Finished:
    """What an output holds, every line of it compared with its record."""
    count = failed = end = 0
    with made.open("rb") as stream:
        for line in stream:
            if not line.endswith(b"\n"):
                break
            document = _document(line)
            record = next(records, None)
            if document is None or record is None or not _agrees(document, record):
                raise _made_otherwise(made, count, "from another archive or by another version")
            if "error" not in document:
                if model not in (None, document.get("model_version")):
                    raise _made_otherwise(made, count, "with another language model")
                if sources != document.get("sources_version"):
                    raise _made_otherwise(made, count, "with other sources (--sources)")
            count += 1
            failed += "error" in document
            end += len(line)
    return Finished(records=count, failed=failed, bytes=end)


def _made_otherwise(made: Path, count: int, how: str) -> OutputError:
    return OutputError(str(made), f"line {count + 1} was made {how}", "start anew without --resume")


def _document(line: bytes) -> dict[str, Any] | None:
    try:
        document = json.loads(line)
    except ValueError:
        return None
    return document if isinstance(document, dict) else None


def _agrees(document: dict[str, Any], record: Record) -> bool:
    """Whether a line of the output can only have come from this record."""
    if document.get("id") != record.id:
        return False
    if not isinstance(record.article, Article):
        return document.get("line") == record.line and "error" in document
    if "error" in document:
        # An article that could not be analysed: it would fail again.
        return document.get("line") == record.line
    made_from = document.get("article")
    return (
        isinstance(made_from, dict)
        and document.get("claimcheck_version") == __version__
        and all(
            made_from.get(name) == getattr(record.article, name) for name in ("text", "title", "published", "outlet")
        )
    )
