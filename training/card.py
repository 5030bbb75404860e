"""Write a model folder's card from a template and the measured figures, and its checksums.

python -m benchmarks.accuracy DATA > figures.json
python -m training.card figures.json FOLDER
"""

from __future__ import annotations

import argparse
import json
import pathlib

from benchmarks.floors import figure
from training.export import write_checksums

TEMPLATE = pathlib.Path(__file__).with_name("card.md.in")
ROWS = (
    ("source, exact F1", "PolNeAR dev", "polnear_dev.outermost.source.f1"),
    ("cue, exact F1", "PolNeAR dev", "polnear_dev.outermost.cue.f1"),
    ("content, exact F1", "PolNeAR dev", "polnear_dev.outermost.content.f1"),
    ("who said what, F1", "PolNeAR dev", "polnear_dev.outermost.who_said_what.f1"),
    ("universal tags", "EWT dev, gold words", "ewt_dev.upos"),
    ("lemmas", "EWT dev, gold words", "ewt_dev.lemma"),
    ("labelled attachment", "EWT dev, gold words", "ewt_dev.las"),
    ("entities, F1", "GUM dev, gold words", "gum_dev.entities.f1"),
    ("sentence starts, F1", "GUM dev, gold words", "gum_dev.sentence_starts.f1"),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("figures", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    args = parser.parse_args()
    figures = json.loads(args.figures.read_text(encoding="utf-8"))["figures"]
    rows = [f"| {what} | {where} | {figure(figures, path)} |" for what, where, path in ROWS]
    table = "\n".join(["| measure | on | |", "|---|---|---|", *rows])
    size = f"{(args.folder / 'model.onnx').stat().st_size / 1e6:.0f} MB"
    card = TEMPLATE.read_text(encoding="utf-8").replace("@TABLE@", table).replace("@WORDS@", size)
    (args.folder / "card.md").write_text(card, encoding="utf-8")
    write_checksums(args.folder)


if __name__ == "__main__":
    main()
