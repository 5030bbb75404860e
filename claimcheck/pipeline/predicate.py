"""What the tree says about one word that reports or acts: who does it, and what it takes.

Relations are those of Universal Dependencies 2.
"""

from __future__ import annotations

from claimcheck.pipeline.tree import Tree

__all__ = [
    "SUBJECTS",
    "agent_of",
    "complements_of",
    "is_passive",
    "is_predicate",
    "is_told",
    "relative_clause",
    "subject_of",
]

SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer", "expl")
_SUBORDINATE = frozenset({"xcomp", "ccomp", "advcl", "conj"})
_SHORTEST = 2
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PRONOUN_TAGS = frozenset({"WDT", "WP"})
_ABOUT = frozenset({"of", "about", "to", "on", "with", "amid", "as", "into", "over", "by", "after"})
_SPREADING = frozenset(
    {"swirl", "spread", "circulate", "emerge", "surface", "fly", "grow", "mount", "persist", "abound"}
)
_CARRIERS = frozenset({"give", "issue", "make", "offer", "provide", "have", "get", "receive", "release", "publish"})


def is_predicate(tree: Tree, index: int) -> bool:
    """Whether the token heads a clause: a verb, or a word with a copula or a subject of its own."""
    if tree.pos[index] in ("VERB", "AUX"):
        return tree.deps[index] not in ("aux", "aux:pass", "cop", "amod", "case", "fixed")
    return tree.child(index, "cop", *SUBJECTS) >= 0


def is_told(tree: Tree, index: int) -> bool:
    """Whether the word heads a finite clause with a subject of its own."""
    return is_finite(tree, index) and tree.child(index, *SUBJECTS) >= 0


def is_finite(tree: Tree, index: int) -> bool:
    """Whether the word is a predicate with tense: by itself, or by an auxiliary or a copula."""
    if not is_predicate(tree, index):
        return False
    if tree.tags[index] in _FINITE:
        return True
    return any(tree.tags[child] in _FINITE for child in tree.children[index] if tree.deps[child] in _VERB_GROUP)


_VERB_GROUP = frozenset({"aux", "aux:pass", "cop"})


def is_passive(tree: Tree, index: int) -> bool:
    """Whether the verb's subject undergoes what it says ("was confirmed", "claims denied by the army")."""
    if tree.child(index, "aux:pass", "nsubj:pass", "csubj:pass", "obl:agent") >= 0:
        return True
    if tree.tags[index] != "VBN":
        return False
    if tree.deps[index] == "conj" and not _has_group(tree, index) and is_passive(tree, tree.head[index]):
        # "has been updated and debunked"
        return True
    return tree.deps[index] == "acl" or any(
        tree.lemmas[child] == "be" for child in tree.children[index] if tree.deps[child] in ("aux", "cop")
    )


def _has_group(tree: Tree, index: int) -> bool:
    return tree.child(index, *_VERB_GROUP, *SUBJECTS) >= 0


def subject_of(tree: Tree, index: int) -> int:
    """The subject of a predicate, through coordination, control and relative pronouns; -1 when it has none.

    "The mayor refused to say": of "say" it is the mayor. "a man who said": of "said" it is the man.
    """
    for _ in range(8):
        subject = tree.child(index, "nsubj", "nsubj:pass", "nsubj:outer")
        relation = tree.deps[index]
        head = tree.head[index]
        if subject >= 0:
            if relation == "acl:relcl" and tree.tags[subject] in _PRONOUN_TAGS:
                return head
            return subject
        if head == index:
            return -1
        if relation == "acl":
            # "a man claiming to be …" has its noun as subject; "a promise to …" the noun's owner.
            return tree.child(head, "nmod:poss") if tree.child(index, "mark") >= 0 else head
        if relation == "conj" and not is_predicate(tree, head):
            return -1
        if relation not in ("conj", "xcomp", "advcl") or tree.child(index, "expl") >= 0:
            return -1
        quoted = tree.child(head, "obj")
        if relation == "advcl" and quoted >= 0 and _case(tree, index) == "as":
            # "quoted the mayor as saying …"
            return quoted
        index = head
    return -1


