"""Write a trained network as a model folder: ONNX graph, decoder weights, labels, vocabulary, checksums.

python -m training.export DATA OUT/average.pt OUT/labels.json FOLDER --version 1.3.0
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import pathlib
import tempfile
from itertools import islice

import numpy as np
import torch
from torch import nn

from claimcheck.pipeline.encoder.model import checksum
from claimcheck.pipeline.encoder.wordpieces import WordPieces
from training.labels import ENTITY_TAGS, Labels
from training.network import Network, Sizes, encoder_folder
from training.quantise import quantise, split_outliers
from training.train import articles, vocabulary
from training.windows import Windows

INPUTS = ("ids", "shapes", "words")
WATCHED = 60
"""Articles whose activations say which channels are large."""
FILES = ("model.onnx", "decoder.npz", "labels.json", "vocabulary.txt")


class Graph(nn.Module):
    """What the ONNX graph computes: everything up to the decoders, choices of the plain classifiers already made.

    Windows of one run are equally long: there is no padding, and so no mask, which would take a twentieth of the time.
    """

    def __init__(self, net: Network) -> None:
        super().__init__()
        self.net = net

    def forward(self, ids: torch.Tensor, shapes: torch.Tensor, words: torch.Tensor) -> tuple[torch.Tensor, ...]:
        net = self.net
        for_spans, for_syntax = net.encode(ids, shapes, None, words)
        out = net.span_head(for_spans)
        syntax = net.syntax_head(for_syntax)
        for name in ("upos", "tags", "feats", "scripts"):
            out[name] = syntax[name].argmax(-1)
        for name in ("sentence", "entities", "arc_head", "relation_dependent", "relation_head"):
            out[name] = syntax[name]
        out["arc_dependent"] = syntax["arc_dependent"] @ net.arc_weight
        out["arc_bias"] = net.arc_bias(syntax["arc_head"])
        return tuple(out[name] for name in OUTPUTS)


OUTPUTS = (
    "spans", "pair_from", "pair_to", "link_first", "link_last",
    "upos", "tags", "feats", "scripts", "sentence", "entities",
    "arc_dependent", "arc_head", "arc_bias", "relation_dependent", "relation_head",
)  # fmt: skip


def load(weights: pathlib.Path, labels: Labels) -> Network:
    """The network with trained weights, ready to be read."""
    net = Network(Sizes.of(labels))
    net.load_state_dict(torch.load(weights, map_location="cpu"))
    # Plain products: what the exporter makes of the fused attention is slower.
    net.encoder.set_attn_implementation("eager")
    return net.eval()


def decoder_arrays(net: Network) -> dict[str, np.ndarray]:
    """The parameters that the decoders use outside the graph."""
    arrays = {
        "transition": net.transition, "first": net.first, "last": net.last,
        "root_arc": net.root_arc, "root_arc_bias": net.arc_bias(net.root_arc)[0],
        "root_relation": net.root_relation, "relation_weight": net.relation.weight, "relation_bias": net.relation.bias,
        "link_weight": net.link_weight, "link_none": net.link_none, "link_none_bias": net.link_none_bias,
        "link_gap": net.link_gap, "link_paragraph": net.link_paragraph, "link_cues": net.link_cues,
    }  # fmt: skip
    return {name: value.detach().numpy().astype(np.float32) for name, value in arrays.items()}


def _write_graph(net: Network, path: pathlib.Path) -> None:
    ids = torch.randint(1000, 30000, (2, 32))
    example = (ids, torch.ones_like(ids), torch.tensor([1, 2, 5, 33, 34]))
    window = {0: "windows", 1: "pieces"}
    axes = {"ids": window, "shapes": window} | {name: {0: "words"} for name in ("words", *OUTPUTS)}
    torch.onnx.export(
        Graph(net), example, str(path), input_names=list(INPUTS), output_names=list(OUTPUTS), dynamic_axes=axes,
        opset_version=17, dynamo=False,
    )  # fmt: skip


def write_checksums(folder: pathlib.Path) -> None:
    """``SHA256SUMS`` of the files that a model is made of."""
    sums = "".join(f"{checksum(folder / name)}  {name}\n" for name in FILES)
    (folder / "SHA256SUMS").write_text(sums, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("weights", type=pathlib.Path)
    parser.add_argument("labels", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--version", required=True)
    args = parser.parse_args()
    labels = Labels.load(args.labels)
    net = load(args.weights, labels)
    windows = Windows(WordPieces(vocabulary()), labels)
    split_outliers(net, [window for words, _ in islice(articles(args.data), WATCHED) for window in windows.of(words)])
    args.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plain = pathlib.Path(scratch) / "float.onnx"
        _write_graph(net, plain)
        quantise(plain, args.folder / "model.onnx")
    np.savez(args.folder / "decoder.npz", **decoder_arrays(net))
    described = {"version": args.version, "labels": {**dataclasses.asdict(labels), "entities": list(ENTITY_TAGS)}}
    (args.folder / "labels.json").write_text(
        json.dumps(described, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    (args.folder / "vocabulary.txt").write_bytes((encoder_folder() / "vocab.txt").read_bytes())
    write_checksums(args.folder)


if __name__ == "__main__":
    main()
