from __future__ import annotations

from textwrap import fill, indent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.readers.paragraphs import paragraphs

PARAGRAPHS = [
    "The company that runs the ferries of the fjord has cancelled all its crossings until Friday, its spokeswoman said "
    "on Wednesday. “We want to know what happened before we sail again,” she said.",
    "Nobody was hurt.",
    "The door to the engine room was locked when the fire broke out, according to the investigators, who have not yet "
    "found the key. The company declined to say who had it. It has promised to answer all of their questions by the "
    "end of the week.",
    "The crew of the ferry will be heard on Thursday; the captain, who is in hospital, has asked for a lawyer from the "
    "capital.",
]


def read(text: str) -> list[str]:
    return [" ".join(p.span.of(text).split()) for p in paragraphs(text, known=lambda line: None)]


def test_one_paragraph_a_line() -> None:
    assert read("\n".join(PARAGRAPHS)) == PARAGRAPHS


def test_one_paragraph_a_line_with_blank_lines() -> None:
    assert read("\n\n".join(PARAGRAPHS)) == PARAGRAPHS


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_wrapped_with_blank_lines(width: int) -> None:
    assert read("\n\n".join(fill(p, width) for p in PARAGRAPHS)) == PARAGRAPHS


@pytest.mark.parametrize("width", [60, 72, 80])
def test_wrapped_with_indented_first_lines(width: int) -> None:
    assert read("\n".join(fill(p, width, initial_indent="    ") for p in PARAGRAPHS)) == PARAGRAPHS


def test_wrapped_and_indented_as_a_whole() -> None:
    assert read(indent("\n\n".join(fill(p, 70) for p in PARAGRAPHS), "  ")) == PARAGRAPHS


def test_short_lines_one_a_paragraph() -> None:
    lines = ["He came on Monday.", "She left at noon, they said.", "Nobody knows why.", "It rained."]
    assert read("\n".join(lines)) == lines


@given(st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=5), st.sampled_from(["\n", "\r\n", "\r"]))
def test_line_breaks_of_every_system(chosen: list[str], line_break: str) -> None:
    assert read(line_break.join(chosen)) == chosen
