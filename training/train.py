"""Train every head jointly: attribution on PolNeAR, syntax on EWT and GUM, entities on GUM, silver syntax on PolNeAR.

    python -m training.train DATA OUT [--epochs N] [--rate R]

Writes ``OUT/labels.json``, and after every epoch ``OUT/last.pt`` and, late in training, ``OUT/average.pt``.
"""

from __future__ import annotations

import argparse
import math
import pathlib
import random
import time
from collections.abc import Iterator
from itertools import islice

import numpy as np
import spacy
import torch
from torch.nn import functional

from claimcheck.pipeline.encoder.wordpieces import SHAPES, WordPieces
from training.names import Names
from training.network import Network, Sizes, encoder_folder
from training.semimarkov import SemiMarkovLoss
from training.windows import IGNORED, Window, Windows, collect_labels
from training.words import Painted, Word, polnear, treebank

MASK = 103
"""``[MASK]`` in the encoder's vocabulary."""
BUDGET = 4096
"""Pieces in a batch, padding counted."""
HIDDEN = 0.05
"""Share of the pieces masked in training, two and a half times it of capitalised words: names change, grammar stays."""
BLURRED = 0.15
"""Share of the spans' edges that are moved while links are learned."""
SILVER, SILVER_ENTITIES = 0.25, 0.1
"""Weights of the losses on news, whose trees and entities are automatic."""
AVERAGED_FROM = 0.5
"""Share of the steps after which weights are averaged."""
WEIGHTS = {
    "upos": 1.0, "tags": 0.5, "feats": 0.3, "scripts": 0.5, "sentence": 1.0, "arcs": 1.0, "relations": 0.7,
    "entities": 2.0, "spans": 4.0, "links": 0.7,
}  # fmt: skip


def vocabulary() -> dict[str, int]:
    lines = (encoder_folder() / "vocab.txt").read_text(encoding="utf8").splitlines()
    return {piece: i for i, piece in enumerate(lines)}


def batches(windows: list[Window], rng: random.Random) -> list[list[Window]]:
    order = list(windows)
    rng.shuffle(order)
    out = []
    for i in range(0, len(order), 400):
        chunk = sorted(order[i : i + 400], key=lambda w: len(w.ids))
        batch: list[Window] = []
        for w in chunk:
            if batch and len(w.ids) * (len(batch) + 1) > BUDGET:
                out.append(batch)
                batch = []
            batch.append(w)
        out.append(batch)
    rng.shuffle(out)
    return out


class Batch:
    """Windows side by side, their words one after the other."""

    def __init__(self, windows: list[Window], *, hide: float = 0.0) -> None:
        n = max(len(w.ids) for w in windows)
        self.windows = windows
        self.ids = torch.zeros(len(windows), n, dtype=torch.long)
        self.shapes = torch.zeros(len(windows), n, dtype=torch.long)
        self.mask = torch.zeros(len(windows), n)
        positions = []
        self.base = []
        total = 0
        for r, w in enumerate(windows):
            k = len(w.ids)
            ids = w.ids.copy()
            if hide:
                capital = np.isin(w.shapes % SHAPES, (2, 3, 4))
                rate = np.where(capital, 2.5 * hide, hide) * (w.shapes > 0)
                ids[np.random.random(k) < rate] = MASK
            self.ids[r, :k] = torch.from_numpy(ids)
            self.shapes[r, :k] = torch.from_numpy(w.shapes)
            self.mask[r, :k] = 1
            positions.append(w.words + r * n)
            self.base.append(total)
            total += len(w.words)
        self.words = torch.from_numpy(np.concatenate(positions))
        self.total = total

    def flat(self, key: str) -> torch.Tensor:
        return torch.from_numpy(np.concatenate([w.labels[key] for w in self.windows]))


