"""What the formats may tell about the rules."""

from __future__ import annotations

from claimcheck.reporters.findings import RuleFacts, Rules
from claimcheck.rules import RULES, documentation, page

__all__ = ["rule_facts"]


def rule_facts() -> Rules:
    """Every rule, by code."""
    return {
        rule.code: RuleFacts(
            code=rule.code,
            name=rule.name,
            severity=rule.severity,
            precision=rule.precision,
            summary=documentation(rule).summary,
            page=page(rule),
        )
        for rule in RULES
    }
