"""Findings in every format: goldens that one can read, and what each consumer demands."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import Any

import pytest

from claimcheck.domain import Report, fingerprints
from claimcheck.readers.text import read_text
from claimcheck.reporters.findings import FORMATS, sarif
from tests.reporters.findings.goldens import FOLDER, goldens
from tests.reporters.findings.sample import RULES, finding, reports

MADE = goldens()


def written(name: str, found: list[Report]) -> str:
    return "".join(FORMATS[name](found, RULES))


def document(name: str, found: list[Report] | None = None) -> Any:
    return json.loads(written(name, reports() if found is None else found))


def many(code: str, number: int) -> list[Report]:
    """A report with so many findings of a rule."""
    first = reports()[0]
    one = next(one for one in first.findings if one.code == code)
    return [replace(first, findings=(replace(one, suppressed=False),) * number)]


@pytest.mark.parametrize("name", sorted(MADE))
def test_as_before(name: str) -> None:
    assert MADE[name] == (FOLDER / name).read_text(encoding="utf-8")


def test_no_golden_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(MADE)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_names_that_are_no_text_and_no_findings_do_no_harm(name: str) -> None:
    (report,) = many("CC101", 1)
    strange = replace(report, article=replace(report.article, path="dra\udcfffts/\x1b[31m\n.md"))
    assert written(name, [strange]).encode()
    written(name, []).encode()


class TestConcise:
    def test_a_finding_is_a_line(self) -> None:
        lines = written("concise", reports()).splitlines()
        assert len(lines) == 8
        assert all(re.match(r"drafts/[^:]+:(\d+:\d+:)? (ERROR|WARNING|INFO) CC\d{3} \S", line) for line in lines)


class TestGithub:
    def test_ten_of_each_level_then_how_many_there_are_beyond(self) -> None:
        lines = written("github", many("CC210", 13) + many("CC101", 2)).splitlines()
        assert [line.split()[0] for line in lines] == ["::error"] * 2 + ["::warning"] * 10 + ["claimcheck:"]
        assert lines[-1] == "claimcheck: 3 warnings more than GitHub shows"

    def test_what_would_end_a_property_is_escaped(self) -> None:
        for line in written("github", reports()).splitlines():
            properties, _, message = line.removeprefix("::").partition("::")
            assert all(re.fullmatch(r"\w+=[^:,]*", one) for one in properties.split(" ", 1)[1].split(","))
            assert not re.search(r"%(?!25|0A|0D)", message)


class TestGitlab:
    def test_every_fingerprint_is_there_once(self) -> None:
        found = document("gitlab")
        assert len({one["fingerprint"] for one in found}) == len(found) == 8
        for one in found:
            assert set(one) == {"description", "check_name", "fingerprint", "severity", "location"}
            assert one["severity"] in ("info", "minor", "major", "critical", "blocker")
            assert isinstance(one["location"]["lines"]["begin"], int)


class TestJunit:
    def test_counts_and_text_that_is_no_xml(self) -> None:
        (report,) = many("CC101", 2)
        odd = replace(report, findings=tuple(replace(one, message='a\x00b\x1b<&"]]>') for one in report.findings))
        root = ET.fromstring(written("junit", [odd, reports()[2]]))
        suites = [(suite.get("name"), suite.get("tests"), suite.get("failures")) for suite in root]
        assert suites == [("drafts/lake, 40%.md", "2", "2"), ("rain.txt", "1", "0")]
        assert [failure.get("message") for failure in root.iter("failure")] == ['a\ufffdb\ufffd<&"]]>'] * 2


class TestRdjson:
    def test_columns_count_bytes(self) -> None:
        article = read_text("Água: sources said so.", path="a.txt")
        report = replace(reports()[0], article=article, findings=(finding("CC101", article, "sources", "m"),))
        (one,) = document("rdjson", [report])["diagnostics"]
        assert one["location"]["range"] == {"start": {"line": 1, "column": 8}, "end": {"line": 1, "column": 15}}
        assert one["severity"] in ("ERROR", "WARNING", "INFO")


class TestSarif:
    def test_the_structure_that_the_standard_asks_for(self) -> None:
        log = document("sarif")
        (run,) = log["runs"]
        assert (log["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
        rules = run["tool"]["driver"]["rules"]
        assert [rule["id"] for rule in rules] == list(RULES)
        for rule in rules:
            assert len(rule["fullDescription"]["text"]) <= 1024
            assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
            assert rule["properties"]["precision"] in ("very-high", "high", "medium", "low")
        for result in run["results"]:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
            assert result["level"] in ("error", "warning", "note")
            assert result["message"]["text"]
            (location,) = result["locations"]
            uri = location["physicalLocation"]["artifactLocation"]["uri"]
            assert re.fullmatch(r"[\w./%-]+", uri)
            region = location["physicalLocation"].get("region")
            if region is not None:
                start, end = (region["startLine"], region["startColumn"]), (region["endLine"], region["endColumn"])
                assert (1, 1) <= start < end

    def test_the_end_column_is_after_the_last_character(self) -> None:
        result = next(
            one for one in document("sarif")["runs"][0]["results"] if one["message"]["text"] == "of two lines"
        )
        region = result["locations"][0]["physicalLocation"]["region"]
        assert region == {"startLine": 1, "startColumn": 17, "endLine": 2, "endColumn": 23}

    def test_fingerprints_are_of_rule_file_and_words(self) -> None:
        found = document("sarif")["runs"][0]["results"]
        prints = [str(one) for report in reports() for one in fingerprints(report)]
        assert [one["partialFingerprints"]["primaryLocationLineHash"] for one in found] == prints

    def test_what_is_suppressed_says_where_and_why(self) -> None:
        found = [one["suppressions"] for one in document("sarif")["runs"][0]["results"] if "suppressions" in one]
        assert found == [
            [{"kind": "inSource", "justification": "the ministry confirmed by phone"}],
            [{"kind": "external", "justification": "in the baseline"}],
        ]

    def test_no_more_than_github_reads(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert sarif._MOST_RESULTS == 25_000
        monkeypatch.setattr(sarif, "_MOST_RESULTS", 25)
        (run,) = document("sarif", many("CC210", 28))["runs"]
        assert len(run["results"]) == 25
        (note,) = run["invocations"][0]["toolExecutionNotifications"]
        assert note["message"]["text"] == "3 more findings than one log may have"

    def test_a_path_from_the_root_is_an_address(self) -> None:
        (report,) = many("CC101", 1)
        (run,) = document("sarif", [replace(report, article=replace(report.article, path="/desk/a b.md"))])["runs"]
        (location,) = run["results"][0]["locations"]
        assert location["physicalLocation"]["artifactLocation"] == {"uri": "file:///desk/a%20b.md"}


class TestMarkdown:
    def test_nobody_is_called_and_no_cell_ends_early(self) -> None:
        (report,) = many("CC101", 1)
        one = replace(report.findings[0], message="ask @desk | <script> `x` [a](b) *b* #1")
        *_, row = written("markdown", [replace(report, findings=(one,))]).splitlines()
        assert len(re.findall(r"(?<!\\)\|", row)) == 5
        assert "@desk" not in row
        assert "<script>" not in row

    def test_a_comment_has_an_end(self) -> None:
        assert written("markdown", many("CC101", 200)).endswith("\nand 50 more\n")


class TestJson:
    def test_is_the_contract(self) -> None:
        found = document("json")
        assert [one["article"]["path"] for one in found] == ["drafts/lake, 40%.md", "drafts/ferry.txt", "rain.txt"]
        lines = written("jsonl", reports()).splitlines()
        assert [json.loads(line) for line in lines] == found
        unused = found[0]["findings"][-1]
        assert (unused["start"], unused["line"], unused["column"]) == (None, 6, 1)
        assert [one["suppressed"] for one in found[0]["findings"]] == [False, False, False, True, False]
