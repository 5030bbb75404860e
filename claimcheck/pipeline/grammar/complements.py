"""What the tree says that a word which reports or acts takes: a clause, an object, what "which" takes up.

Relations are those of Universal Dependencies 2.
"""

from __future__ import annotations

from claimcheck.pipeline.grammar.predicate import (
    PRONOUN_TAGS,
    SUBJECTS,
    case_of,
    is_passive,
    is_predicate,
    relative_clause,
    subject_of,
)
from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["complements_of"]

_SUBORDINATE = frozenset({"xcomp", "ccomp", "advcl", "conj"})
_WITH_GERUNDS = frozenset({"of", "for", "as", "with", "against"})
_SHORTEST = 2
"""Words that a clause has at least."""
_ABOUT = frozenset({"of", "about", "to", "on", "with", "amid", "as", "into", "over", "by", "after"})
_SPREADING = frozenset(
    {"swirl", "spread", "circulate", "emerge", "surface", "fly", "grow", "mount", "persist", "abound"}
)


def complements_of(tree: Tree, index: int) -> list[tuple[str, int]]:
    """What the word takes, as pairs of kind and head, in text order.

    Kinds: ``clause``, ``object``, ``infinitive``, ``predicate``, ``subject`` (of a word with a copula), ``antecedent``
    (the clause that "which" takes up), and the lemma of a preposition. The subject of a passive is its object, and so
    is the noun that a relative clause modifies where the clause has no object of its own.
    """
    found: list[tuple[str, int]] = []
    loose: list[int] = []
    passive = is_passive(tree, index)
    for child in tree.children[index]:
        relation = tree.deps[child]
        if relation in ("ccomp", "csubj", "csubj:pass"):
            found.append(("infinitive" if _bare_infinitive(tree, child) else "clause", child))
        elif relation == "xcomp":
            # "Skier feared drowned": what he is feared to be.
            verbal = tree.pos[child] in ("VERB", "AUX") and tree.tags[child] != "VBN"
            verbal = verbal or tree.child(child, "aux", "aux:pass", "cop", "mark") >= 0
            found.append(("infinitive" if verbal else "predicate", child))
        elif relation in ("obj", "nsubj:pass") or (relation == "nsubj" and passive):
            found.append(("object", child))
        elif relation in ("nsubj", "nsubj:outer") and tree.child(index, "cop") >= 0:
            found.append(("subject", child))
        elif relation == "cop" and tree.deps[index] in _SUBORDINATE and tree.child(index, *SUBJECTS) < 0:
            # "turned out to be false"; "posts that said it burned were untrue", where the parse took "were" for theirs.
            found.append(("subject", _gap(tree, index)))
        elif relation == "advcl" and passive and _bare_infinitive(tree, child):
            found.append(("infinitive", child))
        elif relation == "advcl" and case_of(tree, child) in ("that", "whether"):
            # "It is not known whether …", where the parse takes what is not known for a circumstance.
            found.append(("clause", child))
        elif relation in ("obl", "nmod"):
            case = case_of(tree, child)
            if case:
                found.append((case, child))
            elif any(kind == "as" for kind, _ in found) and tree.pos[child] == "NOUN":
                # "rejected as false a post that …": what is long comes last.
                found.append(("object", child))
        elif relation == "acl:relcl" and _is_content(tree, child):
            found.append(("clause", child))
        elif relation == "acl" or (relation == "advcl" and case_of(tree, child) in _WITH_GERUNDS):
            if relation == "acl" and tree.pos[index] in ("VERB", "AUX"):
                if _bare_infinitive(tree, child):
                    found.append(("infinitive", child))
                continue
            marker = case_of(tree, child)
            found.append((marker if marker in _WITH_GERUNDS else "clause", child))
        elif relation == "parataxis" and is_predicate(tree, child):
            loose.append(child)
    if tree.deps[index] in ("obl", "advcl", "xcomp") and case_of(tree, index) == "as":
        # "The story was exposed as a hoax", "exposed the story as a hoax".
        called = tree.child(tree.head[index], "nsubj:pass", "obj")
        found.extend([("subject", called)] if called >= 0 else [])
    kinds = {kind for kind, _ in found}
    if tree.pos[index] == "VERB" and not kinds & {"clause", "object"}:
        # "neither confirm nor deny that …": what follows the last verb belongs to all.
        for child in tree.children[index]:
            if tree.deps[child] == "conj" and tree.pos[child] == "VERB" and tree.child(child, *SUBJECTS) < 0:
                found.extend(complements_of(tree, child))
        kinds = {kind for kind, _ in found}
    if "clause" not in kinds and tree.pos[index] == "VERB":
        head = tree.head[index]
        if tree.deps[index] in ("parataxis", "advcl:relcl") and (is_predicate(tree, head) or "object" not in kinds):
            # "Officials: Video shows attack": the video shows no officials.
            found.append(("clause", head))
        elif loose and "object" not in kinds:
            found.append(("clause", loose[0]))
        elif _is_appended(tree, index):
            found.append(("clause", _host(tree, index)))
        elif _leads(tree, index):
            # "The mill poured acid, the union alleged", where the parse lets the acid allege.
            found.append(("clause", tree.child(index, "nsubj")))
    elif "clause" not in kinds and tree.pos[index] == "NOUN" and tree.deps[index] == "nsubj":
        # "Rumours spread that …": the verb takes no clause of its own.
        if tree.lemmas[tree.head[index]] in _SPREADING:
            found.extend(
                ("clause", child)
                for child in tree.children[tree.head[index]]
                if tree.deps[child] in ("ccomp", "advcl") and _is_content(tree, child)
            )
    elif "clause" not in kinds and tree.pos[index] == "NOUN" and _may_take_clause(tree, index):
        # "denied reports that …": the clause belongs to the noun even where it hangs on the verb.
        found.extend(
            ("clause", child)
            for child in tree.children[tree.head[index]]
            if tree.deps[child] == "ccomp" and _is_content(tree, child) and _follows(tree, child, index)
        )
    relative = relative_clause(tree, index)
    if relative >= 0:
        found = _with_antecedent(tree, index, relative, found)
    elif tree.deps[index] == "acl" and passive:
        # "a story, later disproven, of a plague"
        found.append(("object", tree.head[index]))
    elif tree.head[index] != index:
        # "…, which the club denied" comments on all that stands before.
        found = [
            ("antecedent", _host(tree, index)) if kind == "object" and tree.tags[child] == "WDT" else (kind, child)
            for kind, child in found
        ]
    alone = passive and tree.deps[index] in ("advcl", "conj") and tree.child(index, "xcomp") < 0
    shared = subject_of(tree, index) if alone else -1
    if shared >= 0 and not any(kind == "object" for kind, _ in found):
        # "was picked up before being debunked", "has been updated and debunked"
        found.append(("object", shared))
    return found


