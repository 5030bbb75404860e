"""Rules as people read them: the page that ``claimcheck explain`` prints and ``docs/rules`` keeps, and the list."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.rules.documentation import Example, documentation
from claimcheck.rules.rule import Rule

__all__ = ["listed", "overview", "page"]

_PRECISION = {
    "high": "high: nine findings in ten or more are worth an editor's time",
    "medium": "medium: eight findings in ten or more are worth an editor's time",
    "low": "low: fewer than eight findings in ten are worth an editor's time, or it is not known",
}


def page(rule: Rule) -> str:
    """Everything about one rule, in Markdown that reads as well in a terminal; lines of any length."""
    told = documentation(rule)
    parts = [f"# {rule.code} {rule.name}", told.summary]
    if told.details:
        parts.append(told.details)
    parts.append(_facts(rule))
    parts.append("## Why\n\n" + told.why)
    if rule.follows:
        houses = ", ".join(rule.follows)
        parts.append(f"It follows what {houses} ask for in their published guidelines.")
    else:
        parts.append("No published guideline asks for it; it is house practice.")
    parts.append("## Examples\n\nFlagged:\n\n" + _examples(told.flagged))
    parts.append("Not flagged:\n\n" + _examples(told.passing))
    parts.append("## What to do\n\n" + told.fix)
    if rule.check is not None:
        parts.append(
            "Where it is right as it stands, say why, above the paragraph:"
            + f'\n\n    <!-- claimcheck: ignore {rule.code} reason="…" until=2030-01-31 -->'
        )
    return "\n\n".join(parts) + "\n"


def overview(rules: Iterable[Rule]) -> str:
    """The list of all rules in Markdown, each with a link to its page."""
    rows = [
        f"| [{rule.code}]({rule.code}.md) | {rule.name} | {documentation(rule).summary} | {rule.severity} | "
        f"{rule.precision} | {'yes' if rule.default else ''} |"
        for rule in rules
    ]
    head = [
        "# Rules",
        "",
        "What `claimcheck` looks for in an article. Those marked *default* are on without configuration. `claimcheck",
        "explain CODE` prints a rule's page. This folder is written by `make docs`.",
        "",
        "Precision is the share of findings that are right and worth an editor's time: high 9 in 10, medium 8 in 10,",
        "low fewer or not known. Each page says on how many it rests. Where a rule was mended after the reading, the",
        "findings that it no longer gives do not count: expect a little less on other texts.",
        "",
        "| code | name | flags | severity | precision | default |",
        "|---|---|---|---|---|---|",
    ]
    return "\n".join([*head, *rows]) + "\n"


def listed(rules: Iterable[Rule]) -> str:
    """The list of all rules for a terminal, one a line."""
    rows = [("code", "name", "severity", "precision", "default", "flags")]
    rows += [
        (
            rule.code, rule.name, rule.severity.value, rule.precision, "yes" if rule.default else "",
            documentation(rule).summary.removesuffix("."),
        )
        for rule in rules
    ]  # fmt: skip
    widths = [max(map(len, column)) for column in list(zip(*rows, strict=True))[:-1]]
    lines = (
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]]) for row in rows
    )
    return "".join(line.rstrip() + "\n" for line in lines)


def _facts(rule: Rule) -> str:
    facts = [
        f"- severity: {rule.severity}",
        f"- precision: {_PRECISION[rule.precision]}" + (f" ({rule.measured})" if rule.measured else ""),
        f"- on without configuration: {'yes' if rule.default else 'no'}",
    ]
    if rule.scopes:
        facts.append(f"- reads: {', '.join(scope.value for scope in rule.scopes)}")
    facts += [f"- option: `{name} = {value}`" for name, value in rule.options.items()]
    return "\n".join(facts)


def _examples(texts: Iterable[Example]) -> str:
    return "\n".join(f"- {text}" for text in texts)
