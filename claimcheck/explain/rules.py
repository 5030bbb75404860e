"""What each editorial rule looks for, and what to do about it."""

from __future__ import annotations

from claimcheck.rules import RULES
from claimcheck.rules import page as page_of

__all__ = ["WORDS", "page"]

WORDS = tuple(word for rule in RULES for word in (rule.code, rule.name))


def page(word: str) -> str | None:
    """The page about a rule, by its code or its name; None when the word is neither."""
    asked = word.lower()
    return next((page_of(rule) for rule in RULES if asked in (rule.code.lower(), rule.name)), None)
