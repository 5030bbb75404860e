"""What the report says, whatever it looks like."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Callable
from io import BytesIO, StringIO, TextIOWrapper

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from claimcheck.domain import (
    Article,
    Block,
    BlockKind,
    Claim,
    ClaimKind,
    ClaimScope,
    Evidence,
    EvidenceKind,
    Finding,
    Report,
    Severity,
    Source,
    SourceKind,
    Span,
    Status,
    Versions,
)
from claimcheck.reporters.terminal import render

Draw = Callable[..., str]

WIDTHS = (20, 40, 60, 67, 68, 80, 107, 108, 120, 200)


def report_of(
    *texts: str,
    path: str = "draft.txt",
    status: Status | None = Status.UNCONFIRMED,
    kind: ClaimKind = ClaimKind.EVENT,
    source: str = "A spokesman",
    note: str = "",
    positions: str = "source",
) -> Report:
    """An article with one claim a line, all of one source and one status."""
    text = "\n".join(texts)
    spans = []
    for words in texts:
        start = spans[-1].end + 1 if spans else 0
        spans.append(Span(start=start, end=start + len(words)))
    return Report(
        article=Article(
            path=path,
            text=text,
            blocks=tuple(Block(kind=BlockKind.PARAGRAPH, span=span) for span in spans),
            positions=positions,  # type: ignore[arg-type]
        ),
        sources=(Source(id="s1", name=source, kind=SourceKind.OFFICIAL),),
        attributions=(),
        claims=tuple(
            Claim(
                id=f"c{number}",
                spans=(span,),
                text=words,
                standalone=words,
                source_id="s1",
                status=status,
                kind=kind,
                evidence=(Evidence(kind=EvidenceKind.CUE, span=span, text=words, note=note),),
            )
            for number, (span, words) in enumerate(zip(spans, texts, strict=True))
        ),
        versions=Versions(claimcheck="0", model="0"),
    )


def cells(line: str) -> int:
    """How many columns a line takes, by the Unicode width property alone."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in line
    )


def flat(text: str) -> str:
    """The words without regard to where lines break."""
    return " ".join(text.split())


def section(text: str, heading: str) -> str:
    """What stands from a heading to the end."""
    return text[text.index(heading) :]


def test_title_line_says_what_was_read_and_found(seed_report: Report, drawn: Draw) -> None:
    first, second, *_ = drawn(seed_report).splitlines()
    assert first == "seeds/niger-instructors.txt"
    assert second == "373 words · 16 claims · 1 flagged"


def test_headline_comes_before_the_file(harbour_report: Report, drawn: Draw) -> None:
    assert drawn(harbour_report).splitlines()[:2] == [
        "Ferry sank off Tarvik after fire, two crew dead",
        "drafts/ferry.txt",
    ]


def test_title_given_apart_is_the_headline(seed_report: Report, drawn: Draw) -> None:
    article = dataclasses.replace(seed_report.article, title="Instructors in Niger")
    assert drawn(dataclasses.replace(seed_report, article=article)).startswith("Instructors in Niger\nseeds/")


def test_headline_that_says_more_than_the_body_is_told_at_once(harbour_report: Report, drawn: Draw) -> None:
    before_flagged, _ = drawn(harbour_report).split("Flagged (4)")
    assert "! The headline states flatly what the body does not establish." in before_flagged


@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_flagged_comes_first_with_its_place_source_and_words(
    seed_report: Report, drawn: Draw, width: int
) -> None:
    before_claims = flat(drawn(seed_report, width).split("Claims, in")[0])
    for words in ("? UNCONFIRMED", "line 13", "an air-defense system", "Facebook", "has yet to confirm the", "claimed"):
        assert all(word in before_claims for word in words.split())
    assert "cargo plane" not in before_claims


def test_every_ground_is_explained_with_its_words_quoted(seed_report: Report, drawn: Draw) -> None:
    shown = flat(drawn(seed_report, 120))
    assert (
        "Why Russian Defense Ministry “has yet to confirm” the scope of the mission "
        "and Radio Télévision du Niger's verb is “claimed” "
    ) in shown


def test_a_plain_verb_of_speech_is_no_reason(harbour_report: Report, drawn: Draw) -> None:
    assert "Bystanders' verb" not in drawn(harbour_report)


def test_a_ground_without_a_note_names_who_denies(harbour_report: Report, drawn: Draw) -> None:
    assert "“denies” — denied by Ola Brekke" in drawn(harbour_report)