def agent_of(tree: Tree, index: int) -> int:
    """Who does what the word says; -1 when nobody is named.

    "was denied by the army": the army. "Quintela's claim": Quintela. "no confirmation from the navy": the navy.
    """
    if tree.pos[index] == "NOUN":
        owner = tree.child(index, "nmod:poss")
        if owner >= 0:
            return owner
        for child in tree.children[index]:
            if tree.deps[child] == "nmod" and _case(tree, child) in ("from", "by"):
                return child
            origin = _origin(tree, child)
            if tree.deps[child] == "nmod" and origin >= 0:
                # "no confirmation of the deal from the bank": the parse may hang the bank on the deal.
                return origin
        head = tree.head[index]
        if tree.deps[index] == "obj" and tree.lemmas[head] in _CARRIERS:
            return agent_of(tree, head)
        if tree.deps[index] == "nsubj" or tree.lemmas[head] == "be":
            for child in tree.children[head]:
                if tree.deps[child] in ("obl", "nmod") and _case(tree, child) in ("from", "by"):
                    return child
        return -1
    if is_passive(tree, index):
        agent = tree.child(index, "obl:agent")
        if agent >= 0:
            return agent
        for child in tree.children[index]:
            if tree.deps[child] == "obl" and _case(tree, child) == "by":
                return child
            for below in tree.children[child] if tree.deps[child] in ("conj", "advcl", "xcomp") else ():
                # "refuted as false and unfounded by the ministry"
                if tree.deps[below].startswith("obl") and _case(tree, below) == "by":
                    return below
        return -1
    return subject_of(tree, index)


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
            verbal = tree.pos[child] in ("VERB", "AUX") or tree.child(child, "cop", "mark") >= 0
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
        elif relation == "advcl" and _case(tree, child) in ("that", "whether"):
            # "It is not known whether …", where the parse takes what is not known for a circumstance.
            found.append(("clause", child))
        elif relation in ("obl", "nmod"):
            case = _case(tree, child)
            if case:
                found.append((case, child))
        elif relation == "acl:relcl" and _is_content(tree, child):
            found.append(("clause", child))
        elif relation == "acl" or (relation == "advcl" and _case(tree, child) in ("of", "for", "as", "with")):
            if relation == "acl" and tree.pos[index] in ("VERB", "AUX"):
                if _bare_infinitive(tree, child):
                    found.append(("infinitive", child))
                continue
            marker = _case(tree, child)
            found.append((marker if marker in ("of", "for", "as", "with") else "clause", child))
        elif relation == "parataxis" and is_predicate(tree, child):
            loose.append(child)
    if tree.deps[index] in ("obl", "advcl", "xcomp") and _case(tree, index) == "as":
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
    taken = subject >= 0 and tree.tags[subject] not in _PRONOUN_TAGS
    return tree.head[head] if taken and tree.deps[head] == "acl:relcl" else subject_of(tree, head)


def _may_take_clause(tree: Tree, noun: int) -> bool:
    """Whether a clause after the noun may be its own: "denied reports that …", "aware of reports that …"."""
    return tree.deps[noun] == "obj" or (tree.deps[noun] in ("obl", "nmod") and _case(tree, noun) in _ABOUT)


def _follows(tree: Tree, clause: int, noun: int) -> bool:
    """Whether a clause begins where a noun phrase ends: "a claim by the rebels that …"."""
    return min(tree.subtree(clause)) == max(tree.subtree(noun, without=[clause])) + 1


def _is_appended(tree: Tree, index: int) -> bool:
    """Whether a clause with its own subject is set after a comma without any link: "…, our correspondent found"."""
    if tree.deps[index] not in ("advcl", "acl", "acl:relcl", "dep", "appos", "conj", "list"):
        return False
    if tree.child(index, "nsubj") < 0 or tree.child(index, "mark", "cc", "advmod") >= 0:
        return False
    if any(tree.tags[child] in _PRONOUN_TAGS for child in tree.children[index]):
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


def relative_clause(tree: Tree, index: int) -> int:
    """The relative clause of which the word is the predicate, or an infinitive in it; else -1.

    "a video which the paper was not able to verify": of "verify" it is the clause of "able".
    """
    while tree.deps[index] == "xcomp":
        index = tree.head[index]
    return index if tree.deps[index] == "acl:relcl" else -1


def _with_antecedent(tree: Tree, index: int, relative: int, found: list[tuple[str, int]]) -> list[tuple[str, int]]:
    antecedent = tree.head[relative]
    for place, (kind, child) in enumerate(found):
        if kind == "object" and tree.tags[child] in _PRONOUN_TAGS:
            return [*found[:place], ("object", antecedent), *found[place + 1 :]]
    subject = tree.child(index, "nsubj")
    taken = {kind for kind, _ in found} & {"object", "clause"}
    borrowed = [child for child in tree.children[relative] if tree.tags[child] in _PRONOUN_TAGS]
    if index != relative and not taken and any(tree.deps[child] == "obj" for child in borrowed):
        found.append(("object", antecedent))
    if index == relative and not taken and subject >= 0 and tree.tags[subject] not in _PRONOUN_TAGS:
        found.append(("object", antecedent))
    return found


def _origin(tree: Tree, index: int) -> int:
    return next((c for c in tree.children[index] if tree.deps[c] == "nmod" and _case(tree, c) == "from"), -1)


def _case(tree: Tree, index: int) -> str:
    for child in tree.children[index]:
        if tree.deps[child] in ("case", "mark"):
            return tree.lemmas[child]
    return ""


def _bare_infinitive(tree: Tree, index: int) -> bool:
    marker = tree.child(index, "mark")
    return marker >= 0 and tree.lemmas[marker] == "to" and tree.child(index, "nsubj") < 0
