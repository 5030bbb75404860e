"""Why a claim has its status, in words an editor uses.

The pipeline's own note on an evidence says it best and is taken where there is one; the phrases here stand in for it.
"""

from __future__ import annotations

import re

from claimcheck.domain import Claim, Evidence, EvidenceKind, Status

_PHRASES = {
    EvidenceKind.CUE: "the words that attribute it",
    EvidenceKind.NEGATION: "negated",
    EvidenceKind.MODALITY: "hedged",
    EvidenceKind.VERIFICATION: "confirmed",
    EvidenceKind.NONCONFIRMATION: "not confirmed",
    EvidenceKind.DENIAL: "denied",
    EvidenceKind.FALSIFICATION: "called false",
    EvidenceKind.SECOND_SOURCE: "also said",
    EvidenceKind.OBSERVATION: "seen by the outlet",
    EvidenceKind.FOOTAGE: "supported by footage",
    EvidenceKind.DOCUMENT: "in an official document",
    EvidenceKind.SELF_STATEMENT: "its own act, decision or position",
    EvidenceKind.SOUGHT_COMMENT: "comment was sought",
    EvidenceKind.UNNAMED_SOURCE: "the source is not named",
    EvidenceKind.SECONDHAND: "it comes through another outlet",
    EvidenceKind.PROPAGATION: "carried over from another claim",
}

_JOINTS = {
    EvidenceKind.VERIFICATION: "by",
    EvidenceKind.NONCONFIRMATION: "by",
    EvidenceKind.DENIAL: "by",
    EvidenceKind.FALSIFICATION: "by",
    EvidenceKind.SECOND_SOURCE: "by",
    EvidenceKind.SOUGHT_COMMENT: "from",
}
"""How a phrase goes on with who did it; the others say nothing about anybody but the claim's own source."""

_MARKED = {
    Status.UNCONFIRMED: "The text marks it as not established.",
    Status.DISPUTED: "One side says it, another says it is not so.",
    Status.DENIED: "It is denied, and nobody identified says it is so.",
    Status.REFUTED: "The text says it is not so.",
}

_SHOWN_OTHERWISE = (EvidenceKind.UNNAMED_SOURCE, EvidenceKind.SECONDHAND, EvidenceKind.NEGATION)
"""Not shown as grounds: the speaker's own line already says "unnamed" and "via", the claim's own words say "not"."""
_SUPPORT = (
    EvidenceKind.VERIFICATION,
    EvidenceKind.SECOND_SOURCE,
    EvidenceKind.OBSERVATION,
    EvidenceKind.FOOTAGE,
    EvidenceKind.DOCUMENT,
    EvidenceKind.SELF_STATEMENT,
    EvidenceKind.SOUGHT_COMMENT,
)
"""What a text adds to a claim; never the reason why a claim is flagged."""
_COMMITTED = ("REPORT", "REVEAL", "INSIST")
"""Classes of cues that leave no doubt: "said" is how a flagged claim is attributed, not why it is flagged."""


def deciding(claim: Claim) -> tuple[Evidence, ...]:
    """The evidence that made a flagged claim flagged, in the order given: the deciding one first."""
    return tuple(item for item in claim.evidence if _decides(item))


def _decides(item: Evidence) -> bool:
    if item.kind is EvidenceKind.CUE:
        return item.cue_class not in _COMMITTED
    return item.kind not in (*_SUPPORT, *_SHOWN_OTHERWISE)


def supporting(claim: Claim) -> tuple[Evidence, ...]:
    """The evidence that stands beside a claim: footage, a second source, a request for comment."""
    return tuple(item for item in claim.evidence if item.kind in _SUPPORT)


def phrase(evidence: Evidence, agent: str | None) -> str:
    """What an evidence does to its claim, in a few words: ``not confirmed by the defence ministry``.

    ``agent`` is the name of who confirms, denies or has yet to confirm.
    """
    words, joint = _PHRASES[evidence.kind], _JOINTS.get(evidence.kind)
    return words if agent is None or joint is None else f"{words} {joint} {agent}"


def explained(evidence: Evidence, agent: str | None) -> tuple[str, str, str]:
    """What stands before an evidence's own words, those words in quotation marks, and what stands after them.

    The words are quoted within the note where it repeats them, "the mayor's verb is 'claimed'", and before it where
    it does not: "“picture” — shown in support".
    """
    words = " ".join(evidence.text.split())
    quoted = f"“{words}”"
    found = re.search(rf"""['"‘“]?(?<!\w){re.escape(words)}(?!\w)['"’”]?""", evidence.note) if words else None
    if found is None:
        return "", quoted, f" — {evidence.note or phrase(evidence, agent)}"
    before, after = evidence.note[: found.start()], evidence.note[found.end() :]
    if before or after:
        return before, quoted, after
    return "", quoted, f" — {phrase(evidence, agent)}"


def marked_as(status: Status) -> str:
    """A sentence for a flagged claim whose evidence the report does not name."""
    return _MARKED[status]
