"""How right statuses, headlines against bodies, and same claims are, on annotated data given as a folder.

    python -m benchmarks.status DATA [--every N] [--only SET] [--wrong]

DATA is the folder that the other benchmarks are given; its ``status`` holds ``cases.dev.jsonl`` (short articles with
claims annotated by hand), ``document_status.dev.jsonl.gz`` (articles and rumours), ``headline_status.dev.jsonl.gz``
(headlines and rumours), ``headline_body.dev.jsonl.gz`` (both), ``same_claim.dev.jsonl.gz`` (pairs of sentences).
Prints one JSON document. ``--every N`` reads every Nth article of the large sets; ``--wrong`` lists on standard error
which claims of the cases are wrong.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.cases import tallies
from benchmarks.reading import records
from benchmarks.rumours import Bearing, balanced_accuracy, headline_scores, stance_of, stance_scores
from claimcheck.analyze import analyze, load
from claimcheck.domain import Claim, ClaimKind, EvidenceKind, HeadlineRelation, Report, Status
from claimcheck.pipeline.claims.gists import Gist, gist_of
from claimcheck.pipeline.claims.likeness import REPEATS, TELLS, likeness

_FLAGGED = frozenset({HeadlineRelation.OVERCLAIMS, HeadlineRelation.CONTRADICTS})
_PAIRS = {"sts_headlines": "news_headlines", "claim_headline": "claim_and_headline"}


def cases(path: Path, wrong: bool) -> dict[str, Any]:
    """Short articles whose claims were annotated by hand."""
    tally = tallies([path]).everything
    if wrong:
        print("\n".join(tally.wrong), file=sys.stderr)
    return tally.scores()


def documents(path: Path, every: int) -> dict[str, Any]:
    """How articles stand to a rumour, by the body alone."""
    gold = records(path)
    bearing = Bearing(row["body"] for row in gold)
    pairs = []
    for row in gold[::every]:
        claims = analyze(row["body"]).claims
        pairs.append((row["body_stance"], bearing.stance(row["claim"], claims, row["body"])))
    return stance_scores(pairs)


def headlines(path: Path) -> dict[str, Any]:
    """How headlines stand to a rumour, each read as an article of one line."""
    return stance_scores([(row["stance"], _stance(analyze(row["headline"]))) for row in records(path)])


def _stance(report: Report) -> str:
    """Of a headline: its own question merely reports, unless it is answered; what it says by a negation it refutes."""
    claims = [claim for claim in report.claims if claim.status is not None]
    if stance_of(claims) == "against":
        return "against"
    # "Patient asks: How is it going?" is no question of the headline's.
    if any(claim.kind is ClaimKind.QUESTION and claim.source_id is None for claim in report.claims):
        return "observing"
    if any(map(_denies, claims)) and not any(claim.status is Status.UNCONFIRMED for claim in claims):
        return "against"
    return stance_of(claims)


def _denies(claim: Claim) -> bool:
    return any(ground.kind is EvidenceKind.NEGATION for ground in claim.evidence)


def headlines_and_bodies(path: Path, every: int) -> dict[str, Any]:
    """Whether a headline goes beyond the body: of all pairs, and of those whose headline is the nearest to the body."""
    gold = records(path)[::every]
    found = []
    for row in gold:
        headline = analyze(row["body"], title=row["headline"]).headline
        found.append((row, headline is not None and headline.relation in _FLAGGED))
    return {"all": headline_scores(found), "nearest": headline_scores((r, given) for r, given in found if r["nearest"])}


def same_claims(path: Path) -> dict[str, float]:
    """Balanced accuracy of telling pairs that make the same claim from pairs that do not."""
    nlp = load()
    known: dict[str, Gist] = {}

    def read(text: str) -> Gist:
        if text not in known:
            known[text] = gist_of(nlp(text))
        return known[text]

    pairs: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for row in records(path):
        if row["same"] is None:
            continue
        name = _PAIRS.get(row["source"]) or row["scope"]
        enough = REPEATS if name == "news_headlines" else TELLS
        pairs[name].append((row["same"], likeness(read(row["a"]), read(row["b"])) >= enough))
    return {name: balanced_accuracy(found) for name, found in sorted(pairs.items())}


def measures(data: Path, every: int, wrong: bool) -> Iterator[tuple[str, Callable[[], dict[str, Any]]]]:
    """Name and measurement of every set."""
    yield "cases", lambda: cases(data / "cases.dev.jsonl", wrong)
    yield "document_status", lambda: documents(data / "document_status.dev.jsonl.gz", every)
    yield "headline_status", lambda: headlines(data / "headline_status.dev.jsonl.gz")
    yield "headline_body", lambda: headlines_and_bodies(data / "headline_body.dev.jsonl.gz", every)
    yield "same_claim", lambda: same_claims(data / "same_claim.dev.jsonl.gz")


def main() -> int:
    """Entry point; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--only", help="name of one set")
    parser.add_argument("--wrong", action="store_true")
    args = parser.parse_args()
    wanted = {n: run for n, run in measures(args.data / "status", args.every, args.wrong) if args.only in (None, n)}
    print(json.dumps({name: run() for name, run in wanted.items()}, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
