from __future__ import annotations

import io
import json

import pytest

from claimcheck.domain import Article
from claimcheck.errors import BadEncoding, BadRecord, EmptyInput, InputError
from claimcheck.readers import jsonl
from claimcheck.readers.jsonl import Record, read_records


def records(*lines: object) -> list[Record]:
    raw = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    return list(read_records(io.BytesIO(b"\n".join(raw)), "a.jsonl"))


def refused(line: object) -> InputError:
    (record,) = records(line)
    assert isinstance(record.article, InputError)
    assert record.article.path == "a.jsonl:1"
    return record.article


def test_an_article_a_line() -> None:
    (record,) = records({"id": "x", "text": "It rains.\n\nIt snows.", "title": "Rain", "outlet": None, "more": 1})
    article = record.article
    assert isinstance(article, Article)
    assert (record.id, record.line, article.path, article.title, article.outlet) == ("x", 1, "x", "Rain", None)
    assert article.text == "It rains.\n\nIt snows."
    assert len(article.blocks) == 2


def test_a_column_of_the_text_is_no_column_of_the_archive() -> None:
    (record,) = records({"id": 1, "text": "It rains."})
    assert isinstance(record.article, Article)
    assert (record.id, record.article.positions) == (1, "text")


def test_lines_are_counted_with_the_blank_ones_and_bytes_with_the_breaks() -> None:
    good = b'{"id": 1, "text": "It rains."}'
    found = records(b"\xef\xbb\xbf" + good, b"", b"  \r", good)
    assert [(record.line, record.end) for record in found] == [(1, len(good) + 4), (4, 2 * len(good) + 9)]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "not JSON"),
        (b"[" * 100_000, "nested too deep"),
        (b"[1]", "not a JSON object"),
        (b'{"id": "\xff"}', "not UTF-8"),
        ({"text": "It rains."}, 'no "id"'),
        ({"id": True, "text": "It rains."}, 'no "id"'),
        ({"id": 1}, 'no "text"'),
        ({"id": 1, "text": None}, 'no "text"'),
        ({"id": 1, "text": 7}, '"text" that is not a string'),
        ({"id": 1, "text": "It rains.", "title": []}, '"title" that is not a string'),
    ],
)
def test_bad_lines(line: object, reason: str) -> None:
    error = refused(line)
    assert isinstance(error, BadRecord)
    assert reason in str(error)


@pytest.mark.parametrize("field", ["id", "text", "title", "published", "outlet"])
def test_half_characters_are_found_wherever_they_are(field: str) -> None:
    line = {"id": "x", "text": "It rains.", "title": "x", "published": "x", "outlet": "x", field: "\ud800"}
    assert isinstance(refused(line), BadEncoding)


def test_no_words() -> None:
    assert isinstance(refused({"id": 1, "text": " "}), EmptyInput)


def test_a_line_without_end_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "_LONGEST_LINE", 50)
    long, good = records({"id": 1, "text": "It rains. " * 20}, {"id": 2, "text": "It rains."})
    assert isinstance(long.article, BadRecord)
    assert isinstance(good.article, Article)
    assert (good.line, good.id) == (2, 2)
