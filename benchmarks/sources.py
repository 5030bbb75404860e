"""How right sources are: who says it, through whom, where; who a mention is; what stands inside what; how fast.

    python -m benchmarks.sources DATA

DATA holds ``status/cases.dev.jsonl`` (annotated short articles), ``gum/dev.conllu.gz`` and ``gum/train.conllu.gz``
(coreference and attribution relations; dev has few inner ones, so a part of train is read, too, from which the language
model learned its syntax), ``polnear/dev.jsonl.gz`` and ``polnear-silver/dev.conllu.gz`` (news; its coreference is
another program's, a trend and no truth). Prints one JSON document, times in seconds.
"""

from __future__ import annotations

import argparse
import json
import time
from itertools import islice
from pathlib import Path
from typing import Any

from spacy.language import Language

from benchmarks import corpora, silver, tracing
from benchmarks.cases import tallies
from benchmarks.measures import Tally
from claimcheck.analyze import load
from claimcheck.domain import SourceKind
from claimcheck.sources import shipped_registry

_LOOKUPS = 10_000
_SAMPLE = 6
"""Of GUM's training documents every sixth is read."""


def tracing_of(nlp: Language, path: Path, *, every: int) -> dict[str, Any]:
    """Nested attributions, by their cue words, and links of source mentions, source and cue spans being given."""
    links, inner, everything = tracing.LinkTally(), Tally(), Tally()
    for document in islice(corpora.treebank(path), 0, None, every):
        doc, tokens = tracing.doc_of(document, nlp.vocab)
        rows, heads = tracing.rows_of(document), tracing.heads_of(document)
        known, golds = tracing.mentions(rows, heads), tracing.attributions(rows)
        for name in ("encoder", "syntax", "attribution"):
            doc = nlp.get_pipe(name)(doc)  # type: ignore[operator]
        tracing.count_nested(doc, tokens, golds, inner, everything)
        doc._.attributions = tuple(tracing.given(doc, tokens, golds, known))
        links.add(nlp.get_pipe("sourcing")(doc), tokens, rows, golds, known, heads)  # type: ignore[operator]
    return {"coreference": links.scores(), "nesting": {"inner": inner.scores(), "all": everything.scores()}}


def lookups() -> float:
    """Seconds for ten thousand lookups, a quarter of them with a letter missing."""
    registry = shipped_registry()
    names = [name for entry in registry.entries for name in entry.names]
    names = (names * (_LOOKUPS // len(names) + 1))[:_LOOKUPS]
    kinds = frozenset({SourceKind.OUTLET, SourceKind.AGENCY})
    asked = [f"{name[:4]}{name[5:]}" if place % 4 == 0 else name for place, name in enumerate(names)]
    began = time.perf_counter()
    for name in asked:
        registry.lookup(name, kinds=kinds)
    return round(time.perf_counter() - began, 2)


def main() -> None:
    """Entry point."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    nlp = load()
    figures = {
        "cases": tallies([data / "status" / "cases.dev.jsonl"]).everything.scores(),
        "gum_dev": tracing_of(nlp, data / "gum" / "dev.conllu.gz", every=1),
        "gum_train": tracing_of(nlp, data / "gum" / "train.conllu.gz", every=_SAMPLE),
        "silver_news_trend": silver.coreference(
            nlp, data / "polnear" / "dev.jsonl.gz", data / "polnear-silver" / "dev.conllu.gz"
        ),
        "registry_seconds_for_10000_lookups": lookups(),
    }
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
