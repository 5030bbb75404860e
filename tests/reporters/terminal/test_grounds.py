from __future__ import annotations

import pytest

from claimcheck.domain import Evidence, EvidenceKind, Status
from claimcheck.reporters.terminal import grounds


@pytest.mark.parametrize(
    ("kind", "text", "note", "agent", "explained"),
    [
        (EvidenceKind.CUE, "claimed", "the mayor's verb is 'claimed'", None, "the mayor's verb is “claimed”"),
        (EvidenceKind.CUE, "aid", "the mayor's verb is 'said'", None, "“aid” — the mayor's verb is 'said'"),
        (EvidenceKind.MODALITY, "reportedly", "'reportedly'", None, "“reportedly” — hedged"),
        (EvidenceKind.MODALITY, "may  have\n", "", None, "“may have” — hedged"),
        (
            EvidenceKind.FOOTAGE,
            "video",
            "pictures are shown in support",
            None,
            "“video” — pictures are shown in support",
        ),
        (EvidenceKind.DENIAL, "rejects", "", "the club", "“rejects” — denied by the club"),
        (
            EvidenceKind.SOUGHT_COMMENT,
            "did not reply",
            "",
            "the club",
            "“did not reply” — comment was sought from the club",
        ),
        (EvidenceKind.NONCONFIRMATION, "could not verify", "We could not verify it", None, "We “could not verify” it"),
    ],
)
def test_the_words_are_quoted_once(kind: EvidenceKind, text: str, note: str, agent: str | None, explained: str) -> None:
    evidence = Evidence(kind=kind, span=None, text=text, note=note)
    assert "".join(grounds.explained(evidence, agent)) == explained


@pytest.mark.parametrize("kind", list(EvidenceKind))
def test_every_kind_of_evidence_has_words(kind: EvidenceKind) -> None:
    assert grounds.phrase(Evidence(kind=kind, span=None, text="words"), None)


@pytest.mark.parametrize("status", [status for status in Status if status.flagged])
def test_every_flagged_status_has_words(status: Status) -> None:
    assert grounds.marked_as(status).endswith(".")
