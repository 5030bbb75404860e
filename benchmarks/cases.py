"""How right claims are, on short articles annotated by hand.

    python -m benchmarks.cases FILE_OR_FOLDER [--by-topic] [--wrong]

Prints one JSON document: the figures of every file and of all together, with ``--by-topic`` those of the articles of
each topic, too. ``--wrong`` lists on standard error which claims are wrong. ``fixtures/cases`` has cases of our own,
and says how they are written.

A case has an ``id``, ``topics``, a ``text``, ``claims`` and ``not_claims``. A gold claim has an ``anchor`` (words that
occur once in the text), ``status``, ``status_accept``, ``flagged``, ``source`` (None: nobody), ``source_accept``,
``named`` and ``kind`` of the source, ``via``, ``channel``, and perhaps ``channel_accept`` and ``unscored`` slots. A
gold claim is found if a claim of the report covers half of the anchor's characters; of several the one that covers
most, then the shortest, then the first.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.measures import Tally, share
from benchmarks.reading import records, with_reports
from claimcheck.domain import Claim, Report, Source, SourceKind, Span, Status

_SLOTS = ("status", "source", "named", "kind", "via", "channel", "all_right")
_FLAGGED = frozenset(status.value for status in Status if status.flagged)


class CaseTally:
    """Figures over cases, in per cent; ``all_right`` is status, source and via."""

    def __init__(self) -> None:
        self._claims = self._found = self._not_claims = self._violated = 0
        self._right = dict.fromkeys(_SLOTS, 0)
        self._asked = dict.fromkeys(_SLOTS, 0)
        self._flags = Tally()
        self.wrong: list[str] = []

    def add(self, case: Mapping[str, Any], report: Report) -> None:
        """Count one case; what is wrong in it is listed in ``wrong``."""
        text = report.article.text
        for gold in case["claims"]:
            self._claims += 1
            start = text.index(gold["anchor"])
            claim = _covering(report.claims, Span(start=start, end=start + len(gold["anchor"])))
            right = _judged(gold, claim, report)
            self._found += claim is not None
            for slot in _asked(gold):
                self._asked[slot] += 1
                self._right[slot] += right[slot]
            if not right["all_right"]:
                got = "not found" if claim is None else f"{claim.status} by {_name(report, claim.source_id)}"
                self.wrong.append(f"{case['id']} {gold['anchor']!r}: {gold['status']} by {gold['source']}, got {got}")
            if len({status in _FLAGGED for status in (gold["status"], *gold["status_accept"])}) == 1:
                given = claim is not None and claim.flagged
                self._flags.count(given and gold["flagged"], given, gold["flagged"])
        for words in case["not_claims"]:
            self._not_claims += 1
            start = text.index(words)
            self._violated += _is_claimed(report.claims, Span(start=start, end=start + len(words)))

    def scores(self) -> dict[str, Any]:
        """Shares of the gold claims that have the slot, found or not; precision and recall of flags; and the share of
        what is no claim that was made one."""
        return {
            "claims": self._claims,
            "found": share(self._found, self._claims),
            **{slot: share(right, self._asked[slot]) for slot, right in self._right.items()},
            "flags": self._flags.scores(),
            "not_claims_violated": share(self._violated, self._not_claims),
        }


def _asked(gold: Mapping[str, Any]) -> list[str]:
    """The slots in which a gold claim says something: who has no source is neither named nor of a kind."""
    left_out = set(gold.get("unscored", ()))
    for slot in ("named", "kind"):
        if gold["source"] is None or gold[slot] is None:
            left_out.add(slot)
    return [slot for slot in _SLOTS if slot not in left_out]


def _judged(gold: Mapping[str, Any], claim: Claim | None, report: Report) -> dict[str, bool]:
    if claim is None:
        return dict.fromkeys(_SLOTS, False)
    sources = {source.id: source for source in report.sources}
    source = sources.get(claim.source_id or "")
    attribution = next((made for made in report.attributions if made.id == claim.attribution_id), None)
    chain = [_names(sources[via]) for via in claim.via]
    right = {
        "status": claim.status is not None and claim.status.value in (gold["status"], *gold["status_accept"]),
        "source": _is_source([gold["source"], *gold["source_accept"]], source),
        "named": source is not None and source.named == gold["named"],
        "kind": source is not None and source.kind.value == gold["kind"],
        "via": len(chain) == len(gold["via"])
        and all(_plain(wanted) in names for wanted, names in zip(gold["via"], chain, strict=True)),
        "channel": _is_channel(
            [gold["channel"], *gold.get("channel_accept", ())], None if attribution is None else attribution.channel
        ),
    }
    via = right["via"] or "via" in gold.get("unscored", ())
    return right | {"all_right": right["status"] and right["source"] and via}


def _is_channel(accepted: Sequence[str | None], channel: str | None) -> bool:
    """Whether the words of one hold those of the other: "Facebook post" is "post"."""
    if not channel:
        return None in accepted
    words = set(re.findall(r"\w+", _plain(channel)))
    wanted = [set(re.findall(r"\w+", _plain(name))) for name in accepted if name]
    return any(words <= other or other <= words for other in wanted)


def _covering(claims: Iterable[Claim], anchor: Span) -> Claim | None:
    best: tuple[int, int, int] | None = None
    found = None
    for place, claim in enumerate(claims):
        covered = len(_characters(claim.spans) & _characters([anchor]))
        rank = (-covered, len(_characters(claim.spans)), place)
        if 2 * covered >= len(anchor) and (best is None or rank < best):
            best, found = rank, claim
    return found


def _is_claimed(claims: Iterable[Claim], words: Span) -> bool:
    for claim in claims:
        characters = _characters(claim.spans)
        covered = len(characters & _characters([words]))
        if claim.status is not None and 2 * covered >= len(words) and 2 * covered >= len(characters):
            return True
    return False


def _characters(spans: Iterable[Span]) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}


def _plain(name: str) -> str:
    """A name without what two people would write differently: case, article, quotation marks, kinds of dashes."""
    name = unicodedata.normalize("NFKC", name).casefold()
    name = re.sub("[‘’‛`´]", "'", name)
    name = re.sub('[“”„"]', "", name)
    name = " ".join(re.sub("[‐-―]", "-", name).split()).strip(" .,;:'")
    return re.sub(r"^(?:the|an|a) ", "", name)


def _names(source: Source | None) -> set[str]:
    if source is None or source.kind is SourceKind.OUTLET_ITSELF:
        return set()
    return {_plain(name) for name in (source.name, *source.aliases) if _plain(name)}


def _is_source(accepted: Sequence[str | None], source: Source | None) -> bool:
    wanted = {_plain(name) for name in accepted if name}
    names = _names(source)
    if not names:
        # "Our reporter" is the outlet under a name.
        return None in accepted or (source is not None and _plain(source.name) in wanted)
    return not names.isdisjoint(wanted)


def _name(report: Report, source_id: str | None) -> str | None:
    return next((source.name for source in report.sources if source.id == source_id), None)


class CaseTallies:
    """The tally of all cases together, of every file, and of every topic if that is wanted."""

    def __init__(self, *, by_topic: bool = False) -> None:
        self.everything = CaseTally()
        self._by_topic = by_topic
        self._files: dict[str, CaseTally] = defaultdict(CaseTally)
        self._topics: dict[str, CaseTally] = defaultdict(CaseTally)

    def add(self, file: str, case: Mapping[str, Any], report: Report) -> None:
        """Count one case of a file; it counts for each of its topics."""
        topics = case["topics"] if self._by_topic else ()
        for tally in (self.everything, self._files[file], *(self._topics[topic] for topic in topics)):
            tally.add(case, report)

    def scores(self) -> dict[str, Any]:
        """The figures of each file, of all, and perhaps of each topic."""
        found = {
            "files": {name: tally.scores() for name, tally in self._files.items()},
            "all": self.everything.scores(),
        }
        if self._by_topic:
            found["topics"] = {name: self._topics[name].scores() for name in sorted(self._topics)}
        return found


def files_of(place: Path) -> list[Path]:
    """A file itself, or the files of JSON Lines in a folder, by name."""
    return sorted(place.glob("*.jsonl")) if place.is_dir() else [place]


def tallies(files: Iterable[Path], *, by_topic: bool = False) -> CaseTallies:
    """All cases of some files, analysed and counted."""
    cases = [(file.stem, case) for file in files for case in records(file)]
    found = CaseTallies(by_topic=by_topic)
    for (file, _), (case, report) in zip(cases, with_reports(case for _, case in cases), strict=True):
        found.add(file, case, report)
    return found


def main() -> None:
    """Entry point."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("place", type=Path, metavar="FILE_OR_FOLDER")
    parser.add_argument("--by-topic", action="store_true")
    parser.add_argument("--wrong", action="store_true")
    asked = parser.parse_args()
    files = files_of(asked.place)
    if not files or not files[0].exists():
        parser.error(f"{asked.place}: there are no cases; name a file of JSON Lines or a folder of them")
    found = tallies(files, by_topic=asked.by_topic)
    if asked.wrong:
        print("\n".join(found.everything.wrong), file=sys.stderr)
    print(json.dumps(found.scores(), indent=2))


if __name__ == "__main__":
    main()
