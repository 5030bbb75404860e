"""SARIF 2.1.0, which GitHub shows as code scanning alerts.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/ and, for what GitHub reads of it,
https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning

A fingerprint stays when paragraphs move, so an alert that was dismissed stays dismissed. GitHub reads 25,000 results; a
notification says how many there are beyond.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from claimcheck.domain import Article, Finding, Fingerprint, Location, Report, Severity, fingerprints
from claimcheck.reporters.findings.facts import RuleFacts, Rules
from claimcheck.reporters.json import dumps
from claimcheck.version import __version__

__all__ = ["log"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_MOST_RESULTS = 25_000
_LONGEST_DESCRIPTION = 1024
_WINDOWS_DRIVE = re.compile(r"[A-Za-z]:[/\\]")


def log(reports: Iterable[Report], rules: Rules) -> Iterator[str]:
    """One log with one run."""
    index = {code: number for number, code in enumerate(rules)}
    results = (
        _result(report, finding, fingerprint, index)
        for report in reports
        for finding, fingerprint in zip(report.findings, fingerprints(report), strict=True)
    )
    kept = list(islice(results, _MOST_RESULTS))
    beyond = sum(1 for _ in results)
    invocation: dict[str, Any] = {"executionSuccessful": True}
    if beyond:
        note = {"level": "warning", "message": {"text": f"{beyond} more findings than one log may have"}}
        invocation["toolExecutionNotifications"] = [note]
    driver = {"name": "claimcheck", "version": __version__, "rules": [_rule(rule) for rule in rules.values()]}
    run = {
        "tool": {"driver": driver},
        "invocations": [invocation],
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The folder in which claimcheck was run."}}},
        "results": kept,
    }
    yield dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(rule: RuleFacts) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name.title().replace("-", ""),
        "shortDescription": {"text": rule.name.replace("-", " ")},
        "fullDescription": {"text": rule.summary[:_LONGEST_DESCRIPTION]},
        "help": {"text": rule.page, "markdown": rule.page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "precision": rule.precision,
            "problem.severity": "recommendation" if rule.severity is Severity.INFO else rule.severity.value,
            "tags": ["journalism"],
        },
    }


def _result(report: Report, finding: Finding, fingerprint: Fingerprint, index: dict[str, int]) -> dict[str, Any]:
    article = report.article
    result: dict[str, Any] = {"ruleId": finding.code}
    if finding.code in index:
        result["ruleIndex"] = index[finding.code]
    result |= {
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message}. {finding.hint.capitalize()}." if finding.hint else finding.message},
        "locations": [{"physicalLocation": _physical(article, report.place(finding))}],
        "partialFingerprints": {"primaryLocationLineHash": str(fingerprint)},
    }
    if finding.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": _physical(article, article.locate(one.span)),
                "message": {"text": one.message},
            }
            for number, one in enumerate(finding.related, 1)
        ]
    if finding.suppressed:
        reason = finding.reason or ""
        in_source = any(reason in note.text for note in article.notes)
        result["suppressions"] = [{"kind": "inSource" if in_source else "external", "justification": reason}]
    return result


def _physical(article: Article, place: Location) -> dict[str, Any]:
    path = article.path.replace("\\", "/")
    uri = quote(path.encode("utf-8", "surrogateescape"), safe="/:" if _WINDOWS_DRIVE.match(path) else "/")
    if PurePath(article.path).is_absolute():
        physical: dict[str, Any] = {"artifactLocation": {"uri": "file://" + ("" if uri.startswith("/") else "/") + uri}}
    else:
        physical = {"artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"}}
    if place.line is not None:
        physical["region"] = {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        }
    return physical
