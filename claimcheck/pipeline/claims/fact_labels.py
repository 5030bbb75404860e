"""The labels of fact checks: "Claim: …" on one line, "FALSE" or "Status: False" on another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claimcheck.domain import Span

__all__ = ["Label", "labels_of"]

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_NOTE = re.compile(r"\([^)]*\)|[.!*_]")
_KEY = re.compile(r"\s*([\w' ’]{3,24}?)\s*:\s*(.*)", re.DOTALL)
_LONGEST = 80
_FARTHEST = 8
"""Lines above a verdict among which the line that it is passed on is looked for."""
Words = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Label:
    """A line that calls another one false."""

    span: Span
    """The words of the verdict."""
    about: Span | None
    """The line on which it is passed; None where none is found."""


def labels_of(text: str, words: Words) -> Iterator[Label]:
    """The verdicts in a text that stand on a line of their own, in text order.

    "Status: False" speaks of the line that begins with "Claim:", else of the line before it; a bare "FALSE" only of the
    former.
    """
    lines = list(_LINE.finditer(text))
    for place, line in enumerate(lines):
        bare = _is_false(line[0], words)
        key = _key(line[0], words["verdict_labels"])
        if not bare and not (key and _is_false(key, words)):
            continue
        above = list(reversed(lines[max(0, place - _FARTHEST) : place]))
        labelled = next((other for other in above if _key(other[0], words["claim_labels"])), None)
        near = above[0] if above and not bare else None
        about = labelled or near
        if about is None and bare:
            continue
        start = line.start() + len(line[0]) - len(line[0].lstrip())
        yield Label(Span(start=start, end=start + len(line[0].strip())), _span(about))


def _span(line: re.Match[str] | None) -> Span | None:
    return None if line is None else Span(start=line.start(), end=line.end())


def _key(line: str, labels: frozenset[str]) -> str:
    """What follows one of ``labels`` and a colon at the beginning of a line; else empty."""
    found = _KEY.fullmatch(line)
    return found[2] if found and found[1].strip().lower() in labels else ""


def _is_false(words: str, lists: Words) -> bool:
    """Whether a few words are a verdict of falsity and nothing else: "FALSE", "False (see below)", "Fake / hoax"."""
    if len(words) > _LONGEST:
        return False
    said = [part.strip().lower() for part in _NOTE.sub(" ", words).split("/")]
    return all(part in lists["false_labels"] for part in said)
