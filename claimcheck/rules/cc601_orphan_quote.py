"""A direct quotation, and nobody who says it in its sentence or the sentences beside it.

Looks at whole sentences in quotation marks, not at titles, slogans and single words.

Why: Words in quotation marks are somebody's. Readers must not have to guess whose.

Flagged:
    - The cyclone tore the roof off the school on Friday. "For three days we ate nothing but coconuts." The airport
      has opened again.
    - The mill burned for two days. “Nobody came to help us, and the pumps were dry.” It was built in 1911.

Passing:
    - The cyclone tore the roof off the school. "For three days we ate nothing but coconuts," a teacher said.
    - The festival opens with "The Threepenny Opera" on Friday. It closes with fireworks.

Fix: Name the speaker, or leave the quotation out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.domain import BlockKind, ClaimScope, Finding, Severity, Span
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule

__all__ = ["RULE"]

_FEWEST = 5
"""Words of a quotation that is looked at."""
_BEFORE = 2
"""Sentences before it in which a speaker may stand."""
_GAP = 8
"""Characters between a colon and a quotation, at most."""
_SIGNED = re.compile(r"\s*[―—–-]+\s*\w")
"""A dash and a name after a quotation."""

_ENDS = re.compile(r"[.!?,…][”\"»]$")


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding a quotation."""
    before: Span | None = None
    for quotation in index.quotations:
        # Quotations that follow each other closely are a talk, whose speakers take turns.
        goes_on = before is not None and index.around(quotation, before=_BEFORE, after=0)[0].start < before.end
        before = quotation
        if not goes_on and _is_spoken(index, quotation) and not _has_speaker(index, quotation):
            yield RULE.finding(
                Span(start=quotation.start, end=min(quotation.end, index.sentence(quotation).end)),
                "nobody is given who says this",
                hint="name the speaker, or leave the quotation out",
            )


def _is_spoken(index: Index, quotation: Span) -> bool:
    words = quotation.of(index.text)
    return len(words.split()) >= _FEWEST and words[1:2].isupper() and _ENDS.search(words) is not None


def _has_speaker(index: Index, quotation: Span) -> bool:
    block = index.block(quotation)
    before = index.text[max(0, quotation.start - _GAP) : quotation.start].rstrip()
    if before.endswith((":", ",")) or _SIGNED.match(index.text, quotation.end):
        return True
    if block is not None and block.kind is BlockKind.BLOCKQUOTE:
        return True
    first = index.around(quotation, before=_BEFORE, after=0)
    if block is not None:
        # Who has spoken in the paragraph may go on.
        first = (Span(start=block.span.start, end=quotation.start), *first)
    last = index.around(Span(start=quotation.end - 1, end=quotation.end), before=0, after=1)
    near = (*first, *last)
    if any(index.words["speech"].search(index.prose, sentence.start, sentence.end) for sentence in near):
        return True
    return any(
        sentence.overlaps(source)
        for sentence in near
        for number in range(index.sentence_number(sentence), index.sentence_number(sentence) + 2)
        for attribution in index.by_sentence.get(number, ())
        for source in attribution.source
    )


RULE = Rule(
    code="CC601",
    name="orphan-quote",
    severity=Severity.ERROR,
    precision="low",
    measured="it did not fire in 324 articles of American political news",
    default=True,
    scopes=(ClaimScope.QUOTATION,),
    follows=("Reuters", "AFP"),
    text=__doc__,
    check=check,
)
