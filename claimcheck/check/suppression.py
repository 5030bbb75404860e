"""Suppressions: a comment above or in a paragraph, or an entry in the settings, that says why a finding may stay.

    <!-- claimcheck: ignore CC210 reason="desk called the ministry" until=2026-12-01 -->

Without a reason nothing is suppressed. After its ``until`` a suppression no longer holds; what day it is comes from
outside, so that everything else about a check is the same on any day.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from claimcheck.check.config import Sidecar
from claimcheck.check.nearest import nearest
from claimcheck.check.selection import rule_of
from claimcheck.domain import Article, Finding, Location, Note, Report
from claimcheck.rules import by_code

__all__ = ["suppressed"]

UNUSED = "CC900"
EXPIRED = "CC901"

_NOTE = re.compile(r"(?P<verb>\S+)\s*(?P<rules>[^=\"]*?)(?P<settings>(?:\s+\w+=(?:\"[^\"]*\"|“[^”]*”|\S+))*)\s*")
_SETTING = re.compile(r"(\w+)=(?:\"([^\"]*)\"|“([^”]*)”|(\S+))")
_NOWHERE = Location(block=None)
_SEPARATOR = re.compile(r"[\s,]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Suppression:
    code: str
    reason: str
    until: str | None
    claim: str | None = None
    offset: int | None = None
    """Where the comment stands in the text; None for an entry in the settings."""
    at: Location = _NOWHERE

    def concerns(self, finding: Finding, article: Article) -> bool:
        """Whether it is about this finding, on whatever day."""
        if finding.code != self.code:
            return False
        if self.offset is None:
            return self.claim is None or self.claim == finding.claim_id
        if finding.primary is None:
            return False
        block = article.locate(finding.primary).block
        if block is None:
            return False
        span = article.blocks[block].span
        return span.start <= self.offset <= span.end


def suppressed(
    report: Report, sidecars: Iterable[Sidecar], codes: Iterable[str], today: datetime.date
) -> tuple[Finding, ...]:
    """The report's findings, those marked that are suppressed, and what is wrong with the suppressions themselves.

    ``codes`` are the rules that are on: a suppression of a rule that did not run is left alone.
    """
    on = frozenset(codes)
    known: list[_Suppression] = []
    wrong: list[Finding] = []
    for note in report.article.notes:
        for one in _read(note):
            if isinstance(one, str):
                wrong.append(_finding(UNUSED, f"suppresses nothing: {one}", _place(note)))
            else:
                known.append(one)
    known += [_Suppression(code=one.code, reason=one.reason, until=one.until, claim=one.claim) for one in sidecars]
    findings = list(report.findings)
    for suppression in known:
        concerned = [i for i, finding in enumerate(findings) if suppression.concerns(finding, report.article)]
        if not concerned and suppression.code in on:
            wrong.append(_finding(UNUSED, f"there is nothing here for {suppression.code} to ignore", suppression.at))
        elif concerned and suppression.until is not None and suppression.until < today.isoformat():
            message = f"{suppression.code} was to be ignored until {suppression.until}: {suppression.reason}"
            wrong.append(_finding(EXPIRED, message, suppression.at))
        else:
            for i in concerned:
                findings[i] = replace(findings[i], suppressed=True, reason=suppression.reason)
    findings += [finding for finding in wrong if finding.code in on]
    places = [(place.line or 0, place.column or 0) for place in map(report.place, findings)]
    return tuple(findings[i] for i in sorted(range(len(findings)), key=places.__getitem__))


def _finding(code: str, message: str, at: Location) -> Finding:
    rule = by_code[code]
    hint = "take it out" if code == UNUSED else "look again, then renew it or take it out"
    return replace(rule.finding(None, message, hint=hint), at=at)


def _place(note: Note) -> Location:
    return Location(block=None, line=note.line, column=note.column, end_line=note.line, end_column=note.column + 1)


def _read(note: Note) -> Iterator[_Suppression | str]:
    """What a comment suppresses, a rule at a time; a string for what is wrong with it."""
    found = _NOTE.fullmatch(note.text)
    if found is None or found["verb"] != "ignore":
        yield 'say it as ignore CC210 reason="…"'
        return
    settings = {name: "".join(words) for name, *words in _SETTING.findall(found["settings"])}
    reason, until = settings.pop("reason", "").strip(), settings.pop("until", None)
    if settings:
        yield f"{next(iter(settings))}= is unknown{nearest(next(iter(settings)), ('reason', 'until'))}"
        return
    if not reason:
        yield 'it has no reason="…"'
        return
    if until is not None:
        try:
            until = datetime.date.fromisoformat(until).isoformat()
        except ValueError:
            yield f"until={until} is no date such as 2026-12-01"
            return
    words = [word for word in _SEPARATOR.split(found["rules"]) if word]
    if not words:
        yield "it names no rule"
    for word in words:
        try:
            yield _Suppression(code=rule_of(word), reason=reason, until=until, offset=note.offset, at=_place(note))
        except ValueError as error:
            yield str(error)
