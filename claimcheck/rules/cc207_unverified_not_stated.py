"""One party's claim about fighting, and no word in the article on whether it could be verified.

Why: Parties to a war announce what serves them. Readers must know whether anybody has checked.

Flagged:
    - The River Guard, a militia, said on Telegram that it had shot down two army drones near Wau.
    - The army said its artillery had destroyed a rebel camp. The rains begin in June.

Passing:
    - The River Guard, a militia, said it had shot down two army drones near Wau. The claim could not be independently
      verified.
    - The army said its brass band would play in the park. The rains begin in June.

Fix: Say whether it was checked, by whom, or that it could not be.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.domain import Claim, ClaimKind, ClaimScope, Finding, Related, Severity, SourceKind, Status
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule

__all__ = ["RULE"]


_AUTHORITIES = frozenset({SourceKind.GOVERNMENT, SourceKind.OFFICIAL})


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding an article, at the first such claim."""
    if index.words["checking"].search(index.prose):
        return
    claims = [claim for claim in index.told(*RULE.scopes) if _is_of_party(index, claim)]
    places = [place for claim in claims if (place := index.place(claim)) is not None]
    if places:
        source = index.source_of(claims[0])
        yield RULE.finding(
            places[0],
            f"no word on whether this was verified; it is the claim of {source.name if source else 'one party'}",
            related=(Related(span=place, message="nor this") for place in places[1:]),
            claim=claims[0],
            hint="say whether it could be checked",
        )


def _is_of_party(index: Index, claim: Claim) -> bool:
    source = index.source_of(claim)
    if source is None or claim.kind not in (ClaimKind.EVENT, ClaimKind.QUANTITY, ClaimKind.STATE):
        return False
    if claim.status not in (Status.ATTRIBUTED, Status.UNCONFIRMED):
        return False
    armed = index.words["weapons"].search(claim.text) is not None
    if source.kind is SourceKind.MILITARY:
        return armed or index.words["combat"].search(claim.text) is not None
    # Officials speak of soldiers all day; of drones and air strikes when there is a war.
    return source.kind in _AUTHORITIES and armed and index.words["strikes"].search(claim.text) is not None


RULE = Rule(
    code="CC207",
    name="unverified-not-stated",
    severity=Severity.WARNING,
    precision="low",
    measured="it did not fire in 324 articles of American political news",
    default=True,
    scopes=(ClaimScope.BODY,),
    follows=("BBC", "Reuters"),
    text=__doc__,
    check=check,
)
