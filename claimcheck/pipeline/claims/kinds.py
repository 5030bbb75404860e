"""What sort of thing a clause says: an event, a figure, a plan, an opinion, a question."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.domain import ClaimKind
from claimcheck.lang.cue import CueClass, Lexicon
from claimcheck.pipeline.claims.answers import answer_to
from claimcheck.pipeline.claims.opinions import is_opinion
from claimcheck.pipeline.grammar.cues import CueMatch
from claimcheck.pipeline.grammar.negation import is_order
from claimcheck.pipeline.grammar.predicate import is_predicate, is_told
from claimcheck.pipeline.grammar.reading import is_undergone, read
from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["kind_of"]

_WH = frozenset({"WP", "WDT", "WRB", "WP$"})
_SHOWING = frozenset({"watch", "see", "meet"})


def kind_of(
    tree: Tree, root: int, tokens: Sequence[int], cue: CueMatch | None, lexicon: Lexicon, *, quoted: bool
) -> ClaimKind:
    """The kind of the clause with predicate ``root``.

    ``cue`` is that of its attribution; ``quoted`` says that its words stand in quotation marks, where judgement is at
    home: "It is the most beautiful ground" is an opinion.
    """
    words = lexicon.words
    root = _below_heading(tree, root, tokens)
    if _is_question(tree, root, tokens):
        return ClaimKind.QUESTION
    if _is_expression(tree, root, tokens, lexicon):
        return ClaimKind.EXPRESSION
    reading = read(tree, root, lexicon)
    marker = tree.child(root, "mark")
    if marker >= 0 and tree.words[marker] in words["conditional_marks"]:
        return ClaimKind.HYPOTHETICAL
    if reading.modal == "would" and _under_condition(tree, root, words["conditional_marks"]):
        return ClaimKind.HYPOTHETICAL
    if is_opinion(tree, root, tokens, lexicon, quoted=quoted):
        return ClaimKind.OPINION
    if cue is not None and cue.cue_class is CueClass.FORECAST:
        return ClaimKind.FORECAST
    if tree.lemmas[root] in words["foretelling_verbs"] and is_undergone(tree, root, lexicon):
        return ClaimKind.FORECAST
    planned = _planned(tree, root, lexicon)
    if planned >= 0:
        return ClaimKind.PLAN if _has_will(tree, planned, lexicon) else ClaimKind.FORECAST
    if _lies_ahead(tree, root, reading.modal):
        return ClaimKind.PLAN if _has_will(tree, root, lexicon) else ClaimKind.FORECAST
    if any(tree.pos[token] == "NUM" and tree.deps[token] == "nummod" for token in tokens):
        return ClaimKind.QUANTITY
    if tree.child(root, "cop") >= 0 or tree.lemmas[root] in words["state_verbs"]:
        return ClaimKind.STATE
    return ClaimKind.EVENT


def _below_heading(tree: Tree, root: int, tokens: Sequence[int]) -> int:
    """The predicate behind a colon where the parse takes the heading before it for the root: "Bribe scandal: …"."""
    colon = next((token for token in tokens if tree.words[token] == ":"), -1)
    if not root < colon or is_told(tree, root):
        return root
    below = [token for token in tokens if token > colon and is_predicate(tree, token)]
    return next((token for token in below if tree.head[token] not in below), root)


_CLOSING = frozenset('”"’»')


def _is_question(tree: Tree, root: int, tokens: Sequence[int]) -> bool:
    first, last = tree.sentences[tree.sentence[root]]
    mark = next((token for token in range(last - 1, first - 1, -1) if tree.words[token] in ("?", ".", "!")), -1)
    if answer_to(tree, tree.sentence[root]) >= 0:
        # "Did he? No.": that he did is what is told not to be so.
        return False
    told = max(token for token in (*tokens, first) if token == first or tree.pos[token] != "PUNCT")
    if tree.words[told + 1 : told + 2] == ["?"] and told + 2 < last and tree.words[told + 2] in _CLOSING:
        # "“Who signed for it?” he asked."
        return True
    if mark >= 0 and tree.words[mark] == "?" and min(tokens) < mark:
        between = range(max(tokens) + 1, mark)
        asked = any(tree.tags[token] in _WH for token in between)
        if mark in tokens or not between or (len(tokens) * 2 > last - first and not asked):
            return True
    opening = next((token for token in tokens if tree.pos[token] != "PUNCT"), root)
    if tree.deps[root] == "ccomp" and opening < root < tree.head[root] and tree.tags[opening] in _WH:
        # "What he found amazed the guests": a subject, and no question.
        return False
    wh = tree.tags[opening] in _WH and tree.words[opening] != "that"
    if tree.deps[root] == "ccomp" and (wh or tree.words[opening] in ("whether", "if")):
        # "did not say why …", "asked whether …"
        return tree.words[opening] in ("whether", "if") or (opening <= root and tree.deps[opening] != "nsubj")
    return False


def _is_expression(tree: Tree, root: int, tokens: Sequence[int], lexicon: Lexicon) -> bool:
    spoken = [token for token in tokens if tree.pos[token] != "PUNCT"]
    if not spoken:
        return True
    if tree.lemmas[spoken[0]] in lexicon.words["greetings"] and len(spoken) <= 6:
        return True
    if tree.words[spoken[0]] == "do" and tree.head[spoken[0]] == root and is_order(tree, root):
        # "Don't panic, the dam has not burst" tells something too.
        return not any(is_told(tree, token) and tree.deps[token] != "advcl" for token in spoken)
    # An order: a bare verb that opens the sentence and has no subject.
    if tree.tags[root] != "VB" or root != spoken[0] or tree.child(root, "nsubj", "aux", "mark") >= 0:
        return False
    if tree.lemmas[root] in _SHOWING and _shows(tree, root):
        return False
    # "denies plan to close the pool": a noun that the tagger took for a verb.
    opens = root == 0 or tree.pos[root - 1] in ("PUNCT", "SPACE", "CCONJ", "ADV")
    return opens and tree.deps[root] in ("root", "ROOT", "ccomp", "parataxis", "conj")


def _shows(tree: Tree, verb: int) -> bool:
    """Whether a reader is told what there is to see: "Watch sailor jump", "See how she won", "Meet Jo, who swam"."""
    for child in tree.children[verb]:
        if tree.pos[child] == "VERB" and tree.deps[child] in ("obj", "xcomp", "ccomp"):
            return True
        named = [child, *(other for other in tree.children[child] if tree.deps[other] == "appos")]
        if tree.deps[child] == "obj" and any(tree.child(noun, "acl", "acl:relcl") >= 0 for noun in named):
            return True
    return False


def _under_condition(tree: Tree, root: int, marks: frozenset[str]) -> bool:
    for child in tree.children[root]:
        if tree.deps[child] == "advcl":
            marker = tree.child(child, "mark")
            if marker >= 0 and tree.words[marker] in marks:
                return True
    return False


def _planned(tree: Tree, root: int, lexicon: Lexicon) -> int:
    """The verb of what is to come: "Azania Lines to cut jobs", "in talks to buy", "set to open"; -1 for none."""
    for child in tree.children[root]:
        if tree.words[tree.child(child, "mark")] != "to" or tree.child(child, "mark") < 0:
            continue
        if tree.deps[child] == "xcomp" and tree.words[root] in lexicon.words["coming_words"]:
            return child
        if tree.deps[child] == "acl" and tree.head[root] == root and not is_predicate(tree, root):
            return child
    return -1


def _lies_ahead(tree: Tree, root: int, modal: str) -> bool:
    if modal in ("will", "would") or any(tree.words[child] == "should" for child in tree.children[root]):
        return True
    relation = tree.deps[root]
    marker = tree.child(root, "mark")
    # A headline's "Turkish engineers to rebuild airport".
    if relation in ("root", "ROOT", "acl", "ccomp") and marker >= 0 and tree.words[marker] == "to":
        return True
    if tree.lemmas[root] in ("plan", "intend", "aim") and tree.child(root, "xcomp", "obl", "ccomp") >= 0:
        return True
    return tree.lemmas[root] == "go" and tree.tags[root] == "VBG" and tree.child(root, "xcomp") >= 0


def _has_will(tree: Tree, root: int, lexicon: Lexicon) -> bool:
    """Whether a doer decides: an active verb of doing ("will install"), not a course of things ("will be cheaper")."""
    if tree.pos[root] != "VERB":
        return False
    return tree.lemmas[root] not in lexicon.words["state_verbs"]
