from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from claimcheck.analyze import Annotations
from claimcheck.batch import Progress, Totals, run
from claimcheck.domain import Article
from claimcheck.errors import ClaimcheckError, MissingInput, ModelError, NotAFile, OutputError, UnreadableInput
from claimcheck.reporters.output import incomplete
from tests.stand_in import VERSION, annotate


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return tmp_path / "in.jsonl"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "out.jsonl"


def fill(archive: Path, *lines: object) -> None:
    raw = (line if isinstance(line, str) else json.dumps(line) for line in lines)
    archive.write_text("".join(line + "\n" for line in raw))


def article(number: int) -> dict[str, Any]:
    return {"id": f"n{number}", "text": f"Police said it rained for {number} days."}


def read(target: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in target.read_text().splitlines()]


def interrupted_after(count: int) -> Any:
    """An ``annotate`` that is interrupted once it has been asked for so many articles."""
    left = iter(range(count))

    def annotate_some(articles: Iterable[Article]) -> Iterator[Annotations]:
        for found in annotate(articles):
            if next(left, None) is None:
                raise KeyboardInterrupt
            yield found

    return annotate_some


def test_one_report_a_line_under_the_same_id_in_the_same_order(archive: Path, target: Path) -> None:
    fill(archive, *map(article, range(150)), {"id": 7, "text": "It rains."})
    assert run(str(archive), str(target), annotate=annotate) == Totals(records=151, failed=0)
    reports = read(target)
    assert [report["id"] for report in reports] == [*(f"n{n}" for n in range(150)), 7]
    assert list(reports[0])[:2] == ["id", "schema_version"]
    assert reports[3]["article"]["text"] == "Police said it rained for 3 days."
    assert reports[3]["claims"][0]["status"] == "attributed"


def test_bad_lines_are_records_too_and_the_others_go_on(archive: Path, target: Path) -> None:
    fill(archive, "nonsense", article(1), {"id": "e", "text": ""}, article(2), {"id": "x", "text": "EXPLODE"}, "[]")
    failures: list[ClaimcheckError] = []
    totals = run(str(archive), str(target), annotate=annotate, on_failure=failures.append)
    assert totals == Totals(records=6, failed=4)
    lines = read(target)
    assert [line["id"] for line in lines] == [None, "n1", "e", "n2", "x", None]
    assert lines[0] == {
        "id": None,
        "line": 1,
        "error": {"type": "BadRecord", "message": "is not JSON: Expecting value at column 1"},
    }
    assert [line.get("error", {}).get("type") for line in lines] == [
        "BadRecord",
        None,
        "EmptyInput",
        None,
        "AnalysisError",
        "BadRecord",
    ]
    assert [str(failure).split(": ")[0] for failure in failures] == [
        f"{archive}:1",
        f"{archive}:3",
        "x",
        f"{archive}:6",
    ]


def test_progress_ends_with_all_bytes_read(archive: Path, target: Path) -> None:
    fill(archive, article(1), "nonsense", article(2))
    seen: list[Progress] = []
    run(str(archive), str(target), annotate=annotate, on_progress=seen.append)
    size = archive.stat().st_size
    assert [progress.records for progress in seen] == [1, 2, 3]
    assert seen[-1] == Progress(records=3, bytes_read=size, bytes_total=size)


def test_an_empty_archive_has_an_empty_output(archive: Path, target: Path) -> None:
    fill(archive)
    assert run(str(archive), str(target)) == Totals(records=0, failed=0)
    assert target.read_bytes() == b""


