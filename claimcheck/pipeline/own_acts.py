"""Self-statement: a named source speaks of its own act, decision or position, which its own word settles.

"The club announced that it had signed a striker" needs no second source. "The army said that it had lost no men",
"that it had hit the base", "that the workers were well" do.
"""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.domain import Source, SourceKind
from claimcheck.lang.cue import CueClass, Lexicon
from claimcheck.pipeline.cues import CueMatch
from claimcheck.pipeline.predicate import is_passive, subject_of
from claimcheck.pipeline.reading import read
from claimcheck.pipeline.tree import Tree

__all__ = ["is_own_act", "is_person"]

_COMMITTING = frozenset({CueClass.REPORT, CueClass.INSIST, CueClass.CONFIRM, CueClass.ADMIT, CueClass.REVEAL})
_PEOPLE = frozenset({SourceKind.PERSON, SourceKind.OFFICIAL})
_PERSONAL = frozenset({"he", "she"})
_BODILY = frozenset({"it", "they"})
_FIRST_PERSON = frozenset({"i", "we"})


def is_person(source: Source) -> bool:
    """Whether the source is somebody rather than a body."""
    return source.kind in _PEOPLE


def is_own_act(
    tree: Tree, root: int, source: Source, cue: CueMatch | None, lexicon: Lexicon, source_at: Mapping[int, str], *,
    quoted: bool,
) -> bool:  # fmt: skip
    """Whether the claim with predicate ``root`` tells of an act or decision of its own source.

    ``source_at`` gives the source that a token mentions; ``quoted`` says that the words are the source's own, where
    "I" and "we" are the source and "he" is somebody else.
    """
    if not source.named or (cue is not None and cue.cue_class not in _COMMITTING):
        return False
    if tree.pos[root] != "VERB" or is_passive(tree, root):
        return False
    if tree.lemmas[root] in lexicon.words["state_verbs"] or tree.lemmas[root] in lexicon.words["result_verbs"]:
        return False
    if tree.tags[root] in ("VBZ", "VBP") and tree.lemmas[root] not in lexicon.words["position_verbs"]:
        # The simple present tells what is usual.
        return False
    reading = read(tree, root, lexicon)
    if reading.modal in ("can", "may", "should") or (reading.negated and reading.modal not in ("will", "would")):
        return False
    subject = subject_of(tree, root)
    if subject < 0 or tree.child(root, "expl") >= 0:
        return False
    word = tree.words[subject]
    if quoted:
        return word in _FIRST_PERSON or source_at.get(subject) == source.id
    if word in _PERSONAL:
        return is_person(source)
    if word in _BODILY:
        return not is_person(source) or (word == "they" and source.description is not None)
    return source_at.get(subject) == source.id or _bears_name(tree, subject, source)


def _bears_name(tree: Tree, noun: int, source: Source) -> bool:
    names = [noun, *(child for child in tree.children[noun] if tree.deps[child] in ("flat", "compound", "appos"))]
    words = {tree.words[token] for token in names if tree.pos[token] == "PROPN"}
    return bool(words) and any(words <= set(name.lower().split()) for name in (source.name, *source.aliases))
