"""What a rule is: facts for people and programs, and a function that reads a finished report.

A rule's module is its documentation: its docstring is what ``claimcheck explain`` and ``docs/rules`` show
(:mod:`claimcheck.rules.documentation`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from claimcheck.domain import Claim, ClaimScope, Finding, Related, Severity, Span
from claimcheck.rules.index import Index

__all__ = ["Check", "Options", "Precision", "Rule"]

Options = Mapping[str, int]
"""A rule's settings by name. All are whole numbers."""

Precision = Literal["high", "medium", "low"]
"""How many findings are worth an editor's time: 9 in 10, 8 in 10, or fewer or not yet known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One editorial rule. Codes are never used again for another rule."""

    code: str
    name: str
    severity: Severity
    precision: Precision
    default: bool = False
    """Whether it is on without configuration."""
    scopes: tuple[ClaimScope, ...]
    """Where it looks. What stands in quotation marks is somebody else's wording: few rules read it."""
    follows: tuple[str, ...]
    """Whose guidelines it follows; empty where it is house practice."""
    measured: str = ""
    """On what the precision was measured."""
    options: Options = field(default_factory=lambda: MappingProxyType({}))
    """Its settings with their defaults."""
    text: str | None = field(repr=False)
    """The docstring of the rule's module; None where Python dropped it."""
    check: Check | None = field(default=None, repr=False)
    """None for a rule about the checking itself, which reads no article."""

    def finding(
        self,
        primary: Span | None,
        message: str,
        *,
        related: Iterable[Related] = (),
        claim: Claim | None = None,
        hint: str = "",
    ) -> Finding:
        """A finding of this rule. ``primary`` is a sentence at most; None is a title given apart from the text."""
        return Finding(
            code=self.code, name=self.name, severity=self.severity, message=message, primary=primary,
            related=tuple(related), claim_id=None if claim is None else claim.id, hint=hint,
        )  # fmt: skip


Check = Callable[[Index, Options], Iterator[Finding]]
"""A report and the rule's settings → findings, in any order but always the same."""
