"""Editorial rules: what a desk would send back, found in a finished report.

A rule is a module; ``RULES`` is the table of them. Rules never see the language model: facts of grammar they need are
put on the report by the pipeline.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from claimcheck.domain import Finding, Report
from claimcheck.rules import cc101_bare_source, cc210_unconfirmed_claim, cc900_unused_ignore, cc901_expired_ignore
from claimcheck.rules.documentation import Documentation, document, documentation
from claimcheck.rules.index import Index
from claimcheck.rules.page import listed, overview, page
from claimcheck.rules.rule import Options, Rule
from claimcheck.rules.selection import Profile, matching, profiles

__all__ = [
    "DEFAULT",
    "RULES",
    "Documentation",
    "Options",
    "Profile",
    "Rule",
    "by_code",
    "document",
    "documentation",
    "findings",
    "listed",
    "matching",
    "overview",
    "page",
    "profiles",
]

RULES: tuple[Rule, ...] = (
    cc101_bare_source.RULE,
    cc210_unconfirmed_claim.RULE,
    cc900_unused_ignore.RULE,
    cc901_expired_ignore.RULE,
)
"""Every rule, by code."""

by_code: Mapping[str, Rule] = MappingProxyType({rule.code: rule for rule in RULES})

DEFAULT: tuple[str, ...] = tuple(rule.code for rule in RULES if rule.default)
"""Codes of the rules that are on without configuration."""


def findings(
    report: Report,
    codes: Iterable[str] = DEFAULT,
    options: Mapping[str, Options] = MappingProxyType({}),
) -> tuple[Finding, ...]:
    """What the rules with these codes find in a report, in text order; what concerns a title apart stands first.

    ``options`` has settings that differ from the default, by code and name. The same finding is given once. Raises
    ``KeyError`` for a code or an option that does not exist.
    """
    index = Index(report)
    found: dict[Finding, None] = {}
    for code in codes:
        rule = by_code[code]
        if rule.check is not None:
            found.update(dict.fromkeys(rule.check(index, _settings(rule, options.get(code, {})))))
    return tuple(sorted(found, key=_place))


def _settings(rule: Rule, given: Options) -> Options:
    for name in given:
        if name not in rule.options:
            raise KeyError(f"{rule.code}.{name}")
    return {**rule.options, **given}


def _place(finding: Finding) -> tuple[int, int, str, str]:
    if finding.primary is None:
        return -1, -1, finding.code, finding.message
    return finding.primary.start, finding.primary.end, finding.code, finding.message
