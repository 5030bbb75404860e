"""Words into pieces and shapes."""

from __future__ import annotations

import pytest

from claimcheck.pipeline.encoder.wordpieces import MAX_PIECES, SHAPES, WordPieces, quoted, shape, shape_class

VOCABULARY = {
    p: i
    for i, p in enumerate(
        (
            "[PAD]",
            "[UNK]",
            "[CLS]",
            "[SEP]",
            "[MASK]",
            "un",
            "##confirm",
            "##ed",
            "moscow",
            "-",
            "f",
            "16",
            "a",
            "##a",
            "’",
            "s",
        )
    )
}


@pytest.fixture
def pieces() -> WordPieces:
    return WordPieces(VOCABULARY)


def names(pieces: WordPieces, word: str) -> list[str]:
    known = list(VOCABULARY)
    return [known[i] for i in pieces(word)[0]]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("unconfirmed", ["un", "##confirm", "##ed"]),
        ("MOSCOW", ["moscow"]),
        ("Móscow", ["moscow"]),
        ("F-16", ["f", "-", "16"]),
        ("’s", ["’", "s"]),
        ("zebra", ["[UNK]"]),
        ("", ["[UNK]"]),
    ],
)
def test_the_longest_known_piece_comes_first(pieces: WordPieces, word: str, expected: list[str]) -> None:
    assert names(pieces, word) == expected


def test_a_word_has_a_limited_number_of_pieces(pieces: WordPieces) -> None:
    assert len(pieces("a" * 5000)[0]) == MAX_PIECES


def test_what_is_remembered_is_what_was_computed() -> None:
    small = WordPieces(VOCABULARY, remembered=1)
    first = small("unconfirmed")
    small("moscow")
    assert small("unconfirmed") == first


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("said", 1),
        ("Niger", 2),
        ("I", 2),
        ("RTN", 3),
        ("McKay", 4),
        ("2024", 5),
        ("—", 6),
        ("COVID-19", 7),
        ("41,000", 7),
    ],
)
def test_shapes(word: str, expected: int) -> None:
    assert shape(word) == expected < SHAPES


@pytest.mark.parametrize(
    ("words", "inside"),
    [
        ('He said " no " .', "..xxx."),
        ("“ Yes , ” she said , “ of course . ”", "xxxx...xxxxx"),
        ("« Oui » , dit-elle", "xxx.."),
        ("“ It runs on", "xxxx"),
        ("the ' 90s", "..."),
        ("no marks", ".."),
    ],
)
def test_words_in_quotation_marks(words: str, inside: str) -> None:
    assert "".join("x" if state else "." for state in quoted(words.split())) == inside


def test_every_shape_is_told_apart_inside_and_outside() -> None:
    assert len({shape_class(shape, state) for shape in range(SHAPES) for state in (False, True)}) == 2 * SHAPES
