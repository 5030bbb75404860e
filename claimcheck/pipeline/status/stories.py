"""Which claims are the story that a word points back to: "the hoax", "the bogus report", "it is not true".

What nobody in particular tells, or tells with a hedge, is rumoured; of that a verdict speaks before it speaks of what
a party says that one could ask.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from claimcheck.domain import ClaimScope, Source, SourceKind
from claimcheck.lang.cue import CueClass
from claimcheck.lang.kindred import opposite_of
from claimcheck.pipeline.grammar.clauses import root_of
from claimcheck.pipeline.grammar.cues import CueMatch
from claimcheck.pipeline.grammar.predicate import SUBJECTS, is_predicate
from claimcheck.pipeline.grammar.reading import read
from claimcheck.pipeline.status.facts import Facts, Stated, akin

__all__ = ["Other", "is_hearsay", "is_negated", "made_up", "nearest", "points_back", "retold", "the_story"]

Other = Callable[[Stated], bool]
"""Tells whether a claim is made by another party than the cue's agent."""
_CARRIERS = frozenset({SourceKind.SOCIAL_MEDIA, SourceKind.PUBLIC, SourceKind.UNKNOWN, SourceKind.DOCUMENT})
_TELLING = frozenset({SourceKind.SOCIAL_MEDIA, SourceKind.PUBLIC, SourceKind.OUTLET})
_ANYBODY = frozenset({"those", "some", "many", "people", "other"})
_NEWS = frozenset({"news", "report"})
_DISTANT = frozenset({CueClass.NONCOMMIT, CueClass.BELIEF, CueClass.HEDGE})
_POINTING = frozenset({"it", "that"})
_BACK = frozenset({"it", "this", "that"})
_DEMONSTRATIVES = frozenset({"this", "these", "that", "those", "such"})
_JUDGING = frozenset({CueClass.FALSIFY, CueClass.NONCONFIRM})
_CLOSE = 1
_ALIKE = 2
"""Words that a rumour shares with what is called false to be the same one."""
_NEAR = 3
"""Sentences before a verdict in which it may speak of anybody's words, and in which of the nearest rumour."""


def the_story(facts: Facts, match: CueMatch, other: Other, *, plural: bool, rumoured: bool = False) -> list[Stated]:
    """What a word points back to, with all else that its carrier tells where that is called false.

    A made-up story is made up in its details too. ``rumoured``: the word itself says that it is a rumour.
    """

    def told(stated: Stated) -> bool:
        return other(stated) and _is_rumoured(facts, stated)

    falsified = match.cue_class is CueClass.FALSIFY
    found = nearest(facts, match, other, plural=plural)
    at = facts.tree.sentence[match.token]
    close = any(at - stated.sentence <= _CLOSE and not is_negated(facts, stated) for stated in found)
    pointing = facts.tree.pos[match.target] in ("PRON", "DET") if match.target >= 0 else False
    if pointing and facts.tree.lemmas[match.token] not in facts.lexicon.words["made_up_nouns"]:
        # "This is not true": of what has just been said, and of the rumours told with it.
        if falsified and facts.tree.words[match.target] in _BACK:
            near = (facts.in_sentence.get(sentence, ()) for sentence in range(max(0, at - _NEAR), at))
            found += [stated for within in near for stated in within if told(stated)]
        return [stated for stated in dict.fromkeys(found) if at - stated.sentence <= _NEAR]
    if rumoured or (falsified and not close):
        found = _rumour(facts, match, told, plural=plural) or ([] if rumoured else found)
    more = _by_carrier(facts, found, other) if falsified else ()
    return list({stated.number: stated for stated in (*found, *more)}.values())


