from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from enum import Enum
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import claimcheck
from claimcheck import domain
from claimcheck.domain import Finding, Related, Report, Severity, Span
from claimcheck.reporters.json import dumps, export, schema, to_document
from tests.stand_in import annotate

TEXT = "Ferry sinks\n\nThe ferry sank, police claimed. 🚢 Nobody was hurt.\n\nIt rained."

KEYS = {
    "": "schema_version claimcheck_version model_version language article sources attributions claims findings "
    "headline summary",
    "article": "path title outlet published text positions blocks",
    "blocks": "kind start end",
    "sources": "id name kind named description state_controlled country aliases mentions",
    "description": "role body basis reason count plural",
    "mentions": "start end how chain score",
    "attributions": "id source cue content mode source_id via channel parent score",
    "claims": "id text spans standalone scope kind attribution_id source_id via origin_id status flagged evidence "
    "same_as confidence selectors",
    "evidence": "kind start end text note from_claim",
    "quote": "exact prefix suffix",
    "position": "start end",
    "findings": "code name severity message start end line column end_line end_column claim_id related suppressed "
    "reason",
    "headline": "text start end form relation claims",
    "summary": "claims by_status sources unnamed_sources flagged",
}


@pytest.fixture
def report() -> Report:
    made = claimcheck.analyze(TEXT, annotate=annotate)
    mention = domain.Mention(
        span=Span(start=29, end=35), source_id="police", how=domain.MentionHow.EXACT, score=0.98765
    )
    finding = Finding(
        code="CC210",
        name="unconfirmed-claim",
        severity=Severity.WARNING,
        message="not confirmed",
        primary=Span(start=13, end=43),
        related=(Related(span=Span(start=0, end=11), message="the headline"),),
        claim_id=made.claims[1].id,
    )
    return replace(made, sources=(replace(made.sources[0], mentions=(mention,)),), findings=(finding,))


def objects(document: object, name: str = "") -> list[tuple[str, dict[str, object]]]:
    """Every object in a document with the name under which it stands."""
    if isinstance(document, list):
        return [pair for entry in document for pair in objects(entry, name)]
    if not isinstance(document, dict):
        return []
    return [(name, document), *(pair for key, value in document.items() for pair in objects(value, key))]


def test_the_keys_of_the_contract_in_their_order(report: Report) -> None:
    found = objects(to_document(report))
    assert {name for name, _ in found} >= set(KEYS) - {"quote", "position", "description"}
    for name, entry in found:
        if name in KEYS:
            assert list(entry) == KEYS[name].split()


def test_keeps_the_schema(report: Report) -> None:
    Draft202012Validator.check_schema(schema())
    Draft202012Validator(schema()).validate(json.loads(dumps(to_document(report))))
    Draft202012Validator(schema()).validate(to_document(claimcheck.analyze(TEXT, title="Lost", annotate=annotate)))


@pytest.mark.parametrize("name", ["claims", "headline", "schema_version"])
def test_the_schema_finds_what_is_missing(report: Report, name: str) -> None:
    document = to_document(report)
    del document[name]
    assert not Draft202012Validator(schema()).is_valid(document)


def test_the_schema_knows_the_closed_sets_of_the_domain() -> None:
    known = {tuple(entry["enum"]) for _, entry in objects(schema()) if "enum" in entry}
    internal = {domain.Polarity}
    sets = [value for value in vars(domain).values() if isinstance(value, type) and issubclass(value, Enum)]
    for closed in sets:
        members = tuple(member.value for member in closed)
        if members and closed not in internal:
            assert members in known or (*members, None) in known, closed


def test_offsets_are_code_points_of_the_text(report: Report) -> None:
    document = to_document(report)
    claim = document["claims"][1]
    [[start, end]] = claim["spans"]
    assert document["article"]["text"][start:end] == claim["text"]
    assert claim["selectors"] == {
        "quote": {"exact": claim["text"], "prefix": "Ferry sinks\n\n", "suffix": "\n\nIt rained."},
        "position": {"start": start, "end": end},
    }


def test_findings_say_where(report: Report) -> None:
    (finding,) = to_document(report)["findings"]
    assert (finding["line"], finding["column"], finding["end_line"], finding["end_column"]) == (3, 1, 3, 31)
    assert finding["related"][0] == {
        "start": 0,
        "end": 11,
        "line": 1,
        "column": 1,
        "end_line": 1,
        "end_column": 12,
        "message": "the headline",
    }


def test_without_a_map_back_no_line_is_invented(report: Report) -> None:
    pasted = replace(report, article=replace(report.article, positions="text"))
    (finding,) = to_document(pasted)["findings"]
    assert (finding["start"], finding["line"], finding["column"]) == (13, None, None)


def test_a_title_given_apart_has_no_offsets(report: Report) -> None:
    title = replace(report, headline=domain.Headline(text="Lost", span=None, form=domain.HeadlineForm.FLAT))
    apart = replace(title, claims=(replace(report.claims[0], spans=()),))
    document = to_document(apart)
    assert (document["headline"]["start"], document["headline"]["end"]) == (None, None)
    assert (document["claims"][0]["spans"], document["claims"][0]["selectors"]) == ([], None)


def test_scores_have_four_digits(report: Report) -> None:
    assert to_document(report)["sources"][0]["mentions"][0]["score"] == 0.9877


def test_the_summary_counts_every_status(report: Report) -> None:
    assert to_document(report)["summary"]["by_status"] == {
        "confirmed": 0,
        "attributed": 0,
        "asserted": 2,
        "unconfirmed": 1,
        "disputed": 0,
        "denied": 0,
        "refuted": 0,
    }


def test_half_characters_never_reach_the_output(report: Report) -> None:
    named = replace(report, article=replace(report.article, path="caf\udce9.txt"))
    dumps(to_document(named)).encode()


def test_a_record_stays_on_one_line(report: Report) -> None:
    line = dumps({"text": "a\u2028b\u2029c\x85d\ne"})
    assert len(line.splitlines()) == 1
    assert json.loads(line) == {"text": "a\u2028b\u2029c\x85d\ne"}


class TestExport:
    def test_one_article_is_one_document(self, report: Report) -> None:
        assert json.loads("".join(export([report], many=False))) == to_document(report)

    @pytest.mark.parametrize("count", [0, 1, 3])
    def test_many_are_an_array(self, report: Report, count: int) -> None:
        text = "".join(export([report] * count, many=True))
        assert json.loads(text) == [to_document(report)] * count
        assert text.endswith("\n")

    def test_nothing_for_one_that_failed(self) -> None:
        assert "".join(export([], many=False)) == ""


def test_equal_bytes_whatever_the_hash_seed(report: Report) -> None:
    code = (
        "import claimcheck; from claimcheck.reporters.json import *; from tests.stand_in import annotate; "
        f"print(ascii(dumps(to_document(claimcheck.analyze({TEXT!r}, annotate=annotate)))))"
    )
    root = Path(__file__).parents[2]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code], cwd=root, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1
