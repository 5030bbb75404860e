"""Paths as the user gives them → drafts: files as they are, folders with what can be read in them, globs."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from claimcheck.check.config import Config, Configs
from claimcheck.check.patterns import decision
from claimcheck.errors import ClaimcheckError, ConfigError, MissingInput, UnreadableInput
from claimcheck.readers import FORMATS, STANDARD_INPUT

__all__ = ["Draft", "drafts", "is_excluded"]

_Ignored = tuple[tuple[Path, tuple[str, ...]], ...]
"""Patterns of ``.gitignore`` files, each with the folder in which it stands, from the outermost in."""

_GITIGNORE = ".gitignore"
_NEVER = frozenset({".git", ".hg", ".svn", ".venv", "node_modules"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A file to be checked."""

    shown: str
    """As the user knows it: relative to the working folder where that is shorter to say, with slashes."""
    path: Path


def drafts(paths: Iterable[str], configs: Configs, exclude: tuple[str, ...] = ()) -> Iterator[Draft | ClaimcheckError]:
    """Each draft once, in the order of the paths and by name below them; an error for a path that leads nowhere.

    A file that is named is given whatever the patterns say. Folders are searched for files of known formats; what
    ``.gitignore`` files, the settings or ``exclude`` leave out is left out.
    """
    seen: set[Path] = set()
    for path in paths:
        for found in _below(path, configs, exclude):
            if isinstance(found, ClaimcheckError):
                yield found
            elif found not in seen:
                seen.add(found)
                yield Draft(shown=_shown(found), path=found)


def is_excluded(path: Path, config: Config, exclude: tuple[str, ...], *, is_folder: bool = False) -> bool:
    """Whether the settings that hold for a file or folder, or ``exclude``, leave it or a folder above it out."""
    return any(
        decision(patterns, path, folder, is_folder=is_folder)
        for patterns, folder in ((config.exclude, config.folder), (exclude, Path.cwd()))
    )


def _shown(path: Path) -> str:
    return str(path).replace(os.sep, "/")


def _below(path: str, configs: Configs, exclude: tuple[str, ...]) -> Iterator[Path | ClaimcheckError]:
    place = Path(path)
    if place.is_dir():
        found = False
        walk = _Walk(configs, exclude)
        for file in walk.files(place):
            found = True
            yield file
        yield from walk.failures
        if not found and not walk.failures:
            yield MissingInput(path, f"holds no drafts ({', '.join(ending for ending in FORMATS if ending)})")
    elif path == STANDARD_INPUT or os.path.lexists(path) or not glob.has_magic(path):
        yield place
    else:
        files = [Path(file) for file in sorted(glob.glob(path, recursive=True))]  # noqa: PTH207 - absolute ones too
        files = [file for file in files if file.is_file()]
        yield from files
        if not files:
            yield MissingInput(path, "matches no file", "check the pattern and the folder")


@dataclass(slots=True)
class _Walk:
    """Goes through a folder in the order of names, and leaves out what patterns leave out."""

    configs: Configs
    exclude: tuple[str, ...]
    failures: list[ClaimcheckError] = field(default_factory=list)

    def files(self, folder: Path) -> Iterator[Path]:
        """The drafts in a folder and those below it."""
        yield from self._files(folder, _ignored_above(folder))

    def _files(self, folder: Path, ignored: _Ignored) -> Iterator[Path]:
        ignored = (*ignored, *_ignored_in(folder))
        try:
            config = self.configs(folder.absolute())
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except ConfigError as error:
            # Which drafts are meant is not known; the folders beside this one may have other settings.
            self.failures.append(error)
            return
        except OSError as error:
            self.failures.append(UnreadableInput(_shown(folder), f"cannot be searched: {error.strerror or error}"))
            return
        for entry in entries:
            path = folder / entry.name
            is_folder = entry.is_dir()
            if is_folder and (entry.name in _NEVER or entry.is_symlink()):
                continue
            if self._left_out(path, ignored, config, is_folder=is_folder):
                continue
            if is_folder:
                yield from self._files(path, ignored)
            elif path.suffix and path.suffix.lower() in FORMATS:
                yield path

    def _left_out(self, path: Path, ignored: _Ignored, config: Config, *, is_folder: bool) -> bool:
        if is_excluded(path, config, self.exclude, is_folder=is_folder):
            return True
        # The nearest file that speaks of it decides.
        said = (decision(patterns, path, folder, is_folder=is_folder) for folder, patterns in reversed(ignored))
        return next((one for one in said if one is not None), False)


def _ignored_above(folder: Path) -> _Ignored:
    """The patterns of the ``.gitignore`` files above a folder, up to the root of its repository."""
    found: list[tuple[Path, tuple[str, ...]]] = []
    place = folder.absolute()
    while not (place / ".git").exists():
        if place.parent == place:
            # Outside a repository, only the files below the folder itself say what to leave out.
            return ()
        place = place.parent
        found[:0] = _ignored_in(place)
    return tuple(found)


def _ignored_in(folder: Path) -> _Ignored:
    try:
        lines = (folder / _GITIGNORE).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ()
    return ((folder, tuple(lines)),)