def points_back(facts: Facts, match: CueMatch) -> bool:
    """Whether all that was told is called false: "It did not happen", "The whole thing is fake"."""
    tree = facts.tree
    if match.cue_class is not CueClass.FALSIFY:
        return False
    if not _POINTING.isdisjoint(match.cue.words):
        return True
    if match.target_kind != "subject" or match.target < 0:
        return False
    below = {tree.words[token] for token in tree.subtree(match.target)}
    if tree.lemmas[match.target] == "thing":
        return not below.isdisjoint({"whole", "entire"})
    return tree.words[match.target] in ("none", "word") and "it" in below


def _rumour(facts: Facts, match: CueMatch, told: Other, *, plural: bool) -> list[Stated]:
    """The nearest rumour where it is near, else that with which the article begins: it is what it deals with."""
    found = nearest(facts, match, told, plural=plural)
    if found and facts.tree.sentence[match.token] - found[0].sentence <= _NEAR:
        return found
    before = (stated for stated in facts.stated if told(stated) and stated.tokens[0] < match.token)
    lead = next((stated for stated in before if is_predicate(facts.tree, stated.root)), None)
    return found if lead is None else [s for s in facts.in_sentence[lead.sentence] if s.said is lead.said and told(s)]


def retold(facts: Facts, found: Iterable[Stated], other: Other) -> Iterator[Stated]:
    """Other rumours of an article that tell what ``found`` do: what happens in them, and something else, is in both."""
    for stated in found:
        for rumour in facts.sharing(stated.words):
            if rumour is stated or not other(rumour) or not _is_rumoured(facts, rumour):
                continue
            shared = [word for word in stated.words if any(akin(word, told) for told in rumour.words)]
            complement = facts.tree.child(rumour.root, "xcomp")
            happens = [facts.tree.lemmas[token] for token in (rumour.root, complement) if token >= 0]
            event = any(akin(word, happening) for word in stated.words for happening in happens)
            named = any(
                facts.tree.pos[token] == "PROPN" and facts.tree.lemmas[token] in shared for token in rumour.tokens
            )
            if event and len(shared) >= _ALIKE + (not named):
                yield rumour


def _by_carrier(facts: Facts, found: list[Stated], other: Other) -> Iterator[Stated]:
    carriers = [name for stated in found if _is_carrier(facts.sources.get(name := stated.source_id or ""))]
    for name in dict.fromkeys(carriers):
        yield from (s for s in facts.by_source.get(name, ()) if s.source_id == name and other(s))


def made_up(facts: Facts, match: CueMatch, other: Other) -> list[Stated]:
    """The claims of a hoax that says what it is about: "the death hoax" those that somebody died."""
    tree = facts.tree
    kinds = [tree.lemmas[child] for child in tree.children[match.token] if tree.deps[child] in ("compound", "amod")]
    about = facts.sharing(frozenset(kinds)) if kinds else []
    return [
        stated
        for stated in about
        if other(stated) and any(akin(kind, word) for kind in kinds for word in _events(facts, stated))
    ]


def _events(facts: Facts, stated: Stated) -> list[str]:
    """What a claim says that happens, by its predicate and what that takes: "found dead"."""
    tree = facts.tree
    taken = [child for child in tree.children[stated.root] if tree.deps[child] in ("xcomp", "obj", "nsubj:pass")]
    return [tree.lemmas[token] for token in (stated.root, *taken)]


def nearest(facts: Facts, match: CueMatch, other: Other, *, plural: bool) -> list[Stated]:
    """The last claim before the cue with those of the same breath; for a plural all claims of that sentence.

    What is said of a story ("these reports are unfounded") is no story.
    """
    last: Stated | None = None
    for stated in facts.before(match.token):
        if other(stated) and not _is_comment(facts, stated):
            body = stated.claim.scope is not ClaimScope.HEADLINE
            last = stated if body or last is None else last
            if body:
                break
    if last is None:
        return []
    same = [stated for stated in facts.in_sentence[last.sentence] if other(stated) and stated.tokens[0] < match.token]
    return [stated for stated in same if plural or stated.said is last.said]


