"""Every rule flags what its cases and its documentation say, as the shipped model reads them, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from claimcheck.analyze import analyze_all
from claimcheck.domain import Report
from claimcheck.readers.text import read_text
from claimcheck.rules import RULES, findings
from tests.rules.cases import Case, cases, path

pytestmark = pytest.mark.model

READING = [rule for rule in RULES if rule.check is not None]
CASES = [case for rule in READING for case in cases(rule)]


@pytest.fixture(scope="module")
def reports() -> Mapping[Case, Report]:
    articles = [read_text(case.text, path=str(case), title=case.title) for case in CASES]
    found = {}
    for case, report in zip(CASES, analyze_all(articles), strict=True):
        assert isinstance(report, Report)
        found[case] = report
    return found


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_is_flagged(case: Case, reports: Mapping[Case, Report]) -> None:
    report = reports[case]
    found = findings(report, [case.code])
    if not case.flagged:
        assert [finding.message for finding in found] == []
    elif case.at is None:
        assert found
    else:
        places = [finding.primary.of(case.text) if finding.primary else "" for finding in found]
        assert len(places) == len(case.at), places
        assert all(words in place for words, place in zip(case.at, places, strict=True)), places


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_finding_stands_within_one_sentence(case: Case, reports: Mapping[Case, Report]) -> None:
    report = reports[case]
    for finding in findings(report, [case.code]):
        if finding.primary is not None:
            assert any(sentence.contains(finding.primary) for sentence in report.sentences)


@pytest.mark.parametrize("rule", READING, ids=lambda rule: rule.code)
def test_there_are_cases_enough(rule: object) -> None:
    of_file = [case for case in CASES if case.code == getattr(rule, "code")]  # noqa: B009
    assert sum(case.flagged for case in of_file) >= 5
    assert sum(not case.flagged for case in of_file) >= 5


def test_every_case_file_belongs_to_a_rule() -> None:
    folder = path(RULES[0]).parent
    assert sorted(folder.iterdir()) == sorted(path(rule) for rule in READING)
