"""An outlet is cited for what the text elsewhere says it has from an unnamed source.

Why: "The Herald reported" sounds firmer than "an official told the Herald", which is what it comes to.

Flagged:
    - The minister will resign, the newspaper Le Matin reported. An aide told the newspaper Le Matin that the minister
      will resign.
    - A clerk told the broadcaster Radio Jahazi that the bridge had collapsed. The bridge had collapsed, Radio Jahazi
      reported.

Passing:
    - The minister will resign, the newspaper Le Matin reported, citing an aide.
    - An aide told the newspaper Le Matin that the minister will resign.

Fix: Say wherever it is cited that the outlet's own source is not named.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.domain import ClaimScope, Finding, Related, Severity, SourceKind
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule
from claimcheck.rules.unnamed import is_anonymous

__all__ = ["RULE"]


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding for each claim that hides it."""
    for claim in index.told(*RULE.scopes):
        outlet = index.source_of(claim)
        if outlet is None or outlet.kind not in (SourceKind.OUTLET, SourceKind.AGENCY):
            continue
        for other in index.same_as(claim):
            at = index.place(other)
            if outlet.id in other.via and is_anonymous(index, index.source_of(other)) and at is not None:
                yield RULE.finding(
                    index.place(claim),
                    f"{outlet.name} has this from a source that it does not name",
                    related=[Related(span=at, message="the unnamed source")],
                    claim=claim,
                    hint="say so here as well",
                )
                break


RULE = Rule(
    code="CC303",
    name="secondhand-anonymity-hidden",
    severity=Severity.WARNING,
    precision="low",
    scopes=(ClaimScope.BODY,),
    follows=("Washington Post",),
    text=__doc__,
    check=check,
)
