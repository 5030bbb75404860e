"""Whether two claims say the same in the same words: before one is held against the other, they should."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from claimcheck.domain import Claim, normalised

__all__ = ["alike", "says_all_of"]

_ASIDE = re.compile(r", (?:which|who|whose|whom|where)\b[^,]*(?:,|$)")
_SHORTEST = 4
"""Letters of a word that tells something."""
_ENDING = re.compile(r"(?<=\w{3})(?:ings?|ed|es|s|ly)$")
_TELL_NOTHING = frozenset({
    "after", "been", "being", "could", "does", "from", "have", "having", "into", "might", "that", "their", "them",
    "then", "there", "these", "they", "this", "those", "were", "what", "when", "where", "which", "while", "will",
    "with", "would", "reportedly", "allegedly", "supposedly", "purportedly", "alleged", "reported", "said",
    "believed", "thought",
})  # fmt: skip
_FEW = 3
"""Words that tell something; with fewer, two claims must have the same ones."""
_MOST, _MUCH = 0.8, 1.5
"""Of the words of one claim so many must stand in the other, and how many times as long that may be."""


def alike(one: Claim, other: Claim) -> int:
    """How many of the words of two claims are the same, in per cent of the shorter one's.

    Claims of a cluster are about the same; before one is held against the other, their words should agree too.
    """
    return round(fuzz.token_set_ratio(normalised(one.text), normalised(other.text)))


def says_all_of(claim: Claim, other: Claim) -> bool:
    """Whether a claim has the words of another that tell something: it says no less, and perhaps more.

    "The club's owner fled to Serbia on Friday" says all of "The club's owner has reportedly fled to Serbia".
    """
    said, all_said = _telling(_ASIDE.sub(" ", other.text)), _telling(claim.text)
    if len(said) < _FEW or not _tells_more_than_names(other.text):
        return said == all_said
    # One word may differ, if the other claim is not much longer: then it may be about something else.
    return said <= all_said or (len(said & all_said) >= _MOST * len(said) and len(all_said) <= _MUCH * len(said))


def _tells_more_than_names(text: str) -> bool:
    return len(_telling(" ".join(word for word in text.split() if word.islower()))) > 1


@lru_cache(maxsize=1024)
def _telling(text: str) -> frozenset[str]:
    """The words of a text that tell something, without their endings."""
    words = (word for word in normalised(text).split() if len(word) >= _SHORTEST or word.isdigit())
    return frozenset(_ENDING.sub("", word) for word in words if word not in _TELL_NOTHING)
