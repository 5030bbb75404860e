"""A contested claim opens the sentence, and its source comes at the end.

Why: What comes first is what readers keep. Where a claim is in doubt, they should know at once whose it is.

Flagged:
    - The general fled across the lake at night, the rebels claimed.
    - The mill poured acid into the river, the union alleged.

Passing:
    - The rebels claimed that the general fled across the lake at night.
    - The mill poured water into the river, the engineer said.

Fix: Put the source first.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.domain import ClaimScope, Finding, Related, Severity, Status
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule

__all__ = ["RULE"]


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding a sentence."""
    seen: set[int] = set()
    for claim in index.told(*RULE.scopes):
        said = index.said_of(claim)
        place = index.place(claim)
        if said is None or place is None or not said.source or not said.cue or not claim.flagged:
            continue
        sentence = index.sentence(place)
        number = index.sentence_number(place)
        doubted = claim.status is not Status.UNCONFIRMED or index.words["distancing"].search(said.cue[0].of(index.text))
        if doubted and sentence.contains(said.source[0]) and place.end <= said.source[0].start and number not in seen:
            seen.add(number)
            yield RULE.finding(
                place,
                "contested, and whose claim it is comes last",
                related=[Related(span=said.source[0], message="the source")],
                claim=claim,
                hint="put the source first",
            )


RULE = Rule(
    code="CC205",
    name="contested-source-last",
    severity=Severity.INFO,
    precision="low",
    scopes=(ClaimScope.BODY,),
    follows=("AFP",),
    text=__doc__,
    check=check,
)
