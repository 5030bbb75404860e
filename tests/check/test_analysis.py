"""Many drafts in processes of their own: the same reports as here."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator
from types import SimpleNamespace

import pytest

from claimcheck.check import analysis, with_jobs
from claimcheck.domain import Article, Report
from claimcheck.readers.markdown import read

ARTICLES = [read(f"# Ferry\n\nPolice *claimed* boat {number} sank.\n".encode(), f"{number}.md") for number in range(3)]


@pytest.fixture
def asked(without_model: None, monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """What is asked of workers, who do it here, but hand everything over as processes do."""
    asked = SimpleNamespace(jobs=0)

    def workers(articles: Iterable[Article], work: Callable[..., list[Report]], *, jobs: int) -> Iterator[Report]:
        asked.jobs = jobs
        return iter(pickle.loads(pickle.dumps(pickle.loads(pickle.dumps(work))(list(articles)))))

    monkeypatch.setattr(analysis, "in_workers", workers)
    return asked


def test_many_are_read_by_workers(asked: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    here = list(with_jobs(1)(ARTICLES, None))
    monkeypatch.setattr(analysis, "is_small", lambda articles: (False, iter(articles)))
    assert list(with_jobs(2)(ARTICLES, None)) == here
    assert asked.jobs == 2


def test_a_few_are_read_here(asked: SimpleNamespace) -> None:
    outcomes = list(with_jobs(2)(ARTICLES, None))
    assert [outcome.article for outcome in outcomes if isinstance(outcome, Report)] == ARTICLES
    assert asked.jobs == 0
