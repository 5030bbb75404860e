"""Several sources are introduced, and later it was only one: "officials said … the official added".

Why: One source that is told as several is a corroboration that did not take place.

Flagged:
    - Officials said the tunnel would open in May. The official added that tests had gone well.
    - Sources at the bank said the merger was off. The source said staff had been told on Friday.

Passing:
    - Officials said the tunnel would open in May. The officials added that tests had gone well.
    - An official said the tunnel would open in May. The official added that tests had gone well.

Fix: Say how many sources there were, and keep them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.domain import ClaimScope, Finding, Related, Severity, Span
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule
from claimcheck.rules.unnamed import is_anonymous

__all__ = ["RULE"]


_THE_ONE = re.compile(r"the (?:\w+ )?(\w+)", re.IGNORECASE)
_ONE_OF_THEM = re.compile(
    r"(?:an?|one|another|the first|the second|the other) (?:of the )?(?:[\w-]+ ){0,3}?(\w+)", re.IGNORECASE
)


def check(index: Index, options: Options) -> Iterator[Finding]:
    """A finding where one speaks that came in as several."""
    several: dict[str, Span] = {}
    for attribution in index.attributions:
        if not attribution.source or index.is_quoted(attribution.source[0]):
            continue
        span = attribution.source[0]
        words = span.of(index.text)
        source = index.source.get(attribution.source_id or "")
        one = _ONE_OF_THEM.match(words)
        if one is not None:
            # Introduced apart: "one official".
            several.pop(one[1].lower() + "s", None)
            continue
        the = _THE_ONE.fullmatch(words)
        before = several.get(the[1].lower() + "s") if the is not None else None
        if the is not None and before is not None:
            yield RULE.finding(
                span,
                f"one source, where there were several: {before.of(index.text)!r}",
                related=[Related(span=before, message="introduced as several")],
                hint="say how many there were",
            )
        elif source is not None and is_anonymous(index, source) and source.description is not None:
            told = source.description
            if told.plural and told.role:
                several.setdefault(told.role.split()[-1].lower(), span)


RULE = Rule(
    code="CC105",
    name="plural-but-one",
    severity=Severity.WARNING,
    precision="low",
    scopes=(ClaimScope.BODY,),
    follows=("Reuters",),
    text=__doc__,
    check=check,
)
