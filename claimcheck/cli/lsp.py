"""``claimcheck lsp``: the language server for editors."""

from __future__ import annotations

import logging

import typer

from claimcheck.cli.shared import FAILED, clean_end, tell

__all__ = ["lsp"]


def lsp() -> None:
    """Serve an editor: findings while a draft is written, over standard input and output."""
    try:
        import pygls  # noqa: F401
    except ImportError:
        tell("the language server needs pygls (pip install 'claimcheck[lsp]')")
        raise typer.Exit(FAILED) from None
    from claimcheck.lsp import make_server

    # Standard output belongs to the protocol, and an editor shows every line of standard error.
    logging.getLogger("pygls").setLevel(logging.ERROR)
    with clean_end():
        make_server().start_io()
