"""Every cue's example, parsed by the shipped model, yields that very entry."""

from __future__ import annotations

import pytest
from spacy.language import Language

from claimcheck.lang.cue import Cue
from claimcheck.lang.en import lexicon
from claimcheck.pipeline.grammar.cues import cues_in

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def reader() -> Language:
    import spacy

    nlp = spacy.blank("en")
    for component in ("encoder", "syntax"):
        nlp.add_pipe(f"claimcheck_{component}")
    return nlp


@pytest.mark.parametrize("cue", lexicon().cues, ids=lambda cue: f"{cue.cue_class.value}-{cue.lemma}")
def test_the_example_yields_the_entry(reader: Language, cue: Cue) -> None:
    assert cue in [match.cue for match in cues_in(reader(cue.example)).all]
