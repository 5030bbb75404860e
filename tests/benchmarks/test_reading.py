"""Records and their reports."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from benchmarks.reading import records, with_reports


def test_records_are_read_packed_or_not(tmp_path: Path) -> None:
    lines = '{"id": "a", "text": "A dry\\u2028day."}\n\n{"id": "b", "text": "Éire."}\n'
    (tmp_path / "a.jsonl").write_text(lines, "utf-8")
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines.encode("utf-8")))
    assert [record["text"] for record in records(tmp_path / "a.jsonl")] == ["A dry\u2028day.", "Éire."]
    assert records(tmp_path / "a.jsonl.gz") == records(tmp_path / "a.jsonl")


@pytest.mark.usefixtures("without_model")
def test_every_record_has_the_report_of_its_text() -> None:
    given = [{"id": "a", "text": "Police said it rained."}, {"id": "b", "text": "It snowed."}]
    assert [(record["id"], report.article.text) for record, report in with_reports(given)] == [
        ("a", "Police said it rained."),
        ("b", "It snowed."),
    ]
    assert list(with_reports([])) == []
