"""What the tree says about one word that reports or acts: whether it heads a clause, and who does it.

Relations are those of Universal Dependencies 2.
"""

from __future__ import annotations

from claimcheck.pipeline.grammar.tree import Tree

__all__ = [
    "PRONOUN_TAGS",
    "SUBJECTS",
    "agent_of",
    "case_of",
    "is_passive",
    "is_predicate",
    "is_told",
    "relative_clause",
    "subject_of",
]

SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer", "expl")
PRONOUN_TAGS = frozenset({"WDT", "WP"})
"""Tags of relative pronouns."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CARRIERS = frozenset({
    "give", "issue", "make", "offer", "provide", "have", "get", "receive", "release", "publish", "raise", "voice",
    "express", "sign",
})  # fmt: skip


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
        helping = [tree.lemmas[child] for child in tree.children[index] if tree.deps[child] in ("aux", "aux:pass")]
        # "She has asked for it", whatever the parse makes of her: without "been" nothing is undergone.
        return not helping or helping[-1] != "have"
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
            if relation == "acl:relcl" and tree.tags[subject] in PRONOUN_TAGS:
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
        if relation == "advcl" and quoted >= 0 and case_of(tree, index) == "as":
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
            if tree.deps[child] == "nmod" and case_of(tree, child) in ("from", "by"):
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
                if tree.deps[child] in ("obl", "nmod") and case_of(tree, child) in ("from", "by"):
                    return child
        return -1
    if is_passive(tree, index):
        agent = tree.child(index, "obl:agent")
        if agent >= 0:
            return agent
        for child in tree.children[index]:
            if tree.deps[child] == "obl" and case_of(tree, child) == "by":
                return child
            if tree.deps[child] not in ("conj", "advcl", "xcomp"):
                continue
            beside = [below for below in tree.children[child] if tree.deps[below] == "conj"]
            for below in (*tree.children[child], *(under for other in beside for under in tree.children[other])):
                # "refuted as false and unfounded by the ministry"
                if tree.deps[below].startswith("obl") and case_of(tree, below) == "by":
                    return below
        return -1
    return subject_of(tree, index)


def relative_clause(tree: Tree, index: int) -> int:
    """The relative clause of which the word is the predicate, or an infinitive in it; else -1.

    "a video which the paper was not able to verify": of "verify" it is the clause of "able".
    """
    while tree.deps[index] == "xcomp":
        index = tree.head[index]
    return index if tree.deps[index] == "acl:relcl" else -1


def _origin(tree: Tree, index: int) -> int:
    return next((c for c in tree.children[index] if tree.deps[c] == "nmod" and case_of(tree, c) == "from"), -1)


def case_of(tree: Tree, index: int) -> str:
    """The lemma of the preposition or the subordinator with which a phrase or a clause begins; else empty."""
    for child in tree.children[index]:
        if tree.deps[child] in ("case", "mark"):
            return tree.lemmas[child]
    return ""
