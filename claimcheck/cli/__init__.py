"""The command line: what is asked for goes to the library, what comes back to the terminal. No logic lives here."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.analyze import analyze_all, language_model
from claimcheck.cli.check import check
from claimcheck.cli.lsp import lsp
from claimcheck.cli.shared import (
    FAILED,
    NoColor,
    Tally,
    Width,
    clean_end,
    console_of,
    one_of,
    survive_narrow_encodings,
    tell,
)
from claimcheck.domain import Article, Report
from claimcheck.errors import InputError
from claimcheck.readers import read
from claimcheck.reporters import EXPORTS
from claimcheck.reporters.output import STANDARD_OUTPUT, Output
from claimcheck.version import __version__

if TYPE_CHECKING:
    from claimcheck.batch import Progress as Advance

__all__ = ["app", "main"]

app = typer.Typer(
    name="claimcheck",
    no_args_is_help=True,
    # Plain help: it loads in a tenth of the time, and the README shows it.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"claimcheck {__version__}")
        raise typer.Exit


_Files = Annotated[
    list[str], typer.Argument(metavar="FILE", help="Articles as .txt or .md files; - is standard input.")
]
_Sources = Annotated[
    str | None,
    typer.Option(
        "--sources",
        metavar="FILE",
        help="A newsroom's own sources (TOML): added to those of the package, or in their place.",
        show_default=False,
    ),
]
_Exports = tuple(EXPORTS)


@app.callback()
def claimcheck(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Read news articles claim by claim: what is claimed, who says so, and does the text treat it as confirmed?"""


@app.command()
def review(
    files: _Files,
    flagged: Annotated[bool, typer.Option("--flagged", help="Show only the claims an editor should look at.")] = False,
    by: Annotated[
        str,
        typer.Option(
            metavar="article|source",
            callback=one_of("article", "source"),
            help="List the claims in the order of the article, or by who vouches for them.",
        ),
    ] = "article",
    format: Annotated[
        str, typer.Option(metavar="text|json", callback=one_of("text", "json"), help="For people or for programs.")
    ] = "text",
    width: Width = None,
    no_color: NoColor = False,
    sources: _Sources = None,
) -> None:
    """Show who claims what in articles, and what is not confirmed."""
    if format != "text":
        if flagged:
            raise typer.BadParameter("is for the text format only", param_hint="'--flagged'")
        export(files, format=format, output=STANDARD_OUTPUT, sources=sources)
        return
    with clean_end() as tally:
        from claimcheck.reporters.terminal import render

        console = console_of(width, no_color=no_color)
        for report in _reports(files, sources, tally):
            render(report, console, flagged_only=flagged, by_source=by == "source")


app.command()(check)


@app.command()
def export(
    files: _Files,
    format: Annotated[
        str, typer.Option(metavar="|".join(_Exports), callback=one_of(*_Exports), help="What to write.")
    ] = "json",
    output: Annotated[
        str, typer.Option(metavar="FILE", help="Where to write it; - is standard output.")
    ] = STANDARD_OUTPUT,
    sources: _Sources = None,
) -> None:
    """Write the reports of articles for other programs."""
    with clean_end() as tally, Output(output) as target:
        for text in EXPORTS[format](_reports(files, sources, tally), many=len(files) > 1):
            target.write(text)
        if tally.failed and not tally.reports:
            # The output of an earlier day is worth more than an empty one.
            raise typer.Exit(FAILED)


