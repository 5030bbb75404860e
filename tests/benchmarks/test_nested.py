"""When an attribution of a report is the annotated one."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.nested import NestedTally
from claimcheck.domain import Attribution
from tests.benchmarks.making import attribution, report

TEXT = "The mayor said a diver had warned her that the quay, built in 1911, would not hold."
OUTER = "a diver had warned her that the quay, built in 1911, would not hold"
INNER = "the quay, built in 1911, would not hold"
GOLD: list[dict[str, Any]] = [
    {"source": "The mayor", "cue": "said", "content": OUTER, "parent": None},
    {"source": "a diver", "cue": "warned", "content": INNER, "parent": 0},
]


def said(content: str = OUTER) -> Attribution:
    return attribution(TEXT, "The mayor", "said", content)


def warned(content: str = INNER, cue: str = "had warned", who: str = "a diver") -> Attribution:
    return attribution(TEXT, who, cue, content, parent=OUTER)


def tallied(*made: Attribution, wanted: list[dict[str, Any]] = GOLD) -> NestedTally:
    tally = NestedTally()
    tally.add({"id": "quay", "text": TEXT, "attributions": wanted}, report(TEXT, attributions=made))
    return tally


def test_what_agrees_is_right() -> None:
    figures = tallied(said(), warned()).scores()
    assert figures == {"inner": {"p": 100.0, "r": 100.0, "f1": 100.0}, "outer_recall": 100.0}


def test_what_is_missing_costs_recall() -> None:
    tally = tallied()
    assert tally.scores() == {"inner": {"p": 0.0, "r": 0.0, "f1": 0.0}, "outer_recall": 0.0}
    assert tally.wrong == [f"quay missing: 'warned' '{INNER}'"]


def test_what_is_too_much_inside_another_costs_precision() -> None:
    tally = tallied(said(), warned(), warned("1911", cue="built", who=""))
    assert tally.scores()["inner"] == {"p": 50.0, "r": 100.0, "f1": 66.7}
    assert tally.wrong == ["quay wrong: 'built' '1911'"]


def test_an_outer_one_is_no_inner_one_and_costs_nothing() -> None:
    assert tallied(attribution(TEXT, "a diver", "warned", INNER)).scores() == {
        "inner": {"p": 0.0, "r": 0.0, "f1": 0.0},
        "outer_recall": 0.0,
    }


@pytest.mark.parametrize(
    ("content", "right"),
    [
        ("that the quay, built in 1911, would not hold", True),
        ("the quay, built in 1911", True),
        ("would not hold", False),
        (TEXT, False),
    ],
)
def test_each_content_covers_half_of_the_other(content: str, right: bool) -> None:
    assert tallied(warned(content)).scores()["inner"]["r"] == (100.0 if right else 0.0)


@pytest.mark.parametrize(
    ("who", "cue", "right"),
    [("", "had warned", True), ("a diver", "had", True), ("The mayor", "said", False), ("", "had", False)],
)
def test_the_first_word_of_the_cue_or_the_source_agrees(who: str, cue: str, right: bool) -> None:
    assert tallied(warned(cue=cue, who=who)).scores()["inner"]["r"] == (100.0 if right else 0.0)


def test_of_several_the_most_alike_is_taken_and_each_once() -> None:
    near, far = warned(), warned("the quay, built in 1911, would")
    tally = tallied(far, near)
    assert tally.wrong == ["quay wrong: 'had warned' 'the quay, built in 1911, would'"]
    twice = tallied(near, wanted=[GOLD[0], GOLD[1], GOLD[1]])
    assert twice.scores()["inner"] == {"p": 100.0, "r": 50.0, "f1": 66.7}


def test_content_in_pieces() -> None:
    in_pieces = GOLD[1] | {"content": "the quay … would not hold"}
    assert (
        tallied(warned("the quay, built in 1911, would not hold"), wanted=[in_pieces]).scores()["inner"]["r"] == 100.0
    )
