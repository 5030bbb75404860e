"""How right the shipped model is, on corpora given as a folder, against pinned floors.

    python -m benchmarks.accuracy DATA [--model FOLDER] [--raise-floors]

DATA holds ``polnear/dev.jsonl.gz``, ``ewt/dev.conllu.gz`` and ``gum/dev.conllu.gz``. Prints one JSON document and
ends with 1 if a figure is below its floor in ``floors.json``; ``--raise-floors`` writes
higher floors, never lower ones.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from benchmarks import corpora, floors
from benchmarks.measures import Tally, TreeTally, attribution_scores
from claimcheck.domain import Attribution
from claimcheck.pipeline.encoder.model import SHIPPED
from claimcheck.pipeline.extensions import register


def language(model: Path) -> Language:
    """The part of the pipeline that the language model answers for."""
    register()
    nlp = spacy.blank("en")
    nlp.add_pipe("claimcheck_encoder", name="encoder", config={"model": str(model)})
    nlp.add_pipe("claimcheck_syntax", name="syntax")
    nlp.add_pipe("claimcheck_attribution", name="attribution")
    return nlp


def _offsets(attribution: Attribution) -> dict[str, list[tuple[int, int]]]:
    return {
        role: [(span.start, span.end) for span in getattr(attribution, role)] for role in ("source", "cue", "content")
    }


def attribution(nlp: Language, path: Path) -> dict[str, dict[str, Any]]:
    """Against every annotator of PolNeAR: the outermost attributions alone, as annotated, and all that are reported."""
    outer, everything = [], []
    finder = nlp.get_pipe("attribution")
    for record in corpora.polnear(path):
        doc = nlp(record["text"])
        gold = [a["attributions"] for a in record["annotations"]]
        outermost = finder.outermost(doc, doc.user_data["claimcheck_reading"])  # type: ignore[attr-defined]
        outer.append((record["text"], gold, [_offsets(a) for a in outermost]))
        everything.append((record["text"], gold, [_offsets(a) for a in doc._.attributions]))
    return {"outermost": attribution_scores(outer), "all": attribution_scores(everything)}


def syntax(nlp: Language, path: Path) -> dict[str, float]:
    """Tags and trees of EWT's gold words, each gold sentence a text of its own."""
    tally = TreeTally()
    for document in corpora.treebank(path):
        for sentence in document:
            doc = nlp(Doc(nlp.vocab, words=[row.text for row in sentence.rows]))
            for i, row in enumerate(sentence.rows):
                token = doc[i]
                relation = "root" if token.dep_ == "ROOT" else token.dep_
                head = 0 if token.head.i == i else token.head.i + 1
                tally.add(
                    {"upos": token.pos_, "lemma": token.lemma_, "head": head, "relation": relation},
                    {"upos": row.upos, "lemma": row.lemma, "head": row.head, "relation": row.relation},
                )
    return tally.scores()


def entities(nlp: Language, path: Path) -> dict[str, dict[str, float]]:
    """Named entities and sentence starts of GUM's gold words, each document a text with its paragraphs."""
    names, sentences = Tally(), Tally()
    for document in corpora.treebank(path):
        words: list[str] = []
        spaces: list[bool] = []
        number: list[int] = []
        starts = set()
        for sentence in document:
            if sentence.begins_paragraph and words:
                words.append("\n\n")
                spaces.append(False)
            starts.add(len(number))
            for row in sentence.rows:
                number.append(len(words))
                words.append(row.text)
                spaces.append("SpaceAfter=No" not in row.misc)
        doc = nlp(Doc(nlp.vocab, words=words, spaces=spaces))
        at = {token: i for i, token in enumerate(number)}
        names.add([(at[e.start], at[e.end - 1] + 1, e.label_) for e in doc.ents], corpora.named_entities(document))
        sentences.add((at[s.start] for s in doc.sents if s.start in at), starts)
    return {"entities": names.scores(), "sentence_starts": sentences.scores()}


def measure(nlp: Language, data: Path) -> dict[str, Any]:
    """All measures as one tree of figures."""
    found = attribution(nlp, data / "polnear" / "dev.jsonl.gz")
    return {
        "polnear_dev": found,
        "ewt_dev": syntax(nlp, data / "ewt" / "dev.conllu.gz"),
        "gum_dev": entities(nlp, data / "gum" / "dev.conllu.gz"),
    }


def main() -> int:
    """Entry point; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--model", type=Path, default=SHIPPED)
    parser.add_argument("--raise-floors", action="store_true")
    args = parser.parse_args()
    figures = measure(language(args.model), args.data)
    too_low = floors.below(figures)
    print(json.dumps({"figures": figures, "below_floor": too_low}, indent=2))
    if args.raise_floors and not too_low:
        floors.raise_to(figures)
    return 1 if too_low else 0


if __name__ == "__main__":
    sys.exit(main())
