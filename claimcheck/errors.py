"""Every exception that claimcheck raises on purpose.

    ClaimcheckError
    ├── InputError              an article cannot be read; names the input, the reason and what to do
    │   ├── MissingInput        there is no such file
    │   ├── NotAFile            a directory or a device stands where a file is expected
    │   ├── UnreadableInput     no permission, or the system cannot read it
    │   ├── UnknownFormat       no reader is registered for this kind of file
    │   ├── InputTooLarge       larger than the reader accepts
    │   ├── NotText             binary data
    │   ├── BadEncoding         bytes that are not UTF-8, or code points that are not characters
    │   ├── EmptyInput          no words
    │   └── BadRecord           a line of a batch is not a valid record
    ├── AnalysisError           an article was read but could not be analysed
    ├── ConfigError             a setting is wrong; names the file and the key
    ├── BaselineError           a baseline is missing or is none
    ├── RevisionError           git cannot tell what has changed
    ├── OutputError             a result cannot be written
    └── ModelError              the language model that ships with the package cannot be loaded

``str(error)`` is one line that can be shown to a user as it is. Programming mistakes raise the usual built-in
exceptions (``ValueError``, ``TypeError``) and are not part of this tree.
"""

from __future__ import annotations

__all__ = [
    "AnalysisError",
    "BadEncoding",
    "BadRecord",
    "BaselineError",
    "ClaimcheckError",
    "ConfigError",
    "EmptyInput",
    "InputError",
    "InputTooLarge",
    "MissingInput",
    "ModelError",
    "NotAFile",
    "NotText",
    "OutputError",
    "RevisionError",
    "UnknownFormat",
    "UnreadableInput",
]


class ClaimcheckError(Exception):
    """The root: catching it catches everything that claimcheck raises on purpose."""


class _AboutFile(ClaimcheckError):
    """A failure that concerns one named input or output.

    ``path`` is the name the user gave (``-`` for standard input), ``reason`` says what is wrong, ``advice`` what to
    do about it (may be empty).
    """

    def __init__(self, path: str, reason: str, advice: str = "") -> None:
        # All three reach args, so that the error survives pickling between processes.
        super().__init__(path, reason, advice)
        self.path = path
        self.reason = reason
        self.advice = advice

    def __str__(self) -> str:
        line = f"{self.path}: {self.reason}"
        if self.advice:
            line += f" ({self.advice})"
        # One line that is safe to show: a file's name may hold line breaks, commands to a terminal, or half characters.
        return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in line)


class InputError(_AboutFile):
    """An article cannot be read."""


class MissingInput(InputError):
    """There is no such file."""


class NotAFile(InputError):
    """A directory or a device stands where a file is expected."""


class UnreadableInput(InputError):
    """No permission, or the system cannot read it."""


class UnknownFormat(InputError):
    """No reader is registered for this kind of file."""


class InputTooLarge(InputError):
    """Larger than the reader accepts."""


class NotText(InputError):
    """Binary data."""


class BadEncoding(InputError):
    """Bytes that are not UTF-8, or code points that are not characters."""


class EmptyInput(InputError):
    """No words."""


class BadRecord(InputError):
    """A line of a batch is not a valid record; ``path`` carries the line number."""


class AnalysisError(_AboutFile):
    """An article was read but could not be analysed; the cause is chained."""


class ConfigError(_AboutFile):
    """A setting is wrong."""


class BaselineError(_AboutFile):
    """A baseline is missing or is none."""


class RevisionError(_AboutFile):
    """Git cannot tell what has changed; ``path`` is the folder or the revision."""


class OutputError(_AboutFile):
    """A result cannot be written."""


class ModelError(ClaimcheckError):
    """The language model that ships with the package cannot be loaded."""
