"""Draws ``docs/report.svg``: the seed article's report as a terminal shows it. Run by ``make picture``."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

from rich.console import Console

import claimcheck
from claimcheck.readers import read
from claimcheck.reporters.terminal import render

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "niger-instructors.txt"
COLUMNS = 100

console = Console(
    record=True, file=StringIO(), width=COLUMNS, force_terminal=True, color_system="truecolor", highlight=False
)
render(claimcheck.analyze(read(str(SEED))), console)
svg = console.export_svg(title=f"claimcheck review {SEED.relative_to(ROOT)}", unique_id="report")
(ROOT / "docs" / "report.svg").write_text(svg, encoding="utf-8")
