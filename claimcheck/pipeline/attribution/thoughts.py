"""What somebody inside reported words is said to think: "the ministry said the mayor [knew] that the dam leaked".

Thinking is no speaking: these attributions show who is said to know what, but the words stay those of the ministry.
They make no claims of the mayor, make nobody a source, and carry nothing further.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from claimcheck.domain import Attribution
from claimcheck.lang.cue import Lexicon
from claimcheck.pipeline.attribution.reported import Speech, content_clause
from claimcheck.pipeline.grammar.nouns import noun_phrase
from claimcheck.pipeline.grammar.predicate import is_told
from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["is_thought", "thoughts"]


def thoughts(tree: Tree, inside: Collection[int], lexicon: Lexicon) -> Iterator[Speech]:
    """The thoughts at the tokens ``inside``, in text order: a verb of thinking, its subject, and a finite clause."""
    for verb in sorted(inside):
        if tree.pos[verb] != "VERB" or tree.lemmas[verb] not in lexicon.words["thought_verbs"]:
            continue
        subject, clause = tree.child(verb, "nsubj"), tree.child(verb, "ccomp")
        if subject >= 0 and clause >= 0 and is_told(tree, clause):
            content = content_clause(tree, clause, verb)
            yield Speech(frozenset(noun_phrase(tree, subject)), frozenset({verb}), frozenset(content))


def is_thought(tree: Tree, attribution: Attribution, lexicon: Lexicon) -> bool:
    """Whether an attribution is one of these."""
    if attribution.parent is None:
        return False
    tokens = [token for span in attribution.cue for token in tree.tokens(span)]
    return len(tokens) == 1 and tree.lemmas[tokens[0]] in lexicon.words["thought_verbs"]
