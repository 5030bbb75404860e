from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import claimcheck
from claimcheck.cli import app
from claimcheck.reporters import EXPORTS
from claimcheck.rules import RULES

ROOT = Path(__file__).parents[2]
SEED = str(ROOT / "seeds" / "niger-instructors.txt")

pytestmark = pytest.mark.usefixtures("without_model")


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, list(arguments), input=stdin)


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("one.txt").write_text("Police claimed the ferry sank.")
    Path("two.txt").write_text("It rained, police said.")
    Path("bad.txt").write_bytes(b"\0")
    return tmp_path


def test_version() -> None:
    assert run("--version").stdout == f"claimcheck {claimcheck.__version__}\n"


def test_without_a_command_it_helps() -> None:
    result = run()
    assert (result.exit_code, "review" in result.output) == (2, True)


@pytest.mark.parametrize(
    "command", [[], ["review"], ["check"], ["export"], ["batch"], ["lsp"], ["sources"], ["rules"], ["explain"]]
)
def test_help_loads_no_language_machinery_and_is_quick(command: list[str]) -> None:
    code = (
        "import sys\n"
        f"sys.argv = ['claimcheck', *{command!r}, '--help']\n"
        "from claimcheck.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print([m for m in ('spacy', 'onnxruntime', 'numpy', 'rich') if m in sys.modules], file=sys.stderr)"
    )
    spent = []
    for _ in range(10):
        before = os.times()
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        after = os.times()
        assert done.stderr.strip() == "[]"
        spent.append(after.children_user + after.children_system - before.children_user - before.children_system)
        if spent[-1] < 0.3:
            break
    # The best of ten: a busy machine makes any program slower, not this one slow.
    assert min(spent) < 0.3, "seconds of processor time"


class TestReview:
    def test_shows_the_articles_claims(self, drafts: Path) -> None:
        result = run("review", "one.txt", "two.txt", "--width", "80")
        assert result.exit_code == 0
        assert "ferry sank" in result.stdout
        assert "It rained" in result.stdout
        assert all(len(line) <= 80 for line in result.stdout.splitlines())

    def test_only_the_flagged(self, drafts: Path) -> None:
        assert "It rained" not in run("review", "two.txt", "--flagged").stdout

    def test_no_colour_where_nobody_looks(self, drafts: Path) -> None:
        assert "\x1b" not in run("review", "one.txt").stdout

    def test_as_json_it_is_the_export(self, drafts: Path) -> None:
        assert run("review", "one.txt", "--format", "json").stdout == run("export", "one.txt").stdout

    def test_flagged_is_for_people(self, drafts: Path) -> None:
        result = run("review", "one.txt", "--format", "json", "--flagged")
        assert (result.exit_code, "--flagged" in result.stderr) == (2, True)

    def test_standard_input(self) -> None:
        assert "It rained" in run("review", "-", stdin=b"It rained, police said.").stdout

    def test_by_source(self, drafts: Path) -> None:
        lines = run("review", "one.txt", "two.txt", "--by", "source").stdout.splitlines()
        assert lines.count("Police (police or courts): 1 claim") == 2


class TestSources:
    def test_says_what_it_found_and_how(self) -> None:
        result = run("sources", "spunik", "--width", "120")
        assert result.exit_code == 0
        assert "Sputnik" in result.stdout
        assert "state-controlled agency, Russia, fuzzy match: “Sputnik”, 92% alike" in result.stdout

    def test_nothing_found(self) -> None:
        result = run("sources", "xyzzy")
        assert (result.exit_code, result.stdout) == (0, "No source is called “xyzzy”, or anything like it.\n")

    def test_all_as_json(self) -> None:
        entries = json.loads(run("sources", "--format", "json").stdout)
        assert len(entries) > 400
        assert {"listed"} == {entry["how"] for entry in entries}

    def test_a_newsrooms_own(self, drafts: Path) -> None:
        Path("own.toml").write_text('[delo]\nname = "Delo"\nkind = "outlet"\ncountry = "SI"\n')
        (entry,) = json.loads(run("sources", "delo", "--format", "json", "--sources", "own.toml").stdout)
        assert (entry["id"], entry["how"], entry["country"]) == ("delo", "exact", "SI")

    def test_a_file_of_sources_that_is_none(self, drafts: Path) -> None:
        Path("own.toml").write_text('[delo]\nname = "Delo"\nkind = "papr"\n')
        result = run("sources", "--sources", "own.toml")
        assert result.exit_code == 2
        assert result.stderr.startswith("claimcheck: own.toml: [delo]: 'papr' is not")
        assert len(result.stderr.splitlines()) == 1


