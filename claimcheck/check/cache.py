"""Reports that were made before, so that a draft that has not changed costs nothing.

A report is kept under what made it: the draft's bytes, the code and the model, the newsroom's sources, the rules and
their settings. The reports hold the drafts' words, so the folder and its files can be read by their owner alone, and
what has not been used for two weeks is deleted.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePath

from claimcheck.check.codec import decoded, encoded
from claimcheck.domain import Report
from claimcheck.errors import ConfigError
from claimcheck.rules import Options
from claimcheck.version import __version__

__all__ = ["Cache", "default_folder", "key"]

_PACKAGE = Path(__file__).parents[1]
_KEPT = 14 * 24 * 3600
"""In seconds."""
_TOUCHED = 24 * 3600


def default_folder() -> Path:
    """Where the platform wants caches to be."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "claimcheck" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "claimcheck"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "claimcheck"


def key(data: bytes, name: str, codes: tuple[str, ...], options: Mapping[str, Options], sources: str | None) -> str:
    """The name of a report: a hash of all that it depends on. The path is not among it, but the format is.

    Raises :class:`~claimcheck.errors.ConfigError` if the newsroom's own sources cannot be read.
    """
    own = "" if sources is None else _hash_of(sources)
    settings = {code: dict(sorted(options[code].items())) for code in sorted(options)}
    made_by = json.dumps([_code(), PurePath(name).suffix.lower(), own, list(codes), settings])
    return hashlib.sha256(made_by.encode() + b"\0" + data).hexdigest()


def _hash_of(sources: str) -> str:
    try:
        return hashlib.sha256(Path(sources).read_bytes()).hexdigest()
    except OSError as error:
        reason = f"cannot be read: {error.strerror or error}"
        raise ConfigError(sources, reason, "sources in the settings names it") from None


@cache
def _code() -> list[object]:
    """What tells this code and model from all others: the version, and for those who change it, every file's date."""
    files = sorted(path for path in _PACKAGE.rglob("*") if path.suffix not in ("", ".pyc") and path.is_file())
    dates = ((path.relative_to(_PACKAGE).as_posix(), path.stat()) for path in files)
    return [__version__, [(name, stat.st_size, stat.st_mtime_ns) for name, stat in dates]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cache:
    """The reports in one folder. Whatever goes wrong with a file here, the report is made anew."""

    folder: Path

    def get(self, name: str) -> Report | None:
        """The report of this name; None if there is none that can be read."""
        file = self._file(name)
        try:
            data = file.read_bytes()
            report = decoded(data, Report)
        except (OSError, ValueError):
            return None
        with suppress(OSError):
            if time.time() - file.stat().st_mtime > _TOUCHED:
                os.utime(file)
        return report

    def put(self, name: str, report: Report) -> None:
        """Keep a report. Runs beside this one see all of it or nothing."""
        with suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            # Made with mode 0600, under a name of its own.
            handle, part = tempfile.mkstemp(dir=self.folder, suffix=".part")
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(encoded(report))
                Path(part).replace(self._file(name))
            except BaseException:
                Path(part).unlink()
                raise

    def prune(self) -> None:
        """Delete what has not been used for two weeks, and what interrupted runs have left."""
        oldest = time.time() - _KEPT
        with suppress(OSError):
            for entry in os.scandir(self.folder):
                with suppress(OSError):
                    if entry.name.endswith((".json", ".part")) and entry.stat().st_mtime < oldest:
                        Path(entry.path).unlink()

    def _file(self, name: str) -> Path:
        return self.folder / f"{name}.json"
