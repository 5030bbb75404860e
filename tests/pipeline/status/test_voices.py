"""For which bodies a source speaks by what the article calls it."""

from __future__ import annotations

import pytest

from claimcheck.domain import Mention, MentionHow, Source, SourceKind, Span
from claimcheck.pipeline.status.voices import bodies_of

POLICE = Source(id="s1", name="police", kind=SourceKind.POLICE_COURTS)
PORT = Source(id="s2", name="Lenz port", kind=SourceKind.COMPANY)
PAPER = Source(id="s3", name="Lenz Post", kind=SourceKind.OUTLET)


@pytest.mark.parametrize(
    ("words", "bodies"),
    [
        ("Police chief Ana Lund", {"s1"}),
        ("police officers", {"s1"}),
        ("the head of the Lenz port, Ana Lund", {"s2"}),
        ("a spokesman for Lenz port", {"s2"}),
        ("the Lenz port’s director", {"s2"}),
        ("the former police chief Ana Lund", set()),
        ("the police union's leader", set()),
        ("a correspondent for the Lenz Post", set()),
        ("a driver who fled from the police", set()),
        ("Ana Lund", set()),
    ],
)
def test_an_office_in_a_body_speaks_for_it(words: str, bodies: set[str]) -> None:
    mention = Mention(span=Span(start=0, end=len(words)), source_id="s9", how=MentionHow.EXACT, score=1.0)
    source = Source(id="s9", name="Ana Lund", kind=SourceKind.OFFICIAL, mentions=(mention,))
    assert bodies_of(source, [POLICE, PORT, PAPER, source], words) == bodies
