"""docs/statuses.md says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

from claimcheck.domain import EvidenceKind, Status
from claimcheck.pipeline import decision

PAGE = (Path(__file__).parents[2] / "docs" / "statuses.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[list[str]]:
    section = PAGE.split(heading, 1)[1]
    table = section[section.index("\n|") :].split("\n\n", 1)[0].strip().splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table]


def test_every_status_is_listed_with_its_flag() -> None:
    assert [(row[0], row[2]) for row in rows("# Statuses")] == [
        (f"`{status}`", "yes" if status.flagged else "")
        for status in (
            Status.CONFIRMED, Status.ATTRIBUTED, Status.ASSERTED, Status.UNCONFIRMED, Status.DISPUTED, Status.DENIED,
            Status.REFUTED,
        )
    ]  # fmt: skip


def test_the_rules_are_those_of_the_table() -> None:
    told = {int(row[0]): row for row in rows("## How it is decided")}
    for rule, _, status, grounds in decision._TABLE:
        assert f"`{status}`" in told[rule][2]
        named = {EvidenceKind(word) for word in re.findall(r"`(\w+)`", told[rule][1])}
        assert named >= grounds or rule in (10, 11)
