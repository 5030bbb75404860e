"""A newsroom's settings: ``claimcheck.toml``, or ``[tool.claimcheck]`` in ``pyproject.toml``, found upwards.

Paths in it are relative to the folder in which it stands; patterns are those of ``.gitignore``. What each key means is
said in ``docs/check.md``.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimcheck.check.selection import NO_CHOICE, Layer, selected
from claimcheck.check.tables import Table
from claimcheck.domain import Severity
from claimcheck.errors import ConfigError
from claimcheck.rules import Options

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

__all__ = ["FAIL_ON", "Config", "Configs", "Override", "Sidecar", "config_for", "read_config"]

FAIL_ON = (*(severity.value for severity in Severity), "never")
"""Values of ``fail-on``: findings of this severity and worse make the check fail."""

_OWN_FILE = "claimcheck.toml"
_PYPROJECT = "pyproject.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """Other rules for some paths."""

    paths: tuple[str, ...]
    layer: Layer
    options: Mapping[str, Options]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecar:
    """A suppression that stands in the settings, for files that have no comments."""

    file: str
    """Relative to the folder of the settings."""
    code: str
    reason: str
    claim: str | None
    """None: every claim of the file."""
    until: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The settings for the files below one folder."""

    path: str | None
    """The file they stand in; None without one."""
    folder: Path
    layer: Layer = NO_CHOICE
    options: Mapping[str, Options]
    overrides: tuple[Override, ...] = ()
    exclude: tuple[str, ...] = ()
    fail_on: str = Severity.WARNING.value
    min_severity: Severity = Severity.INFO
    sources: str | None = None
    baseline: str | None = None
    cache: bool | str = True
    """Whether to keep reports, or the folder in which."""
    suppress: tuple[Sidecar, ...] = ()

    def overrides_for(self, path: Path) -> list[Override]:
        """The overrides that concern a file, the most specific last."""
        from claimcheck.check.patterns import matches, specificity

        found = []
        for number, override in enumerate(self.overrides):
            ranks = [specificity(pattern) for pattern in override.paths if matches(pattern, path, self.folder)]
            if ranks:
                found.append((max(ranks), number, override))
        return [override for _, _, override in sorted(found, key=lambda one: one[:2])]

    def codes_for(self, path: Path, on_top: Layer = NO_CHOICE) -> tuple[str, ...]:
        """The rules that are on for a file, with the command line's choice ``on_top``."""
        return selected([self.layer, *(override.layer for override in self.overrides_for(path)), on_top])

    def options_for(self, path: Path) -> dict[str, Options]:
        """The rules' settings for a file, as far as they differ from the default."""
        found: dict[str, dict[str, int]] = {}
        for options in (self.options, *(override.options for override in self.overrides_for(path))):
            for code, settings in options.items():
                found.setdefault(code, {}).update(settings)
        return {code: found[code] for code in sorted(found)}


class Configs:
    """The settings of a check, each file of them read once."""

    def __init__(self, given: str | None = None) -> None:
        """``given`` is a file that holds for all folders in place of those that are found."""
        self._given = given
        self._read: dict[Path, Config] = {}

    def __call__(self, folder: Path) -> Config:
        """The settings for the files in a folder. Raises :class:`~claimcheck.errors.ConfigError`."""
        if folder not in self._read:
            self._read[folder] = config_for(folder) if self._given is None else read_config(Path(self._given))
        return self._read[folder]


def config_for(folder: Path) -> Config:
    """The settings for the files in a folder: from there or the nearest folder above that has some.

    Raises :class:`~claimcheck.errors.ConfigError`.
    """
    for place in (folder, *folder.parents):
        if (place / _OWN_FILE).is_file():
            return read_config(place / _OWN_FILE)
        pyproject = place / _PYPROJECT
        if pyproject.is_file():
            table = _loaded(pyproject).get("tool", {}).get("claimcheck")
            if table is not None:
                return _config(Table(table, str(pyproject), "tool.claimcheck"), place)
        if (place / ".git").exists():
            break
    return Config(path=None, folder=folder, options={})


def read_config(path: Path) -> Config:
    """The settings in a file. Raises :class:`~claimcheck.errors.ConfigError`, with the key that is wrong."""
    loaded = _loaded(path)
    if path.name == _PYPROJECT:
        loaded = loaded.get("tool", {}).get("claimcheck", {})
    return _config(Table(loaded, str(path)), path.absolute().parent)


def _loaded(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(str(path), f"cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise ConfigError(str(path), "is not UTF-8", "save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(str(path), f"is no TOML: {error}") from None


def _config(table: Table, folder: Path) -> Config:
    config = Config(
        path=table.path,
        folder=folder,
        layer=_layer(table),
        options=table.options(),
        overrides=tuple(
            Override(paths=one.strings("paths", required=True), layer=_layer(one), options=one.options())
            for one in table.finished_tables("overrides")
        ),
        exclude=table.strings("exclude"),
        fail_on=table.one_of("fail-on", FAIL_ON) or Severity.WARNING.value,
        min_severity=Severity(table.one_of("min-severity", tuple(Severity)) or Severity.INFO),
        sources=table.file("sources", folder),
        baseline=table.file("baseline", folder),
        cache=table.switch_or_file("cache", folder),
        suppress=tuple(_sidecar(one) for one in table.finished_tables("suppress")),
    )
    table.finish()
    return config


def _layer(table: Table) -> Layer:
    return Layer(
        profile=table.profile("profile"),
        select=table.selectors("select") if "select" in table else None,
        extend_select=table.selectors("extend-select"),
        ignore=table.selectors("ignore"),
    )


def _sidecar(table: Table) -> Sidecar:
    return Sidecar(
        file=table.string("file", required=True) or "",
        code=table.code("code"),
        reason=table.string("reason", required=True) or "",
        claim=table.string("claim"),
        until=table.date("until"),
    )
