"""TOML files of named tables, read the same way for the shipped data and for a newsroom's own file."""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping
from difflib import get_close_matches
from importlib import resources
from pathlib import Path
from typing import Any

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

from claimcheck.errors import InputError

__all__ = ["Table", "check_keys", "read_tables", "shipped"]

Table = Mapping[str, Any]


def shipped(name: str) -> dict[str, Table]:
    """The tables of a file in the package's ``data`` folder, by their name."""
    path = resources.files("claimcheck.sources") / "data" / f"{name}.toml"
    return dict(tomllib.loads(path.read_text(encoding="utf-8")))


def read_tables(path: Path) -> dict[str, Table]:
    """The tables of a newsroom's own file, by their name.

    Raises ``InputError`` when it cannot be read, is not TOML, or holds a value outside a table.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(str(path), error.strerror or "cannot be read") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"not TOML: {error}") from error
    for name, value in content.items():
        if not isinstance(value, dict):
            raise InputError(str(path), f"{name!r} stands outside a table", "every source is a table of its own")
    return content


def check_keys(name: str, table: Table, required: Collection[str], allowed: Collection[str]) -> None:
    """Raises ``ValueError`` that names the first key that is missing, unknown or empty."""
    for key in sorted(table):
        if key not in allowed:
            close = get_close_matches(key, sorted(allowed), n=1)
            hint = f"; did you mean {close[0]!r}?" if close else ""
            raise ValueError(f"[{name}]: unknown key {key!r}{hint}")
    for key in sorted(required):
        if not table.get(key):
            raise ValueError(f"[{name}]: {key!r} is missing")
