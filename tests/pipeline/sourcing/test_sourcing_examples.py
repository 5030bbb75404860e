"""The examples of channels and of verbs that carry speech, read by the shipped model, yield what they are there for."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from claimcheck.lang.speakers import speakers

pytestmark = pytest.mark.model

ENOUGH = 0.9
"""Share of the examples that must be read right: a model may misread one that a newsroom never writes."""


@pytest.fixture(scope="module")
def reader() -> Language:
    nlp = spacy.blank("en")
    for component in ("encoder", "syntax", "attribution", "sourcing"):
        nlp.add_pipe(f"claimcheck_{component}")
    return nlp


def test_channels(reader: Language) -> None:
    channels = speakers("en").channels.values()
    wrong = [
        channel.words
        for channel in channels
        if channel.channel not in [found.channel for found in reader(channel.example)._.attributions]
    ]
    assert len(wrong) <= (1 - ENOUGH) * len(channels), wrong


def test_verbs(reader: Language) -> None:
    examples = speakers("en").verb_examples
    wrong = []
    for (sort, lemma), example in examples.items():
        doc = reader(example)
        carried = any(found.via for found in doc._.attributions)
        somewhere = any(found.channel for found in doc._.attributions)
        expected = {"showing": somewhere, "speaking": somewhere or carried}
        expected |= dict.fromkeys(("audience", "hearing"), not carried)
        if not expected.get(sort, carried):
            wrong.append(f"{sort} {lemma}")
    assert len(wrong) <= (1 - ENOUGH) * len(examples), wrong
