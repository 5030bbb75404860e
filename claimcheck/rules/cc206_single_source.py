"""All that others say in the article goes back to one source.

Looks at articles with four attributed claims or more.

Why: One source may be wrong, or have a purpose. A second one that does not depend on it is the oldest check there is.

Flagged:
    - The port will close in May, harbour master Rui Sato said. Sato said the cranes were rusty. He said nobody had
      been paid since June. The dredger sank in March, he added.
    - Prices doubled in a year, said the baker Ana Kos. Kos said flour was scarce. She said two shops had shut. Her
      ovens stand idle on Mondays, she said.

Passing:
    - The port will close in May, harbour master Rui Sato said. Sato said the cranes were rusty. The union said wages
      had been paid. The dredger sank in March, he added.
    - The port will close in May, harbour master Rui Sato said. It opened in 1911.

Fix: Ask somebody else who can know, or tell readers that there was only one source.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from claimcheck.domain import ClaimScope, Finding, Severity
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule

__all__ = ["RULE"]


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding an article, at the first attributed claim."""
    attributed = [
        claim for claim in index.told(*RULE.scopes) if claim.source_id is not None and claim.status is not None
    ]
    origins = {claim.origin_id or claim.source_id for claim in attributed}
    if len(attributed) < options["claims"] or len(origins) != 1:
        return
    source = index.source_of(attributed[0])
    yield RULE.finding(
        index.place(attributed[0]),
        f"all {len(attributed)} attributed claims go back to one source" + (f", {source.name}" if source else ""),
        claim=attributed[0],
        hint="find a second source, or say that there was one",
    )


RULE = Rule(
    code="CC206",
    name="single-source",
    severity=Severity.WARNING,
    precision="low",
    scopes=(ClaimScope.BODY, ClaimScope.QUOTATION),
    follows=("BBC", "Reuters", "Guardian"),
    options=MappingProxyType({"claims": 4}),
    text=__doc__,
    check=check,
)
