"""The whole reports with their findings, in the JSON contract: an array, or one a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.domain import Report
from claimcheck.reporters import json, jsonl
from claimcheck.reporters.findings.facts import Rules

__all__ = ["array", "lines"]


def array(reports: Iterable[Report], rules: Rules) -> Iterator[str]:
    """An array, however many reports there are."""
    return json.export(reports, many=True)


def lines(reports: Iterable[Report], rules: Rules) -> Iterator[str]:
    """A report a line."""
    return jsonl.export(reports, many=True)
