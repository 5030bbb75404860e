"""The headline says flatly what the article marks as unconfirmed, disputed, denied or untrue.

Why: Most readers see the headline alone. It must be borne out by the text below it.

Flagged:
    - Rebels blow up Kasese bridge | The rebels claimed on Monday that they had blown up the Kasese bridge.
    - Actor leaves Rome theatre | The actor has reportedly left the Rome theatre.

Passing:
    - Rebels claim to have blown up Kasese bridge | The rebels claimed on Monday that they had blown up the Kasese
      bridge.
    - Actor leaves Rome theatre | The actor has left the Rome theatre, his agent said.

Fix: Put the source or the doubt into the headline.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.domain import ClaimScope, Finding, HeadlineForm, Related, Severity
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule

__all__ = ["RULE"]


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding for each claim of the headline."""
    headline = index.report.headline
    if headline is None or headline.form is not HeadlineForm.FLAT:
        return
    for claim in index.told(*RULE.scopes):
        below = (other for other in index.same_as(claim) if other.scope is not ClaimScope.HEADLINE)
        flagged = next((other for other in below if other.flagged), None)
        at = index.place(flagged) if flagged is not None else None
        if flagged is not None:
            yield RULE.finding(
                index.place(claim),
                f"flat, but in the text this is {flagged.status}",
                related=[] if at is None else [Related(span=at, message=f"{flagged.status} here")],
                claim=claim,
                hint="put the source or the doubt into the headline",
            )


RULE = Rule(
    code="CC401",
    name="headline-asserts",
    severity=Severity.ERROR,
    precision="low",
    default=True,
    scopes=(ClaimScope.HEADLINE,),
    follows=("IPSO", "Tow Center"),
    text=__doc__,
    check=check,
)
