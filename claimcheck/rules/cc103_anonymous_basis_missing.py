"""An unnamed source, and nothing that says how it knows.

Witnesses, neighbours, nurses and others who were there need no further word.

Why: What somebody saw, read or was told is worth more than what somebody thinks. Without a name that is all that
readers have to judge by.

Flagged:
    - An official said the dam would be raised by two metres.
    - Two aides to the governor said the vote would be put off.

Passing:
    - An official who has seen the plans said the dam would be raised by two metres.
    - A witness said the lorry had jumped the lights.

Fix: Say how it knows: "who was in the room", "who has read the letter".
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.domain import ClaimScope, Finding, Severity
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule
from claimcheck.rules.unnamed import anonymous, knows_firsthand

__all__ = ["RULE"]


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding a source, where it is first met."""
    for source in anonymous(index):
        if source.description and not source.description.basis and not knows_firsthand(index, source):
            yield RULE.finding(
                index.first_mention(source),
                "the text does not say how this source knows",
                hint="say what it saw, read or was told",
            )


RULE = Rule(
    code="CC103",
    name="anonymous-basis-missing",
    severity=Severity.INFO,
    precision="low",
    measured="5 of 12 findings of a sample in 324 articles of American political news, read by hand",
    scopes=(ClaimScope.BODY,),
    follows=("NPR", "NYT", "Guardian"),
    text=__doc__,
    check=check,
)
