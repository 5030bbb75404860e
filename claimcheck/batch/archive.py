"""An archive from its first record to its last, in this process: the language model already uses every core."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimcheck.analyze import Annotate, analyze_all
from claimcheck.batch.resuming import finished_records
from claimcheck.domain import Article, Report
from claimcheck.errors import AnalysisError, InputError, OutputError, UnreadableInput
from claimcheck.readers.files import STANDARD_INPUT, open_bytes
from claimcheck.readers.jsonl import Record, read_records
from claimcheck.reporters.json import dumps, to_document
from claimcheck.reporters.output import Output

__all__ = ["Progress", "Totals", "run"]

Failure = InputError | AnalysisError
"""Why a record has no report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a run has come."""

    records: int
    bytes_read: int
    bytes_total: int | None
    """None when nobody knows, as for a pipe."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What a run did."""

    records: int
    failed: int


def run(
    source: str,
    target: str,
    *,
    resume: bool = False,
    on_progress: Callable[[Progress], None] = lambda progress: None,
    on_failure: Callable[[Failure], None] = lambda failure: None,
    annotate: Annotate | None = None,
) -> Totals:
    """Analyse every record of ``source`` into ``target``; ``-`` is standard input or output.

    A line of the output is the record's report with its ``id`` in front, or, for a record without a report,
    ``{"id", "line", "error": {"type", "message"}}``; ``on_failure`` hears of each of those once. ``target`` is replaced
    when all is done. With ``resume``, what an interrupted run left is checked against the archive and continued, and an
    output that is complete is continued with the records that were added to its archive since.

    Raises :class:`InputError` if the archive itself cannot be read, :class:`OutputError` if the output cannot be
    written or belongs to another archive, and :class:`~claimcheck.errors.ModelError`.
    """
    with ExitStack() as stack:
        stream, size = stack.enter_context(open_bytes(source)), _size(source)
        if source != STANDARD_INPUT and Path(target).exists() and Path(source).samefile(target):
            raise OutputError(target, "is the archive itself", "name another output")
        records = _readable(read_records(stream, source), source)
        done = finished_records(records, target) if resume else None
        count, failed = (done.records, done.failed) if done else (0, 0)
        output = stack.enter_context(Output(target, resumable=True, keep=done.bytes if done else 0))
        for record, outcome in _outcomes(records, annotate):
            count += 1
            if not isinstance(outcome, Report):
                failed += 1
                on_failure(outcome)
            output.write(dumps(_line(record, outcome)) + "\n")
            on_progress(Progress(records=count, bytes_read=record.end, bytes_total=size))
    return Totals(records=count, failed=failed)


def _size(source: str) -> int | None:
    """How many bytes an archive has, if that is known."""
    path = Path(source)
    return path.stat().st_size if source != STANDARD_INPUT and path.is_file() else None


def _readable(records: Iterator[Record], source: str) -> Iterator[Record]:
    try:
        yield from records
    except OSError as error:
        raise UnreadableInput(source, f"cannot be read to its end: {error.strerror or error}") from error


def _outcomes(records: Iterable[Record], annotate: Annotate | None) -> Iterator[tuple[Record, Report | Failure]]:
    """Every record with what became of it, in order, while many articles are analysed at a time."""
    waiting: deque[Record] = deque()

    def articles() -> Iterator[Article]:
        for record in records:
            waiting.append(record)
            if isinstance(record.article, Article):
                yield record.article

    for outcome in analyze_all(articles(), annotate=annotate):
        yield from _unreadable(waiting)
        yield waiting.popleft(), outcome
    yield from _unreadable(waiting)


def _unreadable(waiting: deque[Record]) -> Iterator[tuple[Record, InputError]]:
    """Take the records from the front that were no articles."""
    while waiting:
        failure = waiting[0].article
        if isinstance(failure, Article):
            return
        yield waiting.popleft(), failure


def _line(record: Record, outcome: Report | Failure) -> dict[str, Any]:
    if isinstance(outcome, Report):
        return {"id": record.id, **to_document(outcome)}
    error = {"type": type(outcome).__name__, "message": outcome.reason}
    return {"id": record.id, "line": record.line, "error": error}
