from __future__ import annotations

import pickle

import claimcheck.errors
from claimcheck.errors import ClaimcheckError, InputError, MissingInput


def test_reads_as_one_line() -> None:
    error = MissingInput("a\nb.txt", "there is no such file", "check the name")
    assert str(error) == r"a\x0ab.txt: there is no such file (check the name)"


def test_a_name_cannot_command_the_terminal() -> None:
    assert "\x1b" not in str(MissingInput("\x1b[2J\udce9.txt", "there is no such file"))


def test_survives_pickling() -> None:
    error = MissingInput("a.txt", "there is no such file", "check the name")
    copy = pickle.loads(pickle.dumps(error))
    assert (str(copy), copy.path, copy.reason) == (str(error), "a.txt", "there is no such file")


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    drawn = [line.split()[-1] if "──" not in line else line.split("── ")[1].split()[0] for line in _tree()]
    assert sorted(drawn) == sorted(claimcheck.errors.__all__)
    assert all(issubclass(getattr(claimcheck.errors, name), ClaimcheckError) for name in drawn)
    inputs = [name for name, line in zip(drawn, _tree(), strict=True) if line.strip().startswith("│")]
    assert all(issubclass(getattr(claimcheck.errors, name), InputError) for name in inputs)


def _tree() -> list[str]:
    doc = claimcheck.errors.__doc__ or ""
    return [line for line in doc.splitlines() if "──" in line or line.strip() == "ClaimcheckError"]
