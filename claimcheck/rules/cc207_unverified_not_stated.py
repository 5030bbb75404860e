"""One party's claim about fighting, and no word in the article on whether it could be verified.

Looks at what armed forces, governments and officials say was done: struck, killed, captured, shot down.

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


_PARTIES = frozenset({SourceKind.MILITARY, SourceKind.GOVERNMENT, SourceKind.OFFICIAL})


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
    deed = index.words["motives"].sub(" ", claim.text)
    if index.words["downing"].search(deed):
        return source.kind in _PARTIES
    # "Air strikes" alone is a thing: they may be meant, praised, or planned.
    struck = index.words["strikes"].search(index.words["weapons"].sub(" ", deed)) is not None
    armed = struck and index.words["weapons"].search(deed) is not None
    if source.kind is SourceKind.MILITARY:
        fought = struck and index.words["combatants"].search(deed) is not None
        return armed or fought or index.words["combat"].search(deed) is not None
    # Officials speak of soldiers all day; of drones and air strikes when there is a war.
    return source.kind in _PARTIES and armed


RULE = Rule(
    code="CC207",
    name="unverified-not-stated",
    severity=Severity.WARNING,
    precision="medium",
    measured="14 of 15 findings in 2,308 articles of news, 9 of 10 in 84 of our own, read by hand",
    default=True,
    scopes=(ClaimScope.BODY,),
    follows=("BBC", "Reuters"),
    text=__doc__,
    check=check,
)
