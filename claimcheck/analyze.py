"""The only glue: article → pipeline → rules → report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING, Protocol

from claimcheck.domain import Article, Attribution, Claim, Report, Source, Span, Versions
from claimcheck.errors import AnalysisError, ClaimcheckError
from claimcheck.headline import headline_of
from claimcheck.readers.text import read_text
from claimcheck.version import __version__

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["Annotate", "Annotations", "analyze", "analyze_all", "language_model", "load", "model_version"]

_MOST_ARTICLES = 64
_MOST_CHARACTERS = 250_000


class Annotations(Protocol):
    """What the pipeline finds in one article."""

    @property
    def sources(self) -> tuple[Source, ...]: ...
    @property
    def attributions(self) -> tuple[Attribution, ...]: ...
    @property
    def claims(self) -> tuple[Claim, ...]: ...
    @property
    def sentences(self) -> tuple[Span, ...]: ...
    @property
    def model_version(self) -> str: ...


Annotate = Callable[[Iterable[Article]], Iterator[Annotations]]
"""Articles → what is in each, in the same order. The result for an article does not depend on those around it."""


def analyze(
    text: str | Article,
    *,
    title: str | None = None,
    published: str | None = None,
    outlet: str | None = None,
    sources: str | None = None,
    annotate: Annotate | None = None,
) -> Report:
    """Everything that claimcheck has to say about one article.

    ``text`` is read as plain text; ``title`` is a headline that does not stand in it. An :class:`Article` is taken as a
    reader made it, and the other words about it are its own. ``sources`` names a newsroom's own file of sources, which
    adds to those of the package and overrides them. ``annotate`` replaces the language model.

    >>> report = claimcheck.analyze("The ferry sank, police said.")  # doctest: +SKIP
    >>> report.claims[0].status  # doctest: +SKIP
    <Status.ATTRIBUTED: 'attributed'>

    Raises :class:`~claimcheck.errors.InputError` for a text that cannot be an article or a file of sources that is
    none, and :class:`~claimcheck.errors.ModelError` if the language model cannot be loaded.
    """
    if isinstance(text, str):
        article = read_text(text, path="<text>", title=title, published=published, outlet=outlet)
    elif title is None and published is None and outlet is None:
        article = text
    else:
        raise TypeError("an Article has its own title, published and outlet")
    (annotations,) = (annotate or language_model(sources))([article])
    return _report(article, annotations)


def analyze_all(articles: Iterable[Article], *, annotate: Annotate | None = None) -> Iterator[Report | AnalysisError]:
    """One outcome an article, in order: its report, or why there is none. One article's failure stops no other.

    Articles are taken a handful at a time. Raises :class:`~claimcheck.errors.ModelError` if the language model cannot
    be loaded.
    """
    for handful in _handfuls(articles):
        annotate = annotate or language_model()
        try:
            reports = [_report(article, found) for article, found in zip(handful, annotate(handful), strict=True)]
        except ClaimcheckError:
            raise
        except Exception:
            # Which of them it was shows only one by one.
            yield from (_outcome(article, annotate) for article in handful)
        else:
            yield from reports


def load(*, sources: str | None = None) -> Language:
    """The language pipeline as a spaCy :class:`~spacy.language.Language`, with its results on ``Doc._``.

    ``sources`` names a newsroom's own file of sources. Raises :class:`~claimcheck.errors.ModelError` if the language
    model cannot be loaded, and :class:`~claimcheck.errors.InputError` if that file is wrong.
    """
    from claimcheck.pipeline import language

    return language.load(sources=sources)


def language_model(sources: str | None = None, *, lean: bool = False, threads: int = 0) -> Annotate:
    """Annotates with the model that ships with the package, and a newsroom's own ``sources`` besides its.

    Loaded once a process, when the first article comes. ``lean`` is for a process of our own, which starts sooner with
    no more of spaCy than it needs, and in which so many ``threads`` run the model (0: one for each core).
    """

    def annotate(articles: Iterable[Article]) -> Iterator[Annotations]:
        if lean:
            from claimcheck.pipeline import startup

            startup.prepare(threads=threads)
        return _loaded(sources)(articles)

    return annotate


def model_version() -> str:
    """The version of the model that ships with the package. Raises :class:`~claimcheck.errors.ModelError`."""
    from claimcheck.pipeline.encoder.model import version_of

    return version_of()


@cache
def _loaded(sources: str | None) -> Annotate:
    from claimcheck.pipeline import language

    return partial(language.annotate, nlp=language.load(sources=sources))


def _handfuls(articles: Iterable[Article]) -> Iterator[list[Article]]:
    handful: list[Article] = []
    characters = 0
    for article in articles:
        handful.append(article)
        characters += len(article.text)
        if len(handful) >= _MOST_ARTICLES or characters >= _MOST_CHARACTERS:
            yield handful
            handful, characters = [], 0
    if handful:
        yield handful


def _outcome(article: Article, annotate: Annotate) -> Report | AnalysisError:
    try:
        return analyze(article, annotate=annotate)
    except ClaimcheckError:
        raise
    except Exception as cause:
        error = AnalysisError(
            article.path, f"could not be analysed: {type(cause).__name__}: {cause}", "please report this"
        )
        error.__cause__ = cause
        return error


def _report(article: Article, annotations: Annotations) -> Report:
    # Not before there is a report to read: help texts need no rules.
    from claimcheck.rules import findings

    report = Report(
        article=article,
        sources=annotations.sources,
        attributions=annotations.attributions,
        claims=annotations.claims,
        headline=headline_of(article, annotations.claims),
        sentences=annotations.sentences,
        versions=Versions(claimcheck=__version__, model=annotations.model_version),
    )
    return replace(report, findings=findings(report))
