"""New detail follows on what a source said, and it is not clear whether the source still speaks.

Why: Readers cannot tell what the source vouches for from what the paper knows.

Flagged:
    - The inspector said the boiler had burst at noon. It had not been serviced for six years.
    - The envoy said the talks would go on in Geneva. The hostages would be freed within a week.

Passing:
    - The inspector said the boiler had burst at noon. It had not been serviced for six years, he added.
    - The envoy said the talks would go on in Geneva. The lake is calm in May.

Fix: Name the source again, or say how the paper knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.domain import AttributionMode, Claim, ClaimScope, Finding, Related, Severity, Status
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule

__all__ = ["RULE"]

# Reported speech that goes on without its verb keeps its tense: "had been", "would".
_REPORTED = re.compile(
    r"\b(?:had(?: not| never| also| already)? \w+(?:ed|en|wn|nt|lt|ft|un|been|gone|made|lost|met)|would)\b"
)


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding for the first sentence after the attributed one."""
    told: dict[int, Claim] = {}
    for claim in index.told(*RULE.scopes):
        told.setdefault(index.sentence_number(claim.spans[0]), claim)
    seen: set[int] = set()
    for attribution in index.attributions:
        if attribution.mode is not AttributionMode.INDIRECT or not attribution.source or not attribution.cue:
            continue
        number = index.sentence_number(attribution.cue[0])
        after = told.get(number + 1)
        if after is None or number in seen or not _is_open(index, after) or index.by_sentence.get(number + 1):
            continue
        same_block = index.block(after.spans[0]) == index.block(attribution.cue[0])
        goes_on = any(content.contains(after.spans[0]) for content in attribution.content)
        if same_block and (goes_on or _REPORTED.search(after.text)):
            seen.add(number)
            yield RULE.finding(
                index.place(after),
                "does the source before still speak?",
                related=[Related(span=attribution.source[0], message="the source of the sentence before")],
                claim=after,
                hint="name the source again, or say how this is known",
            )


def _is_open(index: Index, claim: Claim) -> bool:
    return claim.attribution_id is None and claim.status is Status.ASSERTED and not index.is_quoted(claim.spans[0])


RULE = Rule(
    code="CC204",
    name="attribution-lapsed",
    severity=Severity.INFO,
    precision="low",
    measured="3 of 7 findings of a sample in 324 articles of American political news, read by hand",
    scopes=(ClaimScope.BODY,),
    follows=("AP",),
    text=__doc__,
    check=check,
)
