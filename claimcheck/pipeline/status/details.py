"""Claims that add a detail about something: its scope, its price, when it is to be.

"The army has yet to confirm the size of the order" bears on who says what the order amounts to, not on the order.
"""

from __future__ import annotations

from claimcheck.pipeline.grammar.cues import CueMatch
from claimcheck.pipeline.grammar.tree import Tree
from claimcheck.pipeline.status.facts import Facts, Stated, akin
from claimcheck.pipeline.status.stories import Other, nearest

__all__ = ["detailing", "is_definite"]


def detailing(facts: Facts, match: CueMatch, topic: int, other: Other, *, found: bool) -> list[Stated]:
    """Claims that add a detail about ``topic`` or about those who take part in it, not the claim that there is one."""
    tree = facts.tree
    if topic < 0:
        # "could not confirm the number": of what has just been told.
        definite = not found and is_definite(tree, match.target)
        return nearest(facts, match, other, plural=False) if definite else []
    word = tree.lemmas[topic]
    agent = set(facts.tree.subtree(match.agent)) if match.agent >= 0 else set()
    mentions = [
        stated for stated in facts.sharing(frozenset({word})) if any(akin(word, other) for other in stated.words)
    ]
    taking_part = {
        tree.lemmas[token]
        for stated in mentions
        for token in stated.tokens
        if tree.pos[token] == "PROPN" and tree.lemmas[token] not in {tree.lemmas[other] for other in agent}
    }
    if not mentions and found:
        return []
    if not mentions:
        # "the size of the order", of which the text has spoken in other words.
        return nearest(facts, match, other, plural=False)
    numbers = {stated.number for stated in mentions}
    details = {
        stated.number: stated
        for stated in facts.sharing(frozenset(taking_part))
        if stated.number not in numbers and stated.words & taking_part and other(stated)
    }
    # "It put the price at 190 million": who gives such details gives the price of the same thing.
    givers = {stated.source_id for stated in details.values() if stated.source_id}
    parts = facts.lexicon.words["part_nouns"]
    for stated in facts.stated:
        if stated.source_id in givers and stated.number not in numbers and stated.words & parts and other(stated):
            details.setdefault(stated.number, stated)
    return [details[number] for number in sorted(details)]


def is_definite(tree: Tree, noun: int) -> bool:
    """Whether a noun points to something known: "the number", "these reports"."""
    return any(tree.words[child] in ("the", "this", "that", "these", "those") for child in tree.children[noun])
