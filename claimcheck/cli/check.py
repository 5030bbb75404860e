"""``claimcheck check``: drafts against the editorial rules, for a pipeline or a desk."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimcheck.cli.shared import NoColor, Tally, Width, clean_end, console_of, counted, one_of, tell
from claimcheck.domain import Report, Severity
from claimcheck.reporters.output import STANDARD_OUTPUT, Output

if TYPE_CHECKING:
    from claimcheck.check import Baselines, Request

__all__ = ["check"]

_FOUND = 1
_WIDTH_OF_A_FILE = 100
_TEXT = "text"
_FORMATS = (_TEXT, "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson", "markdown")
_SEVERITIES = tuple(severity.value for severity in Severity)


def _selectors(values: list[str] | None) -> tuple[str, ...] | None:
    """Words for rules, separated by commas or given one by one."""
    from claimcheck.check import checked_selector

    if values is None:
        return None
    words = tuple(word.strip() for value in values for word in value.split(",") if word.strip())
    for word in words:
        try:
            checked_selector(word)
        except ValueError as error:
            raise typer.BadParameter(str(error)) from None
    return words


def _profile(name: str | None) -> str | None:
    from claimcheck.check import checked_profile

    try:
        return name if name is None else checked_profile(name)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


def _copies(values: list[str] | None) -> list[str] | None:
    for value in values or ():
        format, _, place = value.partition("=")
        if format not in _FORMATS or place in ("", STANDARD_OUTPUT):
            raise typer.BadParameter(f"{value!r} is not FORMAT=FILE with one of {', '.join(_FORMATS)}")
    return values


def _option(help: str, metavar: str, callback: Callable[..., object] | None = None) -> Any:
    return typer.Option(metavar=metavar, help=help, show_default=False, callback=callback)


def check(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", help="Drafts, folders of drafts, or globs; - is standard input. [default: .]"),
    ] = None,
    format: Annotated[
        str, typer.Option(metavar="|".join(_FORMATS), callback=one_of(*_FORMATS), help="For people or for programs.")
    ] = _TEXT,
    output_file: Annotated[
        str, typer.Option("--output-file", "-o", metavar="FILE", help="Where to write it; - is standard output.")
    ] = STANDARD_OUTPUT,
    also: Annotated[
        list[str] | None,
        _option("Write it in this format, too: sarif=findings.sarif.", "FORMAT=FILE", callback=_copies),
    ] = None,
    profile: Annotated[str | None, _option("A named choice of rules.", "NAME", callback=_profile)] = None,
    select: Annotated[
        list[str] | None, _option("These rules only: CC210,CC4,headline-asserts.", "RULES", callback=_selectors)
    ] = None,
    extend_select: Annotated[list[str] | None, _option("These rules too.", "RULES", callback=_selectors)] = None,
    ignore: Annotated[list[str] | None, _option("Not these rules.", "RULES", callback=_selectors)] = None,
    fail_on: Annotated[
        str | None,
        _option(
            "Exit with 1 for findings of this severity and worse; warning unless the settings say otherwise.",
            "error|warning|info|never",
            callback=one_of(*_SEVERITIES, "never"),
        ),
    ] = None,
    min_severity: Annotated[
        str | None,
        _option(
            "Leave out what is less severe.",
            "error|warning|info",
            callback=one_of(*_SEVERITIES),
        ),
    ] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Show only how often each rule fires.")] = False,
    config: Annotated[str | None, _option("Settings in place of those found upwards from a draft.", "FILE")] = None,
    show_config: Annotated[bool, typer.Option("--show-config", help="Show the settings that hold, and exit.")] = False,
    exclude: Annotated[
        list[str] | None, _option("Leave these out when folders are searched, as .gitignore does.", "PATTERN")
    ] = None,
    force_exclude: Annotated[
        bool, typer.Option("--force-exclude", help="Leave them out when they are named, too.")
    ] = False,
    stdin_filename: Annotated[str | None, _option("The name of what comes from standard input.", "FILE")] = None,
    baseline: Annotated[str | None, _option("Leave out the findings listed in this file.", "FILE")] = None,
    write_baseline: Annotated[str | None, _option("List all findings in this file, show none.", "FILE")] = None,
    diff_base: Annotated[str | None, _option("Only paragraphs that changed since this git revision.", "REF")] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Analyse every draft anew, and keep nothing.")] = False,
    jobs: Annotated[
        int,
        typer.Option(min=0, metavar="N", help="Processes to read with; 0 is one for each core.", show_default=False),
    ] = 0,
    width: Width = None,
    no_color: NoColor = False,
) -> None:
    """Check drafts against the editorial rules."""
    if statistics and format != _TEXT:
        raise typer.BadParameter("is for the text format only", param_hint="'--statistics'")
    with clean_end() as tally:
        from datetime import date

        from claimcheck.check import Baselines, Layer, Request, shown

        request = Request(
            paths=tuple(paths or (".",)),
            today=date.today(),
            config=config,
            layer=Layer(
                profile=profile,
                select=None if select is None else tuple(select),
                extend_select=tuple(extend_select or ()),
                ignore=tuple(ignore or ()),
            ),
            exclude=tuple(exclude or ()),
            force_exclude=force_exclude,
            stdin_filename=stdin_filename,
            fail_on=fail_on,
            min_severity=None if min_severity is None else Severity(min_severity),
            cache=not no_cache,
            diff_base=diff_base,
        )
        if show_config:
            typer.echo(shown(request), nl=False)
            return
        baselines = Baselines(path=baseline, to_write=write_baseline)
        reports: Iterable[Report] = _checked(request, baselines, jobs, tally)
        if write_baseline is not None:
            _write_baseline(reports, baselines, write_baseline)
            return
        if also:
            # What is written several times is checked once.
            reports = list(reports)
        _write(reports, format, output_file, statistics=statistics, width=width, no_color=no_color)
        for copy in also or ():
            copied_as, _, place = copy.partition("=")
            _write(reports, copied_as, place, statistics=False, width=width, no_color=no_color)
        for sentence in baselines.stale():
            tell(sentence)
        if tally.failing and not tally.failed and not exit_zero:
            raise typer.Exit(_FOUND)


def _checked(request: Request, baselines: Baselines, jobs: int, tally: Tally) -> Iterator[Report]:
    """The reports of those drafts that can be checked; the others have failed."""
    from claimcheck.check import Checked, check, with_jobs
    from claimcheck.workers import cores

    for outcome in counted(check(request, baselines, with_jobs(jobs or cores())), "drafts"):
        if isinstance(outcome, Checked):
            tally.reports += 1
            tally.failing += outcome.failing
            yield outcome.report
        else:
            tally.tell(outcome)


def _write(
    reports: Iterable[Report], format: str, place: str, *, statistics: bool, width: int | None, no_color: bool
) -> None:
    if format != _TEXT:
        from claimcheck.check import rule_facts
        from claimcheck.reporters.findings import FORMATS

        with Output(place) as target:
            for text in FORMATS[format](reports, rule_facts()):
                target.write(text)
        return
    from claimcheck.reporters.terminal.findings import render_findings, render_statistics

    render = render_statistics if statistics else render_findings
    if place == STANDARD_OUTPUT:
        render(reports, console_of(width, no_color=no_color))
        return
    from rich.console import Console

    with Output(place) as target:
        sheet = io.StringIO()
        render(reports, Console(file=sheet, width=width or _WIDTH_OF_A_FILE, no_color=True, highlight=False))
        target.write(sheet.getvalue())


def _write_baseline(reports: Iterable[Report], baselines: Baselines, place: str) -> None:
    for _ in reports:
        pass
    text, sentence = baselines.renewed()
    with Output(place) as target:
        target.write(text)
    tell(sentence)
