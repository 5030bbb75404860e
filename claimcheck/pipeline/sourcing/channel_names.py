"""What a channel is called: "Facebook post", "televised address", "statement on Telegram"."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.lang.speakers import Channel, Speakers
from claimcheck.pipeline.grammar.names import text_of
from claimcheck.pipeline.grammar.phrases import Phrase
from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["ChannelNames"]


class ChannelNames:
    """Knows the channels among the phrases of one tree."""

    def __init__(self, tree: Tree, speakers: Speakers) -> None:
        self._tree = tree
        self._speakers = speakers

    def of(self, phrase: Phrase | None) -> tuple[Channel, Sequence[int]] | None:
        """The entry for the end of a noun group, and its words in the text with what modifies them."""
        if phrase is None:
            return None
        group = phrase.group
        head = group.index(phrase.head) + 1 if phrase.head in group else len(group)
        for end in dict.fromkeys((len(group), head)):
            for start in range(max(0, end - 3), end):
                entry = self._entry(group[start:end])
                if entry is not None and (phrase.name is None or entry.platform):
                    while start and self._describes(group[start - 1]):
                        start -= 1
                    return entry, group[start:end]
        return None

    def _entry(self, tokens: Sequence[int]) -> Channel | None:
        """The channel of these very words, the last in any number; a service must be written as it writes itself."""
        tree = self._tree
        # "on X." at the end of a sentence is one token.
        words = text_of(tree, tokens).rstrip(".")
        lemma = words[: len(words) - len(tree.words[tokens[-1]].rstrip("."))] + tree.lemmas[tokens[-1]]
        for form in (words, lemma):
            entry = self._speakers.channels.get(form.lower())
            if entry is not None and (not entry.platform or entry.words == words):
                return entry
        return None

    def _describes(self, token: int) -> bool:
        """Whether a word before a channel's noun is part of what it is called: "televised address", "Facebook post"."""
        tree = self._tree
        if tree.pos[token] in ("NOUN", "ADJ", "VERB") or tree.words[token] == "-":
            return True
        platform = self._speakers.channels.get(tree.words[token])
        return platform is not None and platform.platform

    def shown(self, phrase: Phrase, entry: Channel, words: Sequence[int]) -> str:
        """The channel as a report shows it, with the service that its phrase names besides."""
        tree = self._tree
        called = text_of(tree, words)
        if entry.platform:
            return entry.words
        platform = self.platform([*phrase.complement, *(token for clause in phrase.clauses for token in clause)])
        return called if platform is None else f"{called} on {platform}"

    def platform(self, tokens: Sequence[int]) -> str | None:
        """A service named after "on" or "via", or before its noun: "on Telegram", "Telegram channels"."""
        tree = self._tree
        for index, token in enumerate(tokens):
            for size in (2, 1):
                words = text_of(tree, tokens[index : index + size]).rstrip(".")
                entry = self._speakers.channels.get(words.lower())
                if entry is not None and entry.platform and entry.words == words and tree.pos[token] != "VERB":
                    return words
        return None
