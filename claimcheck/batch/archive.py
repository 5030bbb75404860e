"""An archive from its first record to its last."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from claimcheck.analyze import Annotate, analyze_all, language_model, model_version
from claimcheck.batch.resuming import finished_records
from claimcheck.domain import Article, Report
from claimcheck.errors import AnalysisError, InputError, OutputError, UnreadableInput
from claimcheck.readers.files import STANDARD_INPUT, open_bytes
from claimcheck.readers.jsonl import Record, read_records
from claimcheck.reporters.json import dumps, to_document
from claimcheck.reporters.output import Output
from claimcheck.workers import in_workers, is_small

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
    jobs: int = 1,
    sources: str | None = None,
    on_progress: Callable[[Progress], None] = lambda progress: None,
    on_failure: Callable[[Failure], None] = lambda failure: None,
    annotate: Annotate | None = None,
) -> Totals:
    """Analyse every record of ``source`` into ``target``; ``-`` is standard input or output.

    A line of the output is the record's report with its ``id`` in front, and ``sources_version`` where there are
    ``sources``; or, for a record without a report, ``{"id", "line", "error": {"type", "message"}}``; ``on_failure``
    hears of each of those once. ``target`` is replaced when all is done. With ``resume``, what an interrupted run left
    is checked against the archive and continued, and an output that is complete is continued with the records that were
    added to its archive since.

    ``jobs`` processes read a large archive. ``sources`` names a newsroom's own file of sources. ``annotate`` replaces
    the language model, in this process.

    Raises :class:`InputError` if the archive itself cannot be read, :class:`OutputError` if the output cannot be
    written or was made from another archive, with another model or with other sources, and
    :class:`~claimcheck.errors.ModelError`.
    """
    with ExitStack() as stack:
        stream, size = stack.enter_context(open_bytes(source)), _size(source)
        if source != STANDARD_INPUT and Path(target).exists() and Path(source).samefile(target):
            raise OutputError(target, "is the archive itself", "name another output")
        records = _readable(read_records(stream, source), source)
        own = _version_of(sources)
        model = model_version() if resume and annotate is None else None
        done = finished_records(records, target, model=model, sources=own) if resume else None
        count, failed = (done.records, done.failed) if done else (0, 0)
        output = stack.enter_context(Output(target, resumable=True, keep=done.bytes if done else 0))
        for record, outcome in _outcomes(records, partial(_documents, annotate, sources, jobs)):
            count += 1
            if not isinstance(outcome, str):
                failed += 1
                on_failure(outcome)
            output.write(_line(record, outcome, own))
            on_progress(Progress(records=count, bytes_read=record.end, bytes_total=size))
    return Totals(records=count, failed=failed)


def _version_of(sources: str | None) -> str | None:
    """What tells a newsroom's own file of sources from others, and from itself before it was changed."""
    if sources is None:
        return None
    try:
        return hashlib.sha256(Path(sources).read_bytes()).hexdigest()[:16]
    except OSError as error:
        raise UnreadableInput(sources, f"cannot be read: {error.strerror or error}") from error


def _size(source: str) -> int | None:
    """How many bytes an archive has, if that is known."""
    path = Path(source)
    return path.stat().st_size if source != STANDARD_INPUT and path.is_file() else None


def _readable(records: Iterator[Record], source: str) -> Iterator[Record]:
    try:
        yield from records
    except OSError as error:
        raise UnreadableInput(source, f"cannot be read to its end: {error.strerror or error}") from error


def _documents(
    annotate: Annotate | None, sources: str | None, jobs: int, articles: Iterable[Article]
) -> Iterator[str | AnalysisError]:
    """The JSON of each article's report, or why there is none, in order."""
    small, articles = is_small(articles) if jobs > 1 else (True, articles)
    if small or annotate is not None:
        return _written(articles, annotate or language_model(sources, lean=True))
    return in_workers(articles, partial(_in_a_worker, sources), jobs=jobs)


def _in_a_worker(sources: str | None, articles: list[Article]) -> list[str | AnalysisError]:
    return list(_written(articles, language_model(sources, lean=True, threads=1)))


def _written(articles: Iterable[Article], annotate: Annotate) -> Iterator[str | AnalysisError]:
    for outcome in analyze_all(articles, annotate=annotate):
        yield dumps(to_document(outcome)) if isinstance(outcome, Report) else outcome


def _outcomes(
    records: Iterable[Record], documents: Callable[[Iterable[Article]], Iterator[str | AnalysisError]]
) -> Iterator[tuple[Record, str | Failure]]:
    """Every record with what became of it, in order, while many articles are analysed at a time."""
    waiting: deque[Record] = deque()

    def articles() -> Iterator[Article]:
        for record in records:
            waiting.append(record)
            if isinstance(record.article, Article):
                yield record.article

    for outcome in documents(articles()):
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


def _line(record: Record, outcome: str | Failure, sources: str | None) -> str:
    if isinstance(outcome, str):
        # The report was written where it was made; only what the batch knows goes in front.
        own = "" if sources is None else f'"sources_version": {dumps(sources)}, '
        return f'{{"id": {dumps(record.id)}, {own}{outcome[1:]}\n'
    error = {"type": type(outcome).__name__, "message": outcome.reason}
    return dumps({"id": record.id, "line": record.line, "error": error}) + "\n"
