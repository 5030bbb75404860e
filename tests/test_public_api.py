"""What ``import claimcheck`` promises."""

from __future__ import annotations

import subprocess
import sys

import claimcheck


def test_the_names() -> None:
    assert claimcheck.__all__ == sorted(claimcheck.__all__)
    assert all(hasattr(claimcheck, name) for name in claimcheck.__all__)
    assert set(claimcheck.__all__) >= {"analyze", "load", "Article", "Claim", "Source", "Status", "Finding", "Report"}


def test_analyze_is_a_function_though_a_module_has_its_name() -> None:
    assert callable(claimcheck.analyze)


def test_importing_it_loads_no_language_machinery() -> None:
    code = "import sys, claimcheck; print([m for m in ('spacy', 'onnxruntime', 'numpy', 'rich') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
