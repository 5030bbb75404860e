"""What all commands share: options, how they tell of failures, and how they end."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from claimcheck.errors import ClaimcheckError

if TYPE_CHECKING:
    from rich.console import Console

__all__ = [
    "FAILED",
    "NoColor",
    "Tally",
    "Width",
    "clean_end",
    "console_of",
    "counted",
    "one_of",
    "survive_narrow_encodings",
    "tell",
]

_T = TypeVar("_T")

FAILED = 2
_INTERRUPTED = 130
_PIPE_CLOSED = 141

Width = Annotated[
    int | None, typer.Option(min=20, help="Columns to use instead of the terminal's.", show_default=False)
]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colours; so does NO_COLOR.")]


def one_of(*choices: str) -> Callable[[str | None], str | None]:
    """For an option that takes one of these words, or is not given."""

    def check(value: str | None) -> str | None:
        if value is not None and value not in choices:
            raise typer.BadParameter(f"{value!r} is not one of {', '.join(choices)}")
        return value

    return check


class Tally:
    """How many articles have come out as reports, and whether any has failed, of which the user is told at once."""

    def __init__(self) -> None:
        self.reports = 0
        self.failed = False
        self.failing = 0
        """How many findings make a check fail."""

    def tell(self, error: ClaimcheckError) -> None:
        """Show one failure."""
        tell(str(error))
        self.failed = True


def console_of(width: int | None, *, no_color: bool) -> Console:
    """The terminal on standard output."""
    from rich.console import Console

    survive_narrow_encodings()
    return Console(width=width, no_color=True if no_color else None, highlight=False)


def counted(outcomes: Iterable[_T], what: str) -> Iterator[_T]:
    """The outcomes as they come; standard error says how many there have been, if it is a terminal.

    Where standard output is one too, what is written there shows how far things are.
    """
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield from outcomes
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn(f"{{task.completed}} {what}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        for outcome in outcomes:
            bar.advance(task)
            yield outcome


@contextmanager
def clean_end(on_interrupt: str = "interrupted") -> Iterator[Tally]:
    """Ends the command with its exit status, whatever happens in it, and never with a traceback."""
    tally = Tally()
    try:
        yield tally
        sys.stdout.flush()
    except KeyboardInterrupt:
        tell(on_interrupt)
        raise typer.Exit(_INTERRUPTED) from None
    except BrokenPipeError:
        # Whoever read has what it wanted. Python would complain again when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(_PIPE_CLOSED) from None
    except ClaimcheckError as error:
        tally.tell(error)
    except (typer.Exit, typer.Abort, typer.BadParameter):
        raise
    except Exception as error:
        tell(f"internal error, please report it: {type(error).__name__}: {error}")
        raise typer.Exit(FAILED) from error
    if tally.failed:
        raise typer.Exit(FAILED)


def tell(message: str) -> None:
    """Say a thing on standard error."""
    typer.echo(f"claimcheck: {message}", err=True)


def survive_narrow_encodings() -> None:
    """Where the terminal cannot show a character, show a question mark instead of failing."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
