"""Mentions traced to their source: short names, acronyms, nouns, pronouns; and those that stay unresolved."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from claimcheck.domain import Mention, MentionHow, Source

Sources = Callable[..., list[Source]]


def last_mention(sources: list[Source]) -> tuple[Source, Mention]:
    """The mention that comes last in the text, with its source."""
    return max(
        ((source, mention) for source in sources for mention in source.mentions), key=lambda pair: pair[1].span.start
    )


@pytest.mark.parametrize(
    ("text", "name", "how"),
    [
        ("introduced", "Union of Lock Workers", MentionHow.ACRONYM),
        ("short-name", "Dalva Quintela", MentionHow.COREFERENCE),
        ("nominal", "Russian Defense Ministry", MentionHow.NOMINAL),
        ("fuller-elsewhere", "labour ministry", MentionHow.NOMINAL),
        ("other-ministry", "foreign ministry", MentionHow.EXACT),
        ("pronoun", "Prossy Nabirye", MentionHow.COREFERENCE),
        ("pronoun-other-gender", "Donald Poole", MentionHow.COREFERENCE),
        ("pronoun-after-quotation", "Juraj Hlinka", MentionHow.COREFERENCE),
        ("it", "ZS Tatry", MentionHow.COREFERENCE),
        ("they", "neighbours", MentionHow.COREFERENCE),
        ("relative", "nurse", MentionHow.COREFERENCE),
        ("newsroom", "we", MentionHow.EXACT),
        ("metonym", "troops in Washington", MentionHow.COREFERENCE),
    ],
)
def test_the_last_mention_is_traced(sources: Sources, text: str, name: str, how: MentionHow) -> None:
    source, mention = last_mention(sources(text))
    assert (source.name, mention.how) == (name, how)


@pytest.mark.parametrize("text", ["pronoun-two-people", "pronoun-somebody", "two-ministries"])
def test_what_may_mean_two_is_left_unresolved(sources: Sources, text: str) -> None:
    source, mention = last_mention(sources(text))
    assert mention.how is MentionHow.UNRESOLVED
    assert not source.named


def test_a_name_that_two_bear_is_nobodys(sources: Sources) -> None:
    marsh, hillary = sources("two-of-a-name")
    assert marsh.name == "Marsh"
    assert marsh.mentions[0].how is MentionHow.UNRESOLVED
    assert hillary.name == "Hillary Marsh"


def test_the_way_to_the_source_is_kept(sources: Sources) -> None:
    _, mention = last_mention(sources("pronoun"))
    assert mention.chain == ("She", "Prossy Nabirye")
    _, mention = last_mention(sources("nominal"))
    assert mention.chain == ("ministry", "Russian Defense Ministry")
    metonym = sources("metonym")[0].mentions[0]
    assert metonym.how is MentionHow.METONYM


def test_aliases_are_the_articles_own_words(sources: Sources) -> None:
    (source,) = sources("introduced")
    assert source.aliases == ("ULW",)
    assert [mention.how for mention in source.mentions] == [MentionHow.EXACT, MentionHow.ACRONYM]


def test_mentions_are_in_text_order_and_apart(sources: Sources) -> None:
    for text in ("introduced", "short-name", "pronoun", "it"):
        for source in sources(text):
            spans = [mention.span for mention in source.mentions]
            assert spans == sorted(spans)
            assert not any(one.overlaps(other) for one, other in pairwise(spans))
