"""An unnamed source "confirms", or a party that only says again what it said before.

Why: To confirm is to know and to stand for it. Who has no name stands for nothing, and who repeats himself adds
nothing.

Flagged:
    - An official confirmed that the tunnel would close.
    - The owner said that the horse was lame. The owner confirmed that the horse was lame.

Passing:
    - The harbour master, Ines Vold, confirmed that the tunnel would close.
    - An official would neither confirm nor deny that the tunnel would close.

Fix: Write "said".
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.domain import ClaimScope, Finding, Severity, Span
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule
from claimcheck.rules.unnamed import is_anonymous

__all__ = ["RULE"]


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding a verb."""
    for claim in index.told(*RULE.scopes):
        said = index.said_of(claim)
        cue = said.cue[0] if said is not None and said.cue else None
        if cue is None or index.is_quoted(cue) or not _confirms(index, cue):
            continue
        source = index.source_of(claim)
        if is_anonymous(index, source):
            yield RULE.finding(cue, "an unnamed source confirms nothing", claim=claim, hint="said")
        elif source is not None:
            before = [other for other in index.same_as(claim) if other.spans and other.spans[0] < claim.spans[0]]
            if before and all(other.source_id == source.id for other in before):
                yield RULE.finding(cue, f"{source.name} only says again what it said", claim=claim, hint="said")


def _confirms(index: Index, cue: Span) -> bool:
    words = cue.of(index.text)
    return bool(index.words["confirming"].search(words)) and not index.words["unconfirming"].search(words)


RULE = Rule(
    code="CC503",
    name="confirm-misused",
    severity=Severity.WARNING,
    precision="low",
    scopes=(ClaimScope.BODY,),
    follows=("On the Media",),
    text=__doc__,
    check=check,
)
