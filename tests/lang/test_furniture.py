from __future__ import annotations

import pytest

from claimcheck.domain import BlockKind
from claimcheck.lang.furniture import Mark, Place, Region, furniture, read_furniture

MARKS = furniture("en")


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: mark.example)
def test_every_mark_takes_its_example(mark: Mark) -> None:
    found = mark.find(mark.example)
    assert found is not None
    assert found.of(mark.example) == mark.takes
    if mark.place is Place.LINE:
        assert mark.takes == mark.example


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: mark.example)
def test_no_mark_before_it_takes_its_example(mark: Mark) -> None:
    rivals = [other for other in MARKS[: MARKS.index(mark)] if other.region is mark.region]
    assert [other.example for other in rivals if other.find(mark.example)] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "By Monday the river had risen to the mill, and people left.",
        "Read more books, the minister said.",
        "He was pictured with the key in his hand, the court heard.",
        "A photo: that is all she wanted.",
        "Related matters were not discussed.",
        "The advertisement ran for three weeks.",
        "Updated rules say that 3 of them must leave.",
        "The image shows a door.",
        "Reporting on the fire went on for days.",
        "May 3, 2024 was the day it opened.",
        "See more of the coast from the ferry, it says.",
        "The caption reads: we are closed.",
        "She sells pictures by the dozen. He does not.",
    ],
)
def test_ordinary_sentences_are_left_alone(sentence: str) -> None:
    assert [mark.example for mark in MARKS if mark.find(sentence)] == []


def test_a_language_without_furniture_has_none() -> None:
    assert furniture("xx") == ()


def test_a_part_is_filled_in() -> None:
    entry = {"kind": "dateline", "place": "line", "pattern": r"\d+ {month}", "example": "3 May", "region": "top"}
    (mark,) = read_furniture({"parts": {"month": "April|May"}, "mark": [entry]})
    assert mark.find("4 April")
    assert not mark.find("4 June")
    assert (mark.kind, mark.region) == (BlockKind.DATELINE, Region.TOP)


def test_a_pattern_that_cannot_be_compiled_is_named() -> None:
    entry = {"kind": "byline", "place": "line", "pattern": "(", "example": "By Ana"}
    with pytest.raises(ValueError, match="By Ana"):
        read_furniture({"mark": [entry]})
