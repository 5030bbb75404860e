"""An unnamed source of whom the text tells nothing: no office, no body, no way of knowing.

Why: "Sources said" asks readers to trust a paper's choice of somebody they know nothing about. Agencies and dailies
ask for as much about an unnamed source as can be told without giving it away.

Flagged:
    - Sources said the talks in Windhoek had failed.
    - The bank will close 40 branches, a source said on Monday.

Passing:
    - Two diplomats briefed on the talks in Windhoek said they had failed.
    - The bank will close 40 branches, a source close to its board said on Monday.

Fix: Name it, or say what it is or how it knows: "a diplomat at the talks", "a person who has read the contract".
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.domain import ClaimScope, Finding, Severity
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule
from claimcheck.rules.unnamed import anonymous, is_bare

__all__ = ["RULE"]


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding a source, where it is first met."""
    for source in anonymous(index):
        if is_bare(index, source):
            yield RULE.finding(
                index.first_mention(source),
                "the text tells nothing about this unnamed source",
                hint="say what the source is or how it knows",
            )


RULE = Rule(
    code="CC101",
    name="bare-source",
    severity=Severity.ERROR,
    precision="high",
    measured="9 of 11 findings in 840 articles of American political news, read by hand",
    default=True,
    scopes=(ClaimScope.HEADLINE, ClaimScope.BODY, ClaimScope.CAPTION),
    follows=("AP", "AAP", "NPR", "Guardian"),
    text=__doc__,
    check=check,
)
