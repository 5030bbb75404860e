"""A suppression that suppresses nothing.

It is found when drafts are checked. One for a rule that is not on is left alone.

Why: It was right once. Left behind, it hides the next finding in its paragraph, which nobody has looked at. One that
is written wrongly, or gives no reason, suppresses nothing either.

Flagged:
    - <!-- claimcheck: ignore CC210 reason="the club confirmed" --> The striker left Porto on Friday, the club said.
    - <!-- claimcheck: ignore CC210 --> The striker reportedly left Porto on Friday.

Passing:
    - <!-- claimcheck: ignore CC210 reason="the club confirmed" --> The striker reportedly left Porto on Friday.
    - <!-- the desk should look at this --> The striker left Porto on Friday, the club said.

Fix: Take it out, or write it as the documentation of suppressions shows.
"""

from __future__ import annotations

from claimcheck.domain import Severity
from claimcheck.rules.rule import Rule

__all__ = ["RULE"]

RULE = Rule(
    code="CC900",
    name="unused-ignore",
    severity=Severity.WARNING,
    precision="high",
    default=True,
    scopes=(),
    follows=(),
    measured="by construction: it reads comments and settings, not language",
    text=__doc__,
)
