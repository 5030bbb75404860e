"""Dates that only mean something on the day an article appeared: "on Monday", "last month", "in December".

They are anchored to the publication date, where that is known; weekdays and months by the tense of their verb, and left
alone where the tense does not tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from claimcheck.pipeline.grammar.predicate import is_predicate
from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["anchors", "is_scheduled", "published_on"]

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_STEPS = {"last": -1, "this": 0, "next": 1}
_PERIODS = frozenset({"week", "month", "year", "season", "summer", "spring", "autumn", "winter"})
_PRESENT = frozenset({"is", "are", "am", "be", "being", "’s", "'s", "’re", "'re"})


def published_on(published: str | None) -> date | None:
    """The day of an ISO 8601 date or time; None for anything else."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def anchors(tree: Tree, tokens: Sequence[int], day: date) -> Iterator[tuple[int, str]]:
    """Last tokens of dates among ``tokens``, each with what it means for an article of ``day``.

    "last month" on 12 April 2024 is "March 2024", "on Monday" with a verb of the past "8 April 2024", "in December"
    with one "2023".
    """
    inside = set(tokens)
    for token in tokens:
        word, before = tree.words[token], tree.words[token - 1] if token else ""
        if word in _DAYS:
            yield token, _shown(day + timedelta(days=_DAYS[word]))
        elif word in ("week", "month", "year") and before in _STEPS and token - 1 in inside:
            yield token, _period(word, day, _STEPS[before])
        elif word in _WEEKDAYS and before not in ("last", "next", "every", "each"):
            ahead = _lies_ahead(tree, token)
            if ahead is not None:
                away = (_WEEKDAYS.index(word) - day.weekday()) % 7
                yield token, _shown(day + timedelta(days=away if ahead or not away else away - 7))
        elif word in _MONTHS and tree.pos[token] == "PROPN":
            last, number = _day_of_month(tree, token)
            ahead = None if _has_year(tree, last) else _lies_ahead(tree, token)
            if ahead is not None:
                yield last, str(_year(day, _MONTHS.index(word) + 1, number, ahead=ahead))


def is_scheduled(tree: Tree, verb: int) -> bool:
    """Whether a verb of the present tells what is to be on a day: "We start in June", "The hall opens on Monday"."""
    if tree.tags[verb] not in ("VBP", "VBZ"):
        return False
    complements = (child for child in tree.children[verb] if tree.deps[child] == "xcomp")
    for child in (*tree.children[verb], *(below for token in complements for below in tree.children[token])):
        if tree.deps[child] not in ("obl", "obl:unmarked", "obl:tmod", "advmod", "nmod") or child < verb:
            continue
        word, before = tree.words[child], tree.words[child - 1]
        usual = any(tree.words[token] in ("every", "each", "most") for token in tree.children[child])
        ahead = word in (*_WEEKDAYS, "tomorrow", "tonight") or (word in _MONTHS and tree.pos[child] == "PROPN")
        if not usual and (ahead or (before == "next" and word in _PERIODS)):
            return True
    return False


def _shown(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1].capitalize()} {day.year}"


def _period(word: str, day: date, step: int) -> str:
    if word == "week":
        return f"week of {_shown(day - timedelta(days=day.weekday()) + timedelta(weeks=step))}"
    if word == "year":
        return str(day.year + step)
    months = day.year * 12 + day.month - 1 + step
    return f"{_MONTHS[months % 12].capitalize()} {months // 12}"


def _day_of_month(tree: Tree, month: int) -> tuple[int, int | None]:
    """The last token of a date and its day: "March 16", "16 March"."""
    after = month + 1
    if after < len(tree.words) and _is_day(tree.words[after]):
        return after, int(tree.words[after])
    return month, int(tree.words[month - 1]) if month and _is_day(tree.words[month - 1]) else None


def _is_day(word: str) -> bool:
    return word.isdecimal() and len(word) <= 2 and 0 < int(word) <= 31


def _has_year(tree: Tree, last: int) -> bool:
    return any(word.isdecimal() and len(word) == 4 for word in tree.words[last + 1 : last + 3])


def _year(day: date, month: int, number: int | None, *, ahead: bool) -> int:
    passed = (month, number or 1) <= (day.month, day.day)
    if ahead:
        return day.year + (passed and (month, number or day.day) != (day.month, day.day))
    return day.year - (not passed)


def _lies_ahead(tree: Tree, token: int) -> bool | None:
    """Whether the verb of a date tells of the future (True) or the past (False); None when it tells neither."""
    verb = next((above for above in tree.above(token) if is_predicate(tree, above)), -1)
    if verb < 0:
        return None
    helping = {tree.words[child] for child in tree.children[verb] if tree.deps[child] in ("aux", "aux:pass", "cop")}
    if helping & {"will", "would", "shall", "’ll", "'ll"}:
        return True
    if helping & {"had", "was", "were", "did"} or tree.tags[verb] == "VBD":
        return False
    # "the club, shut on Friday", but not "if the club is shut on Friday"
    return False if tree.tags[verb] == "VBN" and not helping & _PRESENT else None
