"""Casualties, crimes or fighting with a figure, in the outlet's own voice, and nobody who says so.

Looks at claims with a number, in the first paragraph and in sentences with a day or "has": what is older is
background. A source in the sentence, before it in the paragraph, or with the same claim elsewhere will do.

Why: Readers and lawyers will ask how we know. A toll changes by the hour, and an accusation in our own voice is ours.

Flagged:
    - A landslide has killed 14 people in the hills above Medellín.
    - The gang stole 300 cars in Lyon last year.

Passing:
    - A landslide has killed 14 people in the hills above Medellín, the fire service said.
    - The museum has 300 cars, among them 14 from before the war.

Fix: Say who gave the figure, and when.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.domain import Claim, ClaimKind, ClaimScope, Finding, Severity, Span, Status
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule

__all__ = ["RULE"]

# A number that counts something: "14 people", "dozens", not an age, a year, a rate or a share.
_FIGURE = re.compile(
    r"(?<![\w/.,$€£-])(?<!\bage )(?<!\bage of )(?<!\baged )(?!(?:19|20)\d\d\b)"
    r"(?:\d+(?:[,.]\d+)*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|hundreds|thousands|millions)"
    r"(?! ?(?:%|percent|per cent|years?|months?|weeks?|days?|hours?|minutes?|seconds?|times|a\.m|p\.m)\b)"
    r"(?= (?:of )?[a-z]|\b *$)",
    re.IGNORECASE,
)
_TOPICS = (
    ("casualties", 4), ("crimes", 4), ("combat", 1), ("hostilities", 1), ("weapons", 1), ("downing", 1),
)  # fmt: skip
"""Lists of words, and how many words may stand between them and the figure."""
_DATE = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\w*\.? $")


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding a sentence."""
    seen: set[int] = set()
    for claim in index.told(*RULE.scopes):
        place = index.place(claim)
        if place is None or not _is_own_voice(claim) or not _is_contentious(index, claim):
            continue
        if not _is_news(index, place):
            continue
        number = index.sentence_number(place)
        if number in seen or _is_carried(index, claim, place):
            continue
        seen.add(number)
        yield RULE.finding(place, "nobody is given as the source of this", claim=claim, hint="say who gave the figure")


def _is_own_voice(claim: Claim) -> bool:
    return (
        claim.status is Status.ASSERTED
        and claim.attribution_id is None
        and claim.kind in (ClaimKind.QUANTITY, ClaimKind.EVENT)
    )


def _is_news(index: Index, place: Span) -> bool:
    """Whether it has happened now: it stands in the first paragraph, or its sentence says so; else it is background."""
    sentence = index.sentence(place).of(index.text)
    if index.words["background"].search(sentence):
        return False
    first = index.paragraphs[:1]
    return any(block.span.contains(place) for block in first) or index.words["fresh"].search(sentence) is not None


def _is_contentious(index: Index, claim: Claim) -> bool:
    """Whether a figure stands by the words for harm, crime or fighting: "killed 14 people", "stole the files of 90"."""
    text = claim.text
    if index.words["recorded"].search(text):
        return False
    figures = [found for found in _FIGURE.finditer(text) if not _DATE.search(text, 0, found.start())]
    for name, reach in _TOPICS if figures else ():
        for topic in index.words[name].finditer(text):
            for figure in figures:
                between = text[min(figure.end(), topic.end()) : max(figure.start(), topic.start())]
                if len(between.split()) <= reach:
                    return True
    return False


def _is_carried(index: Index, claim: Claim, place: Span) -> bool:
    """Whether a source stands in the sentence or before it in the paragraph, or beside the same claim elsewhere."""
    if any(other.source_id is not None for other in index.same_as(claim)):
        return True
    block, sentence = index.block(place), index.sentence(place)
    inside = Span(start=sentence.start if block is None else block.span.start, end=sentence.end)
    return index.has_source(inside)


RULE = Rule(
    code="CC201",
    name="unattributed-contentious",
    severity=Severity.WARNING,
    precision="medium",
    measured="23 of 24 findings in 2,308 articles of news and 84 of our own, 2 of 4 in 840 of them read again, by hand",
    default=True,
    scopes=(ClaimScope.BODY,),
    follows=("AP", "Reuters", "BBC"),
    text=__doc__,
    check=check,
)
