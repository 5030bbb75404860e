"""An accusation, and no denial, response or request for one anywhere in the article.

Why: Who is accused has a right to answer, and readers to know whether he was asked.

Flagged:
    - The union accused the mill of locking the fire doors. The mill has 300 workers.
    - Residents alleged that the mayor had sold the park. It was laid out in 1890.

Passing:
    - The union accused the mill of locking the fire doors. The mill denied it.
    - The union accused the mill of locking the fire doors. The mill did not respond to questions.

Fix: Ask those who are accused, and print the answer or that there was none.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.domain import ClaimScope, EvidenceKind, Finding, Severity
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule

__all__ = ["RULE"]


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding an article, at the first accusation."""
    if index.words["no_comment"].search(index.prose) or index.words["denying"].search(index.prose):
        return
    if any(ground.kind is EvidenceKind.DENIAL for claim in index.claims for ground in claim.evidence):
        return
    for attribution in index.attributions:
        for cue in attribution.cue if attribution.source else ():
            if not index.is_quoted(cue) and index.words["accusing"].search(cue.of(index.text)):
                yield RULE.finding(
                    index.sentence(cue),
                    "an accusation, and no word from those accused",
                    hint="ask them, and print the answer or that there was none",
                )
                return


RULE = Rule(
    code="CC208",
    name="accused-no-response",
    severity=Severity.WARNING,
    precision="low",
    scopes=(ClaimScope.BODY,),
    follows=("BBC", "Reuters"),
    text=__doc__,
    check=check,
)