def test_a_ground_on_another_line_says_where(harbour_report: Report, drawn: Draw) -> None:
    in_headline, in_body = re.findall("Halla Line rejects it.*", drawn(harbour_report))
    assert in_headline.endswith("(line 5)")
    assert in_body.endswith("it.")


def test_a_flag_without_grounds_is_still_explained(seed_report: Report, drawn: Draw) -> None:
    bare = dataclasses.replace(
        seed_report, claims=tuple(dataclasses.replace(claim, evidence=()) for claim in seed_report.claims)
    )
    assert re.search(r"Why +The text marks it as not established\.", drawn(bare))


def test_wording_that_stands_alone_is_given_where_it_differs(seed_report: Report, drawn: Draw) -> None:
    assert re.search(r"In full +the \[Russian\] instructors will", drawn(seed_report, 120))
    assert "In full" not in drawn(report_of("It rained."))


def test_other_places_of_the_same_claim_are_given(drawn: Draw) -> None:
    report = report_of("It rained.", "Rain fell.")
    first, second = report.claims
    joined = (dataclasses.replace(first, same_as=(second.id,)), dataclasses.replace(second, same_as=(first.id,)))
    shown = drawn(dataclasses.replace(report, claims=joined))
    assert [re.sub(" +", " ", row) for row in re.findall("Again.*", shown)] == ["Again line 2", "Again line 1"]


def test_claims_come_in_the_order_of_the_article(seed_report: Report, drawn: Draw) -> None:
    shown = flat(section(drawn(seed_report), "Claims, in"))
    places = [shown.index(" ".join(claim.text.split()[:4])) for claim in seed_report.claims]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("words", "said_by"),
    [
        ("committed to", "— the article itself"),
        ("cargo plane", "— the West African nation’s media (unnamed)"),
        ("We have a lot", "— another Russian specialist (unnamed), via Sputnik"),
        ("We are here", "— a man in camouflage (unnamed), via Radio Télévision du Niger, interview"),
        ("arrived in", "— Radio Télévision du Niger, supported by footage"),
        ("air-defense system in", "— Radio Télévision du Niger, Facebook post, plan"),
        ("discussed security", "— the article itself, in a caption"),
        ("ruled out", "— United States government, its own act, decision or position"),
    ],
)
def test_each_claim_says_whose_it_is(seed_report: Report, drawn: Draw, words: str, said_by: str) -> None:
    shown = flat(section(drawn(seed_report), "Claims, in"))
    after = shown[shown.index(words) :]
    assert after[after.index("—") :].startswith(said_by)


@pytest.mark.parametrize(
    ("words", "said_by"),
    [
        ("sprinklers were switched off", "— an inspector (unnamed), as told by the union’s lawyer"),
        ("the captain had left", "— Bystanders (unnamed, not traced to anyone)"),
        ("engines had failed", "— no source given, comment was sought"),
        ("A fire broke out", "— Harbour master of Tarvik, confirmed by the source itself"),
        ("two of the crew were", "— posts on Telegram (unnamed), Telegram"),
    ],
)
def test_nested_and_untraced_sources_are_told(harbour_report: Report, drawn: Draw, words: str, said_by: str) -> None:
    shown = flat(section(drawn(harbour_report), "Claims, in"))
    after = shown[shown.index(words) :]
    assert after[after.index("—") :].startswith(said_by)


def test_a_source_that_is_not_in_the_list_is_given_in_its_own_words(harbour_report: Report, drawn: Draw) -> None:
    claims = tuple(dataclasses.replace(claim, source_id=None) for claim in harbour_report.claims)
    shown = drawn(dataclasses.replace(harbour_report, claims=claims))
    assert "— “the harbour master” (not traced to anyone)" in shown


@pytest.mark.parametrize("kind", [kind for kind in ClaimKind if not kind.has_status])
def test_claims_without_a_status_show_their_kind(drawn: Draw, kind: ClaimKind) -> None:
    shown = drawn(report_of("Who will answer for it?", status=None, kind=kind))
    assert re.search(rf"1  - {kind} +Who will answer", shown)
    assert shown.endswith(f"\n1 {kind}\n")


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "latin-1", "cp1252"])
def test_each_status_has_a_glyph_and_a_word_of_its_own(encoding: str) -> None:
    shown = []
    for status in Status:
        file = TextIOWrapper(BytesIO(), encoding=encoding)
        render(report_of("It rained.", status=status), Console(file=file, width=80, color_system=None))
        file.seek(0)
        match = re.search(r"^1  (\S) (\w+) +It rained", file.read(), re.MULTILINE)
        assert match is not None
        shown.append(match.groups())
    assert [word for _, word in shown] == [str(status) for status in Status]
    assert len({glyph for glyph, _ in shown}) == len(Status)


