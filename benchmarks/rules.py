"""How many findings are right and how many are noise, on corpora given as a folder.

    python -m benchmarks.rules DATA [--every N] [--findings CODE]

DATA holds ``status/cases.dev.jsonl`` and ``polnear/dev.jsonl.gz``; of the latter every Nth article is read. Prints one
JSON document: on the cases, recall of the rules that must fire and the share of those that must not and do, with the
misses; on ``fixtures/drafts.toml``, in how many articles each of some rules fired rightly, wrongly, and not though it
should; on the news, findings for a thousand words. ``--findings`` prints the news' findings instead, a line each with
the sentence, for people to judge; CODE may be a prefix, DEFAULT or ALL.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

from benchmarks import corpora
from benchmarks.measures import share
from benchmarks.reading import records, reports, with_reports
from claimcheck.domain import Article
from claimcheck.readers.text import read_text
from claimcheck.rules import DEFAULT, RULES, by_code, findings, matching

EVERY = tuple(rule.code for rule in RULES)
DRAFTS = Path(__file__).parents[1] / "fixtures" / "drafts.toml"
ON_DRAFTS = ("CC104", "CC207", "CC211", "CC301", "CC401", "CC402", "CC403", "CC601", "CC701")
"""The rules of which every draft says whether they should fire: those that news hardly trigger."""


def on_cases(path: Path) -> dict[str, Any]:
    """A rule counts as fired in a case when it finds something in it and is on without configuration."""
    cases = records(path)
    pairs = [(case, {finding.code for finding in findings(report)}) for case, report in with_reports(cases)]
    missed = [f"{case['id']} {code}" for case, codes in pairs for code in case["rules"] if code not in codes]
    wrong = [f"{case['id']} {code}" for case, codes in pairs for code in case["rules_not"] if code in codes]
    due, banned = (sum(len(case[key]) for case in cases) for key in ("rules", "rules_not"))
    return {
        "cases": len(cases),
        "recall": share(due - len(missed), due),
        "false_firings": share(len(wrong), banned),
        "missed": missed,
        "fired_wrongly": wrong,
    }


def on_drafts(path: Path = DRAFTS) -> dict[str, dict[str, int]]:
    """Articles of our own in which a rule found what was to be found, missed it, or found what is not there."""
    drafts = tomllib.loads(path.read_text(encoding="utf-8"))["draft"]
    counts = {code: {"right": 0, "missed": 0, "wrong": 0} for code in ON_DRAFTS}
    made = reports(read_text(draft["text"], path=f"draft {number}") for number, draft in enumerate(drafts, 1))
    for draft, report in zip(drafts, made, strict=True):
        fired = {finding.code for finding in findings(report, ON_DRAFTS)}
        for code in ON_DRAFTS:
            if code in draft["flagged"]:
                counts[code]["right" if code in fired else "missed"] += 1
            elif code in fired:
                counts[code]["wrong"] += 1
    return counts


def on_news(news: list[dict[str, Any]]) -> dict[str, Any]:
    """Findings for a thousand words."""
    words = 0
    counts: Counter[str] = Counter()
    for record, report in zip(news, reports(map(_article, news)), strict=True):
        words += len(record["text"].split())
        counts.update(finding.code for finding in findings(report, EVERY))
    rates = {code: round(1000 * counts[code] / words, 2) for code in EVERY}
    default = round(1000 * sum(counts[code] for code in DEFAULT) / words, 2)
    return {"articles": len(news), "words": words, "default": default, "findings": dict(counts), "rates": rates}


def told(news: list[dict[str, Any]], codes: tuple[str, ...]) -> Iterator[str]:
    """Each finding of some rules on a line, with its sentence."""
    for record, report in zip(news, reports(map(_article, news)), strict=True):
        for finding in findings(report, codes):
            place = "" if finding.primary is None else finding.primary.of(report.article.text)
            around = report.article.title or ""
            if finding.primary is not None:
                start = finding.primary.start
                around = next((s.of(report.article.text) for s in report.sentences if s.start <= start < s.end), place)
            cells = (finding.code, str(record["id"]), place, finding.message, around)
            yield "\t".join(" ".join(cell.split()) for cell in cells)


def _article(record: Mapping[str, Any]) -> Article:
    return read_text(record["text"], path=str(record["id"]), title=record.get("title"), outlet=record.get("publisher"))


def main() -> None:
    """Print the figures, or the findings."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.rules", description=__doc__.split("\n\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--every", type=int, default=1, metavar="N")
    parser.add_argument("--findings", metavar="CODE")
    arguments = parser.parse_args()
    news = corpora.polnear(arguments.data / "polnear" / "dev.jsonl.gz")[:: arguments.every]
    if arguments.findings:
        codes = matching(arguments.findings, by_code.values())
        for line in told(news, codes):
            print(line)
        return
    figures = {
        "cases": on_cases(arguments.data / "status" / "cases.dev.jsonl"),
        "drafts": on_drafts(),
        "news": on_news(news),
    }
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
