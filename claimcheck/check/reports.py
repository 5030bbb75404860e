"""Drafts → reports with everything that the rules find, from the cache where nothing has changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from claimcheck.check.analysis import Analyse
from claimcheck.check.cache import Cache, default_folder, key
from claimcheck.check.config import Config, Configs
from claimcheck.check.files import Draft, drafts, is_excluded
from claimcheck.check.request import Request
from claimcheck.domain import Article, Report
from claimcheck.errors import AnalysisError, ClaimcheckError, ConfigError, InputError
from claimcheck.readers import STANDARD_INPUT, read_bytes, reader_for
from claimcheck.rules import Options, findings

__all__ = ["Prepared", "prepared", "prepared_draft", "reports"]

_TOGETHER = 512
"""How many drafts are read before those of them that the cache does not have are analysed, together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A draft that has been read, and what is to be done with it."""

    draft: Draft
    data: bytes
    config: Config
    codes: tuple[str, ...]
    """The rules that are on for it."""
    options: dict[str, Options]
    key: str
    """What its report is called in the cache."""

    @property
    def cache(self) -> Cache | None:
        """Where its report may be."""
        folder = self.config.cache
        if folder is False:
            return None
        return Cache(folder=default_folder() if folder is True else Path(folder))

    def article(self) -> Article:
        """The article. Raises an :class:`~claimcheck.errors.InputError`."""
        return reader_for(self.draft.shown)(self.data, self.draft.shown)


def prepared(request: Request) -> Iterator[Prepared | ClaimcheckError]:
    """The drafts that are to be checked, in order; an error for each that cannot be."""
    configs = Configs(request.config)
    for draft in drafts(request.paths, configs, request.exclude):
        if isinstance(draft, ClaimcheckError):
            yield draft
            continue
        place = draft.shown
        if place == STANDARD_INPUT and request.stdin_filename is not None:
            draft = Draft(shown=request.stdin_filename, path=Path(request.stdin_filename))
        try:
            if request.force_exclude and _is_left_out(draft, request, configs):
                continue
            data = read_bytes(place)
            yield prepared_draft(draft, data, request, configs)
        except (InputError, ConfigError) as error:
            yield error


def _is_left_out(draft: Draft, request: Request, configs: Configs) -> bool:
    if draft.shown == STANDARD_INPUT:
        return False
    return is_excluded(draft.path, configs(draft.path.absolute().parent), request.exclude)


def prepared_draft(draft: Draft, data: bytes, request: Request, configs: Configs) -> Prepared:
    """A draft whose bytes are known, with what holds for it.

    Raises :class:`~claimcheck.errors.UnknownFormat` and :class:`~claimcheck.errors.ConfigError`.
    """
    # So that a wrong format is told before anything is analysed.
    reader_for(draft.shown)
    config = configs(draft.path.absolute().parent)
    codes, options = config.codes_for(draft.path, request.layer), config.options_for(draft.path)
    return Prepared(
        draft=draft,
        data=data,
        config=config if request.cache else replace(config, cache=False),
        codes=codes,
        options=options,
        key=key(data, draft.shown, codes, options, config.sources),
    )


def reports(
    drafts: Iterable[Prepared | ClaimcheckError], analyse: Analyse
) -> Iterator[tuple[Prepared, Report] | ClaimcheckError]:
    """One outcome a draft, in order and as they come. One draft's failure stops no other."""
    left = iter(drafts)
    caches: dict[Path, Cache] = {}
    while window := list(islice(left, _TOGETHER)):
        caches |= {d.cache.folder: d.cache for d in window if isinstance(d, Prepared) and d.cache is not None}
        known = [_known(draft) for draft in window]
        missing: dict[str | None, list[Article]] = {}
        for draft, found in zip(window, known, strict=True):
            if isinstance(draft, Prepared) and isinstance(found, Article):
                missing.setdefault(draft.config.sources, []).append(found)
        coming = {sources: analyse(articles, sources) for sources, articles in missing.items()}
        for draft, found in zip(window, known, strict=True):
            if isinstance(draft, ClaimcheckError):
                yield draft
                continue
            if isinstance(found, Article):
                found = _with_findings(draft, next(coming[draft.config.sources]))
            yield (draft, found) if isinstance(found, Report) else found
    for cache in caches.values():
        cache.prune()


def _known(draft: Prepared | ClaimcheckError) -> Report | Article | ClaimcheckError:
    """The cache's report of a draft; if it has none, the article; or why there is neither."""
    if isinstance(draft, ClaimcheckError):
        return draft
    cached = None if draft.cache is None else draft.cache.get(draft.key)
    if cached is not None:
        return replace(cached, article=replace(cached.article, path=draft.draft.shown))
    try:
        return draft.article()
    except InputError as error:
        return error


def _with_findings(draft: Prepared, outcome: Report | AnalysisError) -> Report | AnalysisError:
    if isinstance(outcome, AnalysisError):
        return outcome
    try:
        report = replace(outcome, findings=findings(outcome, draft.codes, draft.options))
    except Exception as cause:
        what = f"could not be checked: {type(cause).__name__}: {cause}"
        error = AnalysisError(draft.draft.shown, what, "please report this")
        error.__cause__ = cause
        return error
    if draft.cache is not None:
        draft.cache.put(draft.key, report)
    return report
