"""The shipped language model: its files, its session, its closed sets.

A model is a folder: ``model.onnx`` (one graph), ``decoder.npz`` (what the decoders learned), ``labels.json``,
``vocabulary.txt``, ``card.md`` and ``SHA256SUMS``.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from claimcheck.errors import ModelError
from claimcheck.pipeline.encoder.decoding.links import LinkWeights
from claimcheck.pipeline.encoder.decoding.segments import Transitions
from claimcheck.pipeline.encoder.wordpieces import WordPieces

if TYPE_CHECKING:
    import onnxruntime

SHIPPED = Path(__file__).resolve().parents[2] / "lang" / "en" / "model"
"""The English model inside the package."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The closed sets of the syntax and entity heads, in the order of their numbers."""

    upos: tuple[str, ...]
    tags: tuple[str, ...]
    feats: tuple[str, ...]
    scripts: tuple[str, ...]
    relations: tuple[str, ...]
    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Model:
    """A loaded model. ``version`` names it; equal versions give equal output."""

    version: str
    session: onnxruntime.InferenceSession
    pieces: WordPieces
    labels: Labels
    decoder: dict[str, npt.NDArray[np.float32]]
    threads: int
    """How many windows are read at a time."""

    @property
    def transitions(self) -> Transitions:
        """Of the attribution segments."""
        return Transitions(self.decoder["transition"], self.decoder["first"], self.decoder["last"])

    def link_weights(self, kind: int) -> LinkWeights:
        """Of cue to source (0) or content to cue (1)."""
        d = self.decoder
        return LinkWeights(
            d["link_weight"][kind],
            d["link_none"][kind],
            float(d["link_none_bias"][kind]),
            d["link_gap"][kind],
            d["link_paragraph"][kind],
            d["link_cues"][kind],
        )


def load_model(folder: Path = SHIPPED, *, threads: int = 0) -> Model:
    """Read a model folder, once a process; threads that ask at the same time wait for each other.

    Who asks first decides how many windows are read at a time, by as many ``threads``; 0 is one for each core, to a
    limit. Raises
    :class:`~claimcheck.errors.ModelError` where a file is missing or unfit.
    """
    with _LOADING:
        if folder not in _LOADED:
            _LOADED[folder] = _load(folder, threads)
        return _LOADED[folder]


_MOST_THREADS = 8
"""An article hardly has more windows."""
_LOADING = Lock()
_LOADED: dict[Path, Model] = {}


def _load(folder: Path, threads: int) -> Model:
    # Read once, when it is imported: without it, onnxruntime gives the user's machine a number, collects what it runs
    # in a file in the user's cache, and may send it to its maker.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    try:
        described: dict[str, Any] = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        vocabulary = (folder / "vocabulary.txt").read_text(encoding="utf-8").split("\n")
        with np.load(folder / "decoder.npz", allow_pickle=False) as arrays:
            decoder = {name: arrays[name] for name in arrays.files}
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        # Several windows at a time use the cores better than several threads for one.
        options.intra_op_num_threads = 1
        session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"])
    except FileNotFoundError as error:
        raise ModelError(f"{error.filename}: the language model is incomplete; install claimcheck again") from error
    except Exception as error:  # onnxruntime raises its own, undocumented types
        raise ModelError(
            f"{folder}: the language model cannot be read ({type(error).__name__}); install claimcheck again"
        ) from error
    return Model(
        version=described["version"],
        session=session,
        pieces=WordPieces({piece: number for number, piece in enumerate(vocabulary) if piece}),
        labels=Labels(**{name: tuple(values) for name, values in described["labels"].items()}),
        decoder=decoder,
        threads=threads or min(os.cpu_count() or 1, _MOST_THREADS),
    )


def version_of(folder: Path = SHIPPED) -> str:
    """The version of a model, without loading it. Raises :class:`~claimcheck.errors.ModelError` where it is missing."""
    try:
        return str(json.loads((folder / "labels.json").read_text(encoding="utf-8"))["version"])
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"{folder}: the language model is incomplete; install claimcheck again") from error


def checksum(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
