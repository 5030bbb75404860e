"""Reports with findings of every kind: severe or not, suppressed, without a place, in words to be escaped."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.domain import (
    Article,
    Finding,
    Headline,
    HeadlineForm,
    Location,
    Related,
    Report,
    Severity,
    Span,
    Versions,
)
from claimcheck.readers.markdown import read as read_markdown
from claimcheck.readers.text import read_text
from claimcheck.reporters.findings import RuleFacts

MARKDOWN = """---
title: Lake *Orlu* | dry?
---
“¡Água!”, said @mara – the **lake** &lt;lost&gt; 40%, [sources](http://a.b/c_d) said.

<!-- claimcheck: ignore CC210 reason="the ministry confirmed by phone" -->
The 湖水 reportedly fell; police claimed `pumps` stole it.
"""
_LONG = "It was a long night. " * 12
TEXT = f"The ferry sank, officials said.\r\nThe captain was asleep. {_LONG}Nobody knows why."
_CONFIRMED = "the ministry confirmed by phone"
_NOTE = Location(block=None, line=6, column=1, end_line=6, end_column=2)

RULES = {
    code: RuleFacts(
        code=code, name=name, severity=severity, precision=precision, summary=summary, page=f"# {code}\n\n{summary}\n"
    )
    for code, name, severity, precision, summary in (
        ("CC101", "bare-source", Severity.ERROR, "high", "An unnamed source of whom nothing is told."),
        ("CC210", "unconfirmed-claim", Severity.WARNING, "medium", "A claim that the text marks as not confirmed."),
        ("CC502", "mind-reading", Severity.INFO, "low", "A thought stated as a fact."),
        ("CC900", "unused-ignore", Severity.WARNING, "high", "A suppression that suppresses nothing."),
    )
}


def finding(code: str, article: Article, words: str | None, message: str, **more: object) -> Finding:
    """A finding of a rule at these words of the article; at its title for None."""
    rule = RULES[code]
    start = 0 if words is None else article.text.index(words)
    primary = None if words is None else Span(start=start, end=start + len(words))
    made = Finding(code=code, name=rule.name, severity=rule.severity, message=message, primary=primary)
    return replace(made, **more)


def reports() -> list[Report]:
    """Three drafts; the last has no findings."""
    lake = read_markdown(MARKDOWN.encode(), "drafts/lake, 40%.md")
    ferry = read_text(TEXT, path="drafts/ferry.txt", title="Ferry “sank”")
    rain = read_text("It rained.", path="rain.txt")
    headline = Headline(text="Ferry “sank”", span=None, form=HeadlineForm.FLAT)
    sources = lake.text.index("sources said")
    on_the_lake = (
        finding("CC502", lake, None, "about the file as a whole"),
        finding(
            "CC101", lake, "the lake <lost> 40%, sources said", "nothing is told of “sources” | of 100%\nof them",
            hint="name them", related=(Related(span=Span(start=sources, end=sources + 7), message="they: are, here"),),
        ),
        finding("CC210", lake, "police claimed pumps stole it", "not confirmed"),
        finding("CC210", lake, "The 湖水 reportedly fell", "not confirmed", suppressed=True, reason=_CONFIRMED),
        finding("CC900", lake, None, "there is nothing here to ignore", at=_NOTE),
    )  # fmt: skip
    on_the_ferry = (
        finding("CC210", ferry, None, "the headline is not confirmed"),
        finding("CC101", ferry, "officials said.\r\nThe captain was asleep", "of two lines"),
        finding("CC101", ferry, "Nobody knows why", "at the end of a long line"),
        finding("CC101", ferry, "Nobody knows why", "at the end of a long line"),
        finding("CC101", ferry, _LONG + "Nobody", "long", suppressed=True, reason="in the baseline"),
    )
    return [
        _report(lake, on_the_lake, None),
        _report(ferry, on_the_ferry, headline),
        _report(rain, (), None),
    ]


def _report(article: Article, findings: tuple[Finding, ...], headline: Headline | None) -> Report:
    return Report(
        article=article,
        sources=(),
        attributions=(),
        claims=(),
        versions=Versions(claimcheck="0.0.0", model="none"),
        findings=findings,
        headline=headline,
    )
