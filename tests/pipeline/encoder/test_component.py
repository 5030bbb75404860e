"""The reading of a text: complete, the same every time, whatever stands beside it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from claimcheck.errors import ModelError
from claimcheck.pipeline.encoder.component import READING, Encoder, Reading
from claimcheck.pipeline.encoder.model import load_model
from claimcheck.pipeline.encoder.windows import WINDOW, cut_at_sentences
from claimcheck.pipeline.extensions import register

SENTENCE = "The minister told Radio Onda on Monday that the dam at Rio Verde had burst. "

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def nlp() -> Language:
    register()
    return spacy.blank("en")


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder(load_model())


def read(encoder: Encoder, nlp: Language, text: str) -> tuple[Doc, Reading]:
    doc = nlp.make_doc(text)
    return doc, encoder.predict(doc)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t\n ",
        "Yes.",
        SENTENCE * 40,
        "\n\n".join([SENTENCE] * 40),
        "word " * 3000,
        "\u200b\u202e\U0001f30d e\u0301 \u4e2d\u6587 \x00",
        "a" * 10_000,
    ],
    ids=[
        "empty",
        "blank",
        "one word",
        "long paragraph",
        "many paragraphs",
        "no sentences",
        "odd characters",
        "one long word",
    ],
)
def test_every_word_is_read_once(encoder: Encoder, nlp: Language, text: str) -> None:
    doc, reading = read(encoder, nlp, text)
    assert reading.words.tolist() == [token.i for token in doc if not token.is_space]
    count = len(reading.words)
    for column in (reading.upos, reading.tags, reading.feats, reading.scripts, reading.heads, reading.relations):
        assert len(column) == count
    assert [a for a, _ in reading.sentences] == [0, *(b for _, b in reading.sentences)][: len(reading.sentences)]
    for begin, end in reading.sentences:
        heads = reading.heads[begin:end]
        assert (heads == -1).sum() == 1
        assert all(h == -1 or begin <= h < end for h in heads)


def test_an_article_is_read_the_same_twice_and_beside_others(encoder: Encoder, nlp: Language) -> None:
    text = "\n\n".join(f"{SENTENCE}“It is {n} metres deep,” she said." for n in range(30))
    _, first = read(encoder, nlp, text)
    texts = ["", "Short.", text, " ", SENTENCE * 9, ""]
    beside = list(encoder.pipe(nlp.make_doc(t) for t in texts))
    assert [doc.text for doc in beside] == texts
    second = beside[2].user_data[READING]
    for name in ("upos", "tags", "feats", "scripts", "heads", "relations"):
        assert np.array_equal(getattr(first, name), getattr(second, name))
    assert first.segments == second.segments
    assert first.content_cues == second.content_cues


def test_articles_are_taken_as_they_are_needed(encoder: Encoder, nlp: Language) -> None:
    taken = 0

    def docs() -> Iterator[Doc]:
        nonlocal taken
        for _ in range(100):
            taken += 1
            yield nlp.make_doc(SENTENCE)

    stream = encoder.pipe(docs())
    next(stream)
    assert taken < 60
    assert len(list(stream)) == 99


def test_segments_do_not_overlap(encoder: Encoder, nlp: Language) -> None:
    _, reading = read(encoder, nlp, SENTENCE * 60)
    spans = sorted((s.first, s.last) for found in reading.segments.values() for s in found)
    assert spans
    assert all(a[1] < b[0] for a, b in pairwise(spans))


def test_a_paragraph_too_long_for_a_window_is_cut_after_sentences() -> None:
    texts = ["The", "dam", "burst", "."] * 100
    cuts = cut_at_sentences(texts, [1] * len(texts), 0, len(texts))
    assert [a for a, _ in cuts] == [0, *(b for _, b in cuts)][: len(cuts)]
    assert cuts[-1][1] == len(texts)
    assert all(texts[b - 1] == "." and b - a + 2 <= WINDOW for a, b in cuts)


def test_a_paragraph_without_sentences_is_cut_where_the_window_is_full() -> None:
    cuts = cut_at_sentences(["la"] * 1000, [2] * 1000, 0, 1000)
    assert all(2 * (b - a) + 2 <= WINDOW for a, b in cuts)
    assert sum(b - a for a, b in cuts) == 1000


def test_a_model_that_is_not_there_is_one_clear_error(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ModelError, match="install claimcheck again"):
        load_model(tmp_path)
