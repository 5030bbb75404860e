"""What somebody believes, hopes or fears is told as a fact.

Why: Nobody can see into a head. What can be known is what somebody says.

Flagged:
    - The minister believes that the tax will pass.
    - Ana Kos fears the bakery will close in May.

Passing:
    - The minister said he believes that the tax will pass.
    - "I believe that the tax will pass," the minister said.

Fix: "Said he believes", or say what was done that shows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.domain import ClaimScope, Finding, Severity, Span
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule

__all__ = ["RULE"]

_OWN = re.compile(r"I|we|you|one", re.IGNORECASE)
_MODAL = re.compile(r"\b(?:should|would|must|could|may|might|can|if|not|n[’']t)\b[^.]{0,12}$")
_REACH = 20
"""Characters before the verb in which such a word may stand."""


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding a verb."""
    for attribution in index.attributions:
        if not attribution.source or attribution.parent is not None:
            continue
        for cue in attribution.cue[:1]:
            found = index.words["mind_verbs"].search(cue.of(index.text))
            if (
                found is None
                or index.is_quoted(cue)
                or index.words["speech"].search(index.sentence(cue).of(index.prose))
            ):
                continue
            yield RULE.finding(
                Span(start=cue.start + found.start(), end=cue.start + found.end()),
                f"{found[0]!r} is told as a fact",
                hint="say how this is known: said he believes",
            )


RULE = Rule(
    code="CC502",
    name="mind-reading",
    severity=Severity.INFO,
    precision="low",
    measured="6 of 10 findings of a sample in 324 articles of American political news, read by hand",
    scopes=(ClaimScope.BODY,),
    follows=("textbooks of journalism",),
    text=__doc__,
    check=check,
)
