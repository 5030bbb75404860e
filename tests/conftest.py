"""What all tests share."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings

from claimcheck.analyze import _loaded
from tests.stand_in import MODULES

# The same examples in every run, and no verdict on how busy the machine is.
settings.register_profile("claimcheck", derandomize=True, deadline=None, database=None)
settings.load_profile("claimcheck")


@pytest.fixture
def without_model(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The stand-in takes the place of the whole pipeline."""
    for name, module in MODULES.items():
        monkeypatch.setitem(sys.modules, name, module)
    _loaded.cache_clear()
    yield
    _loaded.cache_clear()
