"""Words for rules, and the profiles that ship with the package."""

from __future__ import annotations

import pytest

from claimcheck.rules import DEFAULT, RULES, matching, profiles

EVERY = tuple(rule.code for rule in RULES)


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("CC210", ("CC210",)),
        ("cc210", ("CC210",)),
        ("unconfirmed-claim", ("CC210",)),
        ("ALL", EVERY),
        ("DEFAULT", DEFAULT),
        ("CC1", tuple(code for code in EVERY if code.startswith("CC1"))),
        ("CC", ()),
        ("", ()),
        ("CC2101", ()),
        ("unconfirmed", ()),
    ],
)
def test_what_a_word_means(word: str, codes: tuple[str, ...]) -> None:
    assert matching(word, RULES) == codes


def test_profiles_name_rules_that_exist() -> None:
    assert list(profiles()) == ["claimcheck", "ap", "reuters", "bbc", "strict"]
    for profile in profiles().values():
        assert profile.description.endswith(".")
        assert all(matching(word, RULES) for word in profile.select), profile.name


def test_a_profile_of_a_house_has_the_rules_that_follow_it() -> None:
    houses = {"ap": "AP", "reuters": "Reuters", "bbc": "BBC"}
    for name, house in houses.items():
        chosen = {code for word in profiles()[name].select for code in matching(word, RULES)}
        assert chosen <= {rule.code for rule in RULES if house in rule.follows}
