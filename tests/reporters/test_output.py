from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.errors import OutputError
from claimcheck.reporters.output import Output, incomplete


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "out.json"


def write(target: Path, *texts: str, fail: bool = False, **options: object) -> None:
    with Output(str(target), **options) as output:  # type: ignore[arg-type]
        for text in texts:
            output.write(text)
        if fail:
            raise KeyboardInterrupt


def test_appears_when_it_is_complete(target: Path) -> None:
    with Output(str(target)) as output:
        output.write("é\n")
        assert not target.exists()
        assert incomplete(str(target)).read_bytes() == b"\xc3\xa9\n"
    assert target.read_bytes() == b"\xc3\xa9\n"
    assert not incomplete(str(target)).exists()


def test_a_failure_leaves_the_old_file_and_nothing_else(target: Path) -> None:
    target.write_text("old")
    with pytest.raises(KeyboardInterrupt):
        write(target, "new", fail=True)
    assert target.read_text() == "old"
    assert list(target.parent.iterdir()) == [target]


def test_a_resumable_one_is_continued(target: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        write(target, "one\n", "tw", fail=True, resumable=True)
    write(target, "two\n", resumable=True, keep=4)
    assert target.read_text() == "one\ntwo\n"


def test_a_resumable_one_without_a_word_is_not_kept(target: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        write(target, fail=True, resumable=True)
    assert list(target.parent.iterdir()) == []


def test_a_link_stays_a_link(tmp_path: Path, target: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(target)
    write(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_standard_output(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    write(Path("-"), "é\n")
    assert capsysbinary.readouterr().out == b"\xc3\xa9\n"


def test_a_device_is_written_at_once() -> None:
    write(Path("/dev/null"), "words")
    assert not Path("/dev/null.part").exists()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written: No such file"):
        write(tmp_path / "nowhere" / "out.json", "words")


def test_a_full_disk() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no such device here")
    with pytest.raises(OutputError, match="No space left"):
        write(Path("/dev/full"), "words")
