"""What a format may tell about rules, and the findings that it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claimcheck.domain import Finding, Fingerprint, Location, Report, Severity, fingerprints

__all__ = ["RuleFacts", "Rules", "Told", "path_of", "printable", "quoted", "told"]

_LONGEST_QUOTATION = 200
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFacts:
    """One rule."""

    code: str
    name: str
    severity: Severity
    precision: str
    summary: str
    """What it flags, in one sentence."""
    page: str
    """Everything about it, in Markdown."""


Rules = Mapping[str, RuleFacts]
"""By code, in the order of codes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A finding with its place and its fingerprint."""

    finding: Finding
    place: Location
    fingerprint: Fingerprint


def told(report: Report) -> Iterator[Told]:
    """The findings that are not suppressed, in order."""
    for finding, fingerprint in zip(report.findings, fingerprints(report), strict=True):
        if not finding.suppressed:
            yield Told(finding=finding, place=report.place(finding), fingerprint=fingerprint)


def path_of(report: Report) -> str:
    """The name of the report's file, whose bytes may be no characters."""
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", report.article.path)


def quoted(finding: Finding, report: Report) -> str:
    """The words that a finding is about, on one line, cut where they are many; empty if it is about none."""
    if finding.primary is None:
        return "" if finding.at is not None or report.headline is None else report.headline.text
    words = " ".join(finding.primary.of(report.article.text).split())
    return words if len(words) <= _LONGEST_QUOTATION else words[: _LONGEST_QUOTATION - 1].rstrip() + "…"


def printable(words: str) -> str:
    """``words`` on one line, without what a terminal or a parser of lines would take for a command."""
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in " ".join(words.split()))
