"""One party confirms a claim in one place and denies it, or does not confirm it, in another; the text does not
remark on it.

Why: Either it changed its mind, which is news, or one of the two sentences is wrong.

Flagged:
    - The grid operator confirmed that a cable had been cut. Snow fell in Narva. The grid operator denied that a cable
      had been cut.
    - The club confirmed that the striker had left. It rained. The club has not confirmed that the striker left.

Passing:
    - The railway at first denied that the train had run a red signal. On Tuesday it confirmed that the train had run
      the signal.
    - The grid operator confirmed that a cable had been cut. The union denied that a cable had been cut.

Fix: Find out which is right, or tell readers that it changed: "at first", "later".
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.domain import Claim, ClaimScope, EvidenceKind, Finding, Related, Severity, Span
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule

__all__ = ["RULE"]


_AGAINST = frozenset({EvidenceKind.DENIAL, EvidenceKind.NONCONFIRMATION})


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding for each claim that is made, however often."""
    seen: set[str] = set()
    for claim in index.told(*RULE.scopes):
        if claim.id in seen:
            continue
        seen.update((claim.id, *claim.same_as))
        pair = _pair(index, (claim, *index.same_as(claim)))
        if pair is None:
            continue
        earlier, later = pair
        if any(index.words["turns"].search(sentence.of(index.text)) for sentence in (earlier, later)):
            continue
        yield RULE.finding(
            later,
            "confirmed in one place, denied or not confirmed in another",
            related=[Related(span=earlier, message="the other place")],
            claim=claim,
            hint="find out which is right, or say that it changed",
        )


def _pair(index: Index, claims: tuple[Claim, ...]) -> tuple[Span, Span] | None:
    """The sentences in which one party stands for a claim and against it, in text order."""
    confirmed: dict[str, Span] = {}
    contrary: dict[str, Span] = {}
    for ground in (ground for claim in claims for ground in claim.evidence):
        if ground.agent is None or ground.span is None:
            continue
        if ground.kind is EvidenceKind.VERIFICATION:
            confirmed.setdefault(ground.agent, ground.span)
        elif ground.kind in _AGAINST:
            contrary.setdefault(ground.agent, ground.span)
    for agent, span in confirmed.items():
        if agent in contrary:
            earlier, later = sorted((index.sentence(span), index.sentence(contrary[agent])))
            return earlier, later
    return None


RULE = Rule(
    code="CC701",
    name="status-conflict",
    severity=Severity.ERROR,
    precision="medium",
    measured="9 of 9 findings in 84 articles of our own, read by hand; it did not fire in 2,308 articles of news",
    default=True,
    scopes=(ClaimScope.BODY, ClaimScope.QUOTATION, ClaimScope.CAPTION),
    follows=("Reuters", "IPSO"),
    text=__doc__,
    check=check,
)
