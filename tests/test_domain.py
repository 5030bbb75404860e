from __future__ import annotations

import pickle
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import claimcheck.domain
from claimcheck.domain import (
    Article,
    Block,
    BlockKind,
    Claim,
    ClaimKind,
    Location,
    Report,
    Source,
    SourceKind,
    Span,
    Status,
    Versions,
    claim_ids,
    normalised,
)


def span(start: int, end: int) -> Span:
    return Span(start=start, end=end)


def article(text: str, *blocks: tuple[int, int]) -> Article:
    kind = BlockKind.PARAGRAPH
    return Article(path="a.txt", text=text, blocks=tuple(Block(kind=kind, span=span(*pair)) for pair in blocks))


def claim(identity: str, status: Status | None = None, **fields: object) -> Claim:
    return Claim(id=identity, spans=(), text="It rains", standalone="It rains", status=status, **fields)


class TestStatus:
    def test_the_closed_set_and_its_flags(self) -> None:
        assert {status.value: status.flagged for status in Status} == {
            "confirmed": False,
            "attributed": False,
            "asserted": False,
            "unconfirmed": True,
            "disputed": True,
            "denied": True,
            "refuted": True,
        }

    def test_reads_as_its_word_however_it_is_written(self) -> None:
        assert (str(Status.DENIED), f"{Status.DENIED:>7}", Status.DENIED) == ("denied", " denied", "denied")

    def test_opinions_questions_hypotheticals_and_expressions_have_none(self) -> None:
        assert [kind.value for kind in ClaimKind if not kind.has_status] == [
            "opinion",
            "question",
            "hypothetical",
            "expression",
        ]


class TestSpan:
    @pytest.mark.parametrize(("start", "end"), [(-1, 0), (2, 1)])
    def test_refuses_what_is_no_stretch_of_text(self, start: int, end: int) -> None:
        with pytest.raises(ValueError, match="not a span"):
            span(start, end)

    def test_covers_contains_and_overlaps(self) -> None:
        assert span(2, 4).of("abcdef") == "cd"
        assert len(span(2, 4)) == 2
        assert span(1, 5).contains(span(2, 5))
        assert not span(1, 5).contains(span(0, 2))
        assert span(1, 3).overlaps(span(2, 5))
        assert not span(1, 3).overlaps(span(3, 5))

    def test_an_empty_one_is_not_nothing(self) -> None:
        assert span(3, 3)


class TestLocate:
    def test_lines_and_columns_count_from_one_and_end_after_the_last_character(self) -> None:
        found = article("one\ntwo three\n", (0, 3), (4, 13)).locate(span(8, 13))
        assert found == Location(block=1, line=2, column=5, end_line=2, end_column=10)

    @pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
    def test_every_line_break_that_editors_know(self, line_break: str) -> None:
        text = f"one{line_break}two{line_break}three"
        found = article(text).locate(span(text.index("two"), text.index("three") + 5))
        assert (found.line, found.column, found.end_line, found.end_column) == (2, 1, 3, 6)

    def test_between_blocks_there_is_none(self) -> None:
        assert article("one\n\ntwo", (0, 3), (5, 8)).locate(span(3, 4)).block is None

    def test_without_a_map_back_only_the_block_is_known(self) -> None:
        pasted = replace(article("one\ntwo", (0, 3), (4, 7)), positions="text")
        assert pasted.locate(span(4, 7)) == Location(block=1)

    def test_refuses_a_span_beyond_the_text(self) -> None:
        with pytest.raises(ValueError, match="reaches beyond"):
            article("one").locate(span(2, 4))

    @given(st.text(alphabet="ab\r\n", max_size=30), st.data())
    def test_gives_back_the_place(self, text: str, data: st.DataObject) -> None:
        offset = data.draw(st.integers(0, len(text)))
        found = article(text).locate(span(offset, offset))
        lines = text.replace("\r\n", "\n\n").replace("\r", "\n").split("\n")
        assert found.line is not None
        assert found.column is not None
        before = article(text)._line_starts[found.line - 1]
        assert before + found.column - 1 == offset
        assert found.line <= len(lines)


def test_an_article_survives_copying_and_pickling() -> None:
    whole = article("one\ntwo", (0, 3))
    assert pickle.loads(pickle.dumps(whole)) == whole
    assert replace(whole, text="x").locate(span(1, 1)).line == 1


class TestClaimIds:
    def test_case_punctuation_and_spacing_do_not_matter(self) -> None:
        assert claim_ids([("The “ferry”  sank.", "Police")]) == claim_ids([("the ferry sank", "police")])

    def test_words_source_and_occurrence_do(self) -> None:
        ids = claim_ids([("It sank", "A"), ("It sank", "B"), ("It sank", None), ("It sank", "A"), ("It swam", "A")])
        assert len(set(ids)) == 5

    def test_stay_when_others_come_and_go(self) -> None:
        before = claim_ids([("It sank", "A"), ("Nobody died", None)])
        after = claim_ids([("It rained", None), ("Nobody died", None), ("It sank", "A")])
        assert (after[2], after[1]) == before

    def test_are_the_same_for_ever(self) -> None:
        assert claim_ids([("The ferry sank", "Police")]) == ("ce69b5cdb1ce5884",)

    def test_normalised(self) -> None:
        assert normalised("“Café  Nr. 3”") == "café nr 3"


def test_a_report_counts() -> None:
    report = Report(
        article=article("It rains"),
        sources=(
            Source(id="s1", name="the paper", kind=SourceKind.OUTLET_ITSELF),
            Source(id="s2", name="an aide", kind=SourceKind.OFFICIAL, named=False),
            Source(id="s3", name="Ana", kind=SourceKind.PERSON),
        ),
        attributions=(),
        claims=(claim("1", Status.DENIED), claim("2", Status.ASSERTED), claim("3", kind=ClaimKind.QUESTION)),
        versions=Versions(claimcheck="1", model="1"),
    )
    summary = report.summary
    assert (summary.claims, summary.sources, summary.unnamed_sources, summary.flagged) == (3, 2, 1, 1)
    assert [status for status, _ in summary.by_status] == list(Status)
    assert {status.value: count for status, count in summary.by_status if count} == {"denied": 1, "asserted": 1}


def test_all_public_names_are_listed() -> None:
    public = {
        name
        for name, value in vars(claimcheck.domain).items()
        if not name.startswith("_") and str(getattr(value, "__module__", "")).startswith("claimcheck.domain.")
    }
    assert public == set(claimcheck.domain.__all__)
