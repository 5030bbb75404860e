"""What is asked of a check."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from claimcheck.check.selection import NO_CHOICE, Layer
from claimcheck.domain import Severity

__all__ = ["Request"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the command line asks for; None leaves a thing to the settings."""

    paths: tuple[str, ...]
    today: datetime.date
    config: str | None = None
    """A file of settings in place of those that are found."""
    layer: Layer = NO_CHOICE
    """Rules chosen on top of the settings."""
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    """Whether patterns that leave files out hold for those that are named, too."""
    stdin_filename: str | None = None
    """The name by which standard input is known."""
    fail_on: str | None = None
    min_severity: Severity | None = None
    cache: bool = True
    diff_base: str | None = None
