"""Pronouns that no source is named by: chains of one and the same, and those by which a source speaks of itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.domain import MentionHow, Source, SourceKind

Sources = Callable[..., list[Source]]


def words_of(source: Source, text: str) -> list[str]:
    return [mention.span.of(text) for mention in source.mentions]


def test_one_who_is_never_named_is_one_source(sources: Sources) -> None:
    (nobody,) = sources("nobody-named")
    assert nobody.name == "he"
    assert [mention.how for mention in nobody.mentions] == [MentionHow.UNRESOLVED] * 2


def test_the_newsroom_and_its_author_are_two(sources: Sources) -> None:
    newsroom, author = sources("author-and-newsroom")
    assert (newsroom.name, author.name) == ("we", "I")
    assert {newsroom.kind, author.kind} == {SourceKind.OUTLET_ITSELF}
    text = "We saw our letter. I believe you saw me."
    assert words_of(newsroom, text) == ["We", "our"]
    assert words_of(author, text) == ["I", "me"]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("own-wells", "Growers said their wells were dry.", ["Growers", "their"]),
        ("rivals-wells", "Growers said soldiers had filled their wells.", ["Growers"]),
        ("own-quotation", '"I saw my ward," the nurse said.', ["I", "my", "nurse"]),
    ],
)
def test_a_source_speaks_of_itself(sources: Sources, name: str, text: str, words: list[str]) -> None:
    (source,) = sources(name)
    assert words_of(source, text) == words
