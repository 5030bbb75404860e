"""The pipeline as a spaCy ``Language``, and articles through it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from claimcheck.domain import Article, Attribution, Block, BlockKind, Claim, Source, Span
from claimcheck.pipeline.encoder.component import READING
from claimcheck.pipeline.encoder.model import load_model
from claimcheck.pipeline.extensions import register
from claimcheck.pipeline.sentences import sentences
from claimcheck.pipeline.status.component import unsettled_of
from claimcheck.pipeline.status.settling import settle
from claimcheck.pipeline.title import with_title

COMPONENTS = ("encoder", "syntax", "attribution", "sourcing", "claims", "status")
"""Names of the components in their order; each is the spaCy factory ``claimcheck_<name>``."""

_MAX_LENGTH = 10_000_000
"""Characters. spaCy's own limit of a million guards a parser whose memory grows with the text; ours does not."""


@dataclass(frozen=True, slots=True)
class Annotations:
    """What the pipeline found in one article, in text order."""

    sources: tuple[Source, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    sentences: tuple[Span, ...]
    model_version: str


def load(*, sources: str | None = None) -> Language:
    """An English pipeline with all components and the shipped model, ready to be called.

    ``sources`` is the path of a newsroom's own file, which adds to the shipped registry and overrides it.
    """
    register()
    nlp = spacy.blank("en")
    nlp.max_length = _MAX_LENGTH
    for name in COMPONENTS:
        nlp.add_pipe(f"claimcheck_{name}", name=name, config={"sources": sources} if name == "sourcing" else {})
    return nlp


def annotate(articles: Iterable[Article], nlp: Language | None = None) -> Iterator[Annotations]:
    """The annotations of each article, in input order; a few are under way at a time, so any number will do."""
    nlp = nlp if nlp is not None else load()
    version = load_model().version
    (_, encoder), *others = nlp.pipeline
    coming: deque[Article] = deque()

    def docs() -> Iterator[Doc]:
        for article in articles:
            coming.append(article)
            if article.title is not None:
                yield make_doc(nlp, _headline_alone(article, article.title))
            yield make_doc(nlp, article)

    read = encoder.pipe(docs())  # type: ignore[attr-defined]
    for first in read:
        article = coming.popleft()
        if article.title is None:
            doc = _annotated(first, others)
            claims, sources = doc._.claims, doc._.sources
        else:
            doc = next(read)
            claims, sources = _with_headline(first, doc, others)
        yield Annotations(
            sources=sources, attributions=doc._.attributions, claims=claims, sentences=sentences(doc),
            model_version=version,
        )  # fmt: skip


_Components = Sequence[tuple[str, Callable[[Doc], Doc]]]


def _annotated(doc: Doc, components: _Components, *, without: str = "") -> Doc:
    for name, component in components:
        if name != without:
            doc = component(doc)
    doc.user_data.pop(READING, None)
    return doc


def _headline_alone(article: Article, title: str) -> Article:
    headline = Block(kind=BlockKind.HEADLINE, span=Span(start=0, end=len(title)))
    return Article(path=article.path, text=title, blocks=(headline,))


def _with_headline(above: Doc, body: Doc, components: _Components) -> tuple[tuple[Claim, ...], tuple[Source, ...]]:
    """The claims and sources of both: what says the same in both is settled together."""
    for doc in (body, above):
        _annotated(doc, components, without="status")
    unsettled, sources = with_title(unsettled_of(above), above._.sources, unsettled_of(body), body._.sources)
    return settle(unsettled, {source.id: source for source in sources}), sources


def make_doc(nlp: Language, article: Article) -> Doc:
    """The article's text cut into tokens, its blocks known to the components."""
    doc = nlp.make_doc(article.text)
    doc._.article = article
    return doc
