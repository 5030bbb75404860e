"""Who says that he tells what another has told before him: "Brek also said that …", "the register likewise shows …"."""

from __future__ import annotations

from itertools import takewhile

from claimcheck.domain import Source, SourceKind
from claimcheck.pipeline.grammar.clauses import root_of
from claimcheck.pipeline.grammar.nouns import noun_phrase
from claimcheck.pipeline.grammar.predicate import subject_of
from claimcheck.pipeline.status.facts import Facts, Stated

__all__ = ["is_seconding", "witness_of"]


def is_seconding(facts: Facts, stated: Stated) -> bool:
    """Whether the words that bring a claim in say that somebody tells the same once more.

    "Also" inside the claim ("said that the gin also contained lead") says that there is more to tell.
    """
    said = stated.said
    if said is None:
        return witness_of(facts, stated) is not None
    if not said.words:
        return False
    root = root_of(facts.tree, sorted(said.words))
    agrees = facts.tree.lemmas[root] in facts.lexicon.words["agreeing_verbs"]
    return agrees or any(_is_again(facts, token) for token in said.words) or _has_again(facts, root)


def witness_of(facts: Facts, stated: Stated) -> Source | None:
    """The body that found the same itself, where the outlet tells it: "the regulator also registered the loss"."""
    tree, root = facts.tree, stated.root
    if stated.said is not None or root in facts.speaker or stated.sentence in facts.in_headline:
        return None
    if tree.lemmas[root] not in facts.lexicon.words["recording_verbs"] or not _has_again(facts, root):
        return None
    subject = subject_of(tree, root)
    if subject < 0 or not facts.is_the_body(subject):
        return None
    known = facts.source_of(subject)
    if known is not None:
        return known
    words = list(takewhile(lambda token: tree.pos[token] != "PUNCT", noun_phrase(tree, subject)))
    name = tree.span(words[0], words[-1]).of(facts.text)
    return Source(id=f"witness {root}", name=name, kind=SourceKind.ORGANISATION)


def _has_again(facts: Facts, verb: int) -> bool:
    return any(_is_again(facts, child) for child in facts.tree.children[verb])


def _is_again(facts: Facts, token: int) -> bool:
    """Whether a word by itself or with the one before it means "also": "as well", "in turn"."""
    tree, again = facts.tree, facts.lexicon.words["again_words"]
    return tree.words[token] in again or (token > 0 and f"{tree.words[token - 1]} {tree.words[token]}" in again)
