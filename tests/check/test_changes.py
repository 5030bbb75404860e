"""``--diff-base``: only what has changed since a revision."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.errors import RevisionError
from tests.check.conftest import found

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

PARAGRAPHS = [f"Police claimed it {verb}." for verb in ("sank", "burned", "leaked", "slept")]


def git(*arguments: str) -> None:
    identity = ["-c", "user.name=Desk", "-c", "user.email=desk@ledger.example", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


def write(path: str, *paragraphs: str) -> None:
    Path(path).parent.mkdir(exist_ok=True)
    Path(path).write_text("\n\n".join(paragraphs) + "\n")


@pytest.fixture(autouse=True)
def repository(desk: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    (desk / ".git").rmdir()
    git("init", "--quiet")
    write("news/é a.txt", *PARAGRAPHS)
    write("b.txt", *PARAGRAPHS)
    git("add", ".")
    git("commit", "--quiet", "--message", "drafts")
    return desk


@pytest.fixture
def told(checked: Callable) -> Callable[..., list[str]]:
    def run(*paths: str, base: str = "HEAD") -> list[str]:
        outcomes = checked(*paths, diff_base=base)
        return [
            finding.primary.of(outcome.report.article.text)
            for outcome in outcomes
            for finding in outcome.report.findings
        ]

    return run


def test_nothing_has_changed(told: Callable) -> None:
    assert told() == []


def test_a_paragraph_that_has(told: Callable) -> None:
    write("news/é a.txt", PARAGRAPHS[0], "Police claimed it drifted.", *PARAGRAPHS[2:])
    assert told() == ["Police claimed it drifted."]
    git("commit", "--all", "--quiet", "--message", "a change")
    assert told() == []
    assert told(base="HEAD~1") == ["Police claimed it drifted."]


def test_from_another_folder(told: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    write("b.txt", *PARAGRAPHS, "Police claimed it drifted.")
    monkeypatch.chdir("news")
    assert told("../b.txt") == ["Police claimed it drifted."]


def test_a_paragraph_whose_neighbour_is_gone(told: Callable) -> None:
    write("b.txt", *PARAGRAPHS[:2], PARAGRAPHS[3])
    assert set(told("b.txt")) <= {PARAGRAPHS[1], PARAGRAPHS[3]}


def test_a_draft_that_is_new(told: Callable) -> None:
    write("c.txt", *PARAGRAPHS[:2])
    assert told() == PARAGRAPHS[:2]


def test_any_line_of_a_paragraph_counts(told: Callable, checked: Callable) -> None:
    Path("d.md").write_text("It rained\nall day, and\npolice claimed it sank.\n\nPolice claimed it burned.\n")
    git("add", "d.md")
    git("commit", "--quiet", "--message", "a draft")
    Path("d.md").write_text("It snowed\nall day, and\npolice claimed it sank.\n\nPolice claimed it burned.\n")
    assert len(found(checked("d.md", diff_base="HEAD"))) == 1


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "HEAD:b.txt", ""])
def test_a_revision_that_git_does_not_know(checked: Callable, revision: str) -> None:
    with pytest.raises(RevisionError, match="is no revision that git knows here"):
        checked(diff_base=revision)


def test_outside_a_repository(checked: Callable, desk: Path) -> None:
    shutil.rmtree(".git")
    with pytest.raises(RevisionError, match="git cannot tell what has changed: fatal: not a git repository"):
        checked("b.txt", diff_base="HEAD")


def test_without_git(checked: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(RevisionError, match=r"git: cannot be run \(install it, or leave --diff-base out\)"):
        checked("b.txt", diff_base="HEAD")
