"""How segments become attributions."""

from __future__ import annotations

import numpy as np
import pytest

from claimcheck.pipeline.encoder.decoding.attributions import link, partners
from claimcheck.pipeline.encoder.decoding.links import Chances, LinkWeights
from claimcheck.pipeline.encoder.decoding.segments import CONTENT, CUE, SOURCE, Segment


def row(alone: float, **chance: float) -> Chances:
    """Probabilities of partners ``p0``, ``p1`` …, and of none."""
    numbers = np.array([int(name[1:]) for name in chance], np.int64)
    return Chances(numbers, np.log(np.array(list(chance.values()), np.float32)), float(np.log(alone)))


def chosen(*rows: Chances, count: int) -> list[int | None]:
    return [partner for partner, _ in partners(rows, count)]


def test_the_likeliest_partner_with_its_probability() -> None:
    (choice,) = partners([row(0.1, p0=0.2, p1=0.7)], 2)
    assert choice == (1, pytest.approx(0.7))


def test_none_is_a_choice_where_nobody_would_be_left_alone() -> None:
    assert chosen(row(0.6, p0=0.4), row(0.1, p0=0.9), count=1) == [None, 0]
    assert partners([], 0) == []


def test_a_partner_that_nobody_chose_gets_the_row_that_loses_least() -> None:
    rows = row(0.1, p0=0.8, p1=0.1), row(0.1, p0=0.6, p1=0.3)
    assert chosen(*rows, count=2) == [0, 1]


def test_but_not_at_any_price_and_not_from_one_who_would_be_alone_instead() -> None:
    assert chosen(row(0.001, p0=0.998, p1=0.001), row(0.001, p0=0.998, p1=0.001), count=2) == [0, 0]
    assert chosen(row(0.1, p0=0.7, p1=0.2), count=2) == [0]


def weights() -> LinkWeights:
    """Spans like those whose vectors point their way; far ones and those with a cue between less."""
    return LinkWeights(
        product=np.eye(2, dtype=np.float32),
        none=np.zeros(2, np.float32),
        none_bias=0.0,
        gap=np.zeros(18, np.float32),
        paragraph=np.zeros(7, np.float32),
        cues=np.zeros(4, np.float32),
    )


def linked(*segments: Segment, spare: tuple[Segment, ...] = ()) -> tuple[list[Segment], list[int | None]]:
    """Contents and their cues; words of one half of the text belong together."""
    vectors = {s: np.array([4, 0] if s.first < 20 else [0, 4], np.float32) for s in (*segments, *spare)}
    by_label = {label: [s for s in segments if s.label == label] for label in (SOURCE, CUE, CONTENT)}
    same = np.zeros(60, np.int64)
    found = link(by_label, spare, vectors, same, same, weights(), weights())
    return found.segments[CONTENT], [cue for cue, _ in found.content_cues]


def test_a_cue_without_content_takes_a_spare_one() -> None:
    said, told = Segment(CUE, 5, 5), Segment(CUE, 25, 25)
    sure, unsure = Segment(CONTENT, 7, 12), Segment(CONTENT, 27, 30, probability=0.35)
    assert linked(said, told, sure, spare=(unsure,)) == ([sure, unsure], [0, 1])


def test_a_spare_content_is_not_wanted_where_the_cue_has_one() -> None:
    said, sure, unsure = Segment(CUE, 5, 5), Segment(CONTENT, 7, 12), Segment(CONTENT, 14, 16, probability=0.35)
    assert linked(said, sure, spare=(unsure,)) == ([sure], [0])


def test_of_spare_contents_that_overlap_one_is_taken() -> None:
    said = Segment(CUE, 5, 5)
    shorter, longer = Segment(CONTENT, 7, 9, probability=0.3), Segment(CONTENT, 7, 12, probability=0.4)
    assert linked(said, spare=(shorter, longer)) == ([longer], [0])


def test_nothing_to_link() -> None:
    assert linked() == ([], [])
    assert linked(Segment(CUE, 5, 5)) == ([], [])


def test_a_source_from_another_sentence_is_never_a_cues_however_lonely_it_is() -> None:
    said, near, far = Segment(CUE, 5, 5), Segment(SOURCE, 3, 4), Segment(SOURCE, 12, 13)
    content = Segment(CONTENT, 6, 9)
    vectors = {segment: np.array([4, 0], np.float32) for segment in (said, near, far, content)}
    vectors[near] = np.array([1, 0], np.float32)
    sentence = np.repeat([0, 1], [10, 10])
    for sources, expected in (([near, far], 0), ([far], None)):
        by_label = {SOURCE: sources, CUE: [said], CONTENT: [content]}
        found = link(by_label, (), vectors, np.zeros(20, np.int64), sentence, weights(), weights())
        assert [number for number, _ in found.cue_sources] == [expected]
