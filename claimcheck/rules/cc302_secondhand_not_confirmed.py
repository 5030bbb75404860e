"""The story rests on another outlet's report, and nothing says whether this one confirmed it.

Looks at what other outlets report on their own account in the first paragraphs, not at what they quote others as
saying.

Why: A report that is passed on is not a second report. Readers should know whether anybody here has checked it.

Flagged:
    - The Spanish yard will build two ferries, the newspaper El Faro reported on Tuesday.
    - Ash fell on the town for three hours, Canal Norte reported. The volcano had been quiet since January.

Passing:
    - The Spanish yard will build two ferries, El Faro reported. The report could not be independently confirmed.
    - The Spanish yard will build two ferries, its director, Inés Mora, told El Faro.
    - A former goalkeeper is to present the breakfast show, Canal Norte announced.
    - Norwegian paper Fjordposten says the mayor must resign over the ferry contract.

Fix: Confirm it and say so, or say that you could not.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from claimcheck.domain import Claim, ClaimScope, Finding, Severity, Source, SourceKind, Status
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule

__all__ = ["RULE"]


_TELLING = frozenset({"REPORT", "REVEAL", "CONFIRM"})
_OUTLETS = frozenset({SourceKind.OUTLET, SourceKind.AGENCY})


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding an outlet, at the first claim that is its own."""
    if index.words["own_checks"].search(index.prose):
        return
    opening = index.paragraphs[: options["paragraphs"]]
    seen: set[str] = set()
    for claim in index.told(*RULE.scopes):
        source = index.source_of(claim)
        place = index.place(claim)
        if source is None or place is None or source.id in seen or source.kind not in _OUTLETS or not source.named:
            continue
        if not _is_reported(index, claim, source) or not any(block.span.contains(place) for block in opening):
            continue
        if index.words["credits"].search(index.sentence(place).of(index.text)):
            continue
        seen.add(source.id)
        yield RULE.finding(
            place,
            f"reported by {source.name}, and no word on whether it was confirmed here",
            claim=claim,
            hint="confirm it and say so, or say that you could not",
        )


def _is_reported(index: Index, claim: Claim, source: Source) -> bool:
    """Whether the outlet tells it as news, rather than asks, argues, demands or announces it."""
    if claim.status not in (Status.ATTRIBUTED, Status.UNCONFIRMED) or not claim.kind.has_status:
        return False
    if index.words["duties"].search(claim.text):
        return False
    told = [ground for ground in claim.evidence if ground.agent == source.id and ground.cue_class in _TELLING]
    # What an outlet announces is its own doing, or its call of an election.
    cues = [ground.span.of(index.text) for ground in told if ground.span is not None]
    return bool(told) and not any(index.words["announcing"].search(cue) for cue in cues)


RULE = Rule(
    code="CC302",
    name="secondhand-not-confirmed",
    severity=Severity.WARNING,
    precision="medium",
    measured="11 of 13 findings in 840 articles of American political news, read by hand",
    default=True,
    scopes=(ClaimScope.BODY,),
    follows=("AP", "Washington Post", "BBC"),
    options=MappingProxyType({"paragraphs": 3}),
    text=__doc__,
    check=check,
)
