"""Who said what, on sentences that the model must not get wrong."""

from __future__ import annotations

import pytest
from spacy.language import Language

import claimcheck
from claimcheck.domain import AttributionMode

pytestmark = pytest.mark.model

Row = tuple[list[str], list[str], list[str]]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return claimcheck.load()


def rows(nlp: Language, text: str) -> list[Row]:
    found = nlp(text)._.attributions
    return [tuple([s.of(text) for s in part] for part in (a.source, a.cue, a.content)) for a in found]  # type: ignore[misc]


def test_reported_speech(nlp: Language) -> None:
    assert rows(nlp, "The mayor of Lyon said that the bridge was safe.") == [
        (["The mayor of Lyon"], ["said"], ["that the bridge was safe"])
    ]


def test_according_to(nlp: Language) -> None:
    assert rows(nlp, "The bridge is safe, according to the ministry.") == [
        (["the ministry"], ["according to"], ["The bridge is safe"])
    ]


def test_a_quotation_around_its_cue_is_one_content_in_two_pieces(nlp: Language) -> None:
    text = "“The bridge is safe,” said Anna Weber, an engineer. “We tested it last week.”"
    (found,) = nlp(text)._.attributions
    assert [s.of(text) for s in found.content] == ["“The bridge is safe,”", "“We tested it last week.”"]
    assert found.mode is AttributionMode.DIRECT


def test_a_quotation_may_run_over_paragraphs(nlp: Language) -> None:
    text = "“The bridge is safe,” Weber said.\n\n“We tested it last week and found nothing. It will stand.”"
    found = [s.of(text) for a in nlp(text)._.attributions if a.source for s in a.content]
    assert "“We tested it last week and found nothing. It will stand.”" in found


def test_mode_of_words_quoted_in_part(nlp: Language) -> None:
    (found,) = nlp("The minister called the plan “a gift to our enemies” on Tuesday.")._.attributions
    assert found.mode is AttributionMode.MIXED


def test_own_voice_has_no_attribution(nlp: Language) -> None:
    assert rows(nlp, "The bridge was built in 1931. It crosses the Rhône near the old mill.") == []


def test_ids_are_in_text_order(nlp: Language) -> None:
    found = nlp(
        "Police said two men fled. Officials said one was caught. The mayor said he was relieved."
    )._.attributions
    assert [a.id for a in found] == [f"a{n}" for n in range(1, len(found) + 1)]
    starts = [min(s.start for s in (*a.source, *a.cue, *a.content)) for a in found]
    assert starts == sorted(starts)


def test_a_verbs_own_subject_speaks_not_the_speaker_before(nlp: Language) -> None:
    text = (
        "“It will hold,” said Maja Weber, a spokeswoman for the agency.\n\nAn engineer told Reuters that it would not."
    )
    found = rows(nlp, text)
    assert found[-1][0] == ["An engineer"]


def test_nobody_is_quoted_in_a_link_to_another_article(nlp: Language) -> None:
    report = claimcheck.analyze(
        "The bridge is closed, the city said on Monday.\n\nIt was built in 1931.\n\n"
        "Also read: Mayor says tram will come\n"
    )
    text = report.article.text
    assert all(text.index("Also read") > s.end for a in report.attributions for s in (*a.cue, *a.content))
