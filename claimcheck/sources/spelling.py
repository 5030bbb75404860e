"""One form for the spellings of a name: case, accents, articles, dots and British or American spelling do not tell
names apart.

    "Radio Télévision du Niger" and "Radio Television du Niger"; "Ministry of Defence" and "ministry of defense"
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from claimcheck.sources.tables import shipped

__all__ = ["initials", "is_acronym", "key", "without_article"]

_ARTICLE = re.compile(r"(?:the|The)\s+")
# Letters that Unicode does not take apart into a letter and a mark.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"})
_DROPPED = re.compile(r"['’ʼ`.]")
_SEPARATOR = re.compile(r"[^\w]+")


def without_article(name: str) -> str:
    """``name`` without a leading "the".

    >>> without_article("the Central Bank of Kenya")
    'Central Bank of Kenya'
    """
    return _ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else name


@lru_cache(maxsize=1)
def _variants() -> Mapping[str, str]:
    return {word: str(table["read_as"]) for word, table in shipped("spelling").items()}


@lru_cache(maxsize=32768)
def key(name: str) -> str:
    """The form under which all spellings of ``name`` are one; a leading "the" is kept.

    >>> key("Organisation for Economic Co-operation and Development")
    'organization for economic cooperation and development'
    >>> key("the U.N.")
    'the un'
    """
    plain = name.casefold()
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain.translate(_LETTERS))
        plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    variants = _variants()
    plain = _DROPPED.sub("", plain.replace("&", " and "))
    if not variants.keys().isdisjoint(words := plain.split()):
        plain = " ".join(variants.get(word, word) for word in words)
    return _SEPARATOR.sub(" ", plain).strip()


_SMALL_WORDS = frozenset({
    "of", "the", "and", "for", "on", "in", "to", "de", "du", "des", "la", "le", "del", "da", "do",
})  # fmt: skip


@lru_cache(maxsize=8192)
def initials(name: str) -> str:
    """The acronym that the words of ``name`` form, small words left out.

    >>> initials("Union of Lock Workers")
    'ULW'
    """
    words = re.findall(r"[^\W\d_]+", name.replace("'s", "").replace("’s", ""))
    return "".join(word[0].upper() for word in words if word.casefold() not in _SMALL_WORDS)


def is_acronym(name: str) -> bool:
    """Whether the name is written in capitals alone: "WHO", "U.N.", "G20"."""
    return name.isupper() and " " not in name
