"""A table in Markdown, for a comment on a pull request, a job's summary, or the desk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from claimcheck.domain import Report, Severity
from claimcheck.reporters.findings.facts import Rules, Told, printable, quoted, told

__all__ = ["table"]

_SIGNS = {Severity.ERROR: "🔴", Severity.WARNING: "🟠", Severity.INFO: "🔵"}
_MOST_ROWS = 150
"""A comment on GitHub ends after 65,536 characters."""

_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+!|~$-])")


def table(reports: Iterable[Report], rules: Rules) -> Iterator[str]:
    """A sentence with the counts, then a row a finding."""
    files = 0
    rows: list[tuple[Report, Told]] = []
    for report in reports:
        files += 1
        rows += [(report, one) for one in told(report)]
    counts = [(severity, sum(one.finding.severity is severity for _, one in rows)) for severity in Severity]
    summed = ", ".join(f"{number} × {severity}" for severity, number in counts if number)
    yield f"**claimcheck**: {summed or 'no findings'} in {files} {'file' if files == 1 else 'files'}\n"
    if not rows:
        return
    yield "\n| | where | rule | what |\n|---|---|---|---|\n"
    for report, one in islice(rows, _MOST_ROWS):
        yield _row(report, one)
    if len(rows) > _MOST_ROWS:
        yield f"\nand {len(rows) - _MOST_ROWS} more\n"


def _row(report: Report, one: Told) -> str:
    finding = one.finding
    where = _escaped(report.article.path) + ("" if one.place.line is None else f":{one.place.line}")
    words = quoted(finding, report)
    what = _escaped(finding.message) + (f"<br>“{_escaped(words)}”" if words else "")
    return f"| {_SIGNS[finding.severity]} {finding.severity} | {where} | {finding.code} {finding.name} | {what} |\n"


def _escaped(words: str) -> str:
    """``words`` as they are: no markup, no link, and nobody is called by an @."""
    shown = _MARKUP.sub(r"\\\1", printable(words))
    return shown.replace("&", "&amp;").replace("\\<", "&lt;").replace("\\>", "&gt;").replace("@", "@&#8203;")
