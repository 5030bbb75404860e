"""Claims that have no clause: what a rumour, a report, a hoax or a denial is about.

"Police dismissed reports of a second blast": that there was a second blast is what the reports say and what police
deny, though no verb says so. "The Lavazza merger hoax" and "The video of a bear on the metro is fake" tell as much.

Relations are those of Universal Dependencies 2.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from claimcheck.lang.cue import CueClass, Lexicon
from claimcheck.pipeline.grammar.cues import CueMatch
from claimcheck.pipeline.grammar.nouns import between_edges, can_speak, is_said, noun_phrase
from claimcheck.pipeline.grammar.predicate import SUBJECTS, is_predicate
from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["denied_clause", "meant", "topic_of", "topics"]

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})
_OF = frozenset({"of", "about", "on", "over", "regarding", "concerning"})
_BEFORE = frozenset({"compound", "amod", "nmod"})
_BACK = frozenset({"it", "this", "they", "these"})
_OF_NAME = frozenset({"flat", "appos", "nmod:desc"})
_FEWEST = 2
"""Words that a topic has at least: "the death hoax" does not say whose."""
_VERDICTS = frozenset({CueClass.DENY, CueClass.FALSIFY, CueClass.NONCONFIRM, CueClass.CANT_VERIFY})


def topics(
    tree: Tree, sentence: Sequence[int], cues: Mapping[int, CueMatch], lexicon: Lexicon, denying: Collection[int]
) -> Iterator[list[int]]:
    """The topics in a sentence on which a verdict is passed, in text order; none shares a word with one before it.

    ``cues`` are those of the article by their token; ``denying`` are tokens after which all is taken for denied.
    """
    taken: set[int] = set()
    for token in sentence:
        match = cues.get(token)
        if match is None:
            continue
        found = topic_of(tree, match, lexicon) or (_denied(tree, match, sentence) if token in denying else [])
        if found and taken.isdisjoint(found):
            taken.update(found)
            yield found


def topic_of(tree: Tree, match: CueMatch, lexicon: Lexicon) -> list[int]:
    """What a verdict is passed on where that is a noun phrase and says enough, in text order; else empty.

    "a second blast" of "dismissed reports of a second blast", "Lavazza merger" of "the Lavazza merger hoax" and of
    "The Lavazza merger is a hoax", "a bear on the metro" of "The video of a bear on the metro is fake".
    """
    if match.cue_class not in _VERDICTS:
        return []
    made_up = lexicon.words["made_up_nouns"]
    if match.target_kind == "governor" and tree.lemmas[match.target] in lexicon.words["site_nouns"]:
        # "fake Instagram accounts": not what accounts say.
        return []
    for noun in (match.target, match.token, meant(tree, match, lexicon)):
        if noun < 0 or tree.pos[noun] not in ("NOUN", "PROPN"):
            continue
        if is_said(tree, noun, lexicon) or tree.lemmas[noun] in lexicon.words["exhibit_nouns"] | made_up:
            found = _of_noun(tree, noun, match.token)
        elif match.target_kind == "subject" and noun == match.target and _may_be_false(tree, match):
            found = noun_phrase(tree, noun)
        elif match.target_kind == "as" and "such" in match.cue.words and noun == match.target:
            # "There is no such thing as a moss bakery."
            found = [token for token in noun_phrase(tree, noun) if tree.deps[token] != "case"]
        else:
            continue
        found = _between(tree, [token for token in found if token != match.token])
        if sum(tree.pos[token] in _CONTENT for token in found) >= _FEWEST:
            return found
    return []


def _may_be_false(tree: Tree, match: CueMatch) -> bool:
    """Whether it is a thing or an event that is called false; of a party that would tell nothing."""
    return (
        match.cue_class is CueClass.FALSIFY
        and tree.lemmas[match.target] != "thing"
        and not can_speak(tree, match.target)
    )


def denied_clause(tree: Tree, match: CueMatch, lexicon: Lexicon) -> list[int]:
    """What rumours say on which a verdict is passed, in text order: "dispelled rumours that it will close"."""
    if match.cue_class not in (CueClass.DENY, CueClass.FALSIFY) or match.target < 0:
        return []
    clause = tree.child(match.target, "acl", "acl:relcl", "ccomp")
    marker = tree.child(clause, "mark") if clause >= 0 else -1
    if marker < 0 or tree.words[marker] != "that" or not is_said(tree, match.target, lexicon):
        return []
    return [token for token in tree.subtree(clause) if token != marker]


def _denied(tree: Tree, match: CueMatch, sentence: Sequence[int]) -> list[int]:
    """What a headline's verb of denying denies where the parse shows no clause: all that follows it.

    "Chad denies rebels took airport": "rebels took airport".
    """
    if match.cue_class is not CueClass.DENY or tree.pos[match.token] == "ADJ":
        return []
    found = _between(tree, [token for token in sentence if token > match.token])
    return found if sum(tree.pos[token] in _CONTENT for token in found) >= _FEWEST else []


def _of_noun(tree: Tree, noun: int, verdict: int) -> list[int]:
    """The words that say what a noun for something said or shown is about; a clause of it stands for itself."""
    for child in tree.children[noun]:
        marker = tree.child(child, "mark")
        if (
            tree.deps[child] == "acl"
            and marker >= 0
            and tree.words[marker] in _OF
            and tree.child(child, *SUBJECTS) >= 0
        ):
            # "a hoax story about the tenor being jailed"
            return [token for token in tree.subtree(child) if token != marker]
    acting = _acting(tree, noun)
    if acting:
        return acting
    if tree.child(noun, "ccomp") >= 0 or any(
        tree.deps[child] in ("acl", "acl:relcl") and child > noun and is_predicate(tree, child) and child != verdict
        for child in tree.children[noun]
    ):
        return []
    for child in tree.children[noun]:
        case = tree.child(child, "case")
        if tree.deps[child] == "nmod" and case >= 0 and tree.words[case] in _OF:
            named = tree.pos[child] == "PROPN" or any(
                tree.entity[token] == "PERSON" and tree.deps[token] in _OF_NAME for token in tree.children[child]
            )
            if named and not any(_acts(tree, token) for token in tree.subtree(child)):
                # A report about somebody tells more than his name.
                return []
            return [token for token in tree.subtree(child) if token != case]
    before = [child for child in tree.children[noun] if child < noun and tree.deps[child] in _BEFORE]
    found = sorted(token for child in before if child != verdict for token in tree.subtree(child))
    # "a celebrity death hoax" is of a kind, "the Danek death hoax" of something.
    return found if any(tree.pos[token] == "PROPN" for token in found) else []


def _acting(tree: Tree, noun: int) -> list[int]:
    """Whom a picture or a report shows and what he does in it: "a shark swimming in the street" of "a picture of …"."""
    for child in tree.children[noun]:
        if tree.deps[child] != "nmod" or child < noun:
            continue
        for clause in tree.children[noun]:
            does = tree.tags[clause] == "VBG" or any(tree.words[below] == "being" for below in tree.children[clause])
            small = [tree.child(child, "case"), tree.child(clause, "mark")]
            if tree.deps[clause] != "acl" or clause < child or not does or tree.child(clause, *SUBJECTS) >= 0:
                continue
            if any(token >= 0 and tree.words[token] in _OF for token in small):
                return [t for t in sorted((*tree.subtree(child), *tree.subtree(clause))) if t not in small]
    return []


def _acts(tree: Tree, token: int) -> bool:
    """Whether a word tells what somebody does or undergoes: "the duke being bitten by a swan"."""
    return is_predicate(tree, token) or (tree.deps[token] == "acl" and tree.tags[token] in ("VBG", "VBN"))


def meant(tree: Tree, match: CueMatch, lexicon: Lexicon) -> int:
    """The noun that a pronoun stands for on which the verdict is passed; else -1.

    "A picture of a shark in the street went round, but it is fake": the picture.
    """
    if match.cue_class is not CueClass.FALSIFY or match.target < 0 or tree.words[match.target] not in _BACK:
        return -1
    first = tree.sentences[tree.sentence[match.target]][0]
    shown = lexicon.words["exhibit_nouns"] | lexicon.words["rumour_nouns"] | {"report", "story"}
    before = [
        token for token in range(first, match.target) if tree.lemmas[token] in shown and tree.pos[token] == "NOUN"
    ]
    # "Other footage shows it to be a fake": not the other footage.
    apt = [token for token in before if not any(tree.words[child] == "other" for child in tree.children[token])]
    return apt[-1] if apt else -1


def _between(tree: Tree, tokens: Sequence[int]) -> list[int]:
    found = between_edges(tree, list(tokens))
    while found and tree.pos[found[0]] in ("DET", "CCONJ"):
        found.pop(0)
    return found
