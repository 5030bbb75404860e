"""The same quotation stands in the text twice, with different words.

Why: Only one of the two can be what was said.

Flagged:
    - "The dam will never hold the winter rain," said Ida Holm. In March she had warned: "The dam can never hold the
      winter rain."
    - “We sold nine boats to the navy last year,” Aas said. Asked again, he said: “We sold ten boats to the navy last
      year.”

Passing:
    - "The dam will never hold the winter rain," said Ida Holm. She had warned that it would "never hold the winter
      rain".
    - "The dam will never hold the winter rain," said Ida Holm. "The town has no money for a new one."

Fix: Go back to the recording, and quote it once.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from rapidfuzz import fuzz

from claimcheck.domain import ClaimScope, Finding, Related, Severity, Span, normalised
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule

__all__ = ["RULE"]

_FEWEST = 5
"""Words of a quotation that is looked at."""
_MOST = 5
"""Earlier quotations with the same words in a row that are looked at."""


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding a quotation that differs from an earlier one."""
    by_words: dict[tuple[str, ...], list[tuple[Span, str]]] = {}
    for quotation in index.quotations:
        words = normalised(quotation.of(index.text))
        split = words.split()
        if len(split) < _FEWEST:
            continue
        # Only quotations that share three words in a row are compared, so that the cost stays linear.
        runs = list(dict.fromkeys(tuple(split[place : place + 3]) for place in range(len(split) - 2)))
        earlier = dict.fromkeys(pair for run in runs for pair in by_words.get(run, ())[:_MOST])
        for span, other in earlier:
            if _differs(words, other, options["similarity"]):
                yield RULE.finding(
                    quotation,
                    "quoted before in other words",
                    related=[Related(span=span, message="the other wording")],
                    hint="quote what was said, once",
                )
                break
        for run in runs:
            by_words.setdefault(run, []).append((quotation, words))


def _differs(one: str, other: str, similarity: int) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return shorter not in longer and fuzz.ratio(one, other) >= similarity


RULE = Rule(
    code="CC604",
    name="quote-altered",
    severity=Severity.WARNING,
    precision="low",
    scopes=(ClaimScope.QUOTATION,),
    follows=("AP",),
    options=MappingProxyType({"similarity": 85}),
    text=__doc__,
    check=check,
)
