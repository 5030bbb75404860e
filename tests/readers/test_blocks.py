"""Which block is what: ``fixtures/articles`` against ``fixtures/goldens/blocks``, and what holds for every text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.domain import BlockKind
from claimcheck.readers import read
from claimcheck.readers.blocks import recognise
from tests.readers.goldens import ARTICLES, FOLDER, ROOT, drawn, golden_of


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(text)) for block in recognise(text, title=title)]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_reads_as_before(path: Path) -> None:
    assert drawn(read(str(path))) == golden_of(path).read_text(encoding="utf-8")


def test_no_golden_is_left_over() -> None:
    assert set(FOLDER.iterdir()) == {golden_of(path) for path in ARTICLES}


def test_the_seed_article() -> None:
    seed = read(str(ROOT / "seeds" / "niger-instructors.txt"))
    found = [(block.kind.value, block.span.of(seed.text)) for block in seed.blocks]
    assert [kind for kind, _ in found] == [
        "caption",
        "credit",
        *["paragraph"] * 4,
        "related_link",
        *["paragraph"] * 3,
        "related_link",
        *["paragraph"] * 2,
    ]
    assert found[1] == ("credit", "© Radio Television du Niger")


words = st.sampled_from(
    [
        *("She", "said", "the ferry", "sank.", "“No,”", "©", "Photo:", "- ", "•", "> ", "By Ana Brekke", "(AP", "/AFP"),
        *("Read more", "Related:", "\n", "\n\n", "\r\n", "\t", " ", "\u2028", "\x85", "\u200b", "1. ", "https://a.b/c"),
        *(
            "TARVIK, Norway —",
            "(@ana)",
            "3 May 2025",
            "—",
            "?",
            "…",
            "a b c a b c",
            "é",
            "日本",
            "\U0001f600",
            "\u200f",
        ),
    ]
)
texts = st.one_of(st.lists(words, max_size=25).map(" ".join), st.lists(words, max_size=25).map("".join), st.text())


@given(texts, st.none() | st.sampled_from(["She said", "the ferry sank"]))
def test_blocks_are_ordered_disjoint_and_hold_every_character(text: str, title: str | None) -> None:
    blocks = recognise(text, title=title)
    covered = set()
    end = 0
    for block in blocks:
        assert end <= block.span.start < block.span.end <= len(text)
        end = block.span.end
        words = block.span.of(text)
        assert words == words.strip()
        covered.update(range(block.span.start, block.span.end))
    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)


@given(texts)
def test_at_most_one_headline(text: str) -> None:
    assert sum(block.kind is BlockKind.HEADLINE for block in recognise(text)) <= 1


class TestHeadline:
    def test_a_short_first_line_that_is_no_sentence(self) -> None:
        assert kinds("Ferry sinks\n\nIt sank at noon.")[0] == ("headline", "Ferry sinks")

    def test_a_question_may_be_one(self) -> None:
        assert kinds("Who paid for it?\n\nNobody knows.")[0] == ("headline", "Who paid for it?")

    @pytest.mark.parametrize("line", ["It sank.", "“It sank.”", "She said:", "A ferry " + "that sank " * 20])
    def test_sentences_and_long_lines_are_not(self, line: str) -> None:
        assert kinds(f"{line}\n\nIt sank at noon.")[0][0] == "paragraph"

    def test_alone_it_is_the_text(self) -> None:
        assert kinds("Ferry sinks") == [("paragraph", "Ferry sinks")]

    def test_a_title_given_apart_leaves_the_first_line_a_dek(self) -> None:
        text = "Captain was asleep\n\nIt sank at noon."
        assert kinds(text, title="Ferry sinks")[0] == ("dek", "Captain was asleep")

    def test_a_title_that_stands_in_the_text_is_the_headline_even_with_a_full_stop(self) -> None:
        assert kinds("Ferry sinks.\n\nIt sank at noon.", title="Ferry sinks")[0] == ("headline", "Ferry sinks.")


class TestRelatedLinks:
    @pytest.mark.parametrize(
        "line",
        [
            "Town waits for winter Town waits for winter",
            "Town waits for winter | Town waits for winter",
            "TOWN WAITS FOR WINTER Town waits for winter",
            "Also read: Town waits for winter",
            "→ Town waits for winter",
        ],
    )
    def test_in_the_middle_of_an_article(self, line: str) -> None:
        assert kinds(f"It rains.\n\n{line}\n\nIt snows.")[1] == ("related_link", line)

    @pytest.mark.parametrize("line", ["No no no no", "Winter waits for winter.", "Read more books, she said."])
    def test_words_that_only_look_like_one(self, line: str) -> None:
        assert kinds(f"It rains.\n\n{line}\n\nIt snows.")[1] == ("paragraph", line)

    def test_one_on_two_lines(self) -> None:
        text = "It rains.\n\nTown waits for winter\nTown waits for winter\n\nIt snows."
        assert [kind for kind, _ in kinds(text)] == ["paragraph", "related_link", "related_link", "paragraph"]

    def test_the_headline_repeated_stays_a_headline(self) -> None:
        text = "Town waits for winter\n\nTown waits for winter\n\nIt snows."
        assert kinds(text)[0][0] == "headline"


class TestCredits:
    @pytest.mark.parametrize(
        "credit",
        [
            "© Lakeside Radio",
            "©2025 Lakeside Radio",
            "© St. Mary Post",
            "(AP Photo/Ines Mbarga)",
            "[Photo: Ines Mbarga]",
            "(Ines Mbarga/The Daily Lagoon)",
            "Photo: Ines Mbarga",
            "Ines Mbarga/LKP via Lakeside Images",
            "/ LKP via Getty",
            "REUTERS/Ines Mbarga",
            "Ines Mbarga via Getty Images",
            "| Photo: Ines Mbarga",
        ],
    )
    def test_split_a_caption_off(self, credit: str) -> None:
        text = f"It rains.\n\nA boat leaves the harbour on Sunday. {credit}\n\nIt snows."
        assert kinds(text)[1:3] == [("caption", "A boat leaves the harbour on Sunday."), ("credit", credit)]

    @pytest.mark.parametrize(
        "sentence",
        [
            "She drew a © on the wall.",
            "The © of the song is hers, the court said. She may sell it.",
            "He wrote and/or signed the letter.",
            "They met (in Lima) on Sunday.",
            "The Reds/Blues match was called off.",
        ],
    )
    def test_not_in_a_sentence(self, sentence: str) -> None:
        assert kinds(f"It rains.\n\n{sentence}\n\nIt snows.")[1] == ("paragraph", sentence)


class TestLiveCoverage:
    @pytest.mark.parametrize(
        ("text", "stamp"),
        [
            ("18:40 The ferry has sunk, police say.", "18:40"),
            ("9.45am: The ferry has sunk, police say.", "9.45am:"),
            ("[18:40 GMT] The ferry has sunk, police say.", "[18:40 GMT]"),
            ("14h05 – The ferry has sunk, police say.", "14h05 –"),
            ("17:55 Update: the ferry has sunk, police say.", "17:55 Update:"),
            ("UPDATE 17:55: the ferry has sunk, police say.", "UPDATE 17:55:"),
            ("Monday, 06:10 “The ferry has sunk,” police say.", "Monday, 06:10"),
        ],
    )
    def test_the_time_of_an_entry_stands_apart(self, text: str, stamp: str) -> None:
        assert kinds(text) == [("dateline", stamp), ("paragraph", text[len(stamp) + 1 :])]

    def test_on_a_line_of_its_own(self) -> None:
        found = kinds("Live: ferry off Tarvik\n\n18:40\nThe ferry has sunk.\n\n18:05\nA mast has broken.")
        assert [kind for kind, _ in found] == ["headline", "dateline", "paragraph", "dateline", "paragraph"]

    def test_a_second_entry_in_one_paragraph(self) -> None:
        assert kinds("18:40 The ferry sank. 18:45 Update: the mast, too.") == [
            ("dateline", "18:40"),
            ("paragraph", "The ferry sank."),
            ("dateline", "18:45 Update:"),
            ("paragraph", "the mast, too."),
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "12:26 p.m. Tuesday was the hour.",
            "7.30 percent of them swam.",
            "2:05:31 Kip needed on Sunday.",
            "20:15 is late for a ferry.",
            "The ferry sank at night. 18:40 Norwegian time was the last call.",
        ],
    )
    def test_not_every_hour_is_one(self, text: str) -> None:
        assert kinds(text) == [("paragraph", text)]


class TestDatelines:
    @pytest.mark.parametrize(
        "dateline",
        ["TARVIK, Norway (NTK) —", "TARVIK –", "TARVIK, March 3 (Reuters) -", "Berlin (dpa) -", "(NTK)", "ST. MARY --"],
    )
    def test_open_the_first_paragraph(self, dateline: str) -> None:
        assert kinds(f"{dateline} The ferry sank.") == [("dateline", dateline), ("paragraph", "The ferry sank.")]

    @pytest.mark.parametrize(
        "text", ["The ferry – old and slow – sank.", "NATO—once strong—met.", "Ana (31) - she left."]
    )
    def test_not_every_dash_ends_one(self, text: str) -> None:
        assert kinds(text) == [("paragraph", text)]

    def test_only_there(self) -> None:
        assert kinds("It rains.\n\nTARVIK — The ferry sank.")[1][0] == "paragraph"
