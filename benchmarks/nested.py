"""How right attributions inside attributions are, on short texts annotated by hand.

    python -m benchmarks.nested FILE [--wrong]

FILE, ``fixtures/nested/nested.jsonl`` or one like it, has a text a line with ``attributions``: ``source``, ``cue`` and
``content`` as words of the text ("" for no source; " … " joins pieces), and ``parent``, the place in the list of the
one in whose content it stands, or None. Prints one JSON document: precision and recall of the inner attributions, which
have a parent, and recall of the outer ones. ``--wrong`` lists on standard error which inner ones are missing or wrong.

An attribution of the report is the annotated one if each of both contents covers half of the other, counted in
characters, and the words of its cue or source hold the first word of the annotated cue or the whole annotated source:
the cue of "was told by the harbour office that …" may be "told" or "was told by", its source the office or nobody. Of
several the one whose content is most alike is taken, and each once. Outer ones are looked for among those without a
parent and inner ones among those with any: whose content they stand in is not asked, because it is seen from the
contents.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.measures import Tally, share
from benchmarks.reading import records, with_reports
from claimcheck.domain import Attribution, Report, Span

_GAP = " … "


class NestedTally:
    """Figures over texts, in per cent."""

    def __init__(self) -> None:
        self._inner = Tally()
        self._outer_right = self._outer_wanted = 0
        self.wrong: list[str] = []

    def add(self, record: Mapping[str, Any], report: Report) -> None:
        """Count one text; what is wrong in it is listed in ``wrong``."""
        text = report.article.text
        outer = [made for made in report.attributions if made.parent is None]
        inner = [made for made in report.attributions if made.parent is not None]
        given = len(inner)
        for gold in (gold for gold in record["attributions"] if gold["parent"] is None):
            self._outer_wanted += 1
            self._outer_right += _take(gold, outer, text)
        wanted = [gold for gold in record["attributions"] if gold["parent"] is not None]
        missed = [gold for gold in wanted if not _take(gold, inner, text)]
        self._inner.count(given - len(inner), given, len(wanted))
        self.wrong += [f"{record['id']} missing: {gold['cue']!r} {gold['content']!r}" for gold in missed]
        self.wrong += [
            f"{record['id']} wrong: {_words(made.cue, text)!r} {_words(made.content, text)!r}" for made in inner
        ]

    def scores(self) -> dict[str, Any]:
        """Precision, recall and F1 of the inner attributions, recall of the outer ones."""
        return {
            "inner": self._inner.scores(),
            "outer_recall": share(self._outer_right, self._outer_wanted),
        }


def _take(gold: Mapping[str, Any], free: list[Attribution], text: str) -> bool:
    """Take the attribution that is the annotated one out of those that are free; False if there is none."""
    wanted = _located(gold["content"], text)
    best: tuple[float, Attribution] | None = None
    for made in free:
        content = _characters(made.content)
        both = len(content & wanted)
        alike = both / len(content | wanted)
        enough = 2 * both >= max(len(content), len(wanted))
        if enough and _is_told(gold, made, text) and (best is None or alike > best[0]):
            best = (alike, made)
    if best is not None:
        free.remove(best[1])
    return best is not None


def _is_told(gold: Mapping[str, Any], made: Attribution, text: str) -> bool:
    told = _words((*made.cue, *made.source), text)
    first = gold["cue"].split()[0]
    return first in re.findall(r"[\w'’-]+", told) or bool(gold["source"] and gold["source"] in told)


def _located(words: str, text: str) -> set[int]:
    """The characters of the text that words stand for, each piece looked for after the one before."""
    found: set[int] = set()
    after = 0
    for piece in words.split(_GAP):
        start = text.index(piece, after)
        after = start + len(piece)
        found.update(range(start, after))
    return found


def _words(spans: Iterable[Span], text: str) -> str:
    return " ".join(span.of(text) for span in spans)


def _characters(spans: Iterable[Span]) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}


def tally(path: Path) -> NestedTally:
    """Every text of a file, analysed and counted."""
    found = NestedTally()
    for record, report in with_reports(records(path)):
        found.add(record, report)
    return found


def main() -> None:
    """Entry point."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--wrong", action="store_true")
    asked = parser.parse_args()
    if not asked.file.is_file():
        parser.error(f"{asked.file}: no such file; name a file of JSON Lines, such as fixtures/nested/nested.jsonl")
    found = tally(asked.file)
    if asked.wrong:
        print("\n".join(found.wrong), file=sys.stderr)
    print(json.dumps(found.scores(), indent=2))


if __name__ == "__main__":
    main()
