"""Draws every golden of the terminal report anew, under the names that are there.

For a further width or report, make an empty file with its name first.
"""

from __future__ import annotations

from io import StringIO

from rich.console import Console

from claimcheck.reporters.terminal import render
from tests.reporters.terminal import conftest

FOLDER = conftest.ROOT / "fixtures" / "goldens" / "terminal"

if __name__ == "__main__":
    for path in sorted(FOLDER.glob("*.txt")):
        name, width = path.stem.rsplit("-", 1)
        report = getattr(conftest, f"make_{name}_report")()
        console = Console(file=StringIO(), width=int(width), color_system=None)
        render(report, console)
        path.write_text(console.file.getvalue(), encoding="utf-8")
