from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

import claimcheck
from claimcheck.analyze import Annotations, analyze_all
from claimcheck.domain import Article, HeadlineForm, HeadlineRelation, Report, Span
from claimcheck.errors import AnalysisError, EmptyInput, ModelError
from claimcheck.readers.text import read_text
from tests.stand_in import annotate


def article(text: str) -> Article:
    return read_text(text, path=text)


def test_a_text_becomes_a_report() -> None:
    report = claimcheck.analyze("Police said the ferry sank.", annotate=annotate)
    assert report.article.text == "Police said the ferry sank."
    assert [claim.status for claim in report.claims] == ["attributed"]
    assert [source.name for source in report.sources] == ["Police"]
    assert (report.versions.claimcheck, report.versions.model) == (claimcheck.__version__, "stand-in")
    assert (report.findings, report.headline) == ((), None)


def test_what_is_known_about_the_text_comes_along() -> None:
    report = claimcheck.analyze(
        "It rains.", title="Rain", published="2025-03-01", outlet="The Lagoon", annotate=annotate
    )
    known = report.article
    assert (known.title, known.published, known.outlet) == ("Rain", "2025-03-01", "The Lagoon")


def test_an_article_is_taken_as_it_is() -> None:
    whole = article("It rains.")
    assert claimcheck.analyze(whole, annotate=annotate).article is whole
    with pytest.raises(TypeError, match="its own title"):
        claimcheck.analyze(whole, title="Rain", annotate=annotate)


def test_no_words_are_no_article() -> None:
    with pytest.raises(EmptyInput):
        claimcheck.analyze(" …\n", annotate=annotate)


class TestHeadline:
    def test_the_first_line_of_the_text(self) -> None:
        headline = claimcheck.analyze("Ferry sinks\n\nIt sank.", annotate=annotate).headline
        assert headline is not None
        assert (headline.text, headline.span) == ("Ferry sinks", Span(start=0, end=11))
        assert (headline.form, headline.relation) == (HeadlineForm.FLAT, HeadlineRelation.UNKNOWN)
        assert len(headline.claims) == 1

    def test_a_title_given_apart_goes_before_it(self) -> None:
        headline = claimcheck.analyze("Ferry sinks\n\nIt sank.", title="Ferry lost", annotate=annotate).headline
        assert headline is not None
        assert (headline.text, headline.span) == ("Ferry lost", None)

    @pytest.mark.parametrize(
        ("words", "form"),
        [
            ("Has the ferry sunk?", HeadlineForm.QUESTION),
            ("“Who paid?”", HeadlineForm.QUESTION),
            ("Ferry sank, police said", HeadlineForm.ATTRIBUTED),
            ("Ferry sank", HeadlineForm.FLAT),
        ],
    )
    def test_forms(self, words: str, form: HeadlineForm) -> None:
        headline = claimcheck.analyze(f"{words}\n\nIt rained all day.", annotate=annotate).headline
        assert headline is not None
        assert headline.form is form


class TestAnalyzeAll:
    def test_one_outcome_an_article_in_order(self) -> None:
        texts = [f"It rained for {n} days." for n in range(150)]
        outcomes = list(analyze_all(map(article, texts), annotate=annotate))
        assert [outcome.article.text for outcome in outcomes if isinstance(outcome, Report)] == texts

    def test_one_failure_stops_no_other(self) -> None:
        outcomes = list(analyze_all(map(article, ["It rains.", "EXPLODE", "It snows."]), annotate=annotate))
        assert [type(outcome) for outcome in outcomes] == [Report, AnalysisError, Report]
        assert str(outcomes[1]).startswith("EXPLODE: could not be analysed: IndexError")

    def test_a_missing_model_stops_all(self) -> None:
        def broken(articles: Iterable[Article]) -> Iterator[Annotations]:
            raise ModelError("the language model is missing")

        with pytest.raises(ModelError):
            list(analyze_all([article("It rains.")], annotate=broken))

    def test_nothing_is_loaded_for_nothing(self) -> None:
        assert list(analyze_all([])) == []
