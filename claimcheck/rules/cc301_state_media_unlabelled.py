"""An outlet that a state controls is cited, and nothing near its first mention says so.

Looks at the sentence of the first mention and those beside it, and at outlets that are known to be steered by a
government; public broadcasters that edit freely are not meant.

Why: Readers cannot be expected to know who owns an outlet in another country, and it tells them how to weigh the
report.

Flagged:
    - A tanker ran aground off Novorossiysk on Thursday, TASS reported.
    - The two presidents spoke for an hour, Xinhua said.

Passing:
    - A tanker ran aground off Novorossiysk on Thursday, the state news agency TASS reported.
    - The two prime ministers spoke for an hour, Reuters said.

Fix: Add a label once: "the state news agency TASS", "state-run CGTN".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.domain import ClaimScope, Finding, Severity, Source, SourceKind, Span, StateControl
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule

__all__ = ["RULE"]


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding an outlet, at its first mention."""
    for source in index.sources:
        span = index.first_mention(source)
        if span is None or source.state_controlled is not StateControl.STATE_CONTROLLED:
            continue
        if source.kind is SourceKind.OUTLET_ITSELF or _is_labelled(index, span) or _is_another(index, source, span):
            continue
        yield RULE.finding(
            span,
            f"{source.name} is controlled by a state, and nothing here says so",
            hint="add a label: state-run, state news agency",
        )


def _is_labelled(index: Index, span: Span) -> bool:
    return any(index.words["state_labels"].search(sentence.of(index.text)) for sentence in index.around(span))


def _is_another(index: Index, source: Source, span: Span) -> bool:
    """Whether capitals stand for another name that the text spells out: "Christian News Service … CNS"."""
    letters = span.of(index.text)
    if not letters.isupper() or not 2 < len(letters) < 6:
        return False
    names = {name.casefold() for name in (source.name, *source.aliases)}
    spelt = re.finditer(r"\b" + r"\w+ (?:of |the |and )*".join(letters) + r"\w+", index.text)
    return any(found[0].casefold() not in names for found in spelt)


RULE = Rule(
    code="CC301",
    name="state-media-unlabelled",
    severity=Severity.WARNING,
    precision="high",
    measured="4 of 4 findings in 2,308 articles of news, 9 of 9 in 84 of our own, read by hand",
    default=True,
    scopes=(ClaimScope.HEADLINE, ClaimScope.BODY, ClaimScope.CAPTION),
    follows=(),
    text=__doc__,
    check=check,
)
