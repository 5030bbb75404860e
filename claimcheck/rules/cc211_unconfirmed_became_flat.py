"""A claim that the text hedges in one place stands flatly in another.

Why: The hedge was there for a reason. Readers who meet only the flat sentence are misled, and so is the next editor.

Flagged:
    - The club's owner has reportedly fled to Serbia. The club was shut on Friday. The club's owner has fled to
      Serbia.
    - The rebels claimed that the bridge had been blown up. Rain fell all night. The bridge had been blown up.

Passing:
    - The club's owner has reportedly fled to Serbia. The club was shut on Friday. The owner's brother runs two
      restaurants.
    - The bridge had been blown up. Rain fell all night. The bridge will be rebuilt.

Fix: Keep the hedge or the source wherever the claim is made again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.domain import Claim, ClaimScope, EvidenceKind, Finding, Related, Severity, normalised
from claimcheck.rules.commitment import is_flat, mark
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule
from claimcheck.rules.wording import says_all_of

__all__ = ["RULE"]

_TAIL = 3
"""Last words that two claims must share where they are not known to say the same."""
_LONGEST = 6
"""Words of a flat claim that may be known by its last ones."""


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding for each flat place."""
    hedged = _hedged_by_tail(index)
    for claim in index.told(*RULE.scopes):
        place = index.place(claim)
        if place is None or not is_flat(index, claim) or index.words["distancing"].search(claim.text):
            continue
        other = _hedged_elsewhere(index, claim) or hedged.get(_tail(claim, _LONGEST) or ())
        at = index.place(other) if other is not None else None
        if other is not None and at is not None and not at.overlaps(place):
            yield RULE.finding(
                place,
                "told flatly, though the text hedges it elsewhere",
                related=[Related(span=at, message="hedged here")],
                claim=claim,
                hint="keep the hedge or the source",
            )


def _hedged_elsewhere(index: Index, claim: Claim) -> Claim | None:
    """A claim that says the same, no more, and is hedged where it stands."""
    for other in index.same_as(claim):
        ground = mark(index, other)
        if ground is None or ground.from_claim is not None:
            continue
        if is_flat(index, other) and ground.kind is not EvidenceKind.NONCONFIRMATION:
            continue
        if says_all_of(claim, other):
            return other
    return None


def _hedged_by_tail(index: Index) -> dict[tuple[str, ...], Claim]:
    """Hedged claims by their last words: "The owner has reportedly fled to Serbia", then "Since he fled to Serbia"."""
    found: dict[tuple[str, ...], Claim] = {}
    for claim in index.told(*RULE.scopes):
        tail = _tail(claim)
        ground = None if tail is None or is_flat(index, claim) else mark(index, claim)
        if tail is not None and ground is not None and ground.span is not None:
            # The hedge must be theirs: "reportedly fled to Serbia".
            between = index.text[ground.span.end : claim.spans[-1].end].split()
            if len(between) <= _LONGEST:
                found.setdefault(tail, claim)
    return found


def _tail(claim: Claim, longest: int | None = None) -> tuple[str, ...] | None:
    """The last words, where a name or a number among them makes them more than a turn of phrase."""
    words = re.findall(r"\w+", claim.text)
    last = words[-_TAIL:]
    if len(words) <= _TAIL or (longest is not None and len(words) > longest):
        return None
    if not any(word[0].isupper() or word.isdigit() for word in last):
        return None
    return tuple(normalised(word) for word in last)


RULE = Rule(
    code="CC211",
    name="unconfirmed-became-flat",
    severity=Severity.ERROR,
    precision="medium",
    measured="2 of 3 findings in 2,308 articles of news, 6 of 6 in 84 of our own, read by hand",
    default=True,
    scopes=(ClaimScope.BODY, ClaimScope.CAPTION),
    follows=("Reuters", "IPSO"),
    text=__doc__,
    check=check,
)
