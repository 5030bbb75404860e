"""Words that stand in quotation marks in the headline stand nowhere in the text.

Looks at quotations of three words or more without a number, and allows for small differences (``similarity``, in
percent). Single marks count where somebody speaks: headlines also set them around claims that are not the outlet's own.

Why: Quotation marks promise that somebody said just that.

Flagged:
    - ‘We ate nothing but seaweed’, say rescued men | "A shark followed us for nine days," said Teariki Marama, who
      was rescued.
    - Bridge “a death trap for years” | The bridge was never inspected, an engineer told the panel.

Passing:
    - ‘We ate nothing but seaweed’, say rescued men | "We ate nothing but seaweed," said Teariki Marama, who was
      rescued.
    - Bridge ‘was never inspected’ | The bridge was never inspected in 22 years, an engineer told the panel.

Fix: Quote what was said, or drop the marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType

from rapidfuzz import fuzz

from claimcheck.domain import ClaimScope, Finding, Severity, Span, normalised
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule

__all__ = ["RULE"]


_FEWEST = 3
"""Words: one or two are often a name, or the headline's own irony."""
_FIRST_PERSON = re.compile(r"\b(?:I|we|my|our|us|me)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d")
# Single marks too, for headlines use them; they open after a space and close before one.
_QUOTED = re.compile(r"“([^”]+)”|\"([^\"]+)\"|(?<!\w)[‘']([^‘]+?)[’'](?!\w)")


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding for each quotation."""
    headline = index.report.headline
    if headline is None:
        return
    below = [block.span.of(index.text) for block in index.article.blocks if block.span != headline.span]
    body = normalised(" ".join(below))
    for found in _QUOTED.finditer(headline.text):
        words = normalised(found[1] or found[2] or found[3])
        if (
            len(words.split()) < _FEWEST
            or _NUMBER.search(words)
            or words in body
            or fuzz.partial_ratio(words, body) >= options["similarity"]
            or not _is_speech(index, found, headline.text)
        ):
            continue
        start = headline.span.start if headline.span is not None else 0
        yield RULE.finding(
            None if headline.span is None else Span(start=start + found.start(), end=start + found.end()),
            f"{found[0]} stands nowhere in the text",
            hint="quote what was said, or drop the marks",
        )


def _is_speech(index: Index, found: re.Match[str], headline: str) -> bool:
    """Whether marks stand around somebody's words, not around a claim that is not the outlet's own: ‘shot in raid’.

    Double marks are for words; single ones where somebody speaks of himself, or is said to speak.
    """
    if found[3] is None or _FIRST_PERSON.search(found[0]):
        return True
    if headline.startswith(":", found.end()) or headline[: found.start()].rstrip().endswith(":"):
        return True
    return index.words["headline_speech"].search(headline[: found.start()] + headline[found.end() :]) is not None


RULE = Rule(
    code="CC403",
    name="headline-quote-missing",
    severity=Severity.WARNING,
    precision="medium",
    measured="3 of 4 findings in 2,308 articles of news, most under another outlet's headline, "
    "9 of 9 in 84 of our own, read by hand",
    default=True,
    scopes=(ClaimScope.HEADLINE,),
    follows=("IPSO",),
    options=MappingProxyType({"similarity": 90}),
    text=__doc__,
    check=check,
)
