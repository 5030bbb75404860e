"""The words of the trade: what an article, a source, an attribution and a claim are.

Frozen, keyword-only types on the standard library alone; change one through ``dataclasses.replace``. All offsets are
half-open Unicode code points into ``Article.text``. Order is always text order, so that equal input gives equal output.
"""

from claimcheck.domain.article import Article, Block, Location, Span
from claimcheck.domain.claim import Attribution, Claim, Evidence
from claimcheck.domain.fingerprint import Fingerprint, fingerprints
from claimcheck.domain.identity import claim_ids, normalised
from claimcheck.domain.positions import Note, Run, SourceMap
from claimcheck.domain.report import Finding, Headline, Related, Report, Summary, Versions
from claimcheck.domain.source import Description, Mention, Source
from claimcheck.domain.words import (
    AttributionMode,
    BlockKind,
    ClaimKind,
    ClaimScope,
    EvidenceKind,
    HeadlineForm,
    HeadlineRelation,
    MentionHow,
    Polarity,
    Severity,
    SourceKind,
    StateControl,
    Status,
)

__all__ = [
    "Article",
    "Attribution",
    "AttributionMode",
    "Block",
    "BlockKind",
    "Claim",
    "ClaimKind",
    "ClaimScope",
    "Description",
    "Evidence",
    "EvidenceKind",
    "Finding",
    "Fingerprint",
    "Headline",
    "HeadlineForm",
    "HeadlineRelation",
    "Location",
    "Mention",
    "MentionHow",
    "Note",
    "Polarity",
    "Related",
    "Report",
    "Run",
    "Severity",
    "Source",
    "SourceKind",
    "SourceMap",
    "Span",
    "StateControl",
    "Status",
    "Summary",
    "Versions",
    "claim_ids",
    "fingerprints",
    "normalised",
]
