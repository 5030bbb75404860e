"""What an article says in so many words is not so: by setting itself against it, by a label, by an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.domain import Evidence, EvidenceKind, Polarity, Source, Span
from claimcheck.lang.cue import CueClass
from claimcheck.pipeline.claims.answers import answer_to
from claimcheck.pipeline.claims.fact_labels import labels_of
from claimcheck.pipeline.status.facts import Facts, Stated
from claimcheck.pipeline.status.verdicts import denial_at, refutation_at

__all__ = ["denied_outright"]


def denied_outright(facts: Facts) -> Iterator[tuple[int, Evidence]]:
    """The evidence, each with the number of the claim that it is about."""
    for number, negation in facts.countered.items():
        verdict = denial_at(facts, negation)
        yield from _denial(facts, number, negation, verdict, "it is told only to say that it is not so")
    for label in labels_of(facts.text, facts.lexicon.words):
        for stated in facts.stated:
            if label.about is not None and label.about.start <= stated.claim.spans[0].start < label.about.end:
                note = f"it is labelled '{label.span.of(facts.text)}'"
                yield stated.number, _evidence(facts, EvidenceKind.FALSIFICATION, label.span, note)
    for stated in facts.stated:
        made = _made(facts, stated)
        if made >= 0:
            verdict = refutation_at(facts, made)
            yield from _denial(facts, stated.number, made, verdict, "what is said to show it is of another time")
    answer = answer_to(facts.tree, 0)
    for stated in facts.in_sentence.get(0, ()) if answer >= 0 else ():
        yield stated.number, _answered(facts, answer)


def _made(facts: Facts, stated: Stated) -> int:
    """The verb that tells when pictures were made which only seem to show a claim; -1 without one.

    "A clip that appears to show the fire was filmed in Norway in 2019": of what happens now no year is told.
    """
    tree = facts.tree
    nouns = [token for token in (stated.said.source if stated.said else ()) if _is_exhibit(facts, token)]
    cues = (facts.cue_at.get(token) for token in (stated.said.words if stated.said else ()))
    seems = any(cue is not None and cue.cue_class in _DISTANT for cue in cues)
    for noun in nouns if seems else ():
        verb = tree.head[noun]
        if verb in stated.tokens or tree.deps[noun] not in ("nsubj", "nsubj:pass"):
            continue
        made = (
            tree.lemmas[verb] in facts.lexicon.words["making_verbs"] or tree.words[tree.child(verb, "case")] == "from"
        )
        if made and any(_YEAR.fullmatch(tree.words[token]) for token in tree.subtree(verb) if token > verb):
            return verb
    return -1


def _is_exhibit(facts: Facts, token: int) -> bool:
    return facts.tree.lemmas[token] in facts.lexicon.words["exhibit_nouns"]


_DISTANT = frozenset({CueClass.HEDGE, CueClass.NONCOMMIT})
_YEAR = re.compile(r"(?:19|20)\d\d")


def _denial(
    facts: Facts, number: int, token: int, verdict: tuple[EvidenceKind | None, Source | None], note: str
) -> Iterator[tuple[int, Evidence]]:
    kind, party = verdict
    if kind is not None:
        span, agent = facts.tree.span(token, token), party.id if party else None
        yield number, _evidence(facts, kind, span, note, agent=agent, polarity=Polarity.NEGATIVE)


def _answered(facts: Facts, answer: int) -> Evidence:
    """What a "no" amounts to: the outlet's refutes, a party's denies, and anybody else's leaves it open."""
    tree = facts.tree
    kind, party = denial_at(facts, answer)
    verb = next((token for token in range(answer, tree.sentences[1][1]) if tree.lemmas[token] == "say"), -1)
    speaker = tree.child(verb, "nsubj") if verb >= 0 else -1
    if kind is EvidenceKind.FALSIFICATION and verb >= 0:
        kind = EvidenceKind.DENIAL if speaker >= 0 and tree.pos[speaker] == "PROPN" else None
    span, agent = tree.span(answer, answer), party.id if party else None
    note = "it is answered that it is not so"
    kind = kind or EvidenceKind.NONCONFIRMATION
    return _evidence(facts, kind, span, note, agent=agent, polarity=Polarity.NEGATIVE)


def _evidence(
    facts: Facts, kind: EvidenceKind, span: Span, note: str, *, agent: str | None = None,
    polarity: Polarity = Polarity.POSITIVE,
) -> Evidence:  # fmt: skip
    return Evidence(kind=kind, span=span, text=span.of(facts.text), note=note, agent=agent, polarity=polarity)
