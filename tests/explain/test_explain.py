"""``claimcheck explain``: a page for every word, and examples that are so."""

from __future__ import annotations

import subprocess
import sys

import pytest
from typer.testing import CliRunner

import claimcheck
from claimcheck.cli import app
from claimcheck.domain import Status
from claimcheck.explain import explain, explained_words
from claimcheck.explain.statuses import MEANINGS


def test_every_status_has_a_page() -> None:
    assert set(explained_words()) >= {status.value for status in Status}
    for status in Status:
        page = explain(status.value.upper())
        assert page is not None
        assert MEANINGS[status].definition in page


def test_a_page_names_the_rules_of_its_status() -> None:
    page = explain("unconfirmed")
    assert page is not None
    assert all(f"{number:>2}  " in page for number in (5, 8, 11))


def test_the_command_prints_the_page_in_lines_that_fit() -> None:
    result = CliRunner().invoke(app, ["explain", "denied"])
    assert result.exit_code == 0
    assert result.stdout.startswith("denied (flagged")
    assert max(map(len, result.stdout.splitlines())) <= 80


@pytest.mark.parametrize(
    ("word", "meant"),
    [("unconfirmd", "unconfirmed"), ("CC21O", "CC210"), ("headline-assert", "headline-asserts"), ("DENIES", "denied")],
)
def test_a_word_without_a_page_is_an_error_that_names_the_nearest(word: str, meant: str) -> None:
    result = CliRunner().invoke(app, ["explain", word])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"claimcheck: {word}: neither a status nor a rule; did you mean {meant!r}? (claimcheck rules lists all rules)\n"
    )


def test_a_word_that_is_like_none_is_not_guessed_at() -> None:
    result = CliRunner().invoke(app, ["explain", "nope"])
    assert result.stderr == "claimcheck: nope: neither a status nor a rule (claimcheck rules lists all rules)\n"


def test_explaining_needs_no_language_machinery() -> None:
    code = (
        "import sys; from claimcheck.explain import explain; explain('denied'); "
        "print([m for m in ('spacy', 'onnxruntime', 'numpy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.model
@pytest.mark.parametrize("status", Status)
def test_the_example_has_the_status(status: Status) -> None:
    meaning = MEANINGS[status]
    claims = claimcheck.analyze(meaning.example).claims
    assert {claim.status for claim in claims if meaning.claim in claim.text} == {status}