def span_loss(net: Network, batch: Batch, heads: dict[str, torch.Tensor]) -> torch.Tensor:
    """Semi-Markov negative log-likelihood a word, paragraphs grouped by length."""
    items = []
    for base, w in zip(batch.base, batch.windows, strict=True):
        by_start: dict[int, list] = {}
        for a, label, i, j in w.segments:
            by_start.setdefault(a, []).append((label, i - a, j - a))
        items += [(b - a, base + a, by_start[a]) for a, b in w.paragraphs]
    items.sort(key=lambda x: x[0])
    groups, group = [], []
    for item in items:
        if group and item[0] ** 2 * (len(group) + 1) > 400_000:
            groups.append(group)
            group = []
        group.append(item)
    groups.append(group)
    total = torch.zeros(())
    for group in groups:
        n = group[-1][0]
        lengths = np.array([g[0] for g in group])
        rows = torch.from_numpy(np.array([np.minimum(np.arange(n), g[0] - 1) + g[1] for g in group]))
        segment, outside = net.segments(heads["spans"], heads["pair_from"], heads["pair_to"], rows)
        gold = np.array([s for g in group for s in g[2]])
        gold_from = np.cumsum([0] + [len(g[2]) for g in group])
        total = total + SemiMarkovLoss.apply(
            segment.contiguous(), outside.contiguous(), lengths, net.transition, net.first, net.last, gold, gold_from
        )
    return total / batch.total


def _blur(spans: np.ndarray, total: int) -> np.ndarray:
    """Spans (…, first and last) some of which begin or end a word or two off, as those that are found do."""
    moved = np.random.random(spans.shape) < BLURRED
    spans = np.clip(spans + moved * np.random.randint(-2, 3, spans.shape), 0, total - 1)
    spans[..., 1] = np.maximum(spans[..., 0], spans[..., 1])
    return spans


def link_loss(net: Network, batch: Batch, heads: dict[str, torch.Tensor]) -> torch.Tensor:
    total, count = torch.zeros(()), 0
    for kind in (0, 1):
        found = [(base, link) for base, w in zip(batch.base, batch.windows, strict=True) for link in w.links[kind]]
        if not found:
            continue
        width = max(len(link.candidates) for _, link in found)
        rows = np.array([link.row for _, link in found]) + np.array([[base] for base, _ in found])
        candidates = np.zeros((len(found), width, 2), np.int64)
        features = np.full((len(found), width, 3), -1)
        right = np.zeros((len(found), 1 + width), np.float32)
        for k, (base, link) in enumerate(found):
            n = len(link.candidates)
            candidates[k, :n], features[k, :n] = link.candidates + base, link.features
            right[k, [r + 1 for r in link.right] or 0] = 1
        rows, candidates = _blur(rows, batch.total), _blur(candidates, batch.total)
        vectors = heads["link_first"], heads["link_last"]
        scores = net.links(*vectors, kind, *map(torch.from_numpy, (rows, candidates, features)))
        wanted = scores + torch.log(torch.from_numpy(right).clamp(min=1e-30))
        total = total - (torch.logsumexp(wanted, 1) - torch.logsumexp(scores, 1)).sum()
        count += len(found)
    return total / max(count, 1)


