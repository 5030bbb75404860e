"""Reports as JSON lines: the document of :mod:`claimcheck.reporters.json`, one a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.domain import Report
from claimcheck.reporters.json import dumps, to_document

__all__ = ["export"]


def export(reports: Iterable[Report], *, many: bool) -> Iterator[str]:
    """One line a report, whether one or ``many`` were asked for."""
    return (dumps(to_document(report)) + "\n" for report in reports)
