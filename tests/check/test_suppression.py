"""Suppressions with reasons and dates, in comments and in the settings."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.check import Checked
from claimcheck.domain import claim_ids
from tests.check.conftest import codes, found

DRAFT = "# Ferry news\n\n{note}\nPolice claimed the ferry sank.\n\nPolice claimed the captain slept.\n"
CLAIM = "Police claimed the ferry sank."


@pytest.fixture
def check_note(desk: Path, checked: Callable) -> Callable:
    def run(note: str, **more: object) -> list[Checked]:
        Path("draft.md").write_text(DRAFT.format(note=note))
        return checked("draft.md", **more)

    return run


def test_a_comment_suppresses_in_the_paragraph_below(check_note: Callable) -> None:
    outcomes = check_note('<!-- claimcheck: ignore CC210 reason="desk called the ministry" -->')
    assert [(one.code, one.suppressed, one.reason) for one in found(outcomes)] == [
        ("CC210", True, "desk called the ministry"),
        ("CC210", False, None),
    ]
    assert outcomes[0].failing == 1


def test_a_comment_within_a_paragraph_suppresses_there(desk: Path, checked: Callable) -> None:
    note = "<!-- claimcheck: ignore unconfirmed-claim, CC101 reason=asked -->"
    Path("draft.md").write_text(f"Police claimed {note} it sank.\n\nPolice claimed it rained.{note}\n")
    # CC101 is found nowhere, so naming it is of no use.
    assert codes(checked("draft.md")) == ["CC900", "CC900"]


def test_without_a_comment_all_are_told(check_note: Callable) -> None:
    assert codes(check_note("")) == ["CC210", "CC210"]


@pytest.mark.parametrize(
    ("note", "wrong"),
    [
        ("ignore CC210", 'it has no reason="…"'),
        ('ignore CC210 reason=" "', 'it has no reason="…"'),
        ('ignore reason="asked"', "it names no rule"),
        ('ignore CC211x reason="asked"', "CC211x is not one rule; did you mean 'CC21"),
        ('ignore CC2 reason="asked"', "CC2 is not one rule; did you mean 'CC2"),
        ('ignore CC210 reason="asked" until=tomorrow', "until=tomorrow is no date such as 2026-12-01"),
        ('ignore CC210 reason="asked" untill=2026-12-01', "untill= is unknown; did you mean 'until'?"),
        ('silence CC210 reason="asked"', 'say it as ignore CC210 reason="…"'),
        ("", 'say it as ignore CC210 reason="…"'),
    ],
)
def test_what_is_written_wrongly_suppresses_nothing_and_says_why(check_note: Callable, note: str, wrong: str) -> None:
    outcomes = check_note(f"<!-- claimcheck: {note} -->")
    assert codes(outcomes) == ["CC900", "CC210", "CC210"]
    unused = found(outcomes)[0]
    assert wrong in unused.message
    assert outcomes[0].report.place(unused).line == 3


def test_one_that_is_of_no_use_is_told(check_note: Callable) -> None:
    outcomes = check_note('<!-- claimcheck: ignore CC101 reason="known" -->')
    assert codes(outcomes) == ["CC900", "CC210", "CC210"]
    assert found(outcomes)[0].message == "there is nothing here for CC101 to ignore"


def test_unless_its_rule_is_not_on(check_note: Callable, desk: Path) -> None:
    Path("claimcheck.toml").write_text('ignore = ["CC101"]')
    assert codes(check_note('<!-- claimcheck: ignore CC101 reason="known" -->')) == ["CC210", "CC210"]


def test_after_its_date_it_no_longer_holds(check_note: Callable) -> None:
    note = '<!-- claimcheck: ignore CC210 reason="asked" until=2026-06-01 -->'
    assert codes(check_note(note)) == ["CC210"]
    later = check_note(note, today=datetime.date(2026, 6, 2))
    assert codes(later) == ["CC901", "CC210", "CC210"]
    assert found(later)[0].message == "CC210 was to be ignored until 2026-06-01: asked"


class TestSidecar:
    def settings(self, **keys: str) -> None:
        entry = {"file": "drafts/a.txt", "code": "CC210", "reason": "asked", **keys}
        lines = "\n".join(f'{key} = "{value}"' for key, value in entry.items())
        Path("claimcheck.toml").write_text(f"[[suppress]]\n{lines}\n")

    @pytest.fixture(autouse=True)
    def drafts(self, desk: Path) -> None:
        Path("drafts").mkdir()
        for name in ("a.txt", "b.txt"):
            Path("drafts", name).write_text(f"{CLAIM}\n\nPolice claimed the captain slept.\n")

    def test_for_a_claim(self, checked: Callable) -> None:
        (identity,) = claim_ids([(CLAIM, None)])
        self.settings(claim=identity)
        assert [one.suppressed for one in found(checked("drafts"))] == [True, False, False, False]

    def test_for_a_file(self, checked: Callable) -> None:
        self.settings()
        assert [one.suppressed for one in found(checked("drafts"))] == [True, True, False, False]

    def test_unused_or_past_its_date(self, checked: Callable) -> None:
        self.settings(claim="0000000000000000")
        assert codes(checked("drafts/a.txt")) == ["CC900", "CC210", "CC210"]
        self.settings(until="2026-05-31")
        assert codes(checked("drafts/a.txt")) == ["CC901", "CC210", "CC210"]
