"""Words to model input: WordPiece pieces of each word and the word's shape.

The encoder is uncased, so the shape of a word (lower, Capitalised, UPPER …) is a second input beside its pieces.
The pieces are those of BERT's uncased WordPiece (Devlin et al. 2019): text lower-cased, accents stripped, split at
punctuation, then longest match first from a fixed vocabulary.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

MAX_PIECES = 8
"""A word contributes its first eight pieces at most: the rest of a URL or a hash tells nothing about grammar."""

SHAPES = 8
"""Number of word shapes that :func:`shape` may return."""

CLASSES = 2 * SHAPES
"""Number of classes of :func:`shape_class`: every shape outside and inside quotation marks."""


def shape(word: str) -> int:
    """Class of a word's letters, 1 to 7 (0 is for pieces that belong to no word).

    >>> [shape(w) for w in ("said", "Moscow", "NATO", "McKay", "2024", "F-16", "“")]
    [1, 2, 3, 4, 5, 7, 6]
    """
    if word.isdigit():
        return 5
    if not any(c.isalpha() for c in word):
        return 7 if any(c.isdigit() for c in word) else 6
    if word.islower():
        return 1
    if word.isupper():
        return 3 if word.isalpha() and len(word) > 1 else 2 if len(word) == 1 else 7
    return 2 if word[0].isupper() and not any(c.isupper() for c in word[1:]) else 4


def shape_class(shape: int, quoted: bool) -> int:
    """What the model is told about a word beside its pieces: its shape, and whether it stands in quotation marks."""
    return shape + SHAPES if quoted else shape


_OPENING = frozenset({"“", "«", "„", "``"})
_CLOSING = frozenset({"”", "»", "''"})
_STRAIGHT = frozenset({'"'})


def quoted(words: Sequence[str]) -> list[bool]:
    """For each word of a paragraph whether it stands in double quotation marks, the marks themselves included.

    A quotation that is not closed runs to the end: the next paragraph goes on with it. Single marks do not count, they
    are apostrophes too often.

    >>> quoted(["He", "said", "“", "no", "”", "."])
    [False, False, True, True, True, False]
    """
    inside = False
    states = []
    for word in words:
        opens = word in _OPENING or (word in _STRAIGHT and not inside)
        closes = not opens and (word in _CLOSING or word in _STRAIGHT)
        states.append(inside or opens)
        inside = (inside or opens) and not closes
    return states


def _is_punctuation(char: str) -> bool:
    code = ord(char)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return unicodedata.category(char).startswith("P")


class WordPieces:
    """Pieces of words, remembered: a newsroom's vocabulary repeats itself.

    ``vocabulary`` maps a piece to its number and must hold ``[UNK]``, ``[CLS]``, ``[SEP]`` and ``[MASK]``.
    """

    def __init__(self, vocabulary: Mapping[str, int], *, remembered: int = 200_000) -> None:
        self._vocabulary = vocabulary
        self._unknown = vocabulary["[UNK]"]
        self.start = vocabulary["[CLS]"]
        self.separator = vocabulary["[SEP]"]
        self._known: dict[str, tuple[Sequence[int], int]] = {}
        self._remembered = remembered

    def __call__(self, word: str) -> tuple[Sequence[int], int]:
        """The numbers of a word's pieces (one to :data:`MAX_PIECES`) and its shape."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= self._remembered:
                self._known.clear()
            found = (tuple(self._pieces(word[:200]))[:MAX_PIECES] or (self._unknown,), shape(word))
            self._known[word] = found
        return found

    def is_word(self, text: str) -> bool:
        """Whether the vocabulary has a lower-case text as a whole word, as it has the common ones."""
        return text in self._vocabulary

    def _pieces(self, word: str) -> list[int]:
        plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
        pieces: list[int] = []
        start = 0
        for end in range(1, len(plain) + 1):
            edge = end == len(plain) or _is_punctuation(plain[end]) or _is_punctuation(plain[end - 1])
            if edge:
                pieces += self._longest_match(plain[start:end])
                start = end
        return pieces

    def _longest_match(self, part: str) -> list[int]:
        pieces: list[int] = []
        start = 0
        while start < len(part):
            for end in range(len(part), start, -1):
                number = self._vocabulary.get(part[start:end] if start == 0 else "##" + part[start:end])
                if number is not None:
                    pieces.append(number)
                    start = end
                    break
            else:
                return [self._unknown]
        return pieces
