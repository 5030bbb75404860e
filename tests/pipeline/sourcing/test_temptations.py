"""No wrong person and no wrong body: texts made to tempt, and names of places that may be governments.

Unresolved is acceptable, wrong is not.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest

import claimcheck
from claimcheck.domain import Claim, MentionHow, Report, Source
from claimcheck.sources import shipped_registry

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

pytestmark = pytest.mark.model

FOLDER = Path(__file__).resolve().parents[3] / "fixtures" / "sources"
CASES: list[dict[str, Any]] = tomllib.loads((FOLDER / "temptations.toml").read_text("utf-8"))["case"]
SENTENCES: list[dict[str, str]] = tomllib.loads((FOLDER / "metonyms.toml").read_text("utf-8"))["sentence"]


def claim_with(report: Report, words: str) -> Claim | None:
    """The smallest claim that covers most of the words."""
    start = report.article.text.index(words)
    end = start + len(words)

    def covers(claim: Claim) -> bool:
        return 2 * sum(max(0, min(s.end, end) - max(s.start, start)) for s in claim.spans) >= len(words)

    return min(filter(covers, report.claims), key=lambda claim: sum(map(len, claim.spans)), default=None)


def source_of(report: Report, claim: Claim | None) -> Source | None:
    """The source of a claim if it is traced to somebody with a name."""
    source = next((s for s in report.sources if claim is not None and s.id == claim.source_id), None)
    if source is None or all(mention.how is MentionHow.UNRESOLVED for mention in source.mentions):
        return None
    return source


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_nobody_wrong_is_beside_the_words(case: dict[str, Any]) -> None:
    report = claimcheck.analyze(case["text"])
    claim = claim_with(report, case["words"])
    source = source_of(report, claim)
    filled = re.findall(r"\[([^\]]*)\]", "" if claim is None else claim.standalone)
    for name in case["never"]:
        assert source is None or source.name != name
        assert not any(re.search(rf"\b{re.escape(name)}\b", words) for words in filled)


def test_most_of_those_who_can_be_told_are() -> None:
    told = [case for case in CASES if case.get("right")]
    right = 0
    for case in told:
        report = claimcheck.analyze(case["text"])
        source = source_of(report, claim_with(report, case["words"]))
        right += source is not None and source.name in case["right"]
    assert right / len(told) >= 0.75


def test_capitals_are_governments_where_they_speak() -> None:
    wrong = []
    for sentence in SENTENCES:
        report = claimcheck.analyze(sentence["text"])
        names = {source.id: source.name for source in report.sources}
        speaking = {names[made.source_id] for made in report.attributions if made.source_id is not None}
        match = shipped_registry().lookup(sentence["name"], metonym=True)
        assert match is not None
        assert match.entry is not None or not sentence["is"]
        government = match.entry.name if match.entry is not None else ""
        assert sentence["is"] in ("", government)
        if (government in speaking) is not bool(sentence["is"]):
            wrong.append(sentence["text"])
    assert len(wrong) <= 0.05 * len(SENTENCES), wrong
