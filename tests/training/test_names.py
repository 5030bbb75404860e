"""Exchanged names keep their places, their kinds and each other's company."""

from __future__ import annotations

import random

from training.names import Names
from training.words import Word


def sentence(marked: str) -> list[Word]:
    """Words as ``form`` or ``form/entity``; those of entities are proper nouns."""
    words = []
    for part in marked.split():
        text, _, entity = part.partition("/")
        words.append(Word(text=text, tag="NNP" if entity else "NN", entity=entity or "O"))
    return words


OURS = sentence(
    "Dr./B-PERSON Ana/I-PERSON Kovač/I-PERSON met Mayor/B-PERSON Ruiz/I-PERSON in Split/B-PLACE , Kovač/B-PERSON said"
)
OTHERS = sentence("Leo/B-PERSON Brandt/I-PERSON of Oslo/B-PLACE met Ida/B-PERSON Falk/I-PERSON")


def test_only_names_but_those_of_places_are_exchanged_and_a_name_stays_the_same_throughout() -> None:
    names = Names([OTHERS])
    seen = set()
    for seed in range(40):
        found = [word.text for word in names.exchanged(OURS, random.Random(seed))]
        assert [found[i] for i in (0, 3, 4, 6, 7, 8, 10)] == ["Dr.", "met", "Mayor", "in", "Split", ",", "said"]
        assert found[2] == found[9]
        assert found[1] in {"Ana", "Leo", "Ida"}
        assert found[2] in {"Kovač", "Brandt", "Falk"}
        seen.add(found[2])
    assert seen == {"Kovač", "Brandt", "Falk"}


def test_the_document_itself_stays_as_it_was() -> None:
    before = [word.text for word in OURS]
    Names([OTHERS]).exchanged(OURS, random.Random(1))
    assert [word.text for word in OURS] == before
