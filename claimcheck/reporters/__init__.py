"""Reports → text: one module a format, all registered here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Protocol

from claimcheck.domain import Report
from claimcheck.reporters import json, jsonl

__all__ = ["EXPORTS", "Export"]


class Export(Protocol):
    """Writes reports for other programs."""

    def __call__(self, reports: Iterable[Report], *, many: bool) -> Iterator[str]:
        """The text, piece by piece as the reports come; ``many`` is whether more than one article was asked for."""


EXPORTS: Mapping[str, Export] = MappingProxyType({"json": json.export, "jsonl": jsonl.export})
"""By the name of the format."""
