"""Ids of claims that survive edits."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

__all__ = ["claim_ids", "normalised"]

_WORD = re.compile(r"\w+")


def normalised(text: str) -> str:
    """The words of ``text`` without case, punctuation and spacing: ``“Café  Nr. 3”`` → ``café nr 3``."""
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def claim_ids(claims: Iterable[tuple[str, str | None]]) -> tuple[str, ...]:
    """Stable ids for an article's claims, given in text order as pairs of text and source name (None: no source).

    An id is a hash of the normalised words, the normalised name, and how many times that pair came before. It does not
    depend on offsets, so it stays when a paragraph moves, when punctuation is mended and when other claims come or go.
    """
    seen: Counter[tuple[str, str]] = Counter()
    ids = []
    for text, source in claims:
        pair = (normalised(text), "" if source is None else normalised(source))
        key = "\x1f".join((*pair, str(seen[pair]))).encode("utf-8", "surrogatepass")
        ids.append(hashlib.blake2b(key, digest_size=8).hexdigest())
        seen[pair] += 1
    return tuple(ids)
