"""A suppression past its date.

It is found when drafts are checked; the date is that of the day. What was suppressed is reported again.

Why: "Until" is a promise to look again: the ministry would answer by Friday, the court would rule in May. The day has
come.

Flagged:
    - <!-- claimcheck: ignore CC210 reason="asked" until=2020-01-31 --> The striker reportedly left Porto on Friday.
    - <!-- claimcheck: ignore CC101 reason="known to us" until=2020-01-31 --> Sources said the talks had failed.

Passing:
    - <!-- claimcheck: ignore CC210 reason="asked" until=2999-01-31 --> The striker reportedly left Porto on Friday.
    - <!-- claimcheck: ignore CC210 reason="asked" --> The striker reportedly left Porto on Friday.

Fix: Look again. Then renew the date with a reason that holds today, or take the suppression out.
"""

from __future__ import annotations

from claimcheck.domain import Severity
from claimcheck.rules.rule import Rule

__all__ = ["RULE"]

RULE = Rule(
    code="CC901",
    name="expired-ignore",
    severity=Severity.WARNING,
    precision="high",
    default=True,
    scopes=(),
    follows=(),
    measured="by construction: it reads comments and settings, not language",
    text=__doc__,
)
