"""A folder of drafts, a cache of its own, and checks of it with the stand-in for the language model."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.check import Baselines, Checked, Layer, Request, check
from claimcheck.domain import Finding
from claimcheck.errors import ClaimcheckError
from tests.stand_in import analysed

TODAY = datetime.date(2026, 6, 1)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, which is a repository's root as far as settings go."""
    desk = tmp_path / "desk"
    (desk / ".git").mkdir(parents=True)
    monkeypatch.chdir(desk)
    monkeypatch.setattr("claimcheck.check.reports.default_folder", lambda: tmp_path / "cache")
    return desk


Outcomes = list[Checked | ClaimcheckError]


@pytest.fixture
def checked(desk: Path) -> Callable[..., Outcomes]:
    """The outcomes of a check of paths."""

    def run(*paths: str, baselines: Baselines | None = None, layer: Layer | None = None, **more: object) -> Outcomes:
        request = Request(paths=paths or (".",), layer=layer or Layer(), **{"today": TODAY, **more})  # type: ignore[arg-type]
        return list(check(request, baselines or Baselines(), analyse=analysed))

    return run


def found(outcomes: Outcomes) -> list[Finding]:
    """All findings; every outcome must be one."""
    assert all(isinstance(outcome, Checked) for outcome in outcomes), outcomes
    return [one for outcome in outcomes if isinstance(outcome, Checked) for one in outcome.report.findings]


def codes(outcomes: Outcomes) -> list[str]:
    """The codes of the findings that are not suppressed."""
    return [finding.code for finding in found(outcomes) if not finding.suppressed]
