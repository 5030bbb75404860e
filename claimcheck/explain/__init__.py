"""What a word in a report means: ``claimcheck explain unconfirmed``, ``explain CC210``.

Each kind of word has a module with a function from the word to its page, or None; here they are asked in turn.
"""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.explain import rules, statuses

__all__ = ["explain", "explained_words"]

_Page = Callable[[str], "str | None"]
_PAGES: tuple[tuple[_Page, tuple[str, ...]], ...] = (
    (statuses.page, statuses.WORDS),
    (rules.page, rules.WORDS),
)
"""For each kind of word the function that gives its page, and the words it knows."""


def explain(word: str) -> str | None:
    """A page of plain text, lines of any length, about a status or a rule; None for a word that reports do not use.

    Capital letters make no difference.
    """
    return next((text for page, _ in _PAGES if (text := page(word)) is not None), None)


def explained_words() -> tuple[str, ...]:
    """All words that have a page, in the order in which they are told."""
    return tuple(word for _, words in _PAGES for word in words)
