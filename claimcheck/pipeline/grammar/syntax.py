"""Component ``syntax``: writes tags, lemmas, morphology, trees, sentences and entities onto the ``Doc``.

The annotation is Universal Dependencies 2 (Nivre et al. 2020) with Penn Treebank tags in ``tag_``; entities are
PERSON, ORG and PLACE.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, POS, TAG
from spacy.language import Language
from spacy.parts_of_speech import IDS
from spacy.tokens import Doc
from spacy.vocab import Vocab

from claimcheck.domain import SourceKind
from claimcheck.lang.en import irregular
from claimcheck.lang.speakers import speakers
from claimcheck.pipeline.encoder.component import READING, Reading
from claimcheck.pipeline.encoder.model import Model, load_model
from claimcheck.pipeline.extensions import register
from claimcheck.pipeline.grammar.lemmas import Lemmatizer
from claimcheck.sources import shipped_countries, shipped_registry

_COLUMNS = [POS, TAG, MORPH, LEMMA, DEP, HEAD, ENT_IOB, ENT_TYPE]
_BEGINS, _GOES_ON, _OUTSIDE = 3, 1, 2
_OUTLETS = frozenset({SourceKind.OUTLET, SourceKind.AGENCY})


class Syntax:
    """The spaCy component; keeps the numbers under which the vocabulary knows each label."""

    def __init__(self, vocab: Vocab, model: Model) -> None:
        labels = model.labels
        strings = vocab.strings
        self._tag_names = labels.tags
        self._lemmatizer = Lemmatizer(labels.scripts, model.pieces.is_word, irregular())
        self._upos = np.array([IDS[name] for name in labels.upos], np.uint64)
        self._tags = np.array([strings.add(name) for name in labels.tags], np.uint64)
        self._feats = np.array([vocab.morphology.add(name) for name in labels.feats], np.uint64)
        self._relations = np.array(
            [strings.add("ROOT" if name == "root" else name) for name in labels.relations], np.uint64
        )
        self._kinds = {tag[2:]: strings.add(tag[2:]) for tag in labels.entities[1:]}
        self._space = (IDS["SPACE"], strings.add("_SP"), vocab.morphology.add(""), strings.add("dep"))
        self._lemmas: dict[tuple[int, int, str], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        if len(doc):
            # spaCy declares signed cells and reads unsigned ones, as hashes need.
            doc.from_array(_COLUMNS, self._rows(doc, doc.user_data[READING]))  # type: ignore[arg-type]
        return doc

    def _rows(self, doc: Doc, reading: Reading) -> npt.NDArray[np.uint64]:
        words = reading.words
        rows = np.zeros((len(doc), len(_COLUMNS)), np.uint64)
        pos, tag, morph, dep = self._space
        rows[:, 0], rows[:, 1], rows[:, 2], rows[:, 4] = pos, tag, morph, dep
        rows[:, 3] = [token.orth for token in doc]
        heads = np.arange(len(doc))
        if len(words):
            rows[words, 0] = self._upos[reading.upos]
            rows[words, 1] = self._tags[reading.tags]
            rows[words, 2] = self._feats[reading.feats]
            rows[words, 3] = [
                self._lemma(doc.vocab, tag, script, doc[token].text)
                for tag, script, token in zip(
                    reading.tags.tolist(), reading.scripts.tolist(), words.tolist(), strict=True
                )
            ]
            rows[words, 4] = self._relations[reading.relations]
            heads[words] = np.where(reading.heads < 0, words, words[reading.heads])
            # white space hangs on the word before it, at the very start on the word after it
            blank = np.setdiff1d(np.arange(len(doc)), words, assume_unique=True)
            heads[blank] = words[np.maximum(np.searchsorted(words, blank) - 1, 0)]
        else:
            heads[:] = 0
        rows[:, 5] = (heads - np.arange(len(doc))).astype(np.int64).view(np.uint64)
        rows[:, 6] = _OUTSIDE
        people = {
            doc[int(words[i])].text
            for first, end, kind in reading.entities
            if kind == "PERSON" and end - first > 1
            for i in range(first, end)
        }
        for first, end, kind in reading.entities:
            a, b = int(words[first]), int(words[end - 1]) + 1
            if kind == "PERSON" and b - a == 1 and doc[a].text not in people:
                # "Jordan" alone is a country where no Michael Jordan is spoken of, "Sputnik" an agency.
                kind = _known_names().get(doc[a].text, kind)
            rows[a:b, 6], rows[a:b, 7] = _GOES_ON, self._kinds[kind]
            rows[a, 6] = _BEGINS
        return rows

    def _lemma(self, vocab: Vocab, tag: int, script: int, word: str) -> int:
        key = (tag, script, word)
        found = self._lemmas.get(key)
        if found is None:
            lemma = self._lemmatizer.lemma(word, self._tag_names[tag], script)
            found = self._lemmas[key] = vocab.strings.add(lemma)
        return found


@cache
def _known_names() -> dict[str, str]:
    """Kinds of names of one word that are not people's: outlets, countries, capitals."""
    outlets = {name: "ORG" for entry in shipped_registry().entries if entry.kind in _OUTLETS for name in entry.names}
    lands = {name: "PLACE" for country in shipped_countries() for name in (country.name, *country.capitals)}
    first_names = speakers("en").given_names
    return {name: kind for name, kind in (outlets | lands).items() if name.lower() not in first_names or name in lands}


@Language.factory("claimcheck_syntax")
def make_syntax(nlp: Language, name: str) -> Syntax:
    """spaCy factory ``claimcheck_syntax``; needs ``claimcheck_encoder`` before it."""
    register()
    return Syntax(nlp.vocab, load_model())