def syntax_losses(net: Network, batch: Batch, heads: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    losses = {}
    for key in ("upos", "tags", "feats", "scripts", "entities"):
        y = batch.flat(key)
        if (y != IGNORED).any():
            losses[key] = functional.cross_entropy(heads[key].float(), y, ignore_index=IGNORED)
    y = batch.flat("sentence")
    known = y != IGNORED
    if known.any():
        losses["sentence"] = functional.binary_cross_entropy_with_logits(
            heads["sentence"].float().squeeze(1)[known], y[known].float()
        )
    spans = []
    for base, w in zip(batch.base, batch.windows, strict=True):
        for a, b in w.sentences:
            if (w.head[a:b] != IGNORED).any():
                spans.append((b - a, base + a, w.head[a:b]))
    spans.sort(key=lambda s: s[0])
    groups, group = [], []
    for s in spans:
        if group and s[0] ** 2 * (len(group) + 1) > 200_000:
            groups.append(group)
            group = []
        group.append(s)
    if group:
        groups.append(group)
    total, count = torch.zeros(()), 0
    which = torch.full((batch.total,), -1)
    has_head = torch.zeros(batch.total, dtype=torch.bool)
    for group in groups:
        n = group[-1][0]
        lengths = torch.tensor([g[0] for g in group])
        rows = torch.from_numpy(np.array([np.minimum(np.arange(n), g[0] - 1) + g[1] for g in group]))
        gold = torch.full((len(group), n), IGNORED)
        for r, g in enumerate(group):
            gold[r, : g[0]] = torch.from_numpy(g[2])
            h = torch.from_numpy(g[2])
            which[g[1] : g[1] + g[0]] = torch.where(h > 0, h - 1 + g[1], -1)
            has_head[g[1] : g[1] + g[0]] = h != IGNORED
        scores = net.arcs(heads["arc_dependent"], heads["arc_head"], rows)
        scores = scores.masked_fill((torch.arange(n + 1) > lengths.unsqueeze(1)).unsqueeze(1), -1e9)
        total = total + functional.cross_entropy(
            scores.reshape(-1, n + 1), gold.reshape(-1), ignore_index=IGNORED, reduction="sum"
        )
        count += int((gold != IGNORED).sum())
    if count:
        losses["arcs"] = total / count
        y = batch.flat("relations")
        at = torch.nonzero(has_head & (y != IGNORED)).squeeze(1)
        if len(at):
            scores = net.relations(heads["relation_dependent"][at], heads["relation_head"], which[at])
            losses["relations"] = functional.cross_entropy(scores.float(), y[at])
    return losses


def learning_rate(step: int, total: int) -> float:
    """Share of the highest rate: up over a twelfth of the steps, then down a cosine to a fiftieth."""
    warm = max(total // 12, 1)
    if step < warm:
        return step / warm
    return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * (step - warm) / max(total - warm, 1)))


class Average:
    """A running average of the weights (Polyak & Juditsky 1992), which generalises better than the last ones."""

    def __init__(self) -> None:
        self.weights: dict[str, torch.Tensor] = {}

    def add(self, net: Network) -> None:
        for name, value in net.state_dict().items():
            if name in self.weights:
                self.weights[name].mul_(0.98).add_(value.float(), alpha=0.02)
            else:
                self.weights[name] = value.clone().float()


def articles(data: pathlib.Path) -> Iterator[tuple[list[Word], list[Painted]]]:
    """PolNeAR's training articles, with every annotator's attributions."""
    tokenizer = spacy.blank("en").tokenizer
    return polnear(data / "polnear/train.jsonl.gz", data / "polnear-silver/train.conllu.gz", tokenizer)


class Corpus:
    """All training documents, and an epoch's batches of their windows."""

    def __init__(self, data: pathlib.Path, out: pathlib.Path, exchanged: float, limit: int | None) -> None:
        self._exchanged = exchanged
        self._trees = list(treebank(data / "ewt/train.conllu.gz", entities=False))[:limit]
        self._trees += list(treebank(data / "gum/train.conllu.gz", entities=True))[:limit]
        self.labels = collect_labels(self._trees)
        self.labels.save(out / "labels.json")
        self._windows = Windows(WordPieces(vocabulary()), self.labels)
        self._news = list(islice(articles(data), limit))
        self._names = Names([*self._trees, *(words for words, _ in self._news)])

    def epoch(self, rng: random.Random) -> list[tuple[str, list[Window]]]:
        """Batches of news and treebanks, shuffled together.

        Every annotator's version of an article counts. A share of the documents get other names; a fifth of the
        treebanks' are cut into sentences.
        """
        news, trees = list[Window](), list[Window]()
        for words, versions in self._news:
            for version in versions:
                news += self._windows.of(self._renamed(words, rng), version)
        for words in self._trees:
            trees += self._windows.of(self._renamed(words, rng), by_sentence=rng.random() < 0.2)
        mixed = [("news", b) for b in batches(news, rng)] + [("trees", b) for b in batches(trees, rng)]
        rng.shuffle(mixed)
        return mixed

    def _renamed(self, words: list[Word], rng: random.Random) -> list[Word]:
        return self._names.exchanged(words, rng) if rng.random() < self._exchanged else words


