"""A baseline: the findings that were there before, which a newsroom has decided to live with for now.

A JSON array with an entry a line, sorted, so that version control merges it: which rule, in which file, about which
words, how often. Files are relative to the folder of the baseline.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from claimcheck.check.patterns import relative
from claimcheck.domain import Finding, Report, fingerprints
from claimcheck.errors import BaselineError

__all__ = ["Baseline", "Entry", "read_baseline", "written"]

Entry = tuple[str, str, str]
"""File, code, the claim's words."""

REASON = "in the baseline"


def read_baseline(path: str) -> Baseline:
    """The baseline in a file. Raises :class:`~claimcheck.errors.BaselineError` if it is missing or is none."""
    try:
        loaded = json.loads(Path(path).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BaselineError(path, "there is no such baseline", "write one with --write-baseline") from None
    except OSError as error:
        raise BaselineError(path, f"cannot be read: {error.strerror or error}") from None
    except ValueError:
        raise BaselineError(path, "is no baseline: it is not JSON", "write it anew with --write-baseline") from None
    if not isinstance(loaded, list):
        raise BaselineError(path, "is no baseline: it is not a list", "write it anew with --write-baseline")
    entries: Counter[Entry] = Counter()
    for number, one in enumerate(loaded, 1):
        entry, count = _entry(one)
        if entry is None:
            raise BaselineError(path, f"entry {number} is malformed", "write it anew with --write-baseline")
        entries[entry] += count
    return Baseline(path=path, entries=entries)


def _entry(one: Any) -> tuple[Entry | None, int]:
    if isinstance(one, dict):
        words = tuple(one.get(key) for key in ("file", "code", "claim"))
        count = one.get("count", 1)
        if all(isinstance(word, str) for word in words) and isinstance(count, int) and count > 0:
            return (str(words[0]), str(words[1]), str(words[2])), count
    return None, 0


def written(entries: Counter[Entry]) -> str:
    """The text of a baseline."""
    lines = (
        json.dumps({"file": file, "code": code, "claim": claim, "count": count}, ensure_ascii=False)
        for (file, code, claim), count in sorted(entries.items())
        if count > 0
    )
    text = ",\n".join(f"  {line}" for line in lines)
    return f"[\n{text}\n]\n" if text else "[]\n"


@dataclass(slots=True)
class Baseline:
    """The entries of one file, what of them has been met, and whose files have been looked at."""

    path: str
    entries: Counter[Entry]
    met: Counter[Entry] = field(default_factory=Counter)
    checked: set[tuple[str, str]] = field(default_factory=set)
    """Pairs of a file and a rule that ran on it."""

    def marked(self, report: Report, path: Path, codes: Iterable[str]) -> tuple[Finding, ...]:
        """The report's findings, those marked as suppressed that are in the baseline, each as often as it is there."""
        file = self._name(path)
        self.checked.update((file, code) for code in codes)
        found = []
        for finding, fingerprint in zip(report.findings, fingerprints(report), strict=True):
            entry = (file, fingerprint.code, fingerprint.words)
            if not finding.suppressed:
                self.met[entry] += 1
                if self.met[entry] <= self.entries[entry]:
                    finding = replace(finding, suppressed=True, reason=REASON)
            found.append(finding)
        return tuple(found)

    def stale(self) -> int:
        """How many entries no longer occur in the files that have been looked at."""
        return sum(
            max(count - self.met[entry], 0) for entry, count in self.entries.items() if entry[:2] in self.checked
        )

    def renewed(self) -> tuple[Counter[Entry], int, int]:
        """What the baseline should be now, with how many entries are added and how many are gone.

        Entries of files that were not looked at stay as long as there is such a file.
        """
        folder = Path(self.path).absolute().parent
        new = Counter({entry: count for entry, count in self.met.items() if count})
        for entry, count in self.entries.items():
            if entry[:2] not in self.checked and (folder / entry[0]).exists():
                new[entry] = count
        return new, (new - self.entries).total(), (self.entries - new).total()

    def _name(self, path: Path) -> str:
        folder = Path(self.path).absolute().parent
        return relative(path, folder) or str(path.absolute())
