"""What counts as right when a report is held against annotated claims."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.cases import CaseTallies, CaseTally, files_of
from claimcheck.domain import Claim, Report, SourceKind, Status
from tests.benchmarks.making import attribution, claim, report, source

TEXT = "Harbour police said in a statement that the barge had sunk off Lorvik. The weather was a disgrace."
WORDS = "the barge had sunk off Lorvik"
SOURCES = (source("Harbour police"), source("The Lorvik Post", SourceKind.OUTLET), source("Anna Brandt"))


def gold(**changes: Any) -> dict[str, Any]:
    return {
        "anchor": WORDS,
        "status": "attributed",
        "flagged": False,
        "source": "harbour police",
        "source_accept": [],
        "named": True,
        "kind": "police_courts",
        "via": [],
        "channel": "statement",
        "status_accept": [],
    } | changes


def scores(wanted: dict[str, Any] | list[dict[str, Any]], found: Report, not_claims: tuple[str, ...] = ()) -> Any:
    tally = CaseTally()
    claims = wanted if isinstance(wanted, list) else [wanted]
    tally.add({"id": "barge", "topics": [], "text": TEXT, "claims": claims, "not_claims": not_claims}, found)
    return tally.scores()


def found(made: Claim, channel: str | None = "statement") -> Report:
    said = attribution(TEXT, "Harbour police", "said", WORDS, channel=channel)
    return report(TEXT, claims=(made,), sources=SOURCES, attributions=(said,))


def police(status: Status = Status.ATTRIBUTED, words: str = WORDS, via: tuple[str, ...] = ()) -> Claim:
    return claim(TEXT, words, status, by="Harbour police", via=via, attribution=WORDS)


def test_what_agrees_is_right() -> None:
    figures = scores(gold(), found(police()))
    slots = ("found", "status", "source", "named", "kind", "via", "channel", "all_right")
    assert {figures[slot] for slot in slots} == {100.0}


def test_what_is_not_found_is_wrong_in_every_slot() -> None:
    figures = scores(gold(), report(TEXT))
    assert figures["claims"] == 1
    assert {figures[slot] for slot in ("found", "status", "source", "kind", "via", "channel", "all_right")} == {0.0}


@pytest.mark.parametrize(
    ("words", "is_found"),
    [("the barge had sunk", True), (f"said in a statement that {WORDS}", True), ("off Lorvik", False)],
)
def test_a_claim_is_found_if_half_of_its_anchor_is_covered(words: str, is_found: bool) -> None:
    assert scores(gold(), found(police(words=words)))["found"] == (100.0 if is_found else 0.0)


def test_of_several_claims_the_one_that_covers_most_is_taken_then_the_shortest() -> None:
    part = claim(TEXT, "the barge had sunk", Status.DENIED)
    wide = claim(TEXT, f"in a statement that {WORDS}", Status.DENIED)
    made = report(TEXT, claims=(part, wide, police()), sources=SOURCES)
    assert scores(gold(), made)["status"] == 100.0


@pytest.mark.parametrize(("accepted", "right"), [([], 0.0), (["confirmed"], 100.0), (["refuted"], 0.0)])
def test_a_second_status_is_right_where_it_is_accepted(accepted: list[str], right: float) -> None:
    assert scores(gold(status_accept=accepted), found(police(Status.CONFIRMED)))["status"] == right


@pytest.mark.parametrize(
    ("name", "right"), [("The Harbour Police", 100.0), ("“harbour police”", 100.0), ("river police", 0.0), (None, 0.0)]
)
def test_a_source_is_right_under_its_name_but_for_case_article_and_quotation_marks(name: str, right: float) -> None:
    assert scores(gold(source=name), found(police()))["source"] == right


def test_nobody_is_right_where_the_text_names_nobody() -> None:
    figures = scores(gold(source=None, named=None, kind="outlet_itself"), found(claim(TEXT, WORDS)))
    assert figures["source"] == 100.0
    assert figures["named"] == figures["kind"] == 0.0, "not asked of nobody"


@pytest.mark.parametrize(
    ("wanted", "given", "right"),
    [
        (["Lorvik Post"], ("The Lorvik Post",), 100.0),
        (["Lorvik Post", "Anna Brandt"], ("The Lorvik Post", "Anna Brandt"), 100.0),
        (["Anna Brandt", "Lorvik Post"], ("The Lorvik Post", "Anna Brandt"), 0.0),
        (["Lorvik Post"], (), 0.0),
        ([], ("The Lorvik Post",), 0.0),
    ],
)
def test_carriers_are_right_all_together_and_in_order(wanted: list[str], given: tuple[str, ...], right: float) -> None:
    assert scores(gold(via=wanted), found(police(via=given)))["via"] == right


@pytest.mark.parametrize(
    ("wanted", "given", "right"),
    [("Facebook post", "post", 100.0), ("post", "Facebook post", 100.0), (None, None, 100.0), ("letter", "post", 0.0)],
)
def test_a_channel_is_right_if_one_has_the_words_of_the_other(
    wanted: str | None, given: str | None, right: float
) -> None:
    assert scores(gold(channel=wanted), found(police(), channel=given))["channel"] == right


def test_an_unscored_slot_is_not_asked() -> None:
    wanted = [gold(unscored=["via", "channel"], via=["Anna Brandt"], channel="letter")]
    figures = scores(wanted, found(police()))
    assert figures["all_right"] == 100.0
    assert figures["via"] == figures["channel"] == 0.0, "no claim has the slot"


@pytest.mark.parametrize(
    ("given", "flagged", "precision", "recall"),
    [
        (Status.UNCONFIRMED, True, 100.0, 100.0),
        (Status.DISPUTED, True, 100.0, 100.0),
        (Status.UNCONFIRMED, False, 0.0, 0.0),
        (Status.ATTRIBUTED, True, 0.0, 0.0),
    ],
)
def test_flags_have_precision_and_recall(given: Status, flagged: bool, precision: float, recall: float) -> None:
    wanted = gold(status="unconfirmed" if flagged else "attributed", flagged=flagged)
    flags = scores(wanted, found(police(given)))["flags"]
    assert (flags["p"], flags["r"]) == (precision, recall)


def test_where_editors_split_on_the_flag_it_is_not_asked() -> None:
    wanted = [gold(status_accept=["disputed"]), gold(status="unconfirmed", flagged=True)]
    assert scores(wanted, found(police(Status.DISPUTED)))["flags"] == {"p": 100.0, "r": 100.0, "f1": 100.0}


@pytest.mark.parametrize(
    ("status", "words", "violated"),
    [
        (Status.ASSERTED, "The weather was a disgrace", 100.0),
        (None, "The weather was a disgrace", 0.0),
        (Status.ASSERTED, WORDS, 0.0),
    ],
)
def test_what_is_no_claim_must_have_no_status(status: Status | None, words: str, violated: float) -> None:
    made = report(TEXT, claims=(claim(TEXT, words, status),))
    assert scores([], made, ("weather was a disgrace",))["not_claims_violated"] == violated


def test_wrong_claims_are_listed_with_what_they_should_be() -> None:
    tally = CaseTally()
    case = {"id": "barge", "text": TEXT, "claims": [gold(), gold(status="denied", flagged=True)], "not_claims": []}
    tally.add(case, found(police()))
    assert tally.wrong == [f"barge '{WORDS}': denied by harbour police, got attributed by Harbour police"]


def test_every_file_and_every_topic_has_figures_of_its_own() -> None:
    tallies = CaseTallies(by_topic=True)
    case = {"id": "barge", "topics": ["sea", "police"], "text": TEXT, "claims": [gold()], "not_claims": []}
    tallies.add("ships", case, found(police()))
    tallies.add("ports", case | {"topics": ["sea"]}, found(police(Status.DENIED)))
    figures = tallies.scores()
    assert {name: each["status"] for name, each in figures["files"].items()} == {"ships": 100.0, "ports": 0.0}
    assert {name: each["status"] for name, each in figures["topics"].items()} == {"police": 100.0, "sea": 50.0}
    assert figures["all"]["claims"] == 2
    assert "topics" not in CaseTallies().scores()


def test_a_folder_is_its_files_by_name(tmp_path: Path) -> None:
    for name in ("ports.jsonl", "README.md", "barges.jsonl"):
        (tmp_path / name).write_text(json.dumps({}), "utf-8")
    assert [file.name for file in files_of(tmp_path)] == ["barges.jsonl", "ports.jsonl"]
    assert files_of(tmp_path / "ports.jsonl") == [tmp_path / "ports.jsonl"]
