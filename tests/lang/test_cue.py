"""Reading a language's cue data."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.lang.cue import Cue, CueClass, read_lexicon


def folder(tmp_path: Path, cues: str, words: str = "") -> Path:
    (tmp_path / "cues.toml").write_text(cues, encoding="utf-8")
    (tmp_path / "words.toml").write_text(words, encoding="utf-8")
    return tmp_path


def inflect(verbs: set[str], nouns: set[str], irregular: object) -> tuple[dict[str, str], dict[str, str]]:
    return {verb + "ed": verb for verb in sorted(verbs)}, {noun + "s": noun for noun in sorted(nouns)}


def test_entries_are_read_with_their_class(tmp_path: Path) -> None:
    data = folder(
        tmp_path, 'DENY = [{ lemma = "deny", complement = ["clause"], example = "She denied that it rained." }]'
    )
    (cue,) = read_lexicon(data, inflect).cues
    assert cue == Cue(
        cue_class=CueClass.DENY, lemma="deny", complement=("clause",), example="She denied that it rained."
    )


def test_the_most_demanding_entry_of_a_lemma_comes_first(tmp_path: Path) -> None:
    data = folder(
        tmp_path,
        """CONFIRM = [{ lemma = "confirm", example = "He confirmed it." }]
        CANT_VERIFY = [{ lemma = "confirm", polarity = "negative", modal = "can", example = "I could not confirm it." }]
        """,
    )
    assert [cue.cue_class for cue in read_lexicon(data, inflect).by_lemma["confirm"]] == [
        CueClass.CANT_VERIFY,
        CueClass.CONFIRM,
    ]


def test_words_and_forms(tmp_path: Path) -> None:
    data = folder(
        tmp_path,
        'REPORT = [{ lemma = "report", pos = "NOUN", example = "x" }]',
        'nouns.said_nouns = ["claim"]\nverbs.said_verbs = ["claim"]',
    )
    lexicon = read_lexicon(data, inflect)
    assert lexicon.words == {"said_nouns": frozenset({"claim"}), "said_verbs": frozenset({"claim"})}
    assert (lexicon.nouns["reports"], lexicon.verbs["claimed"], "reported" in lexicon.verbs) == (
        "report",
        "claim",
        False,
    )


@pytest.mark.parametrize(
    "cues",
    [
        'GUESS = [{ lemma = "guess", example = "He guessed." }]',
        'DENY = [{ lemma = "deny" }]',
        'DENY = [{ example = "He denied it." }]',
        'DENY = [{ lemma = "deny", colour = "red", example = "He denied it." }]',
    ],
)
def test_what_is_not_an_entry_is_refused(tmp_path: Path, cues: str) -> None:
    with pytest.raises(ValueError, match=r"GUESS|DENY"):
        read_lexicon(folder(tmp_path, cues), inflect)
