"""Where checks run: the hook, the action's and the template's own steps, with the stand-in for the language model."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_cli import STAND_IN

ROOT = Path(__file__).parents[1]
FLAGGED = "# Ferry news\n\nPolice claimed the ferry sank.\n"

yaml = pytest.importorskip("yaml", reason="pre-commit is not installed, which reads YAML")
pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or shutil.which("bash") is None or shutil.which("git") is None, reason="needs bash and git"
)


def loaded(path: str) -> Any:
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one draft to be flagged, and a claimcheck on the path that needs no model."""
    tools = tmp_path / "tools"
    tools.mkdir()
    code = STAND_IN.format(root=str(ROOT), arguments=()).replace('["claimcheck", *()]', '["claimcheck", *sys.argv[1:]]')
    (tools / "stand_in.py").write_text(code)
    command = tools / "claimcheck"
    command.write_text(
        f'#!/bin/sh\necho . >> "{tools / "runs"}"\nexec "{sys.executable}" "{tools / "stand_in.py"}" "$@"\n'
    )
    command.chmod(0o755)
    desk = tmp_path / "desk"
    desk.mkdir()
    for name in [name for name in os.environ if name.startswith(("GIT_", "PRE_COMMIT"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(desk)
    subprocess.run(["git", "init", "--quiet"], check=True)
    Path("ferry, one.md").write_text(FLAGGED)
    Path("rain.txt").write_text("It rained, police said.\n")
    Path("notes.docx").write_text("Police claimed it sank.\n")
    return desk


class TestPreCommit:
    def run(self, tmp_path: Path) -> subprocess.CompletedProcess[str]:
        (hook,) = loaded(".pre-commit-hooks.yaml")
        # As it is, but with the claimcheck that is there in place of one that is installed from the network.
        hook = {**hook, "language": "system"}
        Path(".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [{"repo": "local", "hooks": [hook]}]}))
        subprocess.run(["git", "add", "."], check=True)
        environment = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "pre-commit")}
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", "--all-files"],
            capture_output=True, text=True, env=environment, check=False,
        )  # fmt: skip

    def test_finds_what_is_in_the_drafts_and_only_those(self, desk: Path, tmp_path: Path) -> None:
        done = self.run(tmp_path)
        assert done.returncode == 1, done.stdout + done.stderr
        assert "CC210 unconfirmed-claim" in done.stdout
        assert "in 2 files" in done.stdout

    def test_passes_sound_drafts_and_those_that_the_settings_leave_out(self, desk: Path, tmp_path: Path) -> None:
        Path("claimcheck.toml").write_text('exclude = ["ferry*"]')
        done = self.run(tmp_path)
        assert (done.returncode, "Passed" in done.stdout) == (0, True)

    def test_the_manifest_is_one(self) -> None:
        from pre_commit.clientlib import load_manifest

        (hook,) = load_manifest(str(ROOT / ".pre-commit-hooks.yaml"))
        assert (hook["entry"], hook["language"]) == ("claimcheck check --force-exclude", "python")


class TestAction:
    def run(self, tmp_path: Path, **inputs: str) -> tuple[dict[str, str], str, str, str]:
        """The outputs, the summary, and what the log says on standard output and standard error."""
        steps = loaded("action.yml")["runs"]["steps"]
        (step,) = (step for step in steps if step.get("id") == "check")
        defaults = {name: given["default"] for name, given in loaded("action.yml")["inputs"].items()}
        values = {**defaults, **{name.replace("_", "-"): value for name, value in inputs.items()}}
        environment = {
            name: values[template.removeprefix("${{ inputs.").removesuffix(" }}")]
            for name, template in step["env"].items()
        }
        places = {name: tmp_path / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        for place in places.values():
            place.write_text("")
        environment |= {name: str(place) for name, place in places.items()}
        environment |= {"RUNNER_TEMP": str(tmp_path), "GITHUB_ACTION_PATH": str(ROOT)}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            env={**os.environ, **environment}, capture_output=True, text=True, check=True,
        )  # fmt: skip
        outputs = dict(line.split("=", 1) for line in places["GITHUB_OUTPUT"].read_text().splitlines())
        return outputs, places["GITHUB_STEP_SUMMARY"].read_text(), done.stdout, done.stderr

    def test_annotates_summarises_and_leaves_sarif(self, desk: Path, tmp_path: Path) -> None:
        outputs, summary, log, errors = self.run(tmp_path)
        assert (outputs["status"], errors) == ("1", "")
        assert log.startswith("::warning file=ferry%2C one.md,line=3,endLine=3,col=1,endColumn=31,title=CC210")
        assert "| ferry, one.md:3 | CC210 unconfirmed-claim |" in summary
        (run,) = json.loads(Path(outputs["sarif"]).read_text())["runs"]
        assert [result["ruleId"] for result in run["results"]] == ["CC210"]
        # One run writes all of it.
        assert (tmp_path / "tools" / "runs").read_text() == ".\n"

    def test_takes_its_inputs_as_they_are(self, desk: Path, tmp_path: Path) -> None:
        (tmp_path / "claimcheck.sarif").write_text("of another step")
        outputs, _, log, errors = self.run(
            tmp_path,
            paths="ferry, one.md\n$(touch hacked)\n--help; touch hacked\n",
            options="--ignore=CC2\n",
            fail_on="error",
        )
        assert (outputs["status"], log, Path("hacked").exists()) == ("2", "", False)
        assert len(errors.splitlines()) == 2
        assert json.loads(Path(outputs["sarif"]).read_text())["runs"][0]["results"] == []

    def test_says_what_cannot_be_read_and_checks_the_others(self, desk: Path, tmp_path: Path) -> None:
        Path("bad.txt").write_bytes(b"\0")
        outputs, summary, _, errors = self.run(tmp_path)
        assert outputs["status"] == "2"
        assert errors == "claimcheck: bad.txt: is not a text file (save the article as plain text)\n"
        assert "CC210" in summary

    def test_fails_after_the_upload(self) -> None:
        steps = loaded("action.yml")["runs"]["steps"]
        assert [("uses" in step, step.get("run")) for step in steps][-2:] == [(True, None), (False, 'exit "$STATUS"')]
        assert all(step["shell"] == "bash" for step in steps if "run" in step)
        # Inputs in a script would be run as commands.
        assert not any("${{" in step.get("run", "") for step in steps)


class TestGitlab:
    def run(self, **variables: str) -> subprocess.CompletedProcess[str]:
        job = loaded("templates/gitlab.yml")["claimcheck"]
        install, *script = job["script"]
        assert install.startswith("python -m pip install")
        environment = {**os.environ, **job["variables"], **variables}
        return subprocess.run(
            ["bash", "-eo", "pipefail", "-c", "\n".join(script)],
            env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip

    def test_leaves_the_report_that_the_job_keeps(self, desk: Path) -> None:
        done = self.run()
        assert (done.returncode, done.stderr) == (1, "")
        assert "1 warning in 2 files." in done.stdout
        report = loaded("templates/gitlab.yml")["claimcheck"]["artifacts"]["reports"]["codequality"]
        assert [one["check_name"] for one in json.loads(Path(report).read_text())] == ["CC210"]

    def test_takes_paths_and_options(self, desk: Path) -> None:
        assert (
            self.run(CLAIMCHECK_PATHS="rain.txt *.md", CLAIMCHECK_OPTIONS="--fail-on=error --ignore=CC101").returncode
            == 0
        )
