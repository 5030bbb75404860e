"""How fast and how large: cold start, words per second, resident memory. Prints one JSON document.

    python -m benchmarks.speed [ARTICLE] [--copies 60] [--repeat 3]

Words are tokens that are not white space. The throughput figures are the best of the repeats over ``copies`` variants
of the article, each read as an article of its own, in this process; cold figures are the median of the repeats, each a
new process. ``archive`` is ``claimcheck batch`` over ten times as many variants, a process a core, its start included.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

SEED = Path(__file__).resolve().parent.parent / "seeds" / "niger-instructors.txt"
RESIDENT = """
import resource, sys
from claimcheck.cli import main
sys.argv = ["claimcheck", "review", sys.argv[1]]
try:
    main()
except SystemExit:
    pass
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(peak // (1024 if sys.platform == "darwin" else 1), file=sys.stderr)
"""


def _seconds(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def cold(command: list[str], repeat: int) -> float:
    """Median wall-clock seconds of a new process."""
    return round(statistics.median(_seconds(command) for _ in range(repeat)), 2)


def resident(article: Path) -> float:
    """Peak resident memory of a review, in megabytes."""
    done = subprocess.run(
        [sys.executable, "-c", RESIDENT, str(article)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    return round(int(done.stderr.split()[-1]) / 1024, 0)


def _best(run: Callable[[], object], repeat: int) -> float:
    run()
    times = []
    for _ in range(repeat):
        began = time.perf_counter()
        run()
        times.append(time.perf_counter() - began)
    return min(times)


def _editions(text: str, copies: int) -> list[str]:
    return [f"{text.rstrip()}\n\nEdition {n}.\n" for n in range(copies)]


def archive(program: list[str], text: str, copies: int, words: int) -> float:
    """Words per second of an archive of so many copies and words, from the command's start to its end."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "in.jsonl", Path(folder) / "out.jsonl"
        records = (json.dumps({"id": n, "text": edition}) + "\n" for n, edition in enumerate(_editions(text, copies)))
        source.write_text("".join(records), encoding="utf-8")
        return round(words / _seconds([*program, "batch", str(source), "--output", str(target)]))


def throughput(text: str, copies: int, repeat: int) -> dict[str, Any]:
    """Words per second of the encoder with its decoders, of each component, and of everything up to JSON."""
    from claimcheck.pipeline import startup

    startup.prepare()
    import claimcheck
    from claimcheck.analyze import analyze_all
    from claimcheck.domain import Report
    from claimcheck.pipeline.language import make_doc
    from claimcheck.readers.text import read_text
    from claimcheck.reporters.json import dumps, to_document

    nlp = claimcheck.load()
    texts = _editions(text, copies)
    articles = [read_text(t, path=str(n)) for n, t in enumerate(texts)]
    words = sum(not token.is_space for article in articles for token in nlp.make_doc(article.text))
    figures: dict[str, Any] = {"words": words}
    docs = [make_doc(nlp, article) for article in articles]
    figures["tokenizer"] = round(words / _best(lambda: [make_doc(nlp, a) for a in articles], repeat))
    for name, component in nlp.pipeline:
        through = getattr(component, "pipe", partial(map, component))
        figures[name] = round(words / _best(lambda t=through: list(t(docs)), 1))  # type: ignore[misc]

    def whole() -> None:
        for report in analyze_all(articles):
            assert isinstance(report, Report)
            dumps(to_document(report))

    figures["encoder_with_decoding"] = figures.pop("encoder")
    figures["whole_pipeline_to_json"] = round(words / _best(whole, repeat))
    return figures


def main() -> None:
    """Entry point."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("article", type=Path, nargs="?", default=SEED)
    parser.add_argument("--copies", type=int, default=60)
    parser.add_argument("--repeat", type=int, default=3)
    args = parser.parse_args()
    program = [str(Path(sys.executable).with_name("claimcheck"))]
    text = args.article.read_text(encoding="utf-8")
    figures: dict[str, Any] = {
        "cores": os.cpu_count(),
        "cold_seconds": {
            "help": cold([*program, "--help"], args.repeat),
            "review": cold([*program, "review", str(args.article)], args.repeat),
        },
        "resident_megabytes": {"review": resident(args.article)},
        "words_per_second": throughput(text, args.copies, args.repeat),
    }
    speeds = figures["words_per_second"]
    speeds["archive"] = archive(program, text, 10 * args.copies, 10 * speeds["words"])
    figures["resident_megabytes"]["benchmark"] = round(
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)
    )
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