class TestExport:
    def test_one_file_is_one_document(self, drafts: Path) -> None:
        result = run("export", "one.txt")
        assert result.exit_code == 0
        document = json.loads(result.stdout)
        assert (document["article"]["path"], document["claims"][0]["status"]) == ("one.txt", "unconfirmed")

    def test_several_are_an_array(self, drafts: Path) -> None:
        documents = json.loads(run("export", "one.txt", "two.txt", "--format", "json").stdout)
        assert [document["article"]["path"] for document in documents] == ["one.txt", "two.txt"]

    def test_or_one_a_line(self, drafts: Path) -> None:
        lines = run("export", "one.txt", "two.txt", "--format", "jsonl").stdout.splitlines()
        assert [json.loads(line)["article"]["path"] for line in lines] == ["one.txt", "two.txt"]

    def test_into_a_file(self, drafts: Path) -> None:
        result = run("export", "one.txt", "--output", "out.json")
        assert (result.exit_code, result.stdout) == (0, "")
        assert json.loads(Path("out.json").read_text(encoding="utf-8"))["article"]["path"] == "one.txt"

    def test_an_unknown_format(self, drafts: Path) -> None:
        result = run("export", "one.txt", "--format", "xml")
        assert result.exit_code == 2
        assert all(name in result.stderr for name in EXPORTS)


