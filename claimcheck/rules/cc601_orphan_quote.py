"""A direct quotation, and nobody who says it in its sentence or the sentences beside it.

Looks at whole sentences in quotation marks that stand by themselves, not at titles, slogans and single words. Whoever
speaks elsewhere in the article and is named beside the quotation counts as its speaker.

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
_SIGNED = re.compile(r"\s*[―—–-]+\s*\w| by [A-Z]")
"""A dash and a name after a quotation, or the author of what has it for a title."""

_BREAKS = ".!?…:;”\"»’')–—-"
"""What a sentence may end with that stands before a quotation."""
_SMALL, _TITLE = 3, 0.6
"""In a title such a share of the words with more letters than that begin with a capital."""
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
    """Whether a quotation is a sentence of its own: not part of another, no title."""
    words = quotation.of(index.text)
    if len(words.split()) < _FEWEST or not words[1:2].isupper() or _ENDS.search(words) is None:
        return False
    before = index.text[max(0, quotation.start - _GAP) : quotation.start].rstrip(" \n\t(")
    if before and before[-1] not in _BREAKS:
        return False
    long: list[str] = [word for word in re.findall(r"\w+", words) if len(word) > _SMALL]
    return sum(word[0].isupper() for word in long) < _TITLE * len(long)


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
    if any(_names_somebody(index, sentence) for sentence in near):
        return True
    if any(index.words["speech"].search(index.prose, sentence.start, sentence.end) for sentence in near):
        return True
    return any(
        sentence.overlaps(source)
        for sentence in near
        for number in range(index.sentence_number(sentence), index.sentence_number(sentence) + 2)
        for attribution in index.by_sentence.get(number, ())
        for source in attribution.source
    )


def _names_somebody(index: Index, sentence: Span) -> bool:
    """Whether somebody who speaks in the article is named in a sentence."""
    words = set(re.findall(r"\w+", index.prose[sentence.start : sentence.end]))
    return not words.isdisjoint(index.surnames)


RULE = Rule(
    code="CC601",
    name="orphan-quote",
    severity=Severity.ERROR,
    precision="medium",
    measured="1 of 1 finding in 2,308 articles of news, 5 of 5 in 84 of our own, read by hand",
    default=True,
    scopes=(ClaimScope.QUOTATION,),
    follows=("Reuters", "AFP"),
    text=__doc__,
    check=check,
)
