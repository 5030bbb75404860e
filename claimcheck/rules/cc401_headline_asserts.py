"""The headline says flatly what the article marks as unconfirmed, disputed, denied or untrue.

Quotation marks in a headline show that somebody else says it: such headlines are not flat.

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

import re
from collections.abc import Iterator
from types import MappingProxyType

from claimcheck.domain import (
    Claim,
    ClaimScope,
    Finding,
    HeadlineForm,
    HeadlineRelation,
    Related,
    Severity,
    Status,
    normalised,
)
from claimcheck.rules.commitment import mark
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule
from claimcheck.rules.wording import alike

__all__ = ["RULE"]


_WHOSE = re.compile(r"[^:“\"]{2,40}: ")
# Single marks too; they open after a space and close before one.
_QUOTED = re.compile(r"“[^”]+”|\"[^\"]+\"|(?<!\w)[‘'][^‘]+?[’'](?!\w)")
_BEYOND = frozenset({HeadlineRelation.OVERCLAIMS, HeadlineRelation.CONTRADICTS})


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding for each claim of the headline."""
    headline = index.report.headline
    if headline is None or headline.form is not HeadlineForm.FLAT or headline.relation not in _BEYOND:
        return
    seen: set[str] = set()
    for claim in index.told(*RULE.scopes):
        below = [other for other in index.same_as(claim) if other.scope is not ClaimScope.HEADLINE]
        doubted = (other for other in below if _is_doubted(index, other))
        flagged = next((other for other in doubted if alike(claim, other) >= options["similarity"]), None)
        at = index.place(flagged) if flagged is not None else None
        if flagged is None or normalised(claim.text) in seen or _has_doubt(index, headline.text):
            continue
        # A title given apart may stand in the text once more.
        seen.add(normalised(claim.text))
        yield RULE.finding(
            index.place(claim),
            f"flat, but in the text this is {flagged.status}",
            related=[] if at is None else [Related(span=at, message=f"{flagged.status} here")],
            claim=claim,
            hint="put the source or the doubt into the headline",
        )


def _is_doubted(index: Index, claim: Claim) -> bool:
    """Whether the text contests a claim, or marks it as not confirmed; a guess at what it means is no ground."""
    return claim.flagged and (claim.status is not Status.UNCONFIRMED or mark(index, claim) is not None)


def _has_doubt(index: Index, headline: str) -> bool:
    """Whether the headline hedges or shows that others say it, in a way of its own: "Herald: bridge fell", ‘shot’."""
    if _WHOSE.match(headline) or _QUOTED.search(headline):
        return True
    return index.words["headline_doubts"].search(headline) is not None


RULE = Rule(
    code="CC401",
    name="headline-asserts",
    severity=Severity.ERROR,
    precision="medium",
    measured="28 of 33 findings in 2,308 articles of news, most under another outlet's headline, "
    "7 of 7 in 84 of our own, read by hand",
    default=True,
    scopes=(ClaimScope.HEADLINE,),
    follows=("IPSO", "Tow Center"),
    options=MappingProxyType({"similarity": 60}),
    text=__doc__,
    check=check,
)
