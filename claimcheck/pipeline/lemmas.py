"""Lemmas by edit scripts: the model names a script, the script turns the word into its lemma.

A script is ``case|cut|ending``: ``l`` lower-cases the word first (``k`` keeps it), then ``cut`` characters are taken
off its end and ``ending`` is put there. "said" → "say" is ``l|2|y``. (Chrupała 2006, simplified: English inflects at
the end of the word.)
"""

from __future__ import annotations


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
