"""Writes the goldens of the findings' formats anew: ``python -m tests.reporters.findings.goldens``."""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import Console

from claimcheck.reporters.findings import FORMATS
from claimcheck.reporters.terminal.findings import render_findings, render_statistics
from claimcheck.version import __version__
from tests.reporters.findings.sample import RULES, reports

FOLDER = Path(__file__).parents[3] / "fixtures" / "goldens" / "findings"
_ENDINGS = {"gitlab": "json", "junit": "xml", "markdown": "md", "rdjson": "json", "sarif": "json"}


def goldens() -> dict[str, str]:
    """What every format makes of the sample, by the name of its golden."""
    found = {
        f"{name}.{_ENDINGS.get(name, 'txt')}": "".join(write(reports(), RULES)).replace(f'"{__version__}"', '"0.0.0"')
        for name, write in FORMATS.items()
        # These two are the JSON contract, which has goldens of its own.
        if name not in ("json", "jsonl")
    }
    for width in (60, 100):
        found[f"text-{width}.txt"] = printed(render_findings, width)
    found["statistics.txt"] = printed(render_statistics, 80)
    return found


def printed(render: object, width: int) -> str:
    """What a renderer prints on a console of this width, without colours."""
    sheet = io.StringIO()
    console = Console(file=sheet, width=width, no_color=True, highlight=False, legacy_windows=False)
    render(reports(), console)  # type: ignore[operator]
    return re.sub(r"\x1b\[[0-9;]*m", "", sheet.getvalue())


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in goldens().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
