"""Two speakers are quoted one after the other, and the second is named only after his words.

Why: Readers take the second quotation for more from the first speaker.

Flagged:
    - "The pumps were dry," said Ana Kos, a baker. "Nobody had paid for the water," said Joao Faria, a miner.
    - “We shall appeal,” said the lawyer, Ida Holm. “It was a fair trial,” said the judge, Nils Aas.

Passing:
    - "The pumps were dry," said Ana Kos, a baker. Joao Faria, a miner, said: "Nobody had paid for the water."
    - "The pumps were dry," said Ana Kos, a baker. "Nobody had paid for the water," she said.

Fix: Name the second speaker first, or put a sentence between the two.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.domain import Attribution, AttributionMode, ClaimScope, Finding, Related, Severity
from claimcheck.rules.index import Index
from claimcheck.rules.rule import Options, Rule

__all__ = ["RULE"]


def check(index: Index, options: Options) -> Iterator[Finding]:
    """One finding where the speaker changes."""
    quoting: dict[int, Attribution] = {}
    for attribution in index.attributions:
        quotation = index.quotation(attribution.content[0]) if attribution.content else None
        if attribution.mode is AttributionMode.INDIRECT or not attribution.source or quotation is None:
            continue
        if not index.is_quoted(attribution.source[0]):
            quoting.setdefault(index.sentence_number(quotation), attribution)
    for number, attribution in sorted(quoting.items()):
        before = quoting.get(number - 1)
        if before is None or not before.source_id or attribution.source_id in (None, before.source_id):
            continue
        sentence, source = index.report.sentences[number], attribution.source[0]
        same_block = index.block(sentence) == index.block(before.source[0])
        if same_block and index.is_quoted(sentence) and index.sentence(source) == sentence:
            yield RULE.finding(
                source,
                "another speaker, named only after the words",
                related=[Related(span=before.source[0], message="the speaker before")],
                hint="name the second speaker first",
            )


RULE = Rule(
    code="CC603",
    name="back-to-back-speakers",
    severity=Severity.INFO,
    precision="low",
    scopes=(ClaimScope.QUOTATION,),
    follows=("Reuters",),
    text=__doc__,
    check=check,
)
