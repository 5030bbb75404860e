"""JUnit's XML, which Jenkins and Azure show as tests: a suite a file, a failed test a finding.

A file without findings is one test that passed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from claimcheck.domain import Report
from claimcheck.reporters.findings.facts import Rules, Told, quoted, told

__all__ = ["suites"]

# XML 1.0 has no way to write these.
_NO_CHARACTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def suites(reports: Iterable[Report], rules: Rules) -> Iterator[str]:
    """The document, a suite at a time."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="claimcheck">\n'
    for report in reports:
        found = list(told(report))
        path = _attribute(report.article.path)
        yield f'  <testsuite name={path} tests="{max(len(found), 1)}" failures="{len(found)}" errors="0">\n'
        for one in found:
            yield _failed(path, one, report)
        if not found:
            yield f'    <testcase classname={path} name="no findings"/>\n'
        yield "  </testsuite>\n"
    yield "</testsuites>\n"


def _failed(path: str, one: Told, report: Report) -> str:
    finding, place = one.finding, one.place
    where = "" if place.line is None else f" (line {place.line}, column {place.column})"
    name = _attribute(f"{finding.code} {finding.name}{where}")
    words = quoted(finding, report)
    lines = [f"{report.article.path}{where}", f"“{words}”" if words else "", finding.hint]
    text = escape(_sound("\n".join(filter(None, lines))))
    return (
        f"    <testcase classname={path} name={name}>\n"
        f"      <failure type={_attribute(finding.severity)} message={_attribute(finding.message)}>{text}</failure>\n"
        "    </testcase>\n"
    )


def _sound(words: str) -> str:
    return _NO_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", words)


def _attribute(words: str) -> str:
    return quoteattr(_sound(words))