@app.command()
def batch(
    archive: Annotated[
        str, typer.Argument(metavar="ARCHIVE", help='JSON Lines with "id" and "text"; - is standard input.')
    ],
    output: Annotated[str, typer.Option(metavar="FILE", help="Where to write one report a line.", show_default=False)],
    resume: Annotated[bool, typer.Option("--resume", help="Go on where an interrupted run stopped.")] = False,
    jobs: Annotated[
        int,
        typer.Option(min=0, metavar="N", help="Processes that read it; 0 is one for each core.", show_default=False),
    ] = 0,
    sources: _Sources = None,
) -> None:
    """Analyse an archive: one article a line in, one report a line out."""
    with clean_end("interrupted; --resume goes on from here") as tally:
        from claimcheck.batch import run
        from claimcheck.workers import cores

        with _progress_bar() as on_progress:
            totals = run(
                archive,
                output,
                resume=resume,
                jobs=jobs or cores(),
                sources=sources,
                on_progress=on_progress,
                on_failure=tally.tell,
            )
        tally.failed = totals.failed > 0


@app.command()
def rules(
    format: Annotated[
        str, typer.Option(metavar="text|json", callback=one_of("text", "json"), help="For people or for programs.")
    ] = "text",
) -> None:
    """List the editorial rules."""
    from claimcheck.reporters.json import dumps
    from claimcheck.rules import RULES, document, listed

    with clean_end():
        text = dumps([document(rule) for rule in RULES], indent=2) + "\n" if format == "json" else listed(RULES)
        typer.echo(text, nl=False)


@app.command()
def explain(
    word: Annotated[str, typer.Argument(metavar="WORD", help="A status or a rule's code, as reports show it.")],
) -> None:
    """Explain a word that reports use: how it is decided, examples, what to do."""
    from textwrap import fill

    from claimcheck.check.nearest import nearest
    from claimcheck.explain import explain as page_about
    from claimcheck.explain import explained_words

    page = page_about(word)
    if page is None:
        tell(
            f"{word}: neither a status nor a rule{nearest(word, explained_words())} (claimcheck rules lists all rules)"
        )
        raise typer.Exit(FAILED)
    survive_narrow_encodings()
    for line in page.splitlines():
        indent = " " * (len(line) - len(line.lstrip(" -")))
        typer.echo(fill(line, width=80, subsequent_indent=indent))


@app.command("sources")
def look_up(
    query: Annotated[
        str, typer.Argument(metavar="QUERY", help="A name, part of one, or something like one.", show_default=False)
    ] = "",
    format: Annotated[
        str, typer.Option(metavar="text|json", callback=one_of("text", "json"), help="For people or for programs.")
    ] = "text",
    width: Width = None,
    no_color: NoColor = False,
    sources: _Sources = None,
) -> None:
    """Look up the sources that are known by name; all of them without a query."""
    with clean_end():
        from claimcheck.sources import search, shipped_registry

        registry = shipped_registry() if sources is None else shipped_registry().overridden_by(Path(sources))
        found = search(registry, query)
        if format == "json":
            from claimcheck.reporters.json import dumps
            from claimcheck.reporters.registry import to_list

            typer.echo(dumps(to_list(found), indent=2))
        else:
            from claimcheck.reporters.terminal.registry import render_found

            render_found(found, query, console_of(width, no_color=no_color))


app.command()(lsp)


def main() -> None:
    """The ``claimcheck`` command."""
    app()


def _reports(files: Iterable[str], sources: str | None, tally: Tally) -> Iterator[Report]:
    """The reports of those files that can be read; the others have failed."""

    def articles() -> Iterator[Article]:
        for file in files:
            try:
                yield read(file)
            except InputError as error:
                tally.tell(error)

    for outcome in analyze_all(articles(), annotate=language_model(sources, lean=True)):
        if isinstance(outcome, Report):
            tally.reports += 1
            yield outcome
        else:
            tally.tell(outcome)


@contextmanager
def _progress_bar() -> Iterator[Callable[[Advance], None]]:
    """A bar on standard error while a long command runs; nothing where nobody looks."""
    if not sys.stderr.isatty():
        yield lambda progress: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = (BarColumn(), TextColumn("{task.fields[records]} articles"), TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, records=0)

        def show(progress: Advance) -> None:
            bar.update(task, completed=progress.bytes_read, total=progress.bytes_total, records=progress.records)

        yield show
