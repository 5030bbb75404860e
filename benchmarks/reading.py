"""Annotated records from files of JSON Lines, and the reports of their texts."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from claimcheck.analyze import analyze_all
from claimcheck.domain import Article, Report
from claimcheck.readers.text import read_text


def records(path: Path) -> list[dict[str, Any]]:
    """The records of a file of JSON Lines, packed or not."""
    packed = path.read_bytes()
    text = (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode("utf-8")
    return [json.loads(line) for line in text.split("\n") if line.strip()]


def reports(articles: Iterable[Article]) -> Iterator[Report]:
    """One report an article, in order; an article that cannot be analysed ends it with its error."""
    for outcome in analyze_all(articles):
        if not isinstance(outcome, Report):
            raise outcome
        yield outcome


def with_reports(annotated: Iterable[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], Report]]:
    """Records that have ``id`` and ``text``, each with the report of its text."""
    annotated = list(annotated)
    articles = (read_text(record["text"], path=str(record["id"])) for record in annotated)
    yield from zip(annotated, reports(articles), strict=True)
