"""Findings → text that other programs read: one module a format, all registered here.

Suppressed findings are left out, except where the format has a way to say so. Where a finding has no place in its file,
none is invented.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Protocol

from claimcheck.domain import Report
from claimcheck.reporters.findings import concise, documents, github, gitlab, junit, markdown, rdjson, sarif
from claimcheck.reporters.findings.facts import RuleFacts, Rules

__all__ = ["FORMATS", "Format", "RuleFacts", "Rules"]


class Format(Protocol):
    """Writes the findings of reports."""

    def __call__(self, reports: Iterable[Report], rules: Rules) -> Iterator[str]:
        """The text, piece by piece as the reports come where the format allows it."""


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "concise": concise.lines,
        "json": documents.array,
        "jsonl": documents.lines,
        "sarif": sarif.log,
        "github": github.commands,
        "gitlab": gitlab.issues,
        "junit": junit.suites,
        "rdjson": rdjson.diagnostics,
        "markdown": markdown.table,
    }
)
"""By the name of the format."""
