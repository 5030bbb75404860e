"""Read a model folder's weights back into a network, to go on training or to quantise them anew.

    python -m training.restore FOLDER OUT.pt

What eight bits have rounded stays rounded. Writes ``OUT.pt``, and ``labels.json`` beside it.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import re

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from training.labels import Labels
from training.network import Network, Sizes

_DECODER = {"relation_weight": "relation.weight", "relation_bias": "relation.bias"}
"""What the decoder's file calls otherwise than the network."""


def weights(folder: pathlib.Path, net: Network) -> dict[str, torch.Tensor]:
    """The parameters of ``net`` as they stand in a model folder. Raises ``KeyError`` for one that does not."""
    graph = onnx.load(str(folder / "model.onnx")).graph
    tensors = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    # Of equal tensors one is stored.
    tensors |= {node.output[0]: tensors[node.input[0]] for node in graph.node if node.op_type == "Identity"}
    found: dict[str, np.ndarray] = {}
    for name, value in tensors.items():
        if name.startswith("net."):
            plain = name.removeprefix("net.").removesuffix("_quantized")
            found[plain.removesuffix("_Transposed")] = value.T if plain.endswith("_Transposed") else value
            if name.endswith("_quantized"):
                found[plain] = _in_float(tensors, name)
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            place = node.name.removeprefix("/").removesuffix("/MatMul_quant").replace("/", ".")
            found[f"{place}.weight"] = _in_float(tensors, node.input[1]).T
    for node in graph.node:
        if node.op_type == "MatMul" and node.name.endswith("/outliers/MatMul"):
            place = node.name.removeprefix("/").removesuffix("/outliers/MatMul").replace("/", ".")
            weight = found[f"{place}.dense.weight"].copy()
            weight[:, found[f"{place}.kept"] == 0] = tensors[node.input[1]].T
            found[f"{place}.weight"], found[f"{place}.bias"] = weight, found[f"{place}.dense.bias"]
    with np.load(folder / "decoder.npz") as arrays:
        found |= {_DECODER.get(name, name): arrays[name] for name in arrays.files}
    found |= _folded(tensors)
    return {name: torch.tensor(np.array(found[name]), dtype=torch.float32) for name in net.state_dict()}


def _in_float(tensors: dict[str, np.ndarray], name: str) -> np.ndarray:
    stem = name.removesuffix("_quantized")
    zero = tensors[f"{stem}_zero_point"].astype(np.float32)
    return (tensors[name].astype(np.float32) - zero) * tensors[f"{stem}_scale"]


def _folded(tensors: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """What the exporter computed ahead: the layers' mixtures, for spans, then for syntax, and one transposition."""
    shares = sorted(
        (int(name.rpartition("_")[2]), value) for name, value in tensors.items() if re.match(r"onnx::Mul_\d+$", name)
    )
    logs = np.log([float(share) for _, share in shares])
    half = len(logs) // 2
    (column,) = [
        value for name, value in tensors.items() if name.startswith("onnx::MatMul_") and value.shape[-1:] == (1,)
    ]
    return {"mix_spans.weights": logs[:half], "mix_syntax.weights": logs[half:], "arc_bias.weight": column.T}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    args = parser.parse_args()
    described = json.loads((args.folder / "labels.json").read_text(encoding="utf-8"))["labels"]
    labels = Labels(**{name: values for name, values in described.items() if name != "entities"})
    torch.save(weights(args.folder, Network(Sizes.of(labels))), args.out)
    labels.save(args.out.with_name("labels.json"))


if __name__ == "__main__":
    main()