def _is_comment(facts: Facts, stated: Stated) -> bool:
    """Whether a claim only says what to think of what others say: "These claims are absurd", "They are unverified"."""
    tree = facts.tree
    subject = tree.child(stated.root, *SUBJECTS)
    if any(_is_verdict(facts, token) for token in (stated.root, subject)):
        # "There is no truth to the report", "The arrest is a hoax".
        return True
    judged = any(facts.cue_at[token].cue_class in _JUDGING for token in stated.tokens if token in facts.cue_at)
    if judged and subject >= 0 and tree.pos[subject] == "PRON" and tree.child(stated.root, "cop") >= 0:
        return True
    first = next((token for token in stated.tokens if tree.pos[token] == "NOUN"), -1)
    told = first >= 0 and tree.lemmas[first] in facts.lexicon.words["said_nouns"]
    if not told or tree.child(first, "acl", "acl:relcl", "ccomp", "nmod") >= 0:
        return False
    return any(tree.words[child] in _DEMONSTRATIVES for child in tree.children[first])


def _is_rumoured(facts: Facts, stated: Stated) -> bool:
    """Whether nobody in particular tells it, or a carrier, or as hearsay; what denies or calls false is no rumour."""
    if is_negated(facts, stated) or any(_is_verdict(facts, token) for token in stated.tokens):
        return False
    said = stated.said
    if said is None:
        return is_hearsay(facts, stated)
    source = facts.sources.get(stated.source_id or "")
    rumour_nouns = facts.lexicon.words["rumour_nouns"]
    if source is not None and source.kind is SourceKind.OUTLET_ITSELF:
        # "We reported on a rumour that …"
        return any(facts.tree.lemmas[token] in rumour_nouns for token in said.words)
    if source is not None and (source.named or source.kind in _TELLING):
        return source.kind in _TELLING
    head = root_of(facts.tree, sorted(said.source)) if said.source else -1
    if head < 0:
        return said.cue is not None and said.cue.cue_class in _DISTANT
    return facts.tree.lemmas[head] in facts.lexicon.words["faceless_nouns"] | _ANYBODY


def _is_verdict(facts: Facts, token: int) -> bool:
    match = facts.cue_at.get(token)
    return match is not None and match.cue_class is CueClass.FALSIFY


def _is_carrier(source: Source | None) -> bool:
    """Whether a source only passes on: a website, a post, users of a network."""
    return source is not None and source.kind in _CARRIERS


def is_hearsay(facts: Facts, stated: Stated) -> bool:
    """Whether the outlet passes it on and does not say whose word it is.

    "She allegedly made a film", "The web was abuzz with news that she had made a film".
    """
    near = (stated.root, facts.tree.head[stated.root], *facts.tree.children[stated.root])
    hedged = any(
        facts.tree.lemmas[token] in facts.lexicon.words["hearsay_words"]
        and token in facts.cue_at
        and facts.cue_at[token].cue_class is CueClass.HEDGE
        for token in near
    )
    return hedged or any(_goes_around(facts, token) for token in stated.tokens)


def _goes_around(facts: Facts, noun: int) -> bool:
    """Whether a noun means what is told by nobody, and the text says what it is: "news that", "word spread that"."""
    tree, words = facts.tree, facts.lexicon.words
    if tree.pos[noun] != "NOUN" or tree.lemmas[noun] not in words["rumour_nouns"] | words["hearsay_nouns"] | _NEWS:
        return False
    clauses = [child for child in tree.children[noun] if tree.deps[child] in ("acl", "acl:relcl", "ccomp")]
    if tree.deps[noun] in SUBJECTS:
        clauses += [child for child in tree.children[tree.head[noun]] if tree.deps[child] == "ccomp"]
    return any(tree.words[c] == "that" for clause in clauses for c in tree.children[clause] if c > noun)


def is_negated(facts: Facts, stated: Stated) -> bool:
    """Whether the claim says that something is not so: "has not died", "is alive"."""
    turned = facts.tree.lemmas[stated.root] in opposite_of("en")
    return read(facts.tree, stated.root, facts.lexicon).negated is not turned
