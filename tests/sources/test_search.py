"""What somebody finds who asks for a source."""

from __future__ import annotations

import pytest

from claimcheck.sources import search, shipped_registry


@pytest.mark.parametrize(
    ("query", "how", "name", "id"),
    [
        ("Reuters", "exact", "Reuters", "reuters"),
        ("kremlin", "exact", "Kremlin", "kremlin"),
        ("afp", "alias", "AFP", "agence-france-presse"),
        ("washington", "metonym", "Washington", "government-us"),
        ("radio télévision guin", "part", "Radio Télévision Guinéenne", "rtg-guinea"),
        ("Asociated pres", "fuzzy", "Associated Press", "associated-press"),
    ],
)
def test_the_first_found(query: str, how: str, name: str, id: str) -> None:
    found = search(shipped_registry(), query)[0]
    assert (found.how, found.name, found.entry.id) == (how, name, id)


def test_all_owners_of_a_name_are_shown() -> None:
    found = search(shipped_registry(), "ABC")
    assert [each.entry.country for each in found if each.how == "alias"] == ["US", "AU"]


def test_similar_names_only_where_there_is_nothing_better() -> None:
    assert {each.how for each in search(shipped_registry(), "defence ministry")} == {"part"}
    assert [each.entry.id for each in search(shipped_registry(), "no such source")] == []


def test_nothing_asked_for_is_everything_once() -> None:
    ids = [found.entry.id for found in search(shipped_registry(), " ")]
    assert sorted(ids) == sorted(entry.id for entry in shipped_registry().entries)
