"""``claimcheck check`` as a pipeline sees it: exit statuses, what goes where, and the options."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from claimcheck.cli import app
from claimcheck.cli.check import _FORMATS
from claimcheck.reporters.findings import FORMATS

ROOT = Path(__file__).parents[2]
FLAGGED = "Police claimed the ferry sank."
SOUND = "It rained, police said."

pytestmark = pytest.mark.usefixtures("without_model")


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["check", *arguments], input=stdin)


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    desk = tmp_path / "desk"
    (desk / ".git").mkdir(parents=True)
    monkeypatch.chdir(desk)
    monkeypatch.setattr("claimcheck.check.reports.default_folder", lambda: tmp_path / "cache")
    Path("flagged.md").write_text(FLAGGED)
    Path("sound.txt").write_text(SOUND)
    return desk


class TestExitStatus:
    def test_nothing_found(self) -> None:
        result = run("sound.txt")
        assert (result.exit_code, result.stdout, result.stderr) == (0, "No findings in 1 file.\n", "")

    def test_something_found(self) -> None:
        result = run("--width", "80")
        assert (result.exit_code, result.stderr) == (1, "")
        assert result.stdout.splitlines() == [
            "flagged.md",
            "  1:1     warning  CC210 unconfirmed-claim",
            "    not confirmed, as the text says itself",
            "    Police claimed the ferry sank.",
            "    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
            "    hint: confirm it, or say what is known and what is not",
            "",
            "1 warning in 2 files.",
        ]

    @pytest.mark.parametrize(
        ("options", "status"),
        [
            (["--exit-zero"], 0),
            (["--fail-on", "error"], 0),
            (["--fail-on", "never"], 0),
            (["--fail-on", "info"], 1),
            (["--min-severity", "error"], 0),
            (["--ignore", "CC2"], 0),
            (["--ignore", "CC2", "--extend-select", "unconfirmed-claim"], 1),
            (["--select", "CC101,CC9"], 0),
            (["--select", "CC101", "--select", "CC210"], 1),
            (["--profile", "reuters"], 1),
        ],
    )
    def test_options_that_decide(self, options: list[str], status: int) -> None:
        assert run("flagged.md", *options).exit_code == status

    def test_what_cannot_be_read_beats_what_is_found(self) -> None:
        Path("bad.txt").write_bytes(b"\0")
        for options in ([], ["--exit-zero"]):
            result = run(".", *options)
            assert result.exit_code == 2
            assert "CC210" in result.stdout
            assert result.stderr == "claimcheck: bad.txt: is not a text file (save the article as plain text)\n"

    @pytest.mark.parametrize(
        ("options", "told"),
        [
            (["--select", "CC211x"], "there is no rule 'CC211x'; did you mean 'CC21"),
            (["--ignore", "unconfirmed-clam"], "did you mean 'unconfirmed-claim'?"),
            (["--profile", "routers"], "there is no profile 'routers'; did you mean 'reuters'?"),
            (["--format", "xml"], "'xml' is not one of text, concise"),
            (["--also", "xml=out.xml"], "'xml=out.xml' is not FORMAT=FILE with one of text, concise"),
            (["--also", "sarif"], "'sarif' is not FORMAT=FILE"),
            (["--also", "sarif=nowhere/out"], "nowhere/out: cannot be written"),
            (["--fail-on", "fatal"], "'fatal' is not one of error, warning, info, never"),
            (["--statistics", "--format", "json"], "--statistics"),
            (["--config", "nowhere.toml"], "nowhere.toml: cannot be read: No such file or directory"),
            (["--baseline", "nowhere.json"], "nowhere.json: there is no such baseline"),
            (["--diff-base", "HEAD"], "git cannot tell what has changed"),
            (["--output-file", "nowhere/out.txt"], "nowhere/out.txt: cannot be written"),
            (["nowhere.md"], "nowhere.md: there is no such file"),
        ],
    )
    def test_mistakes_are_told(self, options: list[str], told: str) -> None:
        result = run(*options)
        assert result.exit_code == 2
        # Click frames its messages and breaks their lines.
        assert told in " ".join(line.strip("│ ") for line in result.stderr.splitlines())
        assert "Traceback" not in result.stderr

    def test_settings_that_are_wrong(self) -> None:
        Path("claimcheck.toml").write_text("selct = []")
        result = run("flagged.md", "sound.txt")
        assert (result.exit_code, result.stdout) == (2, "No findings in 0 files.\n")
        assert "claimcheck.toml: selct is no setting; did you mean 'select'?" in result.stderr


class TestOutput:
    def test_every_format_is_offered(self) -> None:
        assert ("text", *FORMATS) == _FORMATS

    @pytest.mark.parametrize("format", FORMATS)
    def test_every_format_is_written(self, format: str) -> None:
        result = run("--format", format)
        assert (result.exit_code, result.stderr) == (1, "")
        assert "CC210" in result.stdout

    def test_into_a_file(self) -> None:
        result = run("--output-file", "report.json", "--format", "json")
        assert (result.exit_code, result.output) == (1, "")
        assert [one["article"]["path"] for one in json.loads(Path("report.json").read_text())] == [
            "flagged.md",
            "sound.txt",
        ]
        run("--output-file", "report.txt")
        assert "CC210 unconfirmed-claim" in Path("report.txt").read_text()

    def test_several_formats_from_one_run(self) -> None:
        result = run("--format", "concise", "--also", "sarif=out.sarif", "--also", "text=out=2.txt", "--jobs", "1")
        assert result.exit_code == 1
        assert result.stdout.startswith("flagged.md:1:1: WARNING CC210 ")
        (sarif,) = json.loads(Path("out.sarif").read_text())["runs"]
        assert [found["ruleId"] for found in sarif["results"]] == ["CC210"]
        assert Path("out=2.txt").read_text().startswith("flagged.md\n")

    def test_statistics(self) -> None:
        result = run("--statistics")
        assert (result.exit_code, result.stdout) == (1, "     1  CC210 unconfirmed-claim\n1 warning in 2 files.\n")

    def test_standard_input_under_a_name(self) -> None:
        Path("claimcheck.toml").write_text('[[overrides]]\npaths = ["opinion/**"]\nignore = ["CC210"]\n')
        text = f"---\ntitle: x\n---\n{FLAGGED}".encode()
        result = run("-", "--stdin-filename", "news/a.md", "--format", "concise", stdin=text)
        assert result.stdout.startswith("news/a.md:4:1: WARNING CC210 ")
        assert run("-", "--stdin-filename", "opinion/a.md", stdin=text).exit_code == 0
        assert run("-", "--format", "concise", stdin=FLAGGED.encode()).stdout.startswith("-:1:1: ")

    def test_what_is_left_out_under_its_name(self) -> None:
        Path("claimcheck.toml").write_text('exclude = ["flagged.md"]')
        for path, stdin in (("flagged.md", None), ("-", FLAGGED.encode())):
            named = [path, "--stdin-filename", "flagged.md", "--force-exclude"]
            assert run(*named, stdin=stdin).stdout == "No findings in 0 files.\n"
            assert run(*named[:-1], stdin=stdin).exit_code == 1
        assert run("-", "--force-exclude", "--exclude", "*", stdin=FLAGGED.encode()).exit_code == 1

    def test_the_settings_are_shown(self) -> None:
        Path("claimcheck.toml").write_text('fail-on = "error"')
        result = run("--show-config", "--select", "CC210")
        assert result.exit_code == 0
        assert 'select = ["CC210"]\n' in result.stdout
        assert 'fail-on = "error"\n' in result.stdout


class TestBaseline:
    def test_written_read_and_stale(self) -> None:
        result = run("--write-baseline", "baseline.json")
        assert (result.exit_code, result.stdout) == (0, "")
        assert result.stderr == "claimcheck: baseline.json: +1/-0, 1 in all\n"
        result = run("--baseline", "baseline.json")
        assert (result.exit_code, result.stdout) == (0, "No findings in 2 files, 1 suppressed.\n")
        Path("flagged.md").write_text(SOUND)
        result = run("--baseline", "baseline.json")
        assert (result.exit_code, "1 entry no longer occurs" in result.stderr) == (0, True)

    def test_what_is_no_baseline_stays_as_it_is(self) -> None:
        Path("notes.json").write_text("{}")
        result = run("--write-baseline", "notes.json")
        assert (result.exit_code, Path("notes.json").read_text()) == (2, "{}")


def test_a_warm_run_loads_no_language_machinery(desk: Path, tmp_path: Path) -> None:
    run(".")
    code = (
        "import sys\n"
        f"sys.path.insert(0, {str(ROOT)!r})\n"
        "import claimcheck.check.reports as reports\n"
        "from pathlib import Path\n"
        f"reports.default_folder = lambda: Path({str(tmp_path / 'cache')!r})\n"
        "sys.argv = ['claimcheck', 'check', '.', '--format', 'concise']\n"
        "from claimcheck.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print([m for m in ('spacy', 'onnxruntime', 'numpy') if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ)
    assert (done.stderr.strip(), "CC210" in done.stdout) == ("[]", True)


@pytest.mark.model
def test_the_article_this_project_started_from() -> None:
    seed = ROOT / "seeds" / "niger-instructors.txt"
    command = [sys.executable, "-c", "from claimcheck.cli import main; main()", "check", str(seed), "--no-cache"]
    done = subprocess.run([*command, "--format", "concise"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")
    (unconfirmed,) = (line for line in done.stdout.splitlines() if " CC210 " in line)
    assert unconfirmed.startswith(f"{seed}:13:")
