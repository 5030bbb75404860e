"""GitLab's Code Quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format

GitLab shows one finding a fingerprint, so no two may share one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from claimcheck.domain import Report, Severity
from claimcheck.reporters.findings.facts import Rules, Told, path_of, told
from claimcheck.reporters.json import dumps

__all__ = ["issues"]

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def issues(reports: Iterable[Report], rules: Rules) -> Iterator[str]:
    """One array."""
    found = [_issue(path_of(report), one) for report in reports for one in told(report)]
    yield dumps(found, indent=2) + "\n"


def _issue(path: str, one: Told) -> dict[str, Any]:
    # GitLab refuses an issue without a line; the first stands for the file as a whole.
    begin = one.place.line or 1
    return {
        "description": f"{one.finding.code}: {one.finding.message}",
        "check_name": one.finding.code,
        "fingerprint": str(one.fingerprint),
        "severity": _SEVERITIES[one.finding.severity],
        "location": {"path": path, "lines": {"begin": begin, "end": one.place.end_line or begin}},
    }
