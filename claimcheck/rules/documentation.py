"""A rule's documentation, read from the docstring of its module.

The first paragraph says what is flagged. The others are known by their first word: ``Why:`` what it does to readers,
``Flagged:`` and ``Passing:`` two short texts or more (``- text`` or ``- headline | text``), ``Fix:`` what to do. A
paragraph without such a word says more about what the rule looks at.
"""

from __future__ import annotations

import inspect
import re
from dataclasses import asdict, dataclass
from typing import Any

from claimcheck.rules.rule import Rule

__all__ = ["Documentation", "document", "documentation"]

_PARTS = ("Why", "Flagged", "Passing", "Fix")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A short text, with a headline where the rule reads one."""

    headline: str | None
    text: str

    def __str__(self) -> str:
        return self.text if self.headline is None else f"Headline: {self.headline}. Text: {self.text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Documentation:
    """What people are told about a rule."""

    summary: str
    """What it flags, in one sentence."""
    details: str
    why: str
    flagged: tuple[Example, ...]
    """Short texts that it flags."""
    passing: tuple[Example, ...]
    fix: str


def documentation(rule: Rule) -> Documentation:
    """The documentation of a rule. Raises ``ValueError`` where a part is missing, or Python dropped the docstrings."""
    if rule.text is None:
        raise ValueError("the documentation is gone: python -OO drops docstrings")
    paragraphs = [paragraph.strip() for paragraph in inspect.cleandoc(rule.text).split("\n\n")]
    parts = {"": ""}
    for paragraph in paragraphs[1:]:
        name, colon, rest = paragraph.partition(":")
        if colon and name in _PARTS:
            parts[name] = rest
        else:
            parts[""] += " " + paragraph
    missing = [part for part in _PARTS if not parts.get(part)]
    if missing:
        raise ValueError(f"{rule.code}: the docstring has no {', '.join(missing)}")
    return Documentation(
        summary=_joined(paragraphs[0]), details=_joined(parts[""]), why=_joined(parts["Why"]),
        flagged=_examples(parts["Flagged"]), passing=_examples(parts["Passing"]), fix=_joined(parts["Fix"]),
    )  # fmt: skip


def document(rule: Rule) -> dict[str, Any]:
    """A rule with its documentation, as ``claimcheck rules --format json`` gives it."""
    told = documentation(rule)
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "precision": rule.precision,
        "measured": rule.measured,
        "default": rule.default,
        "scopes": [scope.value for scope in rule.scopes],
        "follows": list(rule.follows),
        "options": dict(rule.options),
        "summary": told.summary,
        "details": told.details,
        "why": told.why,
        "flagged": [asdict(example) for example in told.flagged],
        "passing": [asdict(example) for example in told.passing],
        "fix": told.fix,
    }


def _joined(text: str) -> str:
    return " ".join(text.split())


def _examples(text: str) -> tuple[Example, ...]:
    pairs = (
        _joined(entry).rpartition(" | ") for entry in re.split(r"^ *- ", text, flags=re.MULTILINE) if entry.strip()
    )
    return tuple(Example(headline=headline or None, text=body) for headline, _, body in pairs)
