"""Every entry of ``editorial.toml`` is the first of its list that is found in its example, and words match whole."""

from __future__ import annotations

import pytest

from claimcheck.lang.editorial import editorial

LISTS = editorial("en")
ENTRIES = [(name, number) for name, listed in LISTS.items() for number in range(len(listed.entries))]


@pytest.mark.parametrize(("name", "number"), ENTRIES)
def test_an_entry_is_found_in_its_example(name: str, number: int) -> None:
    entries = LISTS[name].entries
    found = [place for place, entry in enumerate(entries) if entry.compiled().search(entries[number].example)]
    assert found[:1] == [number]


def test_words_match_whole_and_in_any_case() -> None:
    crimes, verbs = LISTS["crimes"], LISTS["loaded_verbs"]
    assert crimes.search("Hackers came.")
    assert crimes.search("The bushwhackers came to the hackathon.") is None
    assert verbs.search("The reclaimed land was acclaimed by a self-claimed expert.") is None
    assert [found[0] for found in verbs.pattern.finditer("He claimed it. She CLAIMED it.")] == ["claimed", "CLAIMED"]


def test_a_list_contains_whole_texts() -> None:
    assert "Several sources" in LISTS["bare_sources"]
    assert "sources at the ministry" not in LISTS["bare_sources"]
