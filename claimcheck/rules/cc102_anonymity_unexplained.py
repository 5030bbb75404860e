"""An unnamed source, and no word anywhere in the article on why it is not named.

The first such source is flagged, the others are listed with it. Passers-by and witnesses count as well.

Why: Readers forgive anonymity that has a reason: a job at risk, a court's order, a war. Without one they suspect a
leak with a purpose.

Flagged:
    - An official at the port authority said the crane had not been inspected since 2019.
    - The club will sell its ground, a director said. The mayor, Ida Holm, said she knew of no plan.

Passing:
    - An official at the port authority, who is not authorised to speak to reporters, said the crane had not been
      inspected.
    - The club will sell its ground, the chairman, Nils Aas, said.

Fix: Add the reason in the words of the source: "asked not to be named because the inquiry is under way".
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.domain import ClaimScope, Finding, Related, Severity
from claimcheck.lang.speakers import speakers
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule
from claimcheck.rules.unnamed import anonymous

__all__ = ["RULE"]


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding an article."""
    sources = [source for source in anonymous(index) if source.description]
    # The reason may stand in a sentence of its own, behind the source.
    if not sources or any(reason.pattern.search(index.prose) for reason in speakers("en").reasons):
        return
    first, *others = sources
    yield RULE.finding(
        index.first_mention(first),
        "the text does not say why this source is not named",
        related=(
            Related(span=span, message="not named either")
            for other in others
            if (span := index.first_mention(other)) is not None
        ),
        hint="say why, in the source's own terms",
    )


RULE = Rule(
    code="CC102",
    name="anonymity-unexplained",
    severity=Severity.WARNING,
    precision="low",
    measured="10 of 22 findings in 84 articles of American political news, read by hand",
    scopes=(ClaimScope.BODY,),
    follows=("NYT", "NPR"),
    text=__doc__,
    check=check,
)
