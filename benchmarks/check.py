"""How long a check takes, cold and with a cache that knows every draft. Prints one JSON document.

    python -m benchmarks.check [ARTICLE] [--drafts 200] [--repeat 3]

The drafts are variants of the article, every other one as Markdown. ``warm_seconds`` is the median wall-clock time of a
process over all of them; ``warm_processor_seconds`` is what of it the processor worked, which others who use the
machine disturb less.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

COMMAND = [sys.executable, "-c", "from claimcheck.cli import main; main()"]
SEED = Path(__file__).resolve().parent.parent / "seeds" / "niger-instructors.txt"


def _check(folder: Path, cache: Path) -> tuple[float, float]:
    """Wall-clock and processor seconds of one check."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    before, began = os.times(), time.perf_counter()
    command = [*COMMAND, "check", ".", "--exit-zero"]
    subprocess.run(command, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)
    wall, after = time.perf_counter() - began, os.times()
    return wall, after.children_user + after.children_system - before.children_user - before.children_system


def main() -> None:
    """Make the drafts, check them, print the figures."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("article", nargs="?", type=Path, default=SEED)
    options.add_argument("--drafts", type=int, default=200)
    options.add_argument("--repeat", type=int, default=3)
    asked = options.parse_args()
    text = asked.article.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as place:
        folder, cache = Path(place, "drafts"), Path(place, "cache")
        folder.mkdir()
        for number in range(asked.drafts):
            name = f"{number:04}.{'md' if number % 2 else 'txt'}"
            (folder / name).write_text(f"{text}\n\nDraft number {number} is closed.\n", encoding="utf-8")
        cold, _ = _check(folder, cache)
        warm = [_check(folder, cache) for _ in range(asked.repeat)]
        kept = sum(entry.stat().st_size for entry in cache.rglob("*.json"))
    figures = {
        "drafts": asked.drafts,
        "words": len(text.split()) * asked.drafts,
        "cold_seconds": round(cold, 2),
        "warm_seconds": round(statistics.median(wall for wall, _ in warm), 2),
        "warm_processor_seconds": round(statistics.median(spent for _, spent in warm), 2),
        "cache_megabytes": round(kept / 1e6, 1),
    }
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
