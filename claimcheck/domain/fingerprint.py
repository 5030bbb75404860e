"""By what a finding is known again when the text around it has changed."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass

from claimcheck.domain.identity import normalised
from claimcheck.domain.report import Finding, Report

__all__ = ["Fingerprint", "fingerprints"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Fingerprint:
    """A rule, a file and the words of a claim; the same finding twice in a file differs in ``occurrence``.

    It depends on no line and no offset, so it stays when paragraphs move and when the text around the claim changes.
    """

    file: str
    code: str
    words: str
    """The claim's words without case, punctuation and spacing; those of the place if the finding is about no claim."""
    occurrence: int

    def __str__(self) -> str:
        key = "\x1f".join((self.file, self.code, self.words, str(self.occurrence)))
        return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def fingerprints(report: Report) -> tuple[Fingerprint, ...]:
    """The fingerprints of a report's findings, one each, in their order."""
    claims = {claim.id: claim.text for claim in report.claims}
    seen: Counter[tuple[str, str]] = Counter()
    found = []
    for finding in report.findings:
        words = normalised(_words(finding, claims, report))
        occurrence = seen[finding.code, words]
        seen[finding.code, words] += 1
        found.append(Fingerprint(file=report.article.path, code=finding.code, words=words, occurrence=occurrence))
    return tuple(found)


def _words(finding: Finding, claims: dict[str, str], report: Report) -> str:
    if finding.claim_id in claims:
        return claims[finding.claim_id]
    if finding.at is not None:
        return finding.message
    if finding.primary is not None:
        return finding.primary.of(report.article.text)
    return "" if report.headline is None else report.headline.text
