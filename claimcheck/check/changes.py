"""What has changed in files since a revision of their git repository."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from claimcheck.domain import Finding, Report
from claimcheck.errors import RevisionError

__all__ = ["Changes"]

_HUNK = re.compile(rb"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)


@dataclass(slots=True)
class Changes:
    """Knows the lines of files that have been added or changed since ``revision``, committed or not."""

    revision: str
    _repositories: dict[Path, _Repository] = field(default_factory=dict)

    def concerned(self, report: Report, path: Path) -> tuple[Finding, ...]:
        """The findings in paragraphs that have changed. One whose place is not known is kept.

        Raises :class:`~claimcheck.errors.RevisionError` if there is no git, no repository, or no such revision.
        """
        lines = self._changed(path)
        if lines is None:
            return report.findings
        return tuple(finding for finding in report.findings if _touched(finding, report, lines))

    def _changed(self, path: Path) -> list[tuple[int, int]] | None:
        """Ranges of changed lines, first and last; None for a file that is new."""
        folder = path.absolute().parent
        repository = self._repositories.get(folder)
        if repository is None:
            repository = self._repositories[folder] = _Repository.of(folder, self.revision)
        name = path.resolve().relative_to(repository.root).as_posix().encode()
        if name not in repository.known:
            return None
        if name not in repository.changed:
            return []
        text = _git(
            repository.root,
            "diff",
            "--unified=0",
            "--no-color",
            "--no-ext-diff",
            self.revision,
            "--",
            str(path.resolve()),
        )
        found = [(int(start), int(count) if count else 1) for start, count in _HUNK.findall(text)]
        # Where lines were only taken out, the two around the gap have new neighbours.
        return [(start, start + max(count, 1) - 1) if count else (start, start + 1) for start, count in found]


def _touched(finding: Finding, report: Report, lines: list[tuple[int, int]]) -> bool:
    place = report.place(finding)
    first, last = place.line, place.end_line
    if first is None or last is None:
        return True
    if place.block is not None:
        block = report.article.locate(report.article.blocks[place.block].span)
        first, last = min(first, block.line or first), max(last, block.end_line or last)
    return any(start <= last and first <= end for start, end in lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Repository:
    root: Path
    known: frozenset[bytes]
    """Names of the files that the revision has."""
    changed: frozenset[bytes]

    @staticmethod
    def of(folder: Path, revision: str) -> _Repository:
        """The repository to which a folder belongs."""
        root = Path(_git(folder, "rev-parse", "--show-toplevel").decode().rstrip("\n"))
        # A revision that begins with a dash would be an option.
        if revision.startswith("-") or not _is_commit(root, revision):
            raise RevisionError(revision, "is no revision that git knows here", "fetch it, or check its name")
        known = _git(root, "ls-tree", "-r", "-z", "--name-only", "--full-tree", revision)
        changed = _git(root, "diff", "--name-only", "-z", "--no-ext-diff", revision, "--")
        return _Repository(root=root, known=frozenset(known.split(b"\0")), changed=frozenset(changed.split(b"\0")))


def _is_commit(folder: Path, revision: str) -> bool:
    try:
        _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    except RevisionError:
        return False
    return True


def _git(folder: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)
    except OSError:
        raise RevisionError("git", "cannot be run", "install it, or leave --diff-base out") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise RevisionError(str(folder), f"git cannot tell what has changed: {said[-1] if said else 'it failed'}")
    return done.stdout
