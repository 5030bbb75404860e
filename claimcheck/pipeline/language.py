"""The pipeline as a spaCy ``Language``, and articles through it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from claimcheck.domain import Article, Attribution, Block, BlockKind, Claim, Source, Span
from claimcheck.pipeline.encoder import READING
from claimcheck.pipeline.extensions import register
from claimcheck.pipeline.model import load_model
from claimcheck.pipeline.sentences import sentences
from claimcheck.pipeline.settling import settle
from claimcheck.pipeline.status import unsettled_of
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
    """The annotations of each article, in input order; articles are read one at a time, so any number will do."""
    nlp = nlp if nlp is not None else load()
    version = load_model().version
    for article in articles:
        if article.title is None:
            doc = _read(nlp, article)
            claims, sources = doc._.claims, doc._.sources
        else:
            doc, claims, sources = _read_with_title(nlp, article, article.title)
        yield Annotations(
            sources=sources, attributions=doc._.attributions, claims=claims, sentences=sentences(doc),
            model_version=version,
        )  # fmt: skip


def _read(nlp: Language, article: Article, *, without: str = "") -> Doc:
    doc = make_doc(nlp, article)
    for name, component in nlp.pipeline:
        if name != without:
            doc = component(doc)
    doc.user_data.pop(READING, None)
    return doc


def _read_with_title(nlp: Language, article: Article, title: str) -> tuple[Doc, tuple[Claim, ...], tuple[Source, ...]]:
    """The body's Doc, then the claims and sources of both: what says the same in both is settled together."""
    headline = Block(kind=BlockKind.HEADLINE, span=Span(start=0, end=len(title)))
    body = _read(nlp, article, without="status")
    above = _read(nlp, Article(path=article.path, text=title, blocks=(headline,)), without="status")
    unsettled, sources = with_title(unsettled_of(above), above._.sources, unsettled_of(body), body._.sources)
    return body, settle(unsettled, {source.id: source for source in sources}), sources


def make_doc(nlp: Language, article: Article) -> Doc:
    """The article's text cut into tokens, its blocks known to the components."""
    doc = nlp.make_doc(article.text)
    doc._.article = article
    return doc
