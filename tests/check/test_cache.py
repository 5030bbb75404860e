"""The cache: what comes back is what was kept, and nothing that goes wrong with it matters."""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.analyze import analyze
from claimcheck.check.cache import Cache, default_folder, key
from claimcheck.check.codec import decoded, encoded
from claimcheck.domain import Report, Status
from claimcheck.readers.markdown import read
from claimcheck.rules import findings
from tests.check.conftest import codes
from tests.reporters.findings.sample import reports
from tests.stand_in import annotate


class TestCodec:
    def test_what_comes_back_is_what_went_in(self) -> None:
        article = read(b"# Ferry\n\nPolice claimed *it* sank.<!-- claimcheck: ignore CC210 -->\n", "a.md")
        for report in (analyze(article, annotate=annotate), *reports()):
            again = decoded(encoded(report), Report)
            assert again == report
            assert [type(claim.status) for claim in again.claims] == [Status] * len(report.claims)
            assert again.article.locate(again.article.blocks[0].span) == report.article.locate(
                report.article.blocks[0].span
            )

    @pytest.mark.parametrize("data", [b"", b"{", b"[]", b"{}", b"null", b"[1,2,3]", b"\xff", b'["a"]'])
    def test_anything_else_is_an_error(self, data: bytes) -> None:
        with pytest.raises(ValueError, match=r"\w"):
            decoded(data, Report)

    def test_a_value_of_another_type_is_an_error(self) -> None:
        data = encoded(reports()[2]).replace(b'"It rained."', b"7", 1)
        with pytest.raises(ValueError, match="7 is no str"):
            decoded(data, Report)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Paths of the drafts whose rules were run, not taken from the cache."""
    paths: list[str] = []

    def run(report: Report, codes: tuple[str, ...], options: object) -> object:
        paths.append(report.article.path)
        return findings(report, codes)

    monkeypatch.setattr("claimcheck.check.reports.findings", run)
    return paths


class TestCheck:
    @pytest.fixture(autouse=True)
    def draft(self, desk: Path) -> None:
        Path("a.txt").write_text("Police claimed it sank.")

    def test_an_unchanged_draft_is_not_read_again(self, checked: Callable, counted: list[str]) -> None:
        first, second = checked("a.txt"), checked("a.txt")
        assert first == second
        assert counted == ["a.txt"]

    def test_wherever_it_stands(self, checked: Callable, counted: list[str]) -> None:
        checked("a.txt")
        Path("a.txt").rename("b.txt")
        (outcome,) = checked("b.txt")
        assert outcome.report.article.path == "b.txt"
        assert counted == ["a.txt"]

    @pytest.mark.parametrize("change", ["words", "format", "rules", "sources"])
    def test_what_matters_makes_it_new(self, checked: Callable, counted: list[str], change: str) -> None:
        checked("a.txt")
        name = "a.txt"
        if change == "words":
            Path(name).write_text("Police claimed it burned.")
        elif change == "format":
            name = Path(name).rename("a.md").name
        elif change == "sources":
            Path("sources.toml").write_text("")
            Path("claimcheck.toml").write_text('sources = "sources.toml"')
        else:
            Path("claimcheck.toml").write_text('ignore = ["CC101"]')
        checked(name)
        assert len(counted) == 2

    def test_it_can_be_put_elsewhere_or_switched_off(self, checked: Callable, counted: list[str], kept: Path) -> None:
        for settings, more in (('cache = "here"', {}), ("cache = false", {}), ("", {"cache": False})):
            Path("claimcheck.toml").write_text(settings)
            checked("a.txt", **more)
        assert len(list(Path("here").iterdir())) == 1
        assert not kept.exists()

    @pytest.mark.parametrize("data", [b"", b"[]", b"\x00", b'{"a": 1}'])
    def test_an_entry_that_cannot_be_read_is_made_anew(self, checked: Callable, kept: Path, data: bytes) -> None:
        first = checked("a.txt")
        (entry,) = kept.iterdir()
        entry.write_bytes(data)
        assert checked("a.txt") == first
        assert entry.read_bytes() != data

    def test_a_place_that_cannot_be_written_does_no_harm(self, checked: Callable, kept: Path) -> None:
        kept.write_text("a file, not a folder")
        assert codes(checked("a.txt")) == ["CC210"]

    @pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX")
    def test_drafts_are_confidential(self, checked: Callable, kept: Path) -> None:
        previous = os.umask(0)
        try:
            checked("a.txt")
        finally:
            os.umask(previous)
        assert stat.S_IMODE(kept.stat().st_mode) == 0o700
        assert [stat.S_IMODE(entry.stat().st_mode) for entry in kept.iterdir()] == [0o600]


def test_what_is_long_unused_is_deleted(kept: Path) -> None:
    cache = Cache(folder=kept)
    for name in ("old", "used", "new"):
        cache.put(name, reports()[2])
    (kept / "left.part").write_text("")
    (kept / "not-ours").write_text("")
    long_ago = time.time() - 15 * 24 * 3600
    for name in ("old.json", "used.json", "left.part", "not-ours"):
        os.utime(kept / name, (long_ago, long_ago))
    assert cache.get("used") is not None
    cache.prune()
    assert sorted(entry.name for entry in kept.iterdir()) == ["new.json", "not-ours", "used.json"]


def test_what_a_key_depends_on() -> None:
    first = key(b"words", "a.txt", ("CC101",), {}, None)
    assert key(b"words", "desk/b.TXT", ("CC101",), {}, None) == first
    others = [
        key(b"word", "a.txt", ("CC101",), {}, None),
        key(b"words", "a.md", ("CC101",), {}, None),
        key(b"words", "a.txt", ("CC210",), {}, None),
        key(b"words", "a.txt", ("CC101",), {"CC101": {"x": 1}}, None),
    ]
    assert len({first, *others}) == 5


def test_the_platforms_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", "/desk/kept")
    assert default_folder() == Path("/desk/kept/claimcheck")
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert default_folder() == Path.home() / ".cache" / "claimcheck"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert default_folder() == Path.home() / "Library" / "Caches" / "claimcheck"
