"""What is claimed, by whose words, and on what grounds."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.domain.article import Span
from claimcheck.domain.words import AttributionMode, ClaimKind, ClaimScope, EvidenceKind, Polarity, Status

__all__ = ["Attribution", "Claim", "Evidence"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Somebody is said to say something: who (source), by which words (cue), what (content).

    Each of the three may be in several pieces, and each but one may be empty.
    """

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    mode: AttributionMode
    source_id: str | None = None
    via: tuple[str, ...] = ()
    """Ids of the sources that carried it, outermost last."""
    channel: str | None = None
    """Where it was said: "Facebook post", "interview"."""
    parent: str | None = None
    """Id of the attribution in whose content this one stands."""
    score: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A ground for a claim's status, with its words."""

    kind: EvidenceKind
    span: Span | None
    """None when the words stand in a title given apart from the text."""
    text: str
    note: str = ""
    """One sentence for the reader: what these words do to the claim."""
    from_claim: str | None = None
    """The claim at which the ground stands, when it carries over from another."""
    weight: float = 1.0
    cue_class: str | None = None
    """The class of the cue words, as the language's data names it: ``NONCOMMIT``, ``NONCONFIRM``."""
    agent: str | None = None
    """Id of the source that confirms, denies, or has yet to confirm."""
    polarity: Polarity = Polarity.POSITIVE


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One thing that the article says to be so."""

    id: str
    """From :func:`~claimcheck.domain.claim_ids`: it stays when a paragraph moves."""
    spans: tuple[Span, ...]
    """Where it stands; empty for a claim of a title given apart from the text."""
    text: str
    """Its words as they stand."""
    standalone: str
    """Its words so that they can be checked without the article; what was filled in stands in square brackets."""
    attribution_id: str | None = None
    source_id: str | None = None
    """Who vouches for it; None when the text does not say, or speaks in its own voice."""
    via: tuple[str, ...] = ()
    """Ids of the sources that carried it, outermost last."""
    origin_id: str | None = None
    """The innermost source: what corroboration counts."""
    status: Status | None = None
    """None for what can be neither confirmed nor denied; see ``ClaimKind.has_status``."""
    evidence: tuple[Evidence, ...] = ()
    """The grounds of the status, the deciding one first."""
    same_as: tuple[str, ...] = ()
    """Ids of the other members of its cluster; symmetric and transitive over the report."""
    scope: ClaimScope = ClaimScope.BODY
    kind: ClaimKind = ClaimKind.EVENT
    confidence: float = 1.0

    @property
    def flagged(self) -> bool:
        """Whether an editor should look at it."""
        return self.status is not None and self.status.flagged
