"""What the README shows is what there is. ``python -m tests.test_readme`` fills in its help blocks."""

from __future__ import annotations

import re
from importlib.metadata import version
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from claimcheck.cli import app
from claimcheck.domain import Status

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)
ASKED = re.compile(r"^\$ claimcheck(?P<command>.*) --help$", re.MULTILINE)


def shown() -> str:
    """The README's block of ``--help`` texts as it should be."""
    (block,) = BLOCK.findall(README.read_text(encoding="utf-8"))
    answers = []
    for asked in ASKED.finditer(block):
        words = asked["command"].split()
        result = CliRunner().invoke(app, [*words, "--help"], prog_name="claimcheck", env={"COLUMNS": "80"})
        answers.append(f"{asked.group()}\n{result.stdout}")
    return "\n".join(answers)


def locked(package: str) -> str:
    """The version of a package with which the README was written."""
    found = re.search(rf"^{package}==([^;\s]+)", (ROOT / "requirements-dev.lock").read_text(), re.MULTILINE)
    assert found is not None
    return found[1]


@pytest.mark.skipif(version("typer") != locked("typer"), reason="other versions of typer lay their help out otherwise")
def test_the_help_texts_are_the_commands() -> None:
    assert BLOCK.findall(README.read_text(encoding="utf-8")) == [shown()]


def test_every_command_is_shown() -> None:
    commands = getattr(get_command(app), "commands")  # noqa: B009 - the group's type is private to typer
    asked = {found["command"].strip() for found in ASKED.finditer(README.read_text(encoding="utf-8"))}
    assert asked == {"", *commands}


def test_every_status_is_explained_with_its_flag() -> None:
    rows = re.findall(r"^\| `(\w+)` \|.*\| (yes)? ?\|$", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == [(status.value, "yes" if status.flagged else "") for status in Status]


@pytest.mark.parametrize("document", sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]), ids=lambda p: p.name)
def test_links_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


if __name__ == "__main__":
    filled = BLOCK.sub(lambda _: shown(), README.read_text(encoding="utf-8"))
    README.write_text(filled, encoding="utf-8")
