from __future__ import annotations

import errno
import io
from pathlib import Path
from types import SimpleNamespace

import pytest

from claimcheck.errors import (
    BadEncoding,
    EmptyInput,
    InputError,
    InputTooLarge,
    MissingInput,
    NotAFile,
    NotText,
    UnknownFormat,
    UnreadableInput,
)
from claimcheck.readers import FORMATS, read
from claimcheck.readers.files import LARGEST_ARTICLE, checked


def refused(path: Path, data: bytes | None = None) -> InputError:
    """The error for a file with these bytes."""
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read(str(path))
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)
    return caught.value


def test_missing(tmp_path: Path) -> None:
    assert isinstance(refused(tmp_path / "a.txt"), MissingInput)


def test_a_folder_even_one_with_a_text_files_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    assert isinstance(refused(tmp_path / "a.txt"), NotAFile)


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    # The superuser may read everything, so the system is asked to refuse.
    monkeypatch.setattr(Path, "open", refuse)
    assert isinstance(refused(tmp_path / "a.txt"), UnreadableInput)


def test_a_name_too_long_for_the_system(tmp_path: Path) -> None:
    assert isinstance(refused(tmp_path / ("a" * 300)), UnreadableInput)


def test_no_name_at_all() -> None:
    with pytest.raises(MissingInput):
        read("a\0b.txt")


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0", b"text\0text", b"%PDF-1.7 words"])
def test_binary(tmp_path: Path, data: bytes) -> None:
    assert isinstance(refused(tmp_path / "a.txt", data), NotText)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "latin-1"])
def test_other_encodings(tmp_path: Path, encoding: str) -> None:
    error = refused(tmp_path / "a.txt", "Zürich\nsagt nein.".encode(encoding))
    assert isinstance(error, BadEncoding)
    assert "UTF-8" in str(error)


def test_the_line_of_the_first_bad_byte(tmp_path: Path) -> None:
    assert "byte 0xE9 in line 3" in str(refused(tmp_path / "a.txt", b"one\ntwo\ncaf\xe9"))


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \n\t\r\n", "… — “”\n".encode()])
def test_no_words(tmp_path: Path, data: bytes) -> None:
    assert isinstance(refused(tmp_path / "a.txt", data), EmptyInput)


def test_too_large(tmp_path: Path) -> None:
    assert isinstance(refused(tmp_path / "a.txt", b"a " * (LARGEST_ARTICLE // 2 + 1)), InputTooLarge)


def test_too_large_in_bytes_though_not_in_characters() -> None:
    with pytest.raises(InputTooLarge):
        checked("日" * (LARGEST_ARTICLE // 3 + 1), "a.txt")
    assert checked("日" * (LARGEST_ARTICLE // 4 + 1), "a.txt")


@pytest.mark.parametrize("text", ["half \ud800", "\udfff half"])
def test_half_characters(text: str) -> None:
    with pytest.raises(BadEncoding, match="half a character"):
        checked(text, "a.txt")


def test_a_format_nobody_reads(tmp_path: Path) -> None:
    error = refused(tmp_path / "a.xyz", b"words")
    assert isinstance(error, UnknownFormat)
    assert ".txt" in str(error)


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_is_read_whatever_the_case_of_its_name(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix.upper()}"
    path.write_text("It rains.")
    assert read(str(path)).text == "It rains."


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"It rains.")))
    article = read("-")
    assert (article.path, article.text) == ("-", "It rains.")


def test_a_device_without_end() -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("no such device here")
    with pytest.raises(InputTooLarge):
        read("/dev/zero")
