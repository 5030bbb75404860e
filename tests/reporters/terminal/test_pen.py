from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.reporters.terminal.pen import Pen, printable


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("a\x1b[31mred\x1b[0m b", "ared b"),
        ("a\x9b2Jb", "ab"),
        ("\x1b]0;window title\x07words", "words"),
        ("\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1b\x1b[31m[31mx", "[31mx"),
        ("over\u202ewrite\u202c \u2066isolate\u2069", "overwrite isolate"),
        ("zero\u200bwidth\ufeff \u200fmark", "zerowidth mark"),
        ("bell\x07 back\x08space null\x00", "bell backspace null"),
        ("two\r\nlines\tand\u2028more", "two lines and more"),
        ("half \ud83d pair", "half \ufffd pair"),
    ],
)
def test_leaves_nothing_that_a_terminal_acts_on(hostile: str, shown: str) -> None:
    assert printable(hostile) == shown


def test_keeps_what_shapes_letters() -> None:
    persian = "می\u200cخواهم"
    assert printable(persian) == persian


@given(st.text(alphabet=st.characters(codec=None)))
def test_whatever_it_is_given_is_one_line_of_characters(words: str) -> None:
    assert all(unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp") for character in printable(words))


def test_markup_and_emoji_codes_are_words() -> None:
    assert Pen("utf-8")("[bold]not bold[/bold] :warning: [link=x]y[/]").plain == (
        "[bold]not bold[/bold] :warning: [link=x]y[/]"
    )


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("utf-8", "“Café” – 3 € … 日"),
        ("latin-1", '"Café" - 3 EUR  ... ?'),
        ("ascii", '"Cafe" - 3 EUR  ... ?'),
    ],
)
def test_writes_what_the_encoding_has_or_the_nearest(encoding: str, shown: str) -> None:
    written = Pen(encoding)("“Café” – 3 € … 日").plain
    assert written == shown
    written.encode(encoding)
