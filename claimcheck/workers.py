"""Many articles at a time: worker processes, each with the language model on one thread.

One process keeps one core busy: the model could use more, all that surrounds it could not. So an archive is read by as
many processes as there are cores, and comes out in its order.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain
from typing import TypeVar

from claimcheck.domain import Article
from claimcheck.errors import AnalysisError

__all__ = ["cores", "in_workers", "is_small"]

_ARTICLES = 8
_CHARACTERS = 40_000
"""What a worker is given at a time, at most; a longer article goes alone."""
_AHEAD = 3
"""How many such portions are under way for each worker, so that none waits for the slowest."""
_SMALL = 150_000
"""Characters that are read here before a second process would have its model loaded."""

Result = TypeVar("Result")
Work = Callable[[list[Article]], Sequence[Result]]
"""What a worker does with its articles: one result each. It must be importable by name."""


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def is_small(articles: Iterable[Article]) -> tuple[bool, Iterator[Article]]:
    """Whether there are too few articles for workers to pay, and all of the articles, those looked at included."""
    source = iter(articles)
    seen: list[Article] = []
    characters = 0
    for article in source:
        seen.append(article)
        characters += len(article.text)
        if characters > _SMALL:
            return False, chain(seen, source)
    return True, iter(seen)


def in_workers(articles: Iterable[Article], work: Work[Result], *, jobs: int) -> Iterator[Result | AnalysisError]:
    """The results for ``articles``, in their order, from ``jobs`` processes.

    An article whose reading kills its process (memory runs out, somebody ends it) is tried once more in a process that
    has little else to do; if that dies too, its result is an :class:`AnalysisError` and the others go on.
    """
    portions = _portions(articles)
    under_way: deque[tuple[list[Article], Future[Sequence[Result]]]] = deque()
    pool = _pool(jobs)
    try:
        while True:
            while len(under_way) < jobs * _AHEAD and (portion := next(portions, None)) is not None:
                under_way.append((portion, _submit(pool, work, portion)))
            if not under_way:
                return
            try:
                results = under_way[0][1].result()
            except BrokenProcessPool:
                # Which of the portions under way it was, nobody can tell.
                lost = [portion for portion, _ in under_way]
                under_way.clear()
                pool.shutdown(cancel_futures=True)
                for portion in lost:
                    yield from _again(portion, work)
                pool = _pool(jobs)
            else:
                under_way.popleft()
                yield from results
    finally:
        pool.shutdown(cancel_futures=True)


def _submit(pool: ProcessPoolExecutor, work: Work[Result], portion: list[Article]) -> Future[Sequence[Result]]:
    """A pool that has broken before refuses more; this makes it a result like any other."""
    try:
        return pool.submit(work, portion)
    except BrokenProcessPool as error:
        refused: Future[Sequence[Result]] = Future()
        refused.set_exception(error)
        return refused


def _again(portion: list[Article], work: Work[Result]) -> Sequence[Result | AnalysisError]:
    """A portion in a process of its own; if that dies, each of its articles in one."""
    with _pool(1) as pool:
        try:
            return pool.submit(work, portion).result()
        except BrokenProcessPool:
            pass
    if len(portion) > 1:
        return [result for article in portion for result in _again([article], work)]
    return [AnalysisError(portion[0].path, "its reading ended the process, twice", "is there memory enough?")]


def _pool(jobs: int) -> ProcessPoolExecutor:
    # A fork would copy locks of threads that do not exist in the copy.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_leave_interrupts_to_the_parent)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _portions(articles: Iterable[Article]) -> Iterator[list[Article]]:
    portion: list[Article] = []
    characters = 0
    for article in articles:
        if portion and (len(portion) >= _ARTICLES or characters + len(article.text) > _CHARACTERS):
            yield portion
            portion, characters = [], 0
        portion.append(article)
        characters += len(article.text)
    if portion:
        yield portion
