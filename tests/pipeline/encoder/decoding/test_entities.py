"""Entity scores into spans."""

from __future__ import annotations

import numpy as np

from claimcheck.pipeline.encoder.decoding.entities import best_entities, whole_names

KINDS = ("PERSON", "ORG")
OUT, B_PERSON, I_PERSON, B_ORG, I_ORG = np.eye(5, dtype=np.float32)


def read(*rows: np.ndarray, sentences: list[tuple[int, int]] | None = None) -> list[tuple[int, int, str]]:
    return best_entities(np.stack(rows), KINDS, sentences or [(0, len(rows))])


def test_a_name_runs_as_long_as_it_goes_on() -> None:
    assert read(OUT, B_PERSON, I_PERSON, OUT, B_ORG) == [(1, 3, "PERSON"), (4, 5, "ORG")]


def test_two_names_side_by_side_stay_two() -> None:
    assert read(B_PERSON, B_PERSON, I_PERSON) == [(0, 1, "PERSON"), (1, 3, "PERSON")]


def test_a_name_that_goes_on_without_a_beginning_begins_there() -> None:
    assert read(OUT, I_ORG, I_ORG) == [(1, 3, "ORG")]


def test_a_run_has_one_kind_the_likeliest_over_all_its_words() -> None:
    assert read(B_PERSON, I_ORG * 2, I_ORG * 2) == [(0, 3, "ORG")]


def test_a_name_does_not_cross_a_sentence() -> None:
    assert read(B_ORG, I_ORG, I_ORG, sentences=[(0, 2), (2, 3)]) == [(0, 2, "ORG"), (2, 3, "ORG")]


def test_no_names() -> None:
    assert read(OUT, OUT) == []


def test_a_name_does_not_end_in_of_the() -> None:
    texts = ["University", "Library", "of", "the", "Vrije", "Universiteit", "and", "Emperor", "of", "these"]
    found = whole_names([(0, 4, "ORG"), (4, 6, "ORG"), (7, 9, "PERSON")], texts)
    assert found == [(0, 6, "ORG"), (7, 8, "PERSON")]
    assert whole_names([(2, 3, "ORG")], texts) == [(2, 3, "ORG")]
    assert whole_names([(0, 2, "ORG"), (4, 6, "ORG")], texts) == [(0, 2, "ORG"), (4, 6, "ORG")]
