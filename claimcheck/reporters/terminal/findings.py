"""Findings for an editor at a terminal: by file, each with its line of the file and the words in it underlined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from claimcheck.domain import Finding, Location, Report, Severity
from claimcheck.reporters.terminal.layout import MEASURE
from claimcheck.reporters.terminal.pen import Pen
from claimcheck.reporters.terminal.signs import QUIET, STRONG, theme

__all__ = ["render_findings", "render_statistics"]

_INDENT = 4
_PLACE = 10
_SEVERITY = 9
_BEFORE = 30
"""How many characters of the line are shown before the words that are underlined, at most."""
_STYLES = {Severity.ERROR: "status.refuted", Severity.WARNING: "status.unconfirmed", Severity.INFO: "status.attributed"}


def render_findings(reports: Iterable[Report], console: Console) -> None:
    """Print what was found in each report as it comes, then a line with the counts. Suppressed findings are counted."""
    pen = Pen(console.encoding)
    counts: Counter[Severity] = Counter()
    files = suppressed = 0
    width = min(console.width, MEASURE)
    with console.use_theme(theme(console.color_system)):
        for report in reports:
            files += 1
            told = [finding for finding in report.findings if not finding.suppressed]
            suppressed += len(report.findings) - len(told)
            counts.update(finding.severity for finding in told)
            if told:
                lines = [pen((report.article.path, STRONG))]
                lines += (line for finding in told for line in _finding(finding, report, pen, width))
                for line in lines:
                    line.rstrip()
                # The lines fit; to have rich find that out one by one takes longer than all the rest.
                console.print(Text("\n").join(lines), soft_wrap=True)
                console.print()
        console.print(pen(_summary(counts, files, suppressed)), width=width)


def render_statistics(reports: Iterable[Report], console: Console) -> None:
    """Print how often each rule found something, the most frequent first, then a line with the counts."""
    pen = Pen(console.encoding)
    found: Counter[tuple[str, str]] = Counter()
    counts: Counter[Severity] = Counter()
    files = suppressed = 0
    for report in reports:
        files += 1
        for finding in report.findings:
            if finding.suppressed:
                suppressed += 1
            else:
                found[finding.code, finding.name] += 1
                counts[finding.severity] += 1
    for (code, name), number in sorted(found.items(), key=lambda one: (-one[1], one[0])):
        console.print(Text(f"{number:6,}  ").append_text(pen(f"{code} {name}")))
    console.print(pen(_summary(counts, files, suppressed)))


def _finding(finding: Finding, report: Report, pen: Pen, width: int) -> Iterator[Text]:
    place = report.place(finding)
    head = Text("  ").append_text(pen(("" if place.line is None else f"{place.line}:{place.column}", QUIET)))
    head.pad_right(max(_PLACE - head.cell_len, 2))
    head.append_text(pen((finding.severity.value, _STYLES[finding.severity])))
    head.pad_right(max(_PLACE + _SEVERITY - head.cell_len, 2))
    yield head.append_text(pen(f"{finding.code} ", (finding.name, QUIET)))
    yield from _indented(pen(finding.message), width)
    yield from _excerpt(place, report, pen, width)
    for related in finding.related:
        line = report.article.locate(related.span).line
        # What stands on the same line can be seen there.
        if related.message and line is not None and line != place.line:
            yield from _indented(pen((f"line {line}: {related.message}", QUIET)), width)
    if finding.hint:
        yield from _indented(pen((f"hint: {finding.hint}", QUIET)), width)


def _indented(text: Text, width: int) -> Iterator[Text]:
    console = Console(width=width)
    for line in text.wrap(console, max(width - _INDENT, 20)):
        yield Text(" " * _INDENT).append_text(line)


def _excerpt(place: Location, report: Report, pen: Pen, width: int) -> Iterator[Text]:
    """The line of the file, cut around the words that are meant, and a line of carets below them."""
    if place.line is None or place.column is None:
        return
    line = report.article.line(place.line)
    start = place.column - 1
    end = len(line) if place.end_line != place.line else (place.end_column or place.column) - 1
    from_ = max(start - _BEFORE, 0)
    lead = ("…" if from_ else "") + line[from_:start].lstrip() if from_ else line[:start].lstrip()
    before, words = pen(lead), pen((line[start:end], STRONG))
    room = max(width - _INDENT - before.cell_len, 10)
    if words.cell_len > room:
        words.truncate(room, overflow="ellipsis")
    after = pen(line[end:])
    left = room - words.cell_len
    if after.cell_len > left:
        after.truncate(left, overflow="ellipsis") if left else after.truncate(0)
    indent = " " * _INDENT
    yield Text(indent).append_text(before).append_text(words).append_text(after)
    marked = max(cell_len(words.plain.rstrip()), 1)
    yield Text(indent + " " * before.cell_len).append_text(pen(("^" * marked, QUIET)))


def _summary(counts: Counter[Severity], files: int, suppressed: int) -> str:
    words = [
        f"{counts[severity]:,} {severity if severity is Severity.INFO or counts[severity] == 1 else f'{severity}s'}"
        for severity in Severity
        if counts[severity]
    ]
    told = f"{', '.join(words) or 'No findings'} in {files:,} {'file' if files == 1 else 'files'}"
    return f"{told}, {suppressed:,} suppressed." if suppressed else f"{told}."
