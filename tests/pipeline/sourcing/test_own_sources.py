"""A newsroom's own file of sources, through the whole pipeline."""

from __future__ import annotations

from pathlib import Path

import pytest

import claimcheck
from claimcheck.domain import SourceKind

pytestmark = pytest.mark.model


def test_an_entry_of_its_own_is_who_speaks(tmp_path: Path) -> None:
    path = tmp_path / "sources.toml"
    path.write_text(
        '[korran]\nname = "Korran Weekly"\nkind = "outlet"\ncountry = "IS"\naliases = ["the Korran"]\n',
        encoding="utf-8",
    )
    text = "The lighthouse will be sold, Korran Weekly reported on Tuesday. The Korran said the price was not known."
    report = claimcheck.analyze(text, sources=str(path))
    sources = {source.id: source for source in report.sources}
    assert [
        (sources[claim.source_id].name, sources[claim.source_id].kind, sources[claim.source_id].country)
        for claim in report.claims
        if claim.source_id
    ] == [("Korran Weekly", SourceKind.OUTLET, "IS")] * 2
