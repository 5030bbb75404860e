"""docs/statuses.md says what the code does.

``python -m tests.pipeline.test_statuses_page`` writes its decision table.
"""

from __future__ import annotations

import re
from pathlib import Path

from claimcheck.domain import Status
from claimcheck.pipeline.status.decision import RULES

PAGE = Path(__file__).parents[2] / "docs" / "statuses.md"
TABLE = re.compile(r"(?<=\| rule \| when there is \| status \|\n\|---\|---\|---\|\n)(?:\|.*\n)*")


def table() -> str:
    """The decision table as the page should have it."""
    none = "| 0 | an opinion, a question, a condition, a greeting or an order | none |\n"
    return none + "".join(f"| {rule.number} | {rule.words} | `{rule.status}` |\n" for rule in RULES)


def test_every_status_is_listed_with_its_flag() -> None:
    rows = re.findall(r"^\| `(\w+)` \|.*\| (yes)? ?\|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == [(status.value, "yes" if status.flagged else "") for status in Status]


def test_the_decision_table_is_that_of_the_code() -> None:
    assert TABLE.findall(PAGE.read_text(encoding="utf-8")) == [table()]


def test_the_words_of_a_rule_name_its_grounds() -> None:
    for rule in RULES:
        assert {kind.value for kind in rule.grounds} - set(re.findall(r"`(\w+)`", rule.words)) <= {"cue"}


if __name__ == "__main__":
    PAGE.write_text(TABLE.sub(lambda _: table(), PAGE.read_text(encoding="utf-8")), encoding="utf-8")
