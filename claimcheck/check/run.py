"""The check itself: drafts → reports with the findings that count. The only glue of this package."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from claimcheck.check.analysis import Analyse, here
from claimcheck.check.baseline import Baseline
from claimcheck.check.changes import Changes
from claimcheck.check.config import Config, Configs
from claimcheck.check.files import Draft
from claimcheck.check.patterns import relative
from claimcheck.check.reports import Prepared, prepared, prepared_draft, reports
from claimcheck.check.request import Request
from claimcheck.check.suppression import suppressed
from claimcheck.domain import Report, Severity
from claimcheck.errors import ClaimcheckError, ConfigError, InputError

__all__ = ["Checked", "check", "check_text"]

_RANKS = {severity.value: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A draft that has been checked."""

    report: Report
    """With its findings; those that are suppressed say so."""
    failing: int
    """How many findings make the check fail."""


BaselineFor = Callable[[Config], "Baseline | None"]
"""The settings for a draft → the baseline that holds for it, if there is one."""


def _no_baseline(config: Config) -> None:
    return None


def check(
    request: Request, baseline_for: BaselineFor = _no_baseline, analyse: Analyse = here
) -> Iterator[Checked | ClaimcheckError]:
    """One outcome a draft, in the order of the paths: what was found, or why it could not be checked.

    Raises :class:`~claimcheck.errors.RevisionError` for a revision that git does not know,
    :class:`~claimcheck.errors.BaselineError` for a baseline that is none, and
    :class:`~claimcheck.errors.ModelError` if the language model cannot be loaded.
    """
    changes = None if request.diff_base is None else Changes(request.diff_base)
    for outcome in reports(prepared(request), analyse):
        if isinstance(outcome, ClaimcheckError):
            yield outcome
        else:
            yield _checked(*outcome, request, baseline_for, changes)


def check_text(
    text: str, request: Request, baseline_for: BaselineFor = _no_baseline, analyse: Analyse = here
) -> Checked | ClaimcheckError:
    """What is found in a draft that is being written: ``text`` stands in place of the request's one path.

    Raises what :func:`check` raises.
    """
    (path,) = request.paths
    draft = Draft(shown=path, path=Path(path))
    try:
        one = prepared_draft(draft, text.encode("utf-8", "surrogatepass"), request, Configs(request.config))
    except (InputError, ConfigError) as error:
        return error
    (outcome,) = reports([one], analyse)
    return outcome if isinstance(outcome, ClaimcheckError) else _checked(*outcome, request, baseline_for, None)


def _checked(
    draft: Prepared, report: Report, request: Request, baseline_for: BaselineFor, changes: Changes | None
) -> Checked:
    """The report with what is suppressed, known, or not of today's change."""
    path = draft.draft.path
    sidecars = [one for one in draft.config.suppress if relative(path, draft.config.folder) == one.file]
    report = replace(report, findings=suppressed(report, sidecars, draft.codes, request.today))
    baseline = baseline_for(draft.config)
    if baseline is not None:
        report = replace(report, findings=baseline.marked(report, path, draft.codes))
    if changes is not None:
        report = replace(report, findings=changes.concerned(report, path))
    return _judged(report, request, draft.config)


def _judged(report: Report, request: Request, config: Config) -> Checked:
    """The findings that are severe enough to be told, and how many of them make the check fail."""
    least = _RANKS[request.min_severity or config.min_severity]
    told = tuple(finding for finding in report.findings if _RANKS[finding.severity] <= least)
    fatal = _RANKS.get(request.fail_on or config.fail_on, -1)
    failing = sum(_RANKS[finding.severity] <= fatal and not finding.suppressed for finding in told)
    return Checked(report=replace(report, findings=told), failing=failing)
