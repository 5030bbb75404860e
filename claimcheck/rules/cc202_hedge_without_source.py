"""Hearsay, and nobody whose: "reportedly", "allegedly", "it was reported".

Why: Such a word passes on a rumour and the responsibility for it, to nobody. Readers cannot ask who says so.

Flagged:
    - The singer has reportedly left Rome.
    - The staff are said to have been paid in vouchers since spring.

Passing:
    - Otto Brandt was charged with battery on Monday for allegedly grabbing a guard by the arm.
    - The singer has left Rome, her agent said.
    - The auditors said the staff had allegedly been paid in vouchers.

Fix: Say who reports, alleges or believes it; or leave it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.domain import Claim, ClaimScope, EvidenceKind, Finding, Related, Severity, Span
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule

__all__ = ["RULE"]

_ACCORDING = re.compile(r"\baccording to\b", re.IGNORECASE)


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding a sentence."""
    seen: set[int] = set()
    for claim in index.told(*RULE.scopes):
        place = index.place(claim)
        if place is None or claim.via or index.is_quoted(place):
            continue
        hedge = _hedge(index, claim)
        if hedge is None or index.sentence_number(place) in seen:
            continue
        seen.add(index.sentence_number(place))
        yield RULE.finding(
            place,
            f"hearsay without a source: {hedge.of(index.text)!r}",
            related=[Related(span=hedge, message="whose word is this?")],
            claim=claim,
            hint="say who says so",
        )


def _hedge(index: Index, claim: Claim) -> Span | None:
    """Where the words stand that pass the claim on from nobody."""
    said = index.said_of(claim)
    sourced = claim.source_id is not None or (said is not None and bool(said.source))
    spans = [ground.span for ground in index.own_evidence(claim) if ground.kind is EvidenceKind.MODALITY]
    spans += said.cue if said is not None else ()
    for span in spans:
        if span is None or _has_agent(index, span):
            continue
        words = span.of(index.text)
        # "The staff are said to …": the staff says nothing, whatever stands before the verb.
        if index.words["hearsay_passive"].search(words) or (not sourced and index.words["hearsay"].search(words)):
            return span
    return None


def _has_agent(index: Index, span: Span) -> bool:
    """ "Was reported by the harbour police", "is believed to be there, according to his brother" have one.

    So has "was charged with battery for allegedly grabbing a guard": it is the charge's word.
    """
    sentence = index.sentence(span)
    return (
        index.text.startswith(" by ", span.end)
        or _ACCORDING.search(index.text, sentence.start, sentence.end) is not None
        or (
            span.of(index.text).lower() == "allegedly"
            and index.words["legal_charges"].search(index.text, sentence.start, sentence.end) is not None
        )
    )


RULE = Rule(
    code="CC202",
    name="hedge-without-source",
    severity=Severity.WARNING,
    precision="medium",
    measured="35 of 41 findings in 840 articles of American political news, read by hand",
    default=True,
    scopes=(ClaimScope.BODY, ClaimScope.CAPTION),
    follows=("NPR", "Tow Center"),
    text=__doc__,
    check=check,
)
