"""Who speaks of the body that is his, read by the shipped model."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.domain import EvidenceKind

pytestmark = pytest.mark.model


def is_own(text: str, claim: str) -> bool:
    found = next(one for one in claimcheck.analyze(text).claims if claim in one.text)
    return any(ground.kind is EvidenceKind.SELF_STATEMENT for ground in found.evidence)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Marit Aune, the president of the Nordvik rowing club, said the club had sold two boats.", "had sold"),
        ("Ivo Lenk, the head of the Bergen relief agency, said the agency had hired six nurses.", "had hired"),
        (
            "The carmaker Tolva Motors lost money in May. Chief financial officer Aiko Mori said the company would "
            "shut its works.",
            "would shut",
        ),
        ("The sporting director, Rui Falcão, left early. Falcão said the club had sold a keeper.", "had sold"),
        ("Managing director Paul Brandt said the firm had ordered nine trams.", "had ordered"),
    ],
)
def test_an_officer_speaks_for_the_body_by_which_he_is_introduced(text: str, claim: str) -> None:
    assert is_own(text, claim)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Marit Aune, the president of the Nordvik rowing club, said the ministry had sold two boats.", "had sold"),
        # Two firms: nobody can tell of which he is the chief.
        (
            "Tolva Motors said on Monday that it had sued Brask Holding. Brask Holding said it had paid. Chief "
            "executive Aiko Mori said the company would shut its works.",
            "would shut",
        ),
        ("Mayor Paul Brandt said the company had ordered nine trams.", "had ordered"),
    ],
)
def test_of_other_bodies_he_tells_what_others_did(text: str, claim: str) -> None:
    assert not is_own(text, claim)
