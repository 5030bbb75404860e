"""The answer that an article begins with: "Did the duke sell his castle? No." says that he did not."""

from __future__ import annotations

from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["answer_to", "is_bare_answer"]

_NOES = frozenset({"no", "nope", "nah"})
_AFTER_NOT = frozenset({"so", "really", "quite", "exactly"})
_LABELS = frozenset({"update", "updated"})
_ASKING = frozenset({"WP", "WDT", "WRB", "WP$"})
_ENDS = frozenset({",", ".", "!", ";", ":", "-", "–", "—", "--"})


def answer_to(tree: Tree, sentence: int) -> int:
    """The word by which the second sentence says no to the first, which asks whether it is so; else -1.

    Only there the outlet answers itself: farther down one asks and another answers. "Update: Nope" takes back what is
    no question. "Probably not" is no answer.
    """
    if sentence != 0 or len(tree.sentences) < 2:
        return -1
    first, last = tree.sentences[0]
    answer, end = tree.sentences[1]
    labelled = tree.words[answer] in _LABELS and tree.words[answer + 1 : answer + 2] == [":"]
    if labelled:
        answer += 2
    asked = "?" in tree.words[first:last] and tree.tags[first] not in _ASKING
    if answer >= end or not (asked or labelled):
        return -1
    after = tree.words[answer + 1] if answer + 1 < end else "."
    if tree.words[answer] in _NOES and (after in _ENDS or tree.pos[answer + 1] == "SPACE"):
        return answer
    return answer if tree.words[answer] == "not" and after in _AFTER_NOT else -1


def is_bare_answer(tree: Tree, sentence: int) -> bool:
    """Whether a sentence is such an answer and tells nothing else: "No, says envoy", not "No, he gave it away"."""
    answer = answer_to(tree, 0) if sentence == 1 else -1
    if answer < 0:
        return False
    rest = range(answer + 1, tree.sentences[1][1])
    verbs = [token for token in rest if tree.pos[token] in ("VERB", "AUX")]
    return not verbs or (len(verbs) == 1 and tree.lemmas[verbs[0]] == "say")