def test_quoted_claims_stand_in_quotation_marks_once(seed_report: Report, drawn: Draw) -> None:
    shown = drawn(seed_report, 120)
    assert "“We have a lot of experience in fighting terrorism”" in shown
    assert "““" not in shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ('the rope "gave way at once', 'the rope "gave way at once"'),
        ("the rope “gave way at once", "the rope “gave way at once”"),
        ("the rope “gave way” at once", "the rope “gave way” at once"),
        ("It gave way”", "“It gave way”"),
    ],
)
def test_a_claim_that_is_quoted_in_part_keeps_its_own_quotation_marks(drawn: Draw, words: str, shown: str) -> None:
    report = report_of(words)
    claims = tuple(dataclasses.replace(claim, scope=ClaimScope.QUOTATION) for claim in report.claims)
    assert f"\n   {shown}\n" in drawn(dataclasses.replace(report, claims=claims))


def test_flagged_only_leaves_it_at_the_flagged(seed_report: Report, drawn: Draw) -> None:
    shown = drawn(seed_report, flagged_only=True)
    assert drawn(seed_report).startswith(shown)
    assert "UNCONFIRMED" in shown
    for other in ("Claims, in", "Sources,", "asserted", "cargo plane"):
        assert other not in shown


def test_nothing_flagged_is_said_plainly(drawn: Draw) -> None:
    shown = drawn(report_of("It rained.", status=Status.ASSERTED), flagged_only=True)
    assert "1 claim · nothing flagged" in shown
    assert "Nothing is flagged: no claim is unconfirmed, disputed, denied or refuted." in shown


def test_an_article_without_claims_is_said_plainly(drawn: Draw) -> None:
    empty = dataclasses.replace(report_of("It rained."), claims=())
    assert drawn(empty) == "draft.txt\n2 words · 0 claims · nothing flagged\n\nThe article makes no claims.\n"


def test_sources_are_ranked_and_described(seed_report: Report, drawn: Draw) -> None:
    rows = section(drawn(seed_report, 120), "Sources, with").splitlines()[2:]
    rows = [re.sub(" {2,}", " | ", row) for row in rows[: rows.index("")]]
    assert rows[0] == "3 | another Russian specialist | unnamed | person"
    assert rows[1] == "2 | Radio Télévision du Niger (RTN) | named | state-controlled outlet, Niger; carries 1 claim"
    assert "0 | Sputnik | named | state-controlled agency, Russia; carries 3 claims" in rows
    assert rows[-1] == "5 | the article itself"
    figures = [int(row.split()[0]) for row in rows[:-1] if row[0].isdigit()]
    assert figures == sorted(figures, reverse=True)


def test_sources_without_any_part_in_a_claim_are_named_in_one_line(harbour_report: Report, drawn: Draw) -> None:
    shown = section(drawn(harbour_report, 120), "Sources, with")
    assert "\nNo claim rests on: the union’s lawyer\n" in shown
    assert re.search(r"^0  Ola Brekke +named +person$", shown, re.MULTILINE)


def test_counts_close_the_report(seed_report: Report, drawn: Draw) -> None:
    assert drawn(seed_report).endswith(
        "\n16 claims, 10 sources (4 unnamed)\n1 ✓ confirmed   9 » attributed   5 • asserted   1 ? unconfirmed\n"
    )


def test_text_without_lines_is_placed_by_paragraph(drawn: Draw) -> None:
    shown = drawn(report_of("It rained.", "It snowed.", positions="text"))
    assert "paragraph 2" in shown
    assert re.search(r"¶2  \? unconfirmed +It snowed", shown)
    assert "line" not in shown


def test_claim_of_a_title_given_apart_is_placed_there(drawn: Draw) -> None:
    report = report_of("It rained.")
    claim = dataclasses.replace(report.claims[0], spans=())
    shown = drawn(dataclasses.replace(report, claims=(claim,)))
    assert "UNCONFIRMED  title" in shown
    assert re.search(r"title  \? unconfirmed", shown)


def test_a_line_number_is_given_once_for_all_claims_of_a_line(seed_report: Report, drawn: Draw) -> None:
    claims, _ = section(drawn(seed_report), "Claims, in").split("Sources, with")
    numbers = re.findall(r"^ *(\d+)? +[•»?✓] \w+ ", claims, re.MULTILINE)
    assert numbers == ["1", "3", "5", "7", "9", "", "", "13", "15", "", "17", "", "21", "", "23", ""]