def _gap(tree: Tree, index: int) -> int:
    """The subject that a clause has lost to another: the claim in "a claim that police said was false"."""
    head, relation = tree.head[index], tree.deps[index]
    called = tree.child(head, "obj")
    if relation != "ccomp":
        # "exposed the story to be a hoax"
        return called if called >= 0 and _bare_infinitive(tree, index) else subject_of(tree, index)
    if called >= 0:
        # "confirmed the story was fake", where the parse takes the story for what was confirmed.
        return called
    subject = tree.child(head, "nsubj")
    taken = subject >= 0 and tree.tags[subject] not in PRONOUN_TAGS
    return tree.head[head] if taken and tree.deps[head] == "acl:relcl" else subject_of(tree, head)


def _may_take_clause(tree: Tree, noun: int) -> bool:
    """Whether a clause after the noun may be its own: "denied reports that …", "aware of reports that …"."""
    return tree.deps[noun] == "obj" or (tree.deps[noun] in ("obl", "nmod") and case_of(tree, noun) in _ABOUT)


def _follows(tree: Tree, clause: int, noun: int) -> bool:
    """Whether a clause begins where a noun phrase ends: "a claim by the rebels that …"."""
    return min(tree.subtree(clause)) == max(tree.subtree(noun, without=[clause])) + 1


def _is_appended(tree: Tree, index: int) -> bool:
    """Whether a clause with its own subject is set after a comma without any link: "…, our correspondent found"."""
    if tree.deps[index] not in ("advcl", "acl", "acl:relcl", "dep", "appos", "conj", "list"):
        return False
    if tree.child(index, "nsubj") < 0 or tree.child(index, "mark", "cc", "advmod") >= 0:
        return False
    if any(tree.tags[child] in PRONOUN_TAGS for child in tree.children[index]):
        return False
    first = next(token for token in tree.subtree(index) if tree.pos[token] != "PUNCT")
    return first > tree.head[index] and tree.pos[first - 1] == "PUNCT"


def _leads(tree: Tree, index: int) -> bool:
    """Whether a main verb has two subjects, of which a comma says that the first is another clause's."""
    subjects = [child for child in tree.children[index] if tree.deps[child] == "nsubj"]
    if tree.deps[index] != "ROOT" or len(subjects) != 2 or subjects[1] > index:
        return False
    if len(tree.subtree(subjects[0])) < _SHORTEST:
        # "Today, the firm denied it": no clause.
        return False
    begins = min(tree.subtree(subjects[1]))
    return "," in tree.words[max(begins - 1, 0) : begins + 1]


def _host(tree: Tree, index: int) -> int:
    """The nearest clause above."""
    return next((token for token in tree.above(index) if is_predicate(tree, token)), tree.head[index])


def _is_content(tree: Tree, index: int) -> bool:
    """Whether a clause after a noun says what the noun is about: "reports that two climbers had died"."""
    marker = tree.child(index, "mark")
    return marker >= 0 and tree.words[marker] == "that"


def _with_antecedent(tree: Tree, index: int, relative: int, found: list[tuple[str, int]]) -> list[tuple[str, int]]:
    antecedent = tree.head[relative]
    for place, (kind, child) in enumerate(found):
        if kind == "object" and tree.tags[child] in PRONOUN_TAGS:
            return [*found[:place], ("object", antecedent), *found[place + 1 :]]
    subject = tree.child(index, "nsubj")
    taken = {kind for kind, _ in found} & {"object", "clause"}
    borrowed = [child for child in tree.children[relative] if tree.tags[child] in PRONOUN_TAGS]
    if index != relative and not taken and any(tree.deps[child] == "obj" for child in borrowed):
        found.append(("object", antecedent))
    if index == relative and not taken and subject >= 0 and tree.tags[subject] not in PRONOUN_TAGS:
        found.append(("object", antecedent))
    return found


def _bare_infinitive(tree: Tree, index: int) -> bool:
    marker = tree.child(index, "mark")
    return marker >= 0 and tree.lemmas[marker] == "to" and tree.child(index, "nsubj") < 0
