"""Findings as an editor shows them."""

from __future__ import annotations

from pathlib import Path

from lsprotocol.types import (
    CodeDescription,
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    PositionEncodingKind,
)
from lsprotocol.types import Location as Place

from claimcheck.check.cache import default_folder
from claimcheck.check.rules import rule_facts
from claimcheck.domain import Finding, Report, Severity
from claimcheck.lsp.places import range_of

__all__ = ["diagnostics", "write_pages"]

_SEVERITIES = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
    Severity.INFO: DiagnosticSeverity.Information,
}


def write_pages(folder: Path | None = None) -> dict[str, str]:
    """The addresses of the rules' pages by code, which are written into ``folder``; none where it cannot be written.

    An editor opens them from a diagnostic's code, also without a network.
    """
    folder = folder or default_folder() / "rules"
    addresses = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for code, rule in rule_facts().items():
            page = folder / f"{code}.md"
            page.write_text(rule.page, encoding="utf-8")
            addresses[code] = page.absolute().as_uri()
    except OSError:
        return {}
    return addresses


def diagnostics(report: Report, uri: str, pages: dict[str, str], encoding: PositionEncodingKind) -> list[Diagnostic]:
    """The findings that are not suppressed, in order."""
    return [_diagnostic(one, report, uri, pages, encoding) for one in report.findings if not one.suppressed]


def _diagnostic(
    finding: Finding, report: Report, uri: str, pages: dict[str, str], encoding: PositionEncodingKind
) -> Diagnostic:
    article = report.article
    page = pages.get(finding.code)
    related = [
        DiagnosticRelatedInformation(
            location=Place(uri=uri, range=range_of(article.locate(one.span), article, encoding)), message=one.message
        )
        for one in finding.related
        if one.message
    ]
    return Diagnostic(
        range=range_of(report.place(finding), article, encoding),
        message="\n".join(filter(None, (finding.message, finding.hint))),
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        code_description=None if page is None else CodeDescription(href=page),
        source="claimcheck",
        related_information=related or None,
    )
