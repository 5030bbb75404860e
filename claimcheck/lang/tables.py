"""Reading of the languages' data files."""

from __future__ import annotations

import sys
from typing import Any, Protocol

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

__all__ = ["TextFile", "read_tables"]


class TextFile(Protocol):
    """A file on disk or inside a package."""

    def read_text(self, encoding: str) -> str: ...


def read_tables(file: TextFile) -> dict[str, Any]:
    """The tables of one of the package's TOML files."""
    return tomllib.loads(file.read_text(encoding="utf-8"))
