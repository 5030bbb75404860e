"""A quick start for commands: what takes long is imported and loaded side by side, and no more than is needed."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from threading import Thread
from types import ModuleType

from claimcheck.errors import ModelError

__all__ = ["prepare"]

_NOT_NEEDED = ("torch", "tensorflow", "cupy")
"""What spaCy's machine-learning library imports wherever it is installed: twice the time and memory of a review."""

_THREADS_OF_NUMPY = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
"""NumPy's products are small here; its threads would wait for more of them on the cores that the model needs."""


def prepare(*, threads: int = 0) -> None:
    """Load the model, to be run by so many threads, in the background while spaCy is imported here.

    What goes wrong with the model shows when it is used.
    """
    for name in _THREADS_OF_NUMPY:
        os.environ.setdefault(name, "1")
    loading = Thread(target=_load_model, args=(threads,), name="claimcheck-model", daemon=True)
    loading.start()
    _import_spacy()
    loading.join()


def _load_model(threads: int) -> None:
    from claimcheck.pipeline.encoder.model import load_model

    with suppress(ModelError):
        load_model(threads=threads)


def _import_spacy() -> None:
    """Import spaCy without its command line, which brings HTTP clients and a project manager with it.

    ``spacy/__init__.py`` imports it for ``spacy.info`` alone, and that takes a third of the time. Who imports
    ``spacy.cli`` later gets the real one; ``spacy.info`` is missing, so this is for processes of our own. Frameworks
    that may stand beside spaCy are not imported with it either.
    """
    if "spacy" in sys.modules:
        return
    stand_in, info = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    stand_in.__path__ = []
    info.info = None  # type: ignore[attr-defined]
    hidden: dict[str, ModuleType | None] = {"spacy.cli": stand_in, "spacy.cli.info": info}
    # None says that there is no such module.
    hidden |= dict.fromkeys(name for name in _NOT_NEEDED if name not in sys.modules)
    sys.modules.update(hidden)  # type: ignore[arg-type]
    try:
        import spacy  # noqa: F401
    finally:
        for name in hidden:
            del sys.modules[name]
