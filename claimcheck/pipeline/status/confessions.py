"""What an outlet takes back as a whole: "NOTE: We got taken in. It's a spoof", below the story."""

from __future__ import annotations

from claimcheck.lang.cue import CueClass
from claimcheck.pipeline.grammar.cues import CueMatch
from claimcheck.pipeline.grammar.predicate import SUBJECTS, is_passive
from claimcheck.pipeline.status.facts import Facts, Stated

__all__ = ["taken_back"]

_LABEL = 3
"""Words at the beginning of a paragraph among which its label is looked for: "Editor's note: …"."""


def taken_back(facts: Facts, match: CueMatch) -> list[Stated]:
    """All that an article has told before a paragraph in which the outlet calls it made up and owns to its mistake.

    "We fell for it", "we regret the error": without such words it is somebody else's story that is a hoax. Empty where
    the words that call something false are about anything but the article itself.
    """
    tree = facts.tree
    if match.cue_class is not CueClass.FALSIFY or tree.lemmas[match.token] not in _made_up(facts):
        return []
    target = match.target
    start = facts.text.rfind("\n", 0, tree.starts[match.token]) + 1
    end = facts.text.find("\n", tree.starts[match.token])
    paragraph = [t for t, at in enumerate(tree.starts) if at >= start and (end < 0 or at < end)]
    own = target >= 0 and any(tree.words[child] in ("this", "our") for child in tree.children[target])
    labelled = not facts.lexicon.words["note_labels"].isdisjoint(tree.words[paragraph[0] : paragraph[0] + _LABEL])
    back = target >= 0 and tree.words[target] in ("it", "this") and labelled
    if not (own or back) or not any(_owns_up(facts, token) for token in paragraph):
        return []
    return [stated for stated in facts.stated if stated.claim.kind.has_status and stated.tokens[-1] < paragraph[0]]


def _made_up(facts: Facts) -> frozenset[str]:
    return facts.lexicon.words["made_up_nouns"] | {"fake", "satire", "parody"}


def _owns_up(facts: Facts, verb: int) -> bool:
    """Whether a word tells that the outlet has made a mistake: "we fell for it", "we were fooled", "we apologise"."""
    tree, words = facts.tree, facts.lexicon.words
    if not any(tree.words[child] == "we" for child in tree.children[verb] if tree.deps[child] in SUBJECTS):
        return False
    if verb in facts.speaker:
        # Somebody else's "we".
        return False
    lemma = tree.lemmas[verb]
    fooled = lemma in words["fooling_verbs"] | {"take"} and is_passive(tree, verb)
    return fooled or lemma in words["apologising_verbs"]