@pytest.mark.parametrize(("name", "error"), [("nowhere.jsonl", MissingInput), (".", NotAFile)])
def test_an_archive_that_cannot_be_read(tmp_path: Path, target: Path, name: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        run(str(tmp_path / name), str(target))
    assert not target.exists()


def test_the_archive_is_not_overwritten(archive: Path) -> None:
    fill(archive, article(1))
    with pytest.raises(OutputError, match="the archive itself"):
        run(str(archive), str(archive), annotate=annotate)


def test_a_missing_model_leaves_nothing_behind(archive: Path, target: Path) -> None:
    def broken(articles: Iterable[Article]) -> Iterator[Annotations]:
        raise ModelError("the language model is missing")

    fill(archive, article(1))
    with pytest.raises(ModelError):
        run(str(archive), str(target), annotate=broken)
    assert list(archive.parent.iterdir()) == [archive]


class TestResume:
    def test_an_interrupted_run_gives_the_same_bytes(self, archive: Path, target: Path) -> None:
        fill(archive, *map(article, range(100)), "nonsense", *map(article, range(100, 150)))
        run(str(archive), str(target), annotate=annotate)
        whole = target.read_bytes()
        target.unlink()
        with pytest.raises(KeyboardInterrupt):
            run(str(archive), str(target), annotate=interrupted_after(80))
        assert not target.exists()
        part = incomplete(str(target))
        # The machine stopped in the middle of a line.
        part.write_bytes(part.read_bytes() + b'{"id": "n6')
        asked: list[Article] = []

        def counted(articles: Iterable[Article]) -> Iterator[Annotations]:
            chosen = list(articles)
            asked.extend(chosen)
            return annotate(chosen)

        totals = run(str(archive), str(target), resume=True, annotate=counted)
        assert target.read_bytes() == whole
        assert totals == Totals(records=151, failed=1)
        assert len(asked) == 150 - 64
        assert not part.exists()

    def test_with_nothing_to_resume_it_begins(self, archive: Path, target: Path) -> None:
        fill(archive, article(1))
        assert run(str(archive), str(target), resume=True, annotate=annotate).records == 1

    def test_an_archive_that_has_grown(self, archive: Path, target: Path) -> None:
        fill(archive, article(1), "nonsense")
        run(str(archive), str(target), annotate=annotate)
        before = target.read_bytes()
        fill(archive, article(1), "nonsense", article(2))
        assert run(str(archive), str(target), resume=True, annotate=annotate) == Totals(records=3, failed=1)
        assert target.read_bytes().startswith(before)

    @pytest.mark.parametrize(
        "changed",
        [
            [{"id": "n1", "text": "Another text."}],
            [{"id": "other", "text": "Police said it rained for 1 days."}],
            [article(1) | {"title": "A title"}],
            ["nonsense"],
            [],
        ],
    )
    def test_an_archive_that_has_changed_is_refused(self, archive: Path, target: Path, changed: list[Any]) -> None:
        fill(archive, article(1))
        run(str(archive), str(target), annotate=annotate)
        before = target.read_bytes()
        fill(archive, *changed)
        with pytest.raises(OutputError, match="line 1 was made from another archive"):
            run(str(archive), str(target), resume=True, annotate=annotate)
        assert target.read_bytes() == before
        assert not incomplete(str(target)).exists()

    def test_another_version_is_refused(self, archive: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        fill(archive, article(1))
        run(str(archive), str(target), annotate=annotate)
        monkeypatch.setattr("claimcheck.batch.resuming.__version__", "99")
        with pytest.raises(OutputError, match="another version"):
            run(str(archive), str(target), resume=True, annotate=annotate)

    def test_other_sources_are_refused(self, archive: Path, target: Path, tmp_path: Path) -> None:
        own = tmp_path / "own.toml"
        own.write_text('[delo]\nname = "Delo"\nkind = "outlet"\n')
        fill(archive, "nonsense", article(1))
        run(str(archive), str(target), sources=str(own), annotate=annotate)
        before = target.read_bytes()
        assert run(str(archive), str(target), sources=str(own), resume=True, annotate=annotate).records == 2
        own.write_text('[delo]\nname = "Delo"\nkind = "agency"\n')
        for sources in (str(own), None):
            with pytest.raises(OutputError, match="line 2 was made with other sources"):
                run(str(archive), str(target), sources=sources, resume=True, annotate=annotate)
        assert target.read_bytes() == before
        run(str(archive), str(target), annotate=annotate)
        with pytest.raises(OutputError, match="other sources"):
            run(str(archive), str(target), sources=str(own), resume=True, annotate=annotate)

    def test_sources_that_cannot_be_read(self, archive: Path, target: Path) -> None:
        fill(archive, article(1))
        with pytest.raises(UnreadableInput, match="cannot be read: No such file"):
            run(str(archive), str(target), sources="nowhere.toml", annotate=annotate)

    def test_another_model_is_refused(self, archive: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        fill(archive, article(1))
        run(str(archive), str(target), annotate=annotate)
        monkeypatch.setattr("claimcheck.batch.archive.model_version", lambda: VERSION)
        assert run(str(archive), str(target), resume=True).records == 1
        monkeypatch.setattr("claimcheck.batch.archive.model_version", lambda: "99")
        with pytest.raises(OutputError, match="line 1 was made with another language model"):
            run(str(archive), str(target), resume=True)

    def test_standard_output_cannot_be(self, archive: Path) -> None:
        fill(archive, article(1))
        with pytest.raises(OutputError, match="cannot be resumed"):
            run(str(archive), "-", resume=True, annotate=annotate)
