"""Verdicts of fact checks that stand on a line of their own."""

from __future__ import annotations

import pytest

from claimcheck.lang.en import lexicon
from claimcheck.pipeline.claims.fact_labels import labels_of

CLAIM = "Claim: The lake will be drained in June."


def labelled(text: str) -> list[tuple[str, str | None]]:
    found = labels_of(text, lexicon().words)
    return [(label.span.of(text), label.about and label.about.of(text)) for label in found]


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        ("FALSE", "FALSE"),
        ("False.", "False."),
        ("Status: False", "Status: False"),
        ("Our ruling: pants on fire!", "Our ruling: pants on fire!"),
        ("  Verdict: Fake / hoax (see below)", "Verdict: Fake / hoax (see below)"),
    ],
)
def test_a_verdict_speaks_of_the_line_that_is_labelled_as_the_claim(verdict: str, words: str) -> None:
    text = f"{CLAIM}\nThe post has been shared widely.\n\n{verdict}\n\nThe council has no such plan."
    assert labelled(text) == [(words, CLAIM)]


def test_without_such_a_line_a_labelled_verdict_speaks_of_the_line_before() -> None:
    assert labelled("The lake will be drained.\n\nRating: mostly false") == [
        ("Rating: mostly false", "The lake will be drained.")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The lake will be drained.\n\nFALSE",
        f"{CLAIM}\n\nTRUE",
        f"{CLAIM}\n\nStatus: unknown",
        f"{CLAIM}\n\nFalse teeth were found in the lake.",
        f"{CLAIM}\n\nWeather: false spring",
    ],
)
def test_other_lines_are_no_verdicts(text: str) -> None:
    assert labelled(text) == []
