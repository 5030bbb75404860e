"""Which rules are on: choices in layers, from the package's own to those for one path and the command line's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from claimcheck.check.nearest import nearest
from claimcheck.rules import RULES, matching, profiles

__all__ = ["NO_CHOICE", "Layer", "checked_profile", "checked_selector", "rule_of", "selected"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One choice of rules. What it leaves open, the layers below it decide."""

    profile: str | None = None
    select: tuple[str, ...] | None = None
    """In place of what is on below; None adds to it and takes from it only."""
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


# Whichever house a profile follows, suppressions are looked after.
_ABOUT_CHECKS = tuple(rule.code for rule in RULES if rule.check is None)

_PREFIX = re.compile(r"CC\d{1,2}", re.IGNORECASE)
_WHOLE = 5

NO_CHOICE = Layer()


def selected(layers: Iterable[Layer]) -> tuple[str, ...]:
    """The codes of the rules that are on when the layers are put on top of each other, in the order of the rules.

    Within a layer the more specific word wins, as in ruff: ``ignore = ["CC2"]`` with ``extend-select = ["CC210"]``
    leaves CC210 on. Between equals, ``ignore`` wins.
    """
    on = set(matching("DEFAULT", RULES))
    for layer in layers:
        if layer.profile is not None or layer.select is not None:
            on = set()
        base = () if layer.profile is None else (*profiles()[layer.profile].select, *_ABOUT_CHECKS)
        choices = [(-1, True, word) for word in base]
        choices += [(_specificity(word), True, word) for word in (*(layer.select or ()), *layer.extend_select)]
        choices += [(_specificity(word), False, word) for word in layer.ignore]
        for _, add, word in sorted(choices, key=lambda choice: (choice[0], not choice[1])):
            codes = matching(word, RULES)
            on = on.union(codes) if add else on.difference(codes)
    return tuple(rule.code for rule in RULES if rule.code in on)


def _specificity(word: str) -> int:
    """How few rules a word means: ALL and DEFAULT many, then the first letters of codes, then one rule."""
    if word.upper() in ("ALL", "DEFAULT"):
        return 0
    return len(word) if _PREFIX.fullmatch(word) else _WHOLE


def checked_selector(word: str) -> str:
    """``word`` itself, if it means a rule. Raises ``ValueError`` with the nearest word that does."""
    if matching(word, RULES):
        return word
    known = [name for rule in RULES for name in (rule.code, rule.name)]
    raise ValueError(f"there is no rule {word!r}{nearest(word, known)}")


def rule_of(word: str) -> str:
    """The code of the one rule that ``word`` means, by code or name.

    Raises ``ValueError`` with the nearest word that means one.
    """
    codes = matching(word, RULES)
    if len(codes) == 1 and not _PREFIX.fullmatch(word):
        return codes[0]
    known = [name for rule in RULES for name in (rule.code, rule.name)]
    raise ValueError(f"{word} is not one rule{nearest(word, known)}")


def checked_profile(name: str) -> str:
    """``name`` itself, if there is such a profile. Raises ``ValueError`` with the nearest one."""
    if name in profiles():
        return name
    raise ValueError(f"there is no profile {name!r}{nearest(name, profiles())}")
