"""One line a finding, as editors and grep know them: ``path:line:column: SEVERITY CODE message``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.domain import Report
from claimcheck.reporters.findings.facts import Rules, printable, told

__all__ = ["lines"]


def lines(reports: Iterable[Report], rules: Rules) -> Iterator[str]:
    """The lines, a piece of text a report; without a line number where there is none."""
    for report in reports:
        path = printable(report.article.path)
        for one in told(report):
            place = "" if one.place.line is None else f"{one.place.line}:{one.place.column}:"
            finding = one.finding
            yield f"{path}:{place} {finding.severity.upper()} {finding.code} {printable(finding.message)}\n"
