"""What is written onto the Doc follows Universal Dependencies and spaCy's own customs."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

import claimcheck

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def nlp() -> Language:
    return claimcheck.load()


def test_a_plain_sentence(nlp: Language) -> None:
    doc = nlp("The ministers said on Monday that Maria Lopez had not signed the treaty.")
    by_text = {token.text: token for token in doc}
    said, signed = by_text["said"], by_text["signed"]
    assert (said.pos_, said.tag_, said.lemma_, said.dep_) == ("VERB", "VBD", "say", "ROOT")
    assert (signed.dep_, signed.head, signed.lemma_) == ("ccomp", said, "sign")
    assert (by_text["ministers"].dep_, by_text["ministers"].head, by_text["ministers"].lemma_) == (
        "nsubj",
        said,
        "minister",
    )
    assert by_text["treaty"].dep_ == "obj"
    assert by_text["ministers"].morph.get("Number") == ["Plur"]
    assert [(e.text, e.label_) for e in doc.ents] == [("Maria Lopez", "PERSON")]


def test_sentences_and_paragraphs(nlp: Language) -> None:
    doc = nlp("The dam burst. Nobody was hurt.\n\nThe mayor resigned.")
    assert [s.text.strip() for s in doc.sents] == ["The dam burst.", "Nobody was hurt.", "The mayor resigned."]


def test_white_space_hangs_on_the_word_before(nlp: Language) -> None:
    doc = nlp("  The dam\n\nburst.")
    spaces = [token for token in doc if token.is_space]
    assert [t.pos_ for t in spaces] == ["SPACE", "SPACE"]
    assert [t.head.text for t in spaces] == ["The", "dam"]


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_nothing_to_read(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.ents == ()
    assert doc._.claims == ()


def test_words_that_are_already_cut_keep_their_cut(nlp: Language) -> None:
    words = ["Police", "said", "the", "ferry", "had", "sunk", "."]
    doc = nlp(Doc(nlp.vocab, words=words, spaces=[True] * 5 + [False, False]))
    assert [token.text for token in doc] == words
    assert doc[5].dep_ == "ccomp"
    assert doc[5].head.text == "said"
