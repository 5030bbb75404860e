"""The rules' cases: short texts, and what each rule must find in them.

A rule has a file in ``fixtures/rules`` with ``[[flagged]]`` and ``[[passing]]`` texts, and examples in its docstring.
In a flagged text ``at`` has the words at which the findings stand, one entry a finding, in order.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from claimcheck.rules import Rule, documentation

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

__all__ = ["Case", "cases", "path"]

FOLDER = Path(__file__).parents[2] / "fixtures" / "rules"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A text, and what one rule must find in it."""

    code: str
    number: int
    text: str
    flagged: bool
    title: str | None = None
    at: tuple[str, ...] | None = None
    """Words at which the findings stand; None where only it counts that there is one."""

    def __str__(self) -> str:
        return f"{self.code}-{self.number}-{'flagged' if self.flagged else 'passing'}"


def path(rule: Rule) -> Path:
    """A rule's case file."""
    return FOLDER / f"{rule.code.lower()}-{rule.name}.toml"


def cases(rule: Rule) -> list[Case]:
    """The cases of a rule's file, then the examples of its documentation."""
    tables = tomllib.loads(path(rule).read_text(encoding="utf-8"))
    told = documentation(rule)
    given = [
        *((entry, True) for entry in tables.pop("flagged")),
        *((entry, False) for entry in tables.pop("passing")),
        *(({"text": example.text, "title": example.headline}, True) for example in told.flagged),
        *(({"text": example.text, "title": example.headline}, False) for example in told.passing),
    ]
    if tables:
        raise ValueError(f"{path(rule).name}: {', '.join(tables)}?")
    return [
        Case(
            code=rule.code,
            number=number,
            text=entry["text"].strip(),
            flagged=flagged,
            title=entry.get("title"),
            at=tuple(entry["at"]) if "at" in entry else None,
        )
        for number, (entry, flagged) in enumerate(given, start=1)
    ]
