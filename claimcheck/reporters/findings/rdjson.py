"""Reviewdog's diagnostics: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf

Its columns count bytes of UTF-8, from 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from claimcheck.domain import Article, Report
from claimcheck.reporters.findings.facts import Rules, Told, path_of, told
from claimcheck.reporters.json import dumps

__all__ = ["diagnostics"]


def diagnostics(reports: Iterable[Report], rules: Rules) -> Iterator[str]:
    """One document."""
    found = [_diagnostic(report, one) for report in reports for one in told(report)]
    yield dumps({"source": {"name": "claimcheck"}, "diagnostics": found}, indent=2) + "\n"


def _diagnostic(report: Report, one: Told) -> dict[str, Any]:
    place = one.place
    location: dict[str, Any] = {"path": path_of(report)}
    if place.line is not None and place.column is not None and place.end_line is not None:
        location["range"] = {
            "start": _position(report.article, place.line, place.column),
            "end": _position(report.article, place.end_line, place.end_column or 1),
        }
    message = "\n".join(filter(None, (one.finding.message, one.finding.hint)))
    return {
        "message": message,
        "location": location,
        "severity": one.finding.severity.upper(),
        "code": {"value": one.finding.code},
    }


def _position(article: Article, line: int, column: int) -> dict[str, int]:
    before = article.line(line)[: column - 1]
    return {"line": line, "column": len(before.encode("utf-8", "replace")) + 1}
