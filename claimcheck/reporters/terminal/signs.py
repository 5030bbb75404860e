"""How each status looks: a glyph and a word, which suffice without colour, and a colour.

Words of the article are always in the terminal's own colour. The colours beside them are those of the 256-colour
palette that keep a contrast of 3.3 or more against white, black and the common light and dark backgrounds between them.
Where there are only 16, whose shades every terminal chooses for itself, those are taken that read on both; none of
them is grey.
"""

from __future__ import annotations

from dataclasses import dataclass

from rich.theme import Theme

from claimcheck.domain import Claim, Status

QUIET = "quiet"
"""For labels and places: what is not said by the article."""
STRONG = "bold"
HEADING = "bold underline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A status as it is shown, ``? unconfirmed``, and the names of its styles: for the word, and for it as a stamp."""

    glyph: str
    word: str
    style: str
    stamp: str

    def __str__(self) -> str:
        return f"{self.glyph} {self.word}"


_GLYPHS = {
    Status.CONFIRMED: "✓",
    Status.ATTRIBUTED: "»",
    Status.ASSERTED: "•",
    Status.UNCONFIRMED: "?",
    Status.DISPUTED: "≠",
    Status.DENIED: "✗",
    Status.REFUTED: "!",
}


def sign_of_status(status: Status) -> Sign:
    """The sign of ``status``."""
    return Sign(glyph=_GLYPHS[status], word=str(status), style=f"status.{status}", stamp=f"stamp.{status}")


def sign_of(claim: Claim) -> Sign:
    """The sign of a claim's status; the kind in its place where a claim has none ("opinion", "question")."""
    if claim.status is None:
        return Sign(glyph="-", word=str(claim.kind), style="none", stamp="none")
    return sign_of_status(claim.status)


def _theme(quiet: str, colours: dict[Status, str]) -> Theme:
    styles = {QUIET: quiet}
    for status, colour in colours.items():
        weight = "bold" if status.flagged else "not bold"
        styles[f"status.{status}"] = f"{weight} {colour}"
        styles[f"stamp.{status}"] = f"{weight} {colour} reverse"
    return Theme(styles)


_MANY_COLOURS = _theme(
    "color(244)",
    {
        Status.CONFIRMED: "color(64)",
        Status.ATTRIBUTED: "color(32)",
        Status.ASSERTED: "default",
        Status.UNCONFIRMED: "color(166)",
        Status.DISPUTED: "color(134)",
        Status.DENIED: "color(167)",
        Status.REFUTED: "color(196)",
    },
)
_SIXTEEN_COLOURS = _theme(
    "default",
    {
        Status.CONFIRMED: "green",
        Status.ATTRIBUTED: "cyan",
        Status.ASSERTED: "default",
        Status.UNCONFIRMED: "magenta",
        Status.DISPUTED: "magenta",
        Status.DENIED: "red",
        Status.REFUTED: "red",
    },
)


def theme(color_system: str | None) -> Theme:
    """The styles for a console with this ``color_system``, in rich's words for it."""
    return _MANY_COLOURS if color_system in ("256", "truecolor") else _SIXTEEN_COLOURS
