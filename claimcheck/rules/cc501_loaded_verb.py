"""A verb of saying with an edge: claimed, admitted, insisted, pointed out, refuted.

Why: "Claimed" doubts the speaker, "pointed out" believes him, "refuted" says that he has proved it. "Said" does none
of that.

Flagged:
    - The owner claimed that rents had not risen in a decade.
    - The coach pointed out that the grass was wet.

Passing:
    - The owner said that rents had not risen in a decade.
    - "He claimed the reclaimed land," the surveyor said.

Fix: Write "said", unless the edge is meant and the text bears it out.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.domain import ClaimScope, Finding, Severity, Span
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule

__all__ = ["RULE"]


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding a verb."""
    for attribution in index.attributions:
        for cue in attribution.cue:
            found = index.words["loaded_verbs"].search(cue.of(index.text))
            if found is not None and attribution.source and not index.is_quoted(cue):
                yield RULE.finding(
                    Span(start=cue.start + found.start(), end=cue.start + found.end()),
                    f"{found[0]!r} tells readers what to think of the speaker",
                    hint="said",
                )
                break


RULE = Rule(
    code="CC501",
    name="loaded-verb",
    severity=Severity.INFO,
    precision="medium",
    measured="8 of 9 findings of a sample in 324 articles of American political news, read by hand",
    scopes=(ClaimScope.BODY,),
    follows=("textbooks and style guides",),
    text=__doc__,
    check=check,
)
