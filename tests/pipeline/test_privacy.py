"""Nothing is collected, and nothing leaves the machine: also not by what claimcheck is built on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

READ = "import sys, claimcheck; print(len(claimcheck.analyze('Police said the ferry sank.').claims))"


@pytest.mark.model
def test_reading_leaves_nothing_in_the_users_folders(tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path), "USERPROFILE": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "ORT_"))}
    command = [sys.executable, "-c", READ]
    done = subprocess.run(command, env={**environment, **home}, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1"
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
