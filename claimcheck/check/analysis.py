"""Articles → reports, in this process or, where there are many, in one for each core."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from claimcheck.analyze import analyze_all, language_model
from claimcheck.domain import Article, Report
from claimcheck.errors import AnalysisError
from claimcheck.workers import in_workers, is_small

__all__ = ["Analyse", "here", "with_jobs"]

Analyse = Callable[[Iterable[Article], "str | None"], Iterator["Report | AnalysisError"]]
"""Articles and a newsroom's own file of sources → one outcome an article, in order, as they come."""


def here(articles: Iterable[Article], sources: str | None) -> Iterator[Report | AnalysisError]:
    """The outcomes of :func:`~claimcheck.analyze.analyze_all`, in this process."""
    return analyze_all(articles, annotate=language_model(sources))


def with_jobs(jobs: int) -> Analyse:
    """In so many processes, or here if there are too few articles for that to pay; for a process of our own."""

    def analyse(articles: Iterable[Article], sources: str | None) -> Iterator[Report | AnalysisError]:
        small, articles = is_small(articles) if jobs > 1 else (True, articles)
        if small:
            return analyze_all(articles, annotate=language_model(sources, lean=True))
        return in_workers(articles, partial(_in_a_worker, sources), jobs=jobs)

    return analyse


def _in_a_worker(sources: str | None, articles: list[Article]) -> list[Report | AnalysisError]:
    return list(analyze_all(articles, annotate=language_model(sources, lean=True, threads=1)))
