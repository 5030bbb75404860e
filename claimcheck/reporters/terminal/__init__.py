"""The report for an editor at a terminal: what is flagged first, then the claims, the sources and the counts.

Made to be looked at, not parsed: the wording and the layout may change in any version.
"""

from __future__ import annotations

from rich.console import Console, RenderableType

from claimcheck.domain import Report
from claimcheck.reporters.terminal.claims import Claims, ClaimsBySource
from claimcheck.reporters.terminal.counts import Counts
from claimcheck.reporters.terminal.flagged import Flagged
from claimcheck.reporters.terminal.layout import Sheet
from claimcheck.reporters.terminal.pen import Pen
from claimcheck.reporters.terminal.reading import Reading
from claimcheck.reporters.terminal.signs import theme
from claimcheck.reporters.terminal.sources import Sources
from claimcheck.reporters.terminal.title import Title

__all__ = ["render"]


def render(report: Report, console: Console, *, flagged_only: bool = False, by_source: bool = False) -> None:
    """Print ``report`` on ``console``, as wide as the console is, up to a measure that is good to read.

    ``flagged_only`` leaves it at the title and the flagged claims; ``by_source`` lists the claims under those who vouch
    for them. Whatever the article's text holds, nothing but its
    words reaches the terminal, and no line is longer than the console is wide or ends in blanks. Without colour, and
    in encodings without the glyphs, it says the same.
    """
    reading, pen = Reading(report), Pen(console.encoding)
    sections: list[RenderableType] = [Title(reading, pen), Flagged(reading, pen)]
    if report.claims and not flagged_only:
        claims = ClaimsBySource(reading, pen) if by_source else Claims(reading, pen)
        sections += [claims, Sources(reading, pen), Counts(reading, pen)]
    with console.use_theme(theme(console.color_system)):
        console.print(Sheet(sections), end="", highlight=False)
