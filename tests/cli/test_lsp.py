"""``claimcheck lsp`` where its extra is not installed; ``tests/lsp`` speaks to the server itself."""

from __future__ import annotations

import sys

import pytest
from typer.testing import CliRunner

from claimcheck.cli import app


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pygls", None)
    result = CliRunner().invoke(app, ["lsp"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "claimcheck: the language server needs pygls (pip install 'claimcheck[lsp]')\n"