def losses_of(
    net: Network, kind: str, windows: list[Window], *, bfloat16: bool
) -> tuple[torch.Tensor, dict[str, float]]:
    """The weighted loss of one batch, and each part of it for the log."""
    batch = Batch(windows, hide=HIDDEN)
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bfloat16):
        for_spans, for_syntax = net.encode(batch.ids, batch.shapes, batch.mask, batch.words)
        spans = net.span_head(for_spans) if kind == "news" else {}
        syntax = net.syntax_head(for_syntax)
    parts = syntax_losses(net, batch, {name: value.float() for name, value in syntax.items()})
    silver = {name: SILVER_ENTITIES if name == "entities" else SILVER for name in parts}
    weighted = [(silver[name] if kind == "news" else 1.0) * WEIGHTS[name] * value for name, value in parts.items()]
    if kind == "news":
        spans = {name: value.float() for name, value in spans.items()}
        parts["spans"], parts["links"] = span_loss(net, batch, spans), link_loss(net, batch, spans)
        weighted += [WEIGHTS[name] * parts[name] for name in ("spans", "links")]
    return torch.stack(weighted).sum(), {f"{kind}/{name}": value.item() for name, value in parts.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument(
        "--rate", type=float, default=3e-4, help="highest learning rate of the encoder; the heads' is four times it"
    )
    parser.add_argument("--exchanged", type=float, default=0.5, help="share of the documents that get other names")
    parser.add_argument(
        "--bfloat16", action="store_true", help="multiply in 16 bits: faster where the processor can, else much slower"
    )
    parser.add_argument("--resume", type=pathlib.Path, help="weights to go on from")
    parser.add_argument("--stop-after", type=int, help="epochs after which to stop, the schedule left as it is")
    parser.add_argument("--limit", type=int, help="documents of each corpus, for a trial")
    args = parser.parse_args()
    torch.set_num_threads(2)
    np.random.seed(1)
    torch.manual_seed(1)
    rng = random.Random(1)
    args.out.mkdir(parents=True, exist_ok=True)
    corpus = Corpus(args.data, args.out, args.exchanged, args.limit)
    net = Network(Sizes.of(corpus.labels))
    if args.resume:
        net.load_state_dict(torch.load(args.resume, map_location="cpu"))
    body = [p for name, p in net.named_parameters() if name.startswith("encoder.")]
    head = [p for name, p in net.named_parameters() if not name.startswith("encoder.")]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": args.rate}, {"params": head, "lr": args.rate * 4}], weight_decay=0.01, fused=True
    )
    total = len(corpus.epoch(rng)) * args.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: learning_rate(step, total))
    average = Average()
    step = 0
    for epoch in range(args.stop_after or args.epochs):
        net.train()
        seen, mean, began = 0, dict[str, float](), time.time()
        for kind, windows in corpus.epoch(rng):
            loss, parts = losses_of(net, kind, windows, bfloat16=args.bfloat16)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            schedule.step()
            step += 1
            seen += sum(len(w.ids) for w in windows)
            for name, value in parts.items():
                mean[name] = 0.98 * mean.get(name, value) + 0.02 * value
            if step > total * AVERAGED_FROM and step % 10 == 0:
                average.add(net)
            if step % 50 == 0:
                speed = seen / (time.time() - began)
                shown = {name: round(value, 3) for name, value in mean.items()}
                print(f"epoch {epoch}, step {step} of {total}, {speed:.0f} pieces/s: {shown}", flush=True)
        torch.save(net.state_dict(), args.out / "last.pt")
        if average.weights:
            torch.save(average.weights, args.out / "average.pt")


if __name__ == "__main__":
    main()
