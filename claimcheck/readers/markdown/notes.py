"""Comments that speak to claimcheck: ``<!-- claimcheck: ignore CC210 reason="…" -->``."""

from __future__ import annotations

import re

__all__ = ["note_in"]

_NOTE = re.compile(r"<!--\s*claimcheck:(?P<words>.*?)-->", re.DOTALL)


def note_in(comment: str) -> str | None:
    """What a comment says to claimcheck, on one line; None for all other comments."""
    found = _NOTE.fullmatch(comment.strip())
    return None if found is None else " ".join(found["words"].split())
