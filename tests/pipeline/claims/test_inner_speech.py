"""The claims of those who speak inside what another says."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.domain import Status

pytestmark = pytest.mark.model


def claims(text: str) -> list[tuple[str | None, list[str], str]]:
    """Source, carriers and words of every claim."""
    report = claimcheck.analyze(text)
    names = {source.id: source.name for source in report.sources}
    return [
        (names.get(claim.source_id or ""), [names[via] for via in claim.via], claim.text) for claim in report.claims
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Radio Orona said a guard reported seeing smoke near the mill.",
            [("guard", ["Radio Orona"], "seeing smoke near the mill")],
        ),
        (
            "Radio Orona said a nurse raised concerns that the pump was old.",
            [("nurse", ["Radio Orona"], "the pump was old")],
        ),
        (
            "Radio Orona said the mayor had told boys not to leave and had promised that the pump would be mended.",
            [
                ("Radio Orona", [], "the mayor had told boys not to leave"),
                ("mayor", [], "the pump would be mended"),
            ],
        ),
        # What is only thought, ordered or judged stays with who tells it.
        (
            "Radio Orona said the mayor called the pitch perfect.",
            [("Radio Orona", [], "the mayor called the pitch perfect")],
        ),
        (
            "Radio Orona said detainees described being held in a barn.",
            [("detainees", ["Radio Orona"], "being held in a barn")],
        ),
    ],
)
def test_the_inner_source_makes_the_claim(text: str, expected: list[tuple[str | None, list[str], str]]) -> None:
    assert claims(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A survivor reported seeing flames near the stern.",
        "Two walkers reported hearing a bang.",
        "A driver reported being followed.",
    ],
)
def test_who_reports_seeing_something_is_not_reported_missing(text: str) -> None:
    (claim,) = claimcheck.analyze(text).claims
    assert claim.status is Status.ATTRIBUTED
    assert claim.source_id is not None
