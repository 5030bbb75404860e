"""Settings: where they are found, what they may say, and what is told about mistakes."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.check import Checked, Layer, Request, config_for, read_config, shown
from claimcheck.errors import ConfigError
from tests.check.conftest import TODAY, codes


def write(path: str, text: str) -> Path:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text)
    return Path(path)


class TestDiscovery:
    def test_the_nearest_file_above_counts(self, desk: Path) -> None:
        write("claimcheck.toml", 'select = ["CC101"]')
        write("opinion/pyproject.toml", '[tool.claimcheck]\nselect = ["CC210"]')
        write("opinion/notes/pyproject.toml", "[tool.other]\n")
        assert config_for(desk / "news").codes_for(desk / "news/a.md") == ("CC101",)
        assert config_for(desk / "opinion/notes").path == str(desk / "opinion/pyproject.toml")

    def test_not_beyond_the_repository(self, desk: Path) -> None:
        write("../claimcheck.toml", 'select = ["CC101"]')
        assert config_for(desk).path is None

    def test_every_draft_has_its_own(self, desk: Path, checked: Callable) -> None:
        write("a/claimcheck.toml", 'ignore = ["CC210"]')
        for place in ("a/draft.txt", "b/draft.txt"):
            write(place, "Police claimed it sank.")
        assert [len(one.report.findings) for one in checked()] == [0, 1]


class TestMistakes:
    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("selct = []", "selct is no setting; did you mean 'select'?"),
            ('select = ["CC211x"]', "select is wrong: there is no rule 'CC211x'; did you mean 'CC21"),
            ('ignore = ["unconfirmed-clam"]', "did you mean 'unconfirmed-claim'?"),
            ('profile = "routers"', "profile is wrong: there is no profile 'routers'; did you mean 'reuters'?"),
            ('select = "CC210"', "select must be a list of strings"),
            ('fail-on = "fatal"', "fail-on must be one of error, warning, info, never"),
            ('[[overrides]]\nselect = ["CC210"]', "overrides[1].paths is missing"),
            ('[[overrides]]\npaths = ["a"]\nslect = []', "overrides[1].slect is no setting; did you mean 'select'?"),
            ('[overrides]\npaths = ["a"]', "overrides must be a list of tables: [[…]]"),
            ('[[suppress]]\nfile = "a.txt"\ncode = "CC210"', "suppress[1].reason is missing"),
            (
                '[[suppress]]\nfile = "a.txt"\ncode = "CC2"\nreason = "x"',
                "suppress[1].code is wrong: CC2 is",
            ),
            (
                '[[suppress]]\nfile="a"\ncode="CC210"\nreason="x"\nuntil="soon"',
                "until must be a date such as 2026-12-01",
            ),
            ("[options.CC999]\nx = 1", "options.CC999 is no rule"),
            ("[options.CC210]\nx = 1", "options.CC210.x is no setting of CC210"),
            ("cache = 3", "cache must be a string with words in it"),
            ("select = [", "is no TOML"),
        ],
    )
    def test_name_the_file_and_the_key(self, desk: Path, text: str, told: str) -> None:
        with pytest.raises(ConfigError) as error:
            read_config(write("claimcheck.toml", text))
        assert str(error.value).startswith("claimcheck.toml: ")
        assert told in str(error.value)

    def test_in_pyproject_the_table_is_named(self, desk: Path) -> None:
        write("pyproject.toml", "[tool.claimcheck]\nselct = []")
        with pytest.raises(ConfigError, match=r"pyproject\.toml: tool\.claimcheck\.selct is no setting"):
            config_for(desk)

    def test_a_file_that_is_not_there(self, desk: Path) -> None:
        with pytest.raises(ConfigError, match="cannot be read: No such file"):
            read_config(Path("nowhere.toml"))

    def test_stop_no_other_draft(self, desk: Path, checked: Callable) -> None:
        write("a/claimcheck.toml", "selct = []")
        for place in ("a/draft.txt", "b/draft.txt"):
            write(place, "Police claimed it sank.")
        for paths in (("a/draft.txt", "b/draft.txt"), ("a", "b")):
            failed, fine = checked(*paths)
            assert isinstance(failed, ConfigError)
            assert isinstance(fine, Checked)


def test_sources_that_are_not_there(desk: Path, checked: Callable) -> None:
    write("claimcheck.toml", 'sources = "nowhere.toml"')
    write("draft.txt", "Police claimed it sank.")
    (error,) = checked()
    assert str(error) == (
        f"{desk / 'nowhere.toml'}: cannot be read: No such file or directory (sources in the settings names it)"
    )


class TestOverrides:
    def test_the_most_specific_wins(self, desk: Path) -> None:
        config = read_config(
            write(
                "claimcheck.toml",
                'select = ["CC101"]\n'
                '[[overrides]]\npaths = ["opinion/letters/*.md"]\nselect = ["CC210"]\n'
                '[[overrides]]\npaths = ["*.md"]\nselect = ["CC901"]\n'
                '[[overrides]]\npaths = ["opinion/**"]\nselect = ["CC900"]\n',
            )
        )
        assert config.codes_for(desk / "a.txt") == ("CC101",)
        assert config.codes_for(desk / "a.md") == ("CC901",)
        assert config.codes_for(desk / "opinion/a.md") == ("CC900",)
        assert config.codes_for(desk / "opinion/letters/a.md") == ("CC210",)

    def test_the_command_line_is_on_top(self, desk: Path, checked: Callable) -> None:
        write("claimcheck.toml", 'ignore = ["CC210"]')
        write("draft.txt", "Police claimed it sank.")
        assert codes(checked()) == []
        assert codes(checked(layer=Layer(extend_select=("CC210",)))) == ["CC210"]


class TestSeverity:
    @pytest.mark.parametrize(
        ("settings", "failing", "told"),
        [("", 1, 1), ('fail-on = "error"', 0, 1), ('fail-on = "never"', 0, 1), ('min-severity = "error"', 0, 0)],
    )
    def test_what_fails_and_what_is_told(
        self, desk: Path, checked: Callable, settings: str, failing: int, told: int
    ) -> None:
        write("claimcheck.toml", settings)
        write("draft.txt", "Police claimed it sank.")
        (outcome,) = checked()
        assert (outcome.failing, len(outcome.report.findings)) == (failing, told)
        (outcome,) = checked(fail_on="warning")
        assert outcome.failing == told


def test_the_settings_that_hold_are_shown_so_that_they_can_be_pasted(desk: Path) -> None:
    write("claimcheck.toml", 'select = ["CC2"]\nignore = ["CC210"]\ncache = "kept"\n')
    text = shown(Request(paths=("drafts/a.md",), today=TODAY, layer=Layer(ignore=("CC900",))))
    assert f"# drafts/a.md: settings of {desk / 'claimcheck.toml'}" in text
    again = read_config(write("again/claimcheck.toml", text))
    assert again.codes_for(Path("a.md")) == config_for(desk).codes_for(Path("a.md"))
    assert again.cache == str(desk / "kept")


def test_the_documentations_example_holds(desk: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "check.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    config = read_config(write("claimcheck.toml", example))
    assert "CC201" in config.codes_for(desk / "news/a.md")
    assert "CC201" not in config.codes_for(desk / "opinion/a.md")
    assert config.suppress[0].until == "2026-12-01"
