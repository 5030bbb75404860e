"""What somebody inside reported words is said to think, to order or to judge.

"The ministry said the mayor [knew] that the dam leaked", "Radio Orona said the mayor [told] residents to leave",
"… that the ranger [called] the pond clean": these attributions show who is said to know, want or judge what, but the
words stay those of the ministry or the radio. They make no claims of the mayor, make nobody a source, and carry
nothing further.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from claimcheck.domain import Attribution
from claimcheck.lang.cue import Lexicon
from claimcheck.pipeline.attribution.reported import Speech, content_clause
from claimcheck.pipeline.grammar.nouns import between_edges, is_somebody, noun_phrase
from claimcheck.pipeline.grammar.predicate import case_of, is_finite, is_told
from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["is_thought", "thoughts"]

_TOPICS = frozenset({"of", "about", "against"})


def thoughts(tree: Tree, inside: Collection[int], lexicon: Lexicon) -> Iterator[Speech]:
    """Those at the tokens ``inside``, in text order: a verb, its subject, and what it is about."""
    for verb in sorted(inside):
        subject = tree.child(verb, "nsubj")
        if tree.pos[verb] not in ("VERB", "ADJ") or subject < 0 or not _is_somebody(tree, subject, lexicon):
            continue
        content = _content(tree, verb, lexicon)
        if content:
            yield Speech(frozenset(noun_phrase(tree, subject)), frozenset({verb}), frozenset(content))


def _content(tree: Tree, verb: int, lexicon: Lexicon) -> list[int]:
    readers = (_thought, _wish, _order, _judgement, _topic)
    return next(filter(None, (read(tree, verb, lexicon) for read in readers)), [])


def _is_somebody(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """Whether a subject can think: not "the delay meant that …"."""
    exhibit = tree.lemmas[noun] in lexicon.words["exhibit_nouns"]
    return not exhibit and (tree.pos[noun] in ("PRON", "PROPN") or is_somebody(tree, noun))


def _thought(tree: Tree, verb: int, lexicon: Lexicon) -> list[int]:
    clause = tree.child(verb, "ccomp")
    words = lexicon.words
    known = tree.lemmas[verb] in words["thought_verbs"] or tree.words[verb] in words["thought_adjectives"]
    if not known or clause < 0 or not is_told(tree, clause):
        return []
    return content_clause(tree, clause, verb)


def _wish(tree: Tree, verb: int, lexicon: Lexicon) -> list[int]:
    """ "the dam be emptied" of "demanded that the dam be emptied", "to close it" of "threatened to close it"."""
    if tree.lemmas[verb] not in lexicon.words["asking_verbs"] or tree.child(verb, "obj", "iobj") >= 0:
        return []
    clause = tree.child(verb, "ccomp", "xcomp")
    return between_edges(tree, tree.subtree(clause)) if clause > verb else []


def _order(tree: Tree, verb: int, lexicon: Lexicon) -> list[int]:
    """ "not to return" of "told residents not to return"."""
    told, wanted = tree.child(verb, "obj", "iobj"), tree.child(verb, "xcomp")
    marker = tree.child(wanted, "mark") if wanted >= 0 else -1
    if tree.lemmas[verb] not in lexicon.words["ordering_verbs"] or not 0 <= told < marker or tree.words[marker] != "to":
        return []
    loose = [child for child in tree.children[wanted] if tree.deps[child] == "conj" and is_finite(tree, child)]
    links = [tree.child(child, "cc") for child in loose]
    content = between_edges(tree, tree.subtree(wanted, without=[*loose, *links]))
    return [marker - 1, *content] if tree.words[marker - 1] == "not" and marker - 1 not in content else content


def _judgement(tree: Tree, verb: int, lexicon: Lexicon) -> list[int]:
    """ "the pond clean" of "called the pond clean", "the count as orderly" of "described the count as orderly"."""
    judged, verdict = tree.child(verb, "obj"), tree.child(verb, "xcomp", "obl", "advcl")
    if not verb < judged < verdict:
        return []
    marked = case_of(tree, verdict) == "as"
    named = tree.lemmas[verb] in lexicon.words["naming_verbs"] and tree.deps[verdict] == "xcomp"
    if not named and not (marked and tree.lemmas[verb] in lexicon.words["describing_verbs"]):
        return []
    return between_edges(tree, sorted({*tree.subtree(judged), *tree.subtree(verdict)}))


def _topic(tree: Tree, verb: int, lexicon: Lexicon) -> list[int]:
    """ "of a flood" of "warned of a flood", "for saying so" of "apologised for saying so"."""
    if tree.lemmas[verb] not in lexicon.words["topic_verbs"]:
        return []
    for child in tree.children[verb]:
        if child > verb and tree.deps[child] in ("obl", "advcl", "nmod"):
            case = case_of(tree, child)
            if case in _TOPICS or (case == "for" and tree.lemmas[verb].startswith("apolog")):
                return between_edges(tree, tree.subtree(child))
    return []


def is_thought(tree: Tree, attribution: Attribution, lexicon: Lexicon) -> bool:
    """Whether an attribution is one of these."""
    if attribution.parent is None:
        return False
    tokens = [token for span in attribution.cue for token in tree.tokens(span)]
    if len(tokens) != 1:
        return False
    words = lexicon.words
    if tree.lemmas[tokens[0]] in words["thought_verbs"] or tree.words[tokens[0]] in words["thought_adjectives"]:
        return True
    content = {token for span in attribution.content for token in tree.tokens(span)}
    readers = (_wish, _order, _judgement, _topic)
    return any(content == set(read(tree, tokens[0], lexicon)) for read in readers)
