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
from claimcheck.pipeline.title import without_offsets

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
        doc = _read(nlp, article)
        claims, sources = doc._.claims, doc._.sources
        if article.title is not None:
            headline = Block(kind=BlockKind.HEADLINE, span=Span(start=0, end=len(article.title)))
            title = _read(nlp, Article(path=article.path, text=article.title, blocks=(headline,)))
            claims, sources = without_offsets(title._.claims, title._.sources, claims, sources)
        yield Annotations(
            sources=sources, attributions=doc._.attributions, claims=claims, sentences=sentences(doc),
            model_version=version,
        )  # fmt: skip


def _read(nlp: Language, article: Article) -> Doc:
    doc = make_doc(nlp, article)
    for _, component in nlp.pipeline:
        doc = component(doc)
    doc.user_data.pop(READING, None)
    return doc


def make_doc(nlp: Language, article: Article) -> Doc:
    """The article's text cut into tokens, its blocks known to the components."""
    doc = nlp.make_doc(article.text)
    doc._.article = article
    return doc
