from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.pipeline.encoder.model import SHIPPED, load_model

pytestmark = pytest.mark.model


def in_a_process_of_its_own(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_spacy_comes_without_its_command_line_which_can_still_be_imported() -> None:
    code = (
        "import sys\n"
        "from claimcheck.pipeline import startup\n"
        "startup.prepare()\n"
        "import spacy\n"
        "print('requests' in sys.modules, 'spacy.cli' in sys.modules)\n"
        "import spacy.cli\n"
        "print(callable(spacy.cli.download))\n"
    )
    assert in_a_process_of_its_own(code).split() == ["False", "False", "True"]


def test_no_framework_that_stands_beside_spacy_is_imported_with_it(tmp_path: Path) -> None:
    (tmp_path / "torch.py").write_text("print('imported')\n")
    code = (
        "import sys\n"
        f"sys.path.insert(0, {str(tmp_path)!r})\n"
        "from claimcheck.pipeline import startup\n"
        "startup.prepare()\n"
        "print('ready')\n"
        "import torch\n"
    )
    assert in_a_process_of_its_own(code).split() == ["ready", "imported"]


def test_the_model_is_loaded_once_whoever_asks() -> None:
    code = (
        "from claimcheck.pipeline import startup\n"
        "startup.prepare()\n"
        "from claimcheck.pipeline.encoder.model import SHIPPED, load_model\n"
        "import onnxruntime\n"
        "onnxruntime.InferenceSession = None\n"
        "print(load_model() is load_model(SHIPPED, threads=1))\n"
    )
    assert in_a_process_of_its_own(code) == "True"


def test_a_broken_model_is_reported_when_it_is_used(tmp_path: Path) -> None:
    code = (
        "import pathlib\n"
        "from claimcheck.pipeline import startup\n"
        "from claimcheck.pipeline.encoder import model\n"
        f"model.load_model.__defaults__ = (pathlib.Path({str(tmp_path)!r}),)\n"
        "startup.prepare()\n"
        "print('ready')\n"
    )
    assert in_a_process_of_its_own(code) == "ready"
    assert load_model(SHIPPED).version