class TestFailures:
    def test_one_clear_line_each_and_the_others_go_on(self, drafts: Path) -> None:
        result = run("export", "bad.txt", "one.txt", "nowhere.txt", "two.txt", "--format", "jsonl")
        assert result.exit_code == 2
        assert [json.loads(line)["article"]["path"] for line in result.stdout.splitlines()] == ["one.txt", "two.txt"]
        assert result.stderr.splitlines() == [
            "claimcheck: bad.txt: is not a text file (save the article as plain text)",
            "claimcheck: nowhere.txt: there is no such file (check the name and the folder)",
        ]

    def test_where_all_fail_the_old_output_stays(self, drafts: Path) -> None:
        Path("out.json").write_text("old")
        for files in (["bad.txt"], ["bad.txt", "nowhere.txt"]):
            assert run("export", *files, "--output", "out.json").exit_code == 2
            assert Path("out.json").read_text() == "old"

    def test_an_output_that_cannot_be_written(self, drafts: Path) -> None:
        result = run("export", "one.txt", "--output", "nowhere/out.json")
        assert result.exit_code == 2
        assert result.stderr.startswith("claimcheck: nowhere/out.json: cannot be written")

    def test_a_fault_of_ours_is_no_traceback(self, drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("claimcheck.cli.read", lambda path: 1 / 0)
        result = run("review", "one.txt")
        assert result.exit_code == 2
        assert result.stderr == "claimcheck: internal error, please report it: ZeroDivisionError: division by zero\n"

    def test_an_interrupt(self, drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupt(path: str) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("claimcheck.cli.read", interrupt)
        result = run("review", "one.txt")
        assert (result.exit_code, result.stderr) == (130, "claimcheck: interrupted\n")


class TestBatch:
    def test_an_archive(self, drafts: Path) -> None:
        Path("in.jsonl").write_text('{"id": 1, "text": "It rains."}\n{"id": 2, "text": "It snows."}\n')
        result = run("batch", "in.jsonl", "--output", "out.jsonl")
        assert (result.exit_code, result.output) == (0, "")
        assert [json.loads(line)["id"] for line in Path("out.jsonl").read_text().splitlines()] == [1, 2]

    def test_a_bad_line(self, drafts: Path) -> None:
        Path("in.jsonl").write_text('{"id": 1}\n{"id": 2, "text": "It snows."}\n')
        result = run("batch", "in.jsonl", "--output", "out.jsonl")
        assert (result.exit_code, result.stderr) == (2, 'claimcheck: in.jsonl:1: has no "text"\n')
        assert run("batch", "in.jsonl", "--output", "out.jsonl", "--resume").exit_code == 2

    def test_resumes_only_with_the_same_model_and_sources(self, drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        Path("in.jsonl").write_text('{"id": 1, "text": "It rains."}\n')
        Path("own.toml").write_text('[delo]\nname = "Delo"\nkind = "outlet"\n')
        again = ("batch", "in.jsonl", "--output", "out.jsonl", "--resume")
        assert run(*again).exit_code == 0
        assert run(*again).exit_code == 0
        result = run(*again, "--sources", "own.toml")
        assert (result.exit_code, result.stderr) == (
            2,
            "claimcheck: out.jsonl: line 1 was made with other sources (--sources) (start anew without --resume)\n",
        )
        monkeypatch.setattr(sys.modules["claimcheck.pipeline.encoder.model"], "version_of", lambda: "99")
        result = run(*again)
        assert (result.exit_code, result.stderr) == (
            2,
            "claimcheck: out.jsonl: line 1 was made with another language model (start anew without --resume)\n",
        )

    def test_from_standard_input_to_standard_output(self) -> None:
        result = run("batch", "-", "--output", "-", stdin=b'{"id": 1, "text": "It rains."}\n')
        assert json.loads(result.stdout)["id"] == 1


class TestRules:
    def test_are_listed(self) -> None:
        result = run("rules")
        assert result.exit_code == 0
        assert "CC210  unconfirmed-claim" in result.stdout

    def test_as_json(self) -> None:
        listed = json.loads(run("rules", "--format", "json").stdout)
        assert {"code", "name", "severity", "default", "summary"} <= set(listed[0])
        assert [rule["code"] for rule in listed] == [rule.code for rule in RULES]


STAND_IN = """
import sys
sys.path.insert(0, {root!r})
from tests.stand_in import MODULES
sys.modules.update(MODULES)
sys.argv = ["claimcheck", *{arguments!r}]
from claimcheck.cli import main
main()
"""


def command(*arguments: str) -> list[str]:
    """The command in a process of its own, with the stand-in for the pipeline."""
    return [sys.executable, "-c", STAND_IN.format(root=str(ROOT), arguments=arguments)]


def test_a_reader_who_has_seen_enough(drafts: Path) -> None:
    Path("long.txt").write_text("It rained, police said.\n\n" * 1500)
    with subprocess.Popen(command("export", "long.txt"), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_terminals_of_every_encoding(drafts: Path, encoding: str) -> None:
    Path("wide.txt").write_text("“日本” it rained – police said 🚢.", encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    for words in ("review", "export"):
        done = subprocess.run(command(words, "wide.txt"), env=environment, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, b"")
    assert "日本" in json.loads(done.stdout)["article"]["text"]


def test_colours_at_a_terminal_unless_they_are_not_wanted(drafts: Path) -> None:
    environment = {**os.environ, "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    environment.pop("NO_COLOR", None)

    def shown(*arguments: str, **more: str) -> bytes:
        return subprocess.run(
            command("review", "one.txt", *arguments), env={**environment, **more}, capture_output=True, check=True
        ).stdout

    assert b"\x1b[" in shown()
    assert b"\x1b[3" not in shown("--no-color")
    assert b"\x1b[3" not in shown(NO_COLOR="1")


def test_nothing_touches_the_network(drafts: Path) -> None:
    blocked = "import socket\ndef refuse(*a, **k): raise OSError('network')\nsocket.socket = refuse\n"
    line = command("review", "one.txt")
    line[2] = blocked + line[2]
    subprocess.run(line, check=True, capture_output=True)
