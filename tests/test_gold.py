"""Our own annotated texts: in the form that their READMEs describe, and read as well as the floors ask."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from benchmarks import cases, floors, nested
from benchmarks.reading import records
from claimcheck.domain import SourceKind, Status

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
FILES = cases.files_of(FIXTURES / "cases")
NESTED = FIXTURES / "nested" / "nested.jsonl"
CASES = [pytest.param(case, file.stem, id=case["id"]) for file in FILES for case in records(file)]
CLAIM = ("anchor", "status", "flagged", "source", "source_accept", "named", "kind", "via", "channel", "status_accept")
NOT_ALWAYS = {"channel_accept", "unscored"}


@pytest.mark.parametrize(("case", "file"), CASES)
def test_a_case_has_the_form_that_the_readme_describes(case: dict[str, Any], file: str) -> None:
    assert list(case) == ["id", "topics", "text", "claims", "not_claims"]
    assert case["id"].rpartition("-")[0] == file
    assert len(set(case["topics"])) == len(case["topics"])
    for words in [*(claim["anchor"] for claim in case["claims"]), *case["not_claims"]]:
        assert case["text"].count(words) == 1, words
    for claim in case["claims"]:
        assert [key for key in claim if key not in NOT_ALWAYS] == list(CLAIM)
        assert claim["flagged"] is Status(claim["status"]).flagged
        assert claim["status"] not in claim["status_accept"]
        assert {*map(Status, claim["status_accept"])} <= set(Status)
        assert claim["kind"] is None or SourceKind(claim["kind"])
        assert claim["named"] is None or claim["source"] is not None
        assert {*claim.get("unscored", ())} <= {"via", "channel"}


@pytest.mark.parametrize("record", [pytest.param(record, id=record["id"]) for record in records(NESTED)])
def test_a_nested_text_has_the_form_that_the_readme_describes(record: dict[str, Any]) -> None:
    assert list(record) == ["id", "text", "attributions"]
    for place, gold in enumerate(record["attributions"]):
        assert list(gold) == ["source", "cue", "content", "parent"]
        assert gold["cue"]
        for words in (gold["source"], gold["cue"], *gold["content"].split(" … ")):
            assert words in record["text"], words
        assert gold["parent"] is None or 0 <= gold["parent"] < place


def test_ids_are_unique() -> None:
    ids = [record["id"] for file in [*FILES, NESTED] for record in records(file)]
    assert len(set(ids)) == len(ids)


@pytest.mark.model
def test_no_figure_is_below_its_floor() -> None:
    figures = {"cases": cases.tallies(FILES).everything.scores(), "nested": nested.tally(NESTED).scores()}
    assert floors.below(figures) == {}
