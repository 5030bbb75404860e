"""GitHub's workflow commands, which show as annotations: ``::warning file=…,line=…::message``.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions

GitHub keeps ten of each level a step and drops the others without a word. So the worst come first, and a line says how
many there are beyond.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from claimcheck.domain import Report, Severity
from claimcheck.reporters.findings.facts import Rules, Told, path_of, told

__all__ = ["commands"]

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_KEPT = 10
_PRECISIONS = ("high", "medium", "low")


def commands(reports: Iterable[Report], rules: Rules) -> Iterator[str]:
    """The commands, by severity, then by how precise their rules are, then as they come."""
    found = [(path_of(report), one) for report in reports for one in told(report)]
    found.sort(key=lambda pair: _rank(pair[1], rules))
    count: Counter[Severity] = Counter()
    for path, one in found:
        count[one.finding.severity] += 1
        if count[one.finding.severity] <= _KEPT:
            yield _command(path, one)
    beyond = [f"{number - _KEPT} {_LEVELS[severity]}s" for severity, number in count.items() if number > _KEPT]
    if beyond:
        yield f"claimcheck: {', '.join(beyond)} more than GitHub shows\n"


def _rank(one: Told, rules: Rules) -> tuple[int, int]:
    rule = rules.get(one.finding.code)
    precision = _PRECISIONS.index(rule.precision) if rule is not None else len(_PRECISIONS)
    return tuple(_LEVELS).index(one.finding.severity), precision


def _command(path: str, one: Told) -> str:
    place = one.place
    properties: dict[str, object] = {"file": path}
    if place.line is not None:
        properties |= {"line": place.line, "endLine": place.end_line}
        # Columns are for annotations within one line.
        if place.line == place.end_line:
            properties |= {"col": place.column, "endColumn": place.end_column}
    properties["title"] = f"{one.finding.code} {one.finding.name}"
    told_as = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    message = "\n".join(filter(None, (one.finding.message, one.finding.hint)))
    return f"::{_LEVELS[one.finding.severity]} {told_as}::{_data(message)}\n"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