def test_hundreds_of_claims_are_each_shown_once(drawn: Draw) -> None:
    texts = [f"The {number}th lorry left the harbour." for number in range(300)]
    shown = section(drawn(report_of(*texts, status=Status.ATTRIBUTED), 60), "Claims, in")
    assert all(shown.count(f"The {number}th lorry") == 1 for number in range(300))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["seed", "harbour"])
def test_no_line_is_wider_than_the_console_or_ends_in_blanks(
    request: pytest.FixtureRequest, drawn: Draw, name: str, width: int
) -> None:
    for line in drawn(request.getfixturevalue(f"{name}_report"), width).splitlines():
        assert cells(line) <= width
        assert line == line.rstrip()


@pytest.mark.parametrize("width", WIDTHS)
def test_wide_characters_and_endless_words_stay_within_the_console(drawn: Draw, width: int) -> None:
    report = report_of(
        "港長は火災を確認した。" * 12, "https://example.org/" + "a" * 300, source="港長と沿岸警備隊の報道官" * 3
    )
    shown = drawn(report, width)
    assert max(map(cells, shown.splitlines())) <= width
    assert "".join(shown.split()).count("港長は") >= 12


def test_very_wide_consoles_keep_a_readable_measure(seed_report: Report, drawn: Draw) -> None:
    assert max(map(cells, drawn(seed_report, 400).splitlines())) <= 128


@given(st.text(min_size=1, max_size=40), st.sampled_from((30, 80, 120)))
@settings(max_examples=40, deadline=None)
def test_untrusted_words_never_leave_their_place(hostile: str, width: int) -> None:
    hostile = f"\x1b[2J\u202e[red]{hostile}"
    report = report_of(hostile, path=hostile, source=hostile, note=hostile)
    file = StringIO()
    render(report, Console(file=file, width=width, color_system=None))
    shown = file.getvalue()
    assert "[red]" in shown.replace("\n", "")
    assert not {"\x1b", "\u202e", "\r", "\x07", "\x9b"} & set(shown)
    assert all(line == line.rstrip() for line in shown.split("\n"))


def test_without_colour_a_terminal_gets_the_same_words(harbour_report: Report, drawn: Draw) -> None:
    file = StringIO()
    render(harbour_report, Console(file=file, width=80, force_terminal=True, color_system="256", no_color=True))
    assert not re.search(r"\x1b\[[\d;]*[34]8;5", file.getvalue())
    assert re.sub(r"\x1b\[[\d;]*m", "", file.getvalue()) == drawn(harbour_report, 80)


def test_in_colour_flagged_words_keep_the_colour_of_the_terminal(seed_report: Report) -> None:
    file = StringIO()
    render(seed_report, Console(file=file, width=120, force_terminal=True, color_system="256", no_color=False))
    assert "\x1b[1mthe instructors will also install an air-defense system in Niger\x1b[0m" in file.getvalue()
    assert "\x1b[2m" not in file.getvalue()


def test_sixteen_colours_are_never_those_that_vanish_on_black_or_white(harbour_report: Report) -> None:
    file = StringIO()
    render(harbour_report, Console(file=file, width=80, force_terminal=True, color_system="standard", no_color=False))
    codes = {code for codes in re.findall(r"\x1b\[([\d;]*)m", file.getvalue()) for code in codes.split(";")}
    assert codes <= {"0", "1", "4", "7", "31", "32", "35", "36", "39", "49"}


def test_an_encoding_without_the_glyphs_gets_ascii(seed_report: Report) -> None:
    file = TextIOWrapper(BytesIO(), encoding="ascii")
    render(seed_report, Console(file=file, width=80))
    file.seek(0)
    shown = file.read()
    assert "1  * asserted" in shown
    assert """Niger's verb is "claimed"\n""" in shown
    assert "- the article itself" in shown


def test_findings_are_told_in_one_line_by_code(drawn: Draw) -> None:
    report = report_of("It rained.", "It snowed.")
    found = [
        Finding(code=code, name="none", severity=Severity.ERROR, message="Not so.", primary=None)
        for code in ("CC101", "CC210", "CC210")
    ]
    shown = drawn(dataclasses.replace(report, findings=tuple(found)), width=100)
    assert shown.splitlines()[-1].split()[-3:] == ["CC101", "2", "CC210"]
    assert "Not so." not in shown
    assert "finding" not in drawn(report, width=100)
