"""Lemmas by edit scripts: the model names a script, the script turns the word into its lemma.

A script is ``case|cut|ending``: ``l`` lower-cases the word first (``k`` keeps it), then ``cut`` characters are taken
off its end and ``ending`` is put there. "said" → "say" is ``l|2|y``. (Chrupała 2006, simplified: English inflects at
the end of the word.) What a script gets wrong is set right by rules: names keep their letters, irregular forms are
listed, and what is no word is completed to one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from claimcheck.lang.en.forms import Inflections, lemmas_of

__all__ = ["Lemmatizer", "apply", "completed", "derive"]


class Lemmatizer:
    """The lemma of a word by its tag and the script that the model names for it.

    ``is_word`` tells whether there is a lower-case word; it need not know rare ones.
    """

    def __init__(self, scripts: Sequence[str], is_word: Callable[[str], bool], irregular: Inflections) -> None:
        self._scripts = scripts
        self._is_word = is_word
        self._irregular: Mapping[str, Mapping[str, str]] = {"V": irregular.verbs, "N": irregular.nouns}

    def lemma(self, word: str, tag: str, script: int) -> str:
        """The lemma of a word under a Penn Treebank tag; ``script`` is the number of the model's script."""
        if tag in ("NNP", "NNPS"):
            # "States" is a plural, "Edwards" is not.
            return word.removesuffix("s") if tag == "NNPS" else word
        listed = self._irregular.get(tag[:1], {}).get(word.lower())
        return listed or completed(apply(self._scripts[script], word), word, self._is_word)


def apply(script: str, word: str) -> str:
    """The lemma that ``script`` makes of ``word``; the word itself where the script would eat it whole.

    >>> apply("l|2|y", "Said"), apply("k|0|", "Moscow"), apply("l|3|", "of")
    ('say', 'Moscow', 'of')
    """
    case, cut, ending = script.split("|", 2)
    plain = word.lower() if case == "l" else word
    drop = int(cut)
    if drop > len(plain) or (drop == len(plain) and not ending):
        return plain
    return plain[: len(plain) - drop] + ending


def completed(lemma: str, word: str, is_word: Callable[[str], bool]) -> str:
    """The lemma; where it is no word, but ``word`` is the regular form of one, that word.

    A rare verb may be cut too short ("corroborated" → "corroborat").

    >>> completed("clos", "Closed", {"close", "clothe"}.__contains__)
    'close'
    """
    form = word.lower()
    if lemma == form or (is_word(lemma) and not lemma.endswith(("i", "u"))):
        return lemma
    return next(filter(is_word, lemmas_of(form)), lemma)


def derive(word: str, lemma: str) -> str:
    """The script that makes ``lemma`` of ``word``.

    >>> derive("Countries", "country"), derive("Niger", "Niger")
    ('l|3|y', 'k|0|')
    """
    case = "k" if lemma[:1] == word[:1] and not lemma.islower() else "l"
    plain = word.lower() if case == "l" else word
    same = 0
    while same < min(len(plain), len(lemma)) and plain[same] == lemma[same]:
        same += 1
    return f"{case}|{len(plain) - same}|{lemma[same:]}"
