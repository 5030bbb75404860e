"""The table of rules, its documentation, and how findings are put together."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimcheck import rules
from claimcheck.domain import (
    Article,
    Attribution,
    AttributionMode,
    Claim,
    ClaimScope,
    Description,
    Evidence,
    EvidenceKind,
    Finding,
    Mention,
    MentionHow,
    Report,
    Severity,
    Source,
    SourceKind,
    Span,
    Status,
    Versions,
)
from claimcheck.rules import RULES, Rule, by_code, documentation, findings
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

DRAFTS = Path(__file__).parents[2] / "fixtures" / "drafts.toml"
TEXT = "Sources said it rained. It reportedly rained. It rained."


def span(words: str, start: int = 0) -> Span:
    at = TEXT.index(words, start)
    return Span(start=at, end=at + len(words))


def report(*, title: str | None = None) -> Report:
    """An article with a bare source and an unconfirmed claim."""
    mention = Mention(span=span("Sources"), source_id="s1", how=MentionHow.NOMINAL, score=1.0)
    told = Description(role="Sources", plural=True)
    source = Source(
        id="s1", name="sources", kind=SourceKind.UNKNOWN, named=False, description=told, mentions=(mention,)
    )
    said = Attribution(
        id="a1",
        source=(span("Sources"),),
        cue=(span("said"),),
        content=(span("it rained"),),
        mode=AttributionMode.INDIRECT,
        source_id="s1",
    )
    hedge = Evidence(
        kind=EvidenceKind.MODALITY, span=span("reportedly"), text="reportedly", note="'reportedly'", cue_class="HEDGE"
    )
    hedged = Claim(
        id="c1",
        spans=(span("It reportedly rained"),),
        text="It reportedly rained",
        standalone="It reportedly rained",
        status=Status.UNCONFIRMED,
        evidence=(hedge,),
    )
    return Report(
        article=Article(path="a.txt", text=TEXT, title=title),
        sources=(source,),
        attributions=(said,),
        claims=(hedged,),
        versions=Versions(claimcheck="0", model="none"),
        sentences=(span("Sources said it rained."), span("It reportedly rained."), span("It rained.", 45)),
    )


def test_codes_and_names_are_in_order_and_single() -> None:
    codes, names = [rule.code for rule in RULES], [rule.name for rule in RULES]
    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"CC\d{3}", code) for code in codes)
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in names)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_documented(rule: Rule) -> None:
    told = documentation(rule)
    assert told.summary.endswith(".")
    assert len(told.flagged) >= 2
    assert len(told.passing) >= 2
    assert len(set(told.flagged + told.passing)) == len(told.flagged + told.passing)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_what_is_on_was_measured(rule: Rule) -> None:
    assert rule.precision == "low" or rule.measured
    assert rule.measured or not rule.default


def test_a_docstring_without_its_parts_is_refused() -> None:
    rule = Rule(
        code="CC999",
        name="none",
        severity=Severity.INFO,
        precision="low",
        scopes=(),
        follows=(),
        text="Flags.\n\nWhy: so.",
    )
    with pytest.raises(ValueError, match="CC999: the docstring has no Flagged, Passing, Fix"):
        documentation(rule)


def test_findings_stand_in_text_order_whatever_the_order_of_rules() -> None:
    found = findings(report(), ["CC210", "CC101"])
    assert [(finding.code, finding.primary) for finding in found] == [
        ("CC101", span("Sources")),
        ("CC210", span("It reportedly rained")),
    ]
    assert found == findings(report(), ["CC101", "CC210", "CC101"])


def test_a_finding_carries_what_its_rule_says() -> None:
    (finding,) = findings(report(), ["CC210"])
    rule = by_code["CC210"]
    assert (finding.name, finding.severity, finding.claim_id) == (rule.name, rule.severity, "c1")
    assert (finding.suppressed, finding.reason) == (False, None)


def test_unknown_codes_and_options_are_errors() -> None:
    with pytest.raises(KeyError, match="CC000"):
        findings(report(), ["CC000"])
    with pytest.raises(KeyError, match=r"CC210\.shade"):
        findings(report(), ["CC210"], {"CC210": {"shade": 3}})


def test_settings_reach_their_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    def check(index: Index, options: Options) -> Iterator[Finding]:
        yield rule.finding(None, f"{options['limit']} of {len(index.text)}")

    rule = Rule(
        code="CC999", name="limit", severity=Severity.INFO, precision="low", scopes=(ClaimScope.BODY,), follows=(),
        options={"limit": 2}, text="", check=check,
    )  # fmt: skip
    monkeypatch.setattr(rules, "by_code", {"CC999": rule})
    assert [finding.message for finding in findings(report(), ["CC999"])] == ["2 of 56"]
    assert [finding.message for finding in findings(report(), ["CC999"], {"CC999": {"limit": 5}})] == ["5 of 56"]


def test_a_sentence_is_found_by_any_place_in_it() -> None:
    index = Index(report())
    assert index.sentence(span("reportedly")) == span("It reportedly rained.")
    assert index.sentence(Span(start=len(TEXT), end=len(TEXT))) == Span(start=len(TEXT), end=len(TEXT))


def test_drafts_name_rules_that_exist() -> None:
    drafts = tomllib.loads(DRAFTS.read_text(encoding="utf-8"))["draft"]
    assert {code for draft in drafts for code in draft["flagged"]} <= set(by_code)
    assert len({draft["text"] for draft in drafts}) == len(drafts)
