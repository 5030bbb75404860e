"""The speaker that the grammar names: a verb's own subject is who says it.

The language model links a cue to the source it finds likeliest, which may stand a sentence away. Where the cue is a
verb with a subject of its own, the subject is the source: in "“It will hold,” said Weber. An engineer told Delo that it
would not" nobody but the engineer tells Delo. A wrong name beside a claim is the worst mistake to make.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc

from claimcheck.domain import Attribution, Span
from claimcheck.pipeline.nouns import between_edges
from claimcheck.pipeline.predicate import is_passive
from claimcheck.pipeline.tree import Tree, tree_of

__all__ = ["with_subjects"]

_NO_SPEAKER = frozenset({"it", "there", "who", "which", "that", "what", "this", "these", "those"})


def with_subjects(doc: Doc, attributions: Iterable[Attribution]) -> Iterator[Attribution]:
    """The attributions, those without a source in the cue's sentence given the cue verb's subject as source.

    The subject's words are taken out of the content. An attribution keeps its source where the verb has no subject, is
    passive, or where its subject cannot speak for itself ("it", "which").
    """
    tree = tree_of(doc)
    for attribution in attributions:
        subject = _own_subject(tree, attribution)
        yield attribution if subject is None else _spoken_by(attribution, subject)


def _own_subject(tree: Tree, attribution: Attribution) -> Span | None:
    cue = [token for span in attribution.cue for token in tree.tokens(span)]
    sources = {token for span in attribution.source for token in tree.tokens(span)}
    here = {tree.sentence[token] for token in cue}
    if any(tree.sentence[token] in here for token in sources):
        return None
    for verb in cue:
        if tree.pos[verb] != "VERB" or is_passive(tree, verb):
            continue
        subject = tree.child(verb, "nsubj")
        if subject < 0 or subject in cue or tree.words[subject] in _NO_SPEAKER:
            continue
        words = between_edges(tree, tree.subtree(subject))
        return tree.span(words[0], words[-1]) if words else None
    return None


def _spoken_by(attribution: Attribution, subject: Span) -> Attribution:
    content = tuple(span for span in attribution.content if not span.overlaps(subject))
    return replace(attribution, source=(subject,), content=content or attribution.content)
