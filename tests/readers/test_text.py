from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck.errors import InputError
from claimcheck.readers.text import read, read_text


@given(st.text())
def test_the_text_is_the_files_unchanged(text: str) -> None:
    try:
        article = read(text.encode(), "a.txt")
    except (InputError, UnicodeEncodeError):
        assume(False)
    assert article.text == text.removeprefix("\ufeff")
    for block in article.blocks:
        place = article.locate(block.span)
        assert article.blocks[place.block or 0] == block


def test_a_byte_order_mark_is_no_character() -> None:
    assert read(b"\xef\xbb\xbfIt rains.\r\n", "a.txt").text == "It rains.\r\n"


def test_lines_and_columns_are_the_files() -> None:
    article = read("Ferry sinks\r\n\r\nIt sank — at noon.\r\n".encode(), "a.txt")
    place = article.locate(article.blocks[1].span)
    assert (place.line, place.column, place.end_line, place.end_column) == (3, 1, 3, 19)
    assert article.positions == "source"


def test_empty_words_about_it_are_none() -> None:
    article = read_text("It rains.", path="a.txt", title="", published="", outlet="")
    assert (article.title, article.published, article.outlet) == (None, None, None)
