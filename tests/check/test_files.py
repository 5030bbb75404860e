"""Paths → drafts: folders, globs, what is left out, and what cannot be read."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.check import Checked
from claimcheck.check.config import Configs
from claimcheck.check.files import Draft, drafts
from claimcheck.errors import InputError, MissingInput, NotText, UnknownFormat, UnreadableInput


def write(*paths: str, text: str = "It rained.") -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text)


def shown(*paths: str, exclude: tuple[str, ...] = ()) -> list[str]:
    return [one.shown if isinstance(one, Draft) else type(one).__name__ for one in drafts(paths, Configs(), exclude)]


@pytest.fixture(autouse=True)
def at_the_desk(desk: Path) -> None:
    write("b.txt", "a.md", "notes.docx", "news/c.markdown", "news/deep/d.TXT", ".hidden/e.md", "README")


def test_folders_hold_what_can_be_read_in_the_order_of_names() -> None:
    assert shown(".") == [".hidden/e.md", "a.md", "b.txt", "news/c.markdown", "news/deep/d.TXT"]


def test_what_is_named_is_checked_once_in_the_order_given() -> None:
    assert shown("b.txt", "news", "b.txt", "./b.txt") == ["b.txt", "news/c.markdown", "news/deep/d.TXT"]


def test_globs() -> None:
    assert shown("news/**/*.TXT", "*.md") == ["news/deep/d.TXT", "a.md"]
    Path("[1].txt").write_text("A name that looks like a pattern.")
    assert shown("[1].txt") == ["[1].txt"]


def test_gitignore_as_git_reads_it() -> None:
    write(".gitignore", text="/news/deep/\n*.txt\n!b.txt\n.hidden\n")
    write("news/x.txt", "news/.gitignore")
    Path("news/.gitignore").write_text("!x.txt\nc.*\n")
    assert shown(".") == ["a.md", "b.txt", "news/x.txt"]
    # Also from within, where the file stands above.
    assert shown("news") == ["news/x.txt"]


def test_exclude_on_the_command_line_and_in_settings_but_not_for_named_files() -> None:
    Path("claimcheck.toml").write_text('exclude = ["/news", ".hidden/*"]')
    assert shown(".", exclude=("a.*",)) == ["b.txt"]
    assert shown("a.md", "news/c.markdown", exclude=("a.*",)) == ["a.md", "news/c.markdown"]


class TestForceExclude:
    def shown(self, checked: Callable, *paths: str, **more: object) -> list[str]:
        return [one.report.article.path for one in checked(*paths, force_exclude=True, **more)]

    def test_patterns_hold_for_files_that_are_named(self, checked: Callable) -> None:
        Path("claimcheck.toml").write_text('exclude = ["/news/deep", "b.*"]')
        names = ("a.md", "b.txt", "news/c.markdown", "news/deep/d.TXT")
        assert self.shown(checked, *names) == ["a.md", "news/c.markdown"]
        assert self.shown(checked, *names, exclude=("*.markdown",)) == ["a.md"]
        assert self.shown(checked, str(Path("b.txt").absolute()), "*.txt") == []

    def test_the_nearest_settings_decide(self, checked: Callable) -> None:
        Path("claimcheck.toml").write_text('exclude = ["*.md"]')
        write("news/claimcheck.toml", text='exclude = ["c.*"]')
        write("news/e.md")
        assert self.shown(checked, "a.md", "news/c.markdown", "news/e.md") == ["news/e.md"]

    def test_what_is_left_out_is_not_read(self, checked: Callable) -> None:
        Path("claimcheck.toml").write_text('exclude = ["bad.txt", "nowhere.md", "notes.docx"]')
        Path("bad.txt").write_bytes(b"\0")
        assert self.shown(checked, "bad.txt", "nowhere.md", "notes.docx", "a.md") == ["a.md"]

    def test_gitignore_says_nothing_about_files_that_are_named(self, checked: Callable) -> None:
        write(".gitignore", text="*.md\n")
        assert self.shown(checked, "a.md") == ["a.md"]

    def test_settings_that_are_wrong_are_told_once_a_draft(self, checked: Callable) -> None:
        Path("claimcheck.toml").write_text("exclud = []")
        (outcome,) = checked("a.md", force_exclude=True)
        assert "exclud is no setting" in str(outcome)


def test_links_to_folders_are_not_followed() -> None:
    Path("news/up").symlink_to("..")
    Path("news/link.txt").symlink_to("b.txt")
    assert shown("news") == ["news/c.markdown", "news/deep/d.TXT", "news/link.txt"]


def test_paths_that_lead_nowhere() -> None:
    Path("empty").mkdir()
    assert shown("empty", "*.xyz", "nowhere.md") == ["MissingInput", "MissingInput", "nowhere.md"]


def test_a_folder_that_cannot_be_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "deep":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    *_, last = drafts(["news"], Configs())
    assert isinstance(last, UnreadableInput)
    assert str(last) == "news/deep: cannot be searched: Permission denied"


class TestCheck:
    def test_what_cannot_be_read_is_told_and_the_others_are_checked(self, checked: Callable) -> None:
        Path("bad.txt").write_bytes(b"\0")
        write("boom.txt", text="EXPLODE")
        kinds = [type(one) for one in checked("bad.txt", "a.md", "nowhere.md", "notes.docx", "boom.txt", "b.txt")]
        assert kinds[:4] == [NotText, Checked, MissingInput, UnknownFormat]
        assert kinds[5] is Checked
        assert kinds[4].__name__ == "AnalysisError"

    def test_outcomes_stand_in_order_however_many_there_are(self, checked: Callable) -> None:
        names = [f"many/{number:03}.txt" for number in range(150)]
        write(*names)
        Path(names[70]).write_bytes(b"\0")
        outcomes = checked("many")
        assert [one.path if isinstance(one, InputError) else one.report.article.path for one in outcomes] == names

    def test_a_fault_in_a_rule_is_that_drafts(self, checked: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
        def rule(report: object, codes: object, options: object) -> object:
            raise IndexError("out of range")

        monkeypatch.setattr("claimcheck.check.reports.findings", rule)
        (outcome,) = checked("a.md")
        assert str(outcome) == "a.md: could not be checked: IndexError: out of range (please report this)"


def test_a_path_is_shown_as_it_was_given(checked: Callable, desk: Path) -> None:
    (outcome,) = checked(str(desk / "a.md"))
    assert outcome.report.article.path == str(desk / "a.md")
