from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from claimcheck.batch import run
from claimcheck.domain import Article
from claimcheck.errors import AnalysisError, ModelError
from claimcheck.workers import cores, in_workers, is_small
from tests.deadly_work import upper


def articles(*texts: str) -> list[Article]:
    return [Article(path=f"n{number}", text=text) for number, text in enumerate(texts)]


def test_results_come_in_the_order_of_the_articles() -> None:
    texts = [f"text {number}" for number in range(100)]
    assert list(in_workers(articles(*texts), upper, jobs=2)) == [text.upper() for text in texts]


def test_nothing_to_do() -> None:
    assert list(in_workers([], upper, jobs=2)) == []


@pytest.mark.skipif(sys.platform == "win32", reason="ends a process by a signal")
def test_a_killed_worker_costs_no_article(tmp_path: Path) -> None:
    texts = ["a", f"once {tmp_path / 'killed'}", *(f"text {number}" for number in range(20))]
    assert list(in_workers(articles(*texts), upper, jobs=2)) == [text.upper() for text in texts]


@pytest.mark.skipif(sys.platform == "win32", reason="ends a process by a signal")
def test_an_article_that_kills_every_worker_is_the_only_one_that_fails() -> None:
    found = list(in_workers(articles("a", "always", "b"), upper, jobs=1))
    assert (found[0], found[2]) == ("A", "B")
    assert isinstance(found[1], AnalysisError)
    assert str(found[1]).startswith("n1: its reading ended the process, twice")


def test_what_stops_a_run_in_a_worker_stops_it_here() -> None:
    with pytest.raises(ModelError, match="is missing"):
        list(in_workers(articles("no model"), upper, jobs=1))


def test_a_few_articles_are_not_worth_a_second_process() -> None:
    few = articles("a", "b")
    assert [is_small(few)[0], list(is_small(few)[1])] == [True, few]
    many = articles(*["word " * 20_000] * 3)
    assert [is_small(many)[0], list(is_small(many)[1])] == [False, many]


def test_at_least_one_core() -> None:
    assert cores() >= 1


@pytest.mark.model
def test_any_number_of_processes_writes_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimcheck.workers._SMALL", 1_000)
    archive = tmp_path / "in.jsonl"
    text = "The ministry said on Monday that {} soldiers had crossed, but witnesses told Reuters otherwise.\n\n"
    records = [{"id": n, "text": "".join(text.format(n + k) for k in range(4))} for n in range(20)]
    archive.write_text("".join(json.dumps(record) + "\n" for record in [*records, {"id": "bad", "text": ""}]))
    for jobs in (1, 2):
        totals = run(str(archive), str(tmp_path / f"{jobs}.jsonl"), jobs=jobs)
        assert (totals.records, totals.failed) == (21, 1)
    assert (tmp_path / "1.jsonl").read_bytes() == (tmp_path / "2.jsonl").read_bytes()
