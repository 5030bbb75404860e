"""Draws ``docs/report.svg``: the seed article's report as a terminal shows it. Run by ``make picture``."""

from __future__ import annotations

import re
from dataclasses import replace
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

import claimcheck
from claimcheck.readers import read
from claimcheck.reporters.terminal import render

ROOT = Path(__file__).parents[1]
SEED = "seeds/niger-instructors.txt"
COLUMNS = 112

console = Console(
    record=True, file=StringIO(), width=COLUMNS, force_terminal=True, color_system="truecolor", highlight=False
)
console.print(Text(f"$ claimcheck review {SEED}\n"))
render(claimcheck.analyze(replace(read(str(ROOT / SEED)), path=SEED)), console)
svg = console.export_svg(title="claimcheck", theme=MONOKAI, unique_id="report")
# The picture must not fetch a font from elsewhere.
svg = re.sub(r"\s*@font-face \{.*?\n    \}", "", svg, flags=re.DOTALL)
(ROOT / "docs" / "report.svg").write_text(svg, encoding="utf-8")
