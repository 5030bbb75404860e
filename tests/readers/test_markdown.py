"""Markdown drafts: what is text and what is markup, and where every word stands in the file."""

from __future__ import annotations

import html
import re
import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck.domain import Article, BlockKind, Span
from claimcheck.errors import BadEncoding, EmptyInput, InputError
from claimcheck.readers.markdown import read


def draft(text: str) -> Article:
    return read(text.encode(), "draft.md")


def blocks(text: str) -> list[tuple[str, str]]:
    article = draft(text)
    return [(block.kind.value, block.span.of(article.text)) for block in article.blocks]


def paragraph(text: str) -> str:
    """The words of a draft that is one paragraph."""
    ((_, words),) = blocks(text)
    return words


def source_of(article: Article, span: Span, lines: list[str]) -> str:
    """What stands in the file where ``article`` says that ``span`` stands."""
    place = article.locate(span)
    assert None not in (place.line, place.column, place.end_line, place.end_column)
    assert (place.line, place.column) <= (place.end_line, place.end_column)
    found = lines[place.line - 1 : place.end_line]
    found[-1] = found[-1][: place.end_column - 1]
    found[0] = found[0][place.column - 1 :]
    return "\n".join(found)


fragments = st.sampled_from(
    [
        *(
            "She said",
            "the ferry",
            " sank.",
            "“No,”",
            "é日本",
            "\U0001f6a2",
            "a",
            "a ",
            " a",
            "snake_case_name",
            "2*3*4",
        ),
        *(
            "*",
            "**",
            "***",
            "_",
            "__",
            "~~",
            "~",
            "`",
            "``",
            "\\*",
            "\\a",
            "\\",
            "&amp;",
            "&eacute;",
            "&#x41;",
            "&nope;",
        ),
        *(
            "[",
            "]",
            "](x)",
            '](<y z> "the ferry")',
            "![",
            "[a]: http://b",
            "[a]",
            "[^1]",
            "[^1]:",
            "<http://a.b>",
            "<b>",
        ),
        *("<!-- a comment -->", "<!-- claimcheck: ignore CC210 -->", "<p>", "</p>", "<figcaption>", "<br>", "<", ">"),
        *("\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "  \n", "\\\n", "\t", "    ", "\u2028", "\xa0", "\x85", "\x0c"),
        *(
            "\n# ",
            "\n## ",
            " ##",
            "\n> ",
            "\n>",
            "\n- ",
            "\n\t- ",
            "\n1. ",
            "\n   ",
            "\n===",
            "\n---",
            "\n```\n",
            "\n~~~\n",
        ),
        *("|", "\n| a | b |\n|---|---|\n| 1 \\| | 2 |", "---\ntitle: The ferry\n---\n", "+++\ntitle = 'a'\n+++\n"),
    ]
)
drafts = st.one_of(
    st.lists(fragments, max_size=30).map("".join), st.lists(fragments, max_size=30).map(" ".join), st.text()
)


@given(drafts)
def test_every_word_stands_where_it_says(text: str) -> None:
    try:
        article = draft(text)
    except (InputError, UnicodeEncodeError):
        assume(False)
    lines = re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff"))
    for word in re.finditer(r"\w", article.text):
        found = source_of(article, Span(start=word.start(), end=word.end()), lines)
        assert word.group() in html.unescape(found.removeprefix("\\"))
    for run in article.source_map.runs:
        span = Span(start=run.start, end=run.start + run.length)
        if run.width == run.length and "\n" not in span.of(article.text):
            found = source_of(article, span, lines)
            assert span.of(article.text) == found or (span.of(article.text) == " " and found in ("", "\t"))


@given(drafts, st.data())
def test_a_span_begins_with_its_first_word_and_ends_with_its_last(text: str, data: st.DataObject) -> None:
    try:
        article = draft(text)
    except (InputError, UnicodeEncodeError):
        assume(False)
    words = [Span(start=word.start(), end=word.end()) for word in re.finditer(r"\S+", article.text)]
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    whole = article.locate(Span(start=words[first].start, end=words[last].end))
    start, end = article.locate(words[first]), article.locate(words[last])
    assert (whole.line, whole.column) == (start.line, start.column)
    assert (whole.end_line, whole.end_column) == (end.end_line, end.end_column)


@given(drafts)
def test_blocks_are_disjoint_and_hold_every_word(text: str) -> None:
    try:
        article = draft(text)
    except (InputError, UnicodeEncodeError):
        assume(False)
    end = 0
    for block in article.blocks:
        assert not article.text[end : block.span.start].strip()
        assert end <= block.span.start < block.span.end
        end = block.span.end
    assert not article.text[end:].strip()
    assert sum(block.kind is BlockKind.HEADLINE for block in article.blocks) <= 1
    for note in article.notes:
        assert 0 <= note.offset <= len(article.text)


class TestWords:
    @pytest.mark.parametrize(
        ("source", "words"),
        [
            ("The **ferry** *sank*.", "The ferry sank."),
            ("The ***very* old** ferry.", "The very old ferry."),
            ("A [ferry *sank*](http://a.b/the_ferry 'the ferry') off Tarvik.", "A ferry sank off Tarvik."),
            ("A [ferry][1] sank.\n\n[1]: http://a.b 'The ferry'", "A ferry sank."),
            ("Prices rose 5 \\* 3 &amp; fell&nbsp;again.", "Prices rose 5 * 3 & fell\xa0again."),
            ("He wrote `rm  -r` twice.", "He wrote rm  -r twice."),
            ("Unclosed ` and * and ~ and [brackets] stay.", "Unclosed ` and * and ~ and [brackets] stay."),
            ("snake_case_names stay, 2*3*4 does not.", "snake_case_names stay, 234 does not."),
            ("The ~~old~~ ferry.<!-- check this -->", "The old ferry."),
            ("See <https://a.b/c>.", "See https://a.b/c."),
            ("The ferry<br>sank <b>fast</b>.", "The ferry\nsank fast."),
            ("The ferry sank.[^1]", "The ferry sank."),
            ("The ferry\r\nsank.", "The ferry sank."),
            ("The ferry  \nsank\\\nfast.", "The ferry\nsank\nfast."),
            ("    An indented paragraph is a paragraph.", "An indented paragraph is a paragraph."),
        ],
    )
    def test_stand_without_markup(self, source: str, words: str) -> None:
        assert paragraph(source) == words

    def test_line_and_column_are_the_files(self) -> None:
        article = draft("Ferry sinks\r\n===\r\n\r\n> It **sank** [at\r\n> noon](x), &eacute;.\r\n")
        assert article.text == "Ferry sinks\n\nIt sank at noon, é."
        sank = article.text.index("sank at noon")
        place = article.locate(Span(start=sank, end=sank + len("sank at noon")))
        assert (place.line, place.column, place.end_line, place.end_column) == (4, 8, 5, 7)
        last = article.locate(Span(start=len(article.text) - 2, end=len(article.text)))
        assert (last.line, last.column, last.end_line, last.end_column) == (5, 13, 5, 22)
        assert article.positions == "source"


class TestHeadline:
    def test_of_the_front_matter(self) -> None:
        text = "---\nlayout: news\ntitle: 'Ferry ''Aurora'' sinks' # working title\ndate: 2026-05-03\n---\nIt sank.\n"
        article = draft(text)
        assert article.text == "Ferry 'Aurora' sinks\n\nIt sank."
        assert article.blocks[0].kind is BlockKind.HEADLINE
        assert (article.title, article.published) == (None, "2026-05-03")
        place = article.locate(article.blocks[0].span)
        assert (place.line, place.column, place.end_line, place.end_column) == (3, 9, 3, 31)
        assert article.locate(article.blocks[1].span).line == 6

    def test_in_toml_and_folded(self) -> None:
        assert blocks('+++\ntitle = "Ferry \\"Aurora\\" sinks"\n+++\nIt sank.')[0] == (
            "headline",
            'Ferry "Aurora" sinks',
        )
        folded = draft("---\ntitle: >\n  Ferry\n  sinks\n---\nIt sank.")
        assert folded.blocks[0].span.of(folded.text) == "Ferry sinks"
        assert folded.locate(folded.blocks[0].span).end_line == 4

    def test_else_the_first_heading_of_the_first_level(self) -> None:
        assert blocks("# Ferry sinks\n\n## Captain was asleep\n\nIt sank.\n\n# Weather\n\nIt rains.") == [
            ("headline", "Ferry sinks"),
            ("dek", "Captain was asleep"),
            ("paragraph", "It sank."),
            ("paragraph", "Weather"),
            ("paragraph", "It rains."),
        ]

    def test_that_stands_in_both_is_one(self) -> None:
        found = draft("---\ntitle: Ferry sinks\n---\n\n# Ferry sinks\n\nIt sank.")
        assert found.text == "Ferry sinks\n\nIt sank."
        assert found.locate(found.blocks[0].span).line == 5

    @pytest.mark.parametrize("text", ["---\nIt sank.", "---\nIt sank.\n\nIt rains."])
    def test_a_line_across_the_page_is_no_front_matter(self, text: str) -> None:
        assert "It sank." in draft(text).text


class TestBlocks:
    def test_quotations_lists_and_embeds(self) -> None:
        assert blocks(
            "It sank.\n\n> “We *warned* them,”\n> she said.\n\n- One boat\n  of many\n- Two boats\n\n"
            "```\ncode\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nIt rains."
        ) == [
            ("paragraph", "It sank."),
            ("blockquote", "“We warned them,” she said."),
            ("list_item", "One boat of many"),
            ("list_item", "Two boats"),
            ("embed", "code"),
            ("embed", "| a | b |\n|---|---|\n| 1 | 2 |"),
            ("paragraph", "It rains."),
        ]

    def test_a_picture_has_a_caption(self) -> None:
        assert blocks("It sank.\n\n![the boat](b.jpg)\n*A boat leaves. © Lakeside Radio*\n\nIt rains.") == [
            ("paragraph", "It sank."),
            ("caption", "A boat leaves."),
            ("credit", "© Lakeside Radio"),
            ("paragraph", "It rains."),
        ]

    def test_html(self) -> None:
        text = (
            '<figure>\n<img src="b.jpg" alt="boat > ship"><figcaption>A <b>boat</b>\nleaves &amp; stays.</figcaption>\n'
            "</figure>\n<script>var x = 'It rains.';</script>\n<p>It sank.</p>\n"
        )
        article = draft(text)
        assert blocks(text) == [("caption", "A boat leaves & stays."), ("paragraph", "It sank.")]
        assert [article.locate(block.span).line for block in article.blocks] == [2, 6]

    def test_footnotes_are_paragraphs_of_their_own(self) -> None:
        assert blocks("It sank.[^a]\n\n[^a]: Police said so.\n[^b]: The owner did not.") == [
            ("paragraph", "It sank."),
            ("paragraph", "Police said so."),
            ("paragraph", "The owner did not."),
        ]

    def test_what_newsrooms_set_around_articles(self) -> None:
        kinds = [
            kind
            for kind, _ in blocks("# Ferry sinks\n\n*By Ana Brekke*\n\nTARVIK — It **sank**.\n\nAlso read: [Rain](x)")
        ]
        assert kinds == ["headline", "byline", "dateline", "paragraph", "related_link"]


class TestNotes:
    def test_belong_to_the_block_that_follows_or_holds_them(self) -> None:
        article = draft(
            'It sank.\n\n<!-- claimcheck: ignore CC210\n  reason="asked" -->\nIt rains.\n\n'
            "It <!-- claimcheck: ignore CC101 -->snows.\n\n<!-- nothing to us -->\n<!-- claimcheck: ignore CC202 -->\n"
        )
        assert article.text == "It sank.\n\nIt rains.\n\nIt snows."
        assert [(note.text, note.offset, note.line, note.column) for note in article.notes] == [
            ('ignore CC210 reason="asked"', article.text.index("It rains"), 3, 1),
            ("ignore CC101", article.text.index("snows"), 7, 4),
            ("ignore CC202", len(article.text), 10, 1),
        ]


class TestBadInput:
    def test_without_words(self) -> None:
        with pytest.raises(EmptyInput):
            draft("<!-- nothing -->\n\n***\n")

    def test_another_encoding(self) -> None:
        with pytest.raises(BadEncoding):
            read("Fähre".encode("latin-1"), "draft.md")

    def test_lists_in_lists(self) -> None:
        assert blocks("".join(f"{'  ' * depth}- Item {depth}\n" for depth in range(40)))[-1] == ("list_item", "Item 39")

    @pytest.mark.parametrize("unit", ["*a", "[", "![", "> ", "`", "&amp;", "<b>", "[^1]", "a\n", "\\*"])
    def test_long_ones_take_time_in_proportion(self, unit: str) -> None:
        def seconds(times: int) -> float:
            before = time.process_time()
            draft("a" + unit * times + "\n\nIt sank.")
            return time.process_time() - before

        def is_in_proportion() -> bool:
            return seconds(4_000) < 32 * max(seconds(500), 0.005)

        # Eight times the text takes 64 times as long where it goes wrong, in every try; a busy machine lets one fail.
        assert any(is_in_proportion() for _ in range(4))
