"""Two outlets are given for a claim, and the text itself says that one has it from the other.

Why: Two outlets that go back to one are one. Counted as two, they make a rumour look confirmed.

Flagged:
    - The king has left the country, Radio Jahazi reported. The king has left the country, the newspaper Mwangaza
      reported, citing Radio Jahazi.
    - The mine has flooded, Canal Norte said. The mine has flooded, the Lima Herald said, quoting Canal Norte.

Passing:
    - The king has left the country, Radio Jahazi reported. The king has left the country, the palace said.
    - The mine has flooded, the Lima Herald said, quoting Canal Norte.

Fix: Give the first outlet alone, or find one that knows by itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.domain import ClaimScope, Finding, Related, Severity, SourceKind
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule

__all__ = ["RULE"]


_OUTLETS = frozenset({SourceKind.OUTLET, SourceKind.AGENCY})


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding for each claim that only repeats another."""
    for claim in index.told(*RULE.scopes):
        place = index.place(claim)
        chain = [index.source[name] for name in (claim.source_id, *claim.via) if name in index.source]
        outlets = [source for source in chain if source.kind in _OUTLETS]
        if place is None or len(outlets) < 2:
            continue
        for other in index.same_as(claim):
            source = index.source_of(other)
            at = index.place(other)
            if source is not None and source in outlets and not other.via and at is not None:
                repeats = next(outlet for outlet in outlets if outlet is not source)
                yield RULE.finding(
                    place,
                    f"{repeats.name} has this from {source.name}: one source, not two",
                    related=[Related(span=at, message=f"{source.name} itself")],
                    claim=claim,
                    hint="count them as one",
                )
                break


RULE = Rule(
    code="CC304",
    name="circular-source",
    severity=Severity.WARNING,
    precision="low",
    scopes=(ClaimScope.BODY, ClaimScope.QUOTATION),
    follows=("Tow Center",),
    text=__doc__,
    check=check,
)
