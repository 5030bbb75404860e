"""Which baseline holds for which draft, and how baselines are written anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from claimcheck.check.baseline import Baseline, read_baseline, written
from claimcheck.check.config import Config

__all__ = ["Baselines"]


@dataclass(slots=True)
class Baselines:
    """The baselines of a check, each read once."""

    path: str | None = None
    """One for all drafts, in place of those that the settings name."""
    to_write: str | None = None
    """One to be written anew. It need not be there yet."""
    _read: dict[str, Baseline] = field(default_factory=dict)

    def __call__(self, config: Config) -> Baseline | None:
        """The baseline for a draft with these settings, if there is one.

        Raises :class:`~claimcheck.errors.BaselineError`.
        """
        path = self.to_write or self.path or config.baseline
        if path is None:
            return None
        if path not in self._read:
            new = self.to_write is not None and not Path(path).exists()
            self._read[path] = Baseline(path=path, entries=Counter()) if new else read_baseline(path)
        return self._read[path]

    def stale(self) -> Iterator[str]:
        """A sentence for each baseline with entries that no longer occur."""
        for path, baseline in self._read.items():
            number = baseline.stale()
            if number:
                entries = "entry no longer occurs" if number == 1 else "entries no longer occur"
                yield f"{path}: {number} {entries} (take out with --write-baseline {path})"

    def renewed(self) -> tuple[str, str]:
        """The text of the baseline that is to be written, and a sentence about what has changed in it."""
        path = self.to_write or ""
        baseline = self._read.get(path) or Baseline(path=path, entries=Counter())
        entries, added, gone = baseline.renewed()
        return written(entries), f"{path}: +{added}/-{gone}, {entries.total()} in all"
