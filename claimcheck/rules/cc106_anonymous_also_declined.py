"""A body supplies an unnamed source and, in the same article, declines to comment.

Why: It lets the body speak twice, once without standing for it.

Flagged:
    - An official at the transport ministry said the line would close. The transport ministry declined to comment.
    - The fund has lost half its money, a person at Brise Capital said. Brise Capital did not respond to questions.

Passing:
    - An official at the transport ministry said the line would close. The railway declined to comment.
    - The transport ministry said the line would close. The union declined to comment.

Fix: Ask the body once more to speak on the record, or tell readers that the two are at odds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.domain import ClaimScope, Finding, Related, Severity
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule
from claimcheck.rules.unnamed import anonymous

__all__ = ["RULE"]


_WORD = re.compile(r"\w+")
_LIGHT = frozenset({"the", "a", "an", "of", "for", "and", "in"})


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding a source."""
    silent = [
        (sentence, frozenset(_WORD.findall(sentence.of(index.text).lower())))
        for sentence in index.report.sentences
        if index.words["no_comment"].search(sentence.of(index.prose))
    ]
    for source in anonymous(index):
        body = source.description.body if source.description else None
        words = frozenset(_WORD.findall((body or "").lower())) - _LIGHT
        span = index.first_mention(source)
        declined = next((sentence for sentence, said in silent if words and words <= said), None)
        if span is not None and declined is not None and not declined.contains(span):
            yield RULE.finding(
                span,
                f"{body} speaks here without a name and declines to comment elsewhere",
                related=[Related(span=declined, message="declines to comment")],
                hint="ask for a statement on the record",
            )


RULE = Rule(
    code="CC106",
    name="anonymous-also-declined",
    severity=Severity.INFO,
    precision="low",
    scopes=(ClaimScope.BODY,),
    follows=("AP",),
    text=__doc__,
    check=check,
)
