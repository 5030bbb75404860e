"""What is said against a claim as it is denied: "disputed this, saying the lights had been dark".

Who denies that it was so and tells how it was contradicts; of the two accounts the text establishes neither.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.domain import AttributionMode, ClaimKind, Evidence, EvidenceKind
from claimcheck.lang.cue import CueClass
from claimcheck.pipeline.attribution.attributed import Said
from claimcheck.pipeline.grammar.cues import CueMatch
from claimcheck.pipeline.grammar.reading import read
from claimcheck.pipeline.status.facts import Facts, Stated

__all__ = ["countering"]

_AHEAD = frozenset({ClaimKind.PLAN, ClaimKind.FORECAST})


def countering(facts: Facts, denial: CueMatch, denied: Stated) -> Iterator[tuple[int, Evidence]]:
    """The denied claim as a denial of what its denier says instead, with the number of the claim that says it.

    ``denial`` is the cue by which somebody denies the claim ``denied``. Plans are no accounts: who "denied the charge,
    saying he would appeal" contradicts nothing more. Nobody is contradicted by a rumour.
    """
    party = facts.sources.get(denied.source_id or "")
    if party is None or denied.said is None or not _is_somebody(facts, denied):
        return
    here = facts.tree.sentence[denial.token]
    for said in dict.fromkeys(said for at in (here, here + 1) for said in facts.said_at.get(at, ())):
        cue = next((token for token in sorted(said.words) if token in facts.cue_at), -1)
        same_breath = cue >= 0 and _elaborates(facts, cue, denial.token)
        if not same_breath and not _goes_on(facts, said, denial):
            continue
        for token in sorted(said.content):
            for stated in facts.at_root.get(token, ()):
                tells = stated.said is said and stated.claim.kind.has_status and not _is_ahead(facts, stated)
                if tells and (same_breath or _says_not(facts, stated, denial)):
                    note = f"according to {party.name}: {denied.claim.text}"
                    yield stated.number, Evidence(
                        kind=EvidenceKind.DENIAL, span=denied.claim.spans[0], text=denied.claim.text, note=note,
                        agent=party.id, from_claim=denied.claim.id,
                    )  # fmt: skip


def _is_ahead(facts: Facts, stated: Stated) -> bool:
    return stated.claim.kind in _AHEAD or read(facts.tree, stated.root, facts.lexicon).modal in ("will", "would")


def _elaborates(facts: Facts, cue: int, denial: int) -> bool:
    """Whether a word of saying goes on from a denial: "rejected that, saying", "denied this and said that no …"."""
    tree = facts.tree
    if tree.sentence[cue] != tree.sentence[denial] or cue < denial or tree.head[cue] != denial:
        return False
    if tree.deps[cue] == "advcl" and tree.tags[cue] == "VBG":
        return tree.child(cue, "mark", "case") < 0
    # What is only added must itself say that something is not so.
    match = facts.cue_at[cue]
    negated = match.target >= 0 and any(
        tree.words[token] in facts.lexicon.words["negators"] for token in tree.subtree(match.target)
    )
    return tree.deps[cue] == "conj" and match.cue_class is CueClass.REPORT and negated


def _goes_on(facts: Facts, said: Said, denial: CueMatch) -> bool:
    """Whether who denies something says in the next sentence, in so many words, what did not happen.

    "His agent denied it. “He has never set foot in Genoa,” she wrote."
    """
    agent = facts.agent_of(denial)
    tree = facts.tree
    if agent is None or said.attribution.source_id != agent.id or said.attribution.mode is AttributionMode.INDIRECT:
        return False
    first = min(said.content, default=-1)
    return first >= 0 and "\n" not in facts.text[tree.ends[denial.token] : tree.starts[first]]


def _says_not(facts: Facts, stated: Stated, denial: CueMatch) -> bool:
    """Whether a claim of the sentence after a denial says that something is not so."""
    negated = any(facts.tree.words[token] in facts.lexicon.words["negators"] for token in stated.tokens)
    return negated and stated.sentence == facts.tree.sentence[denial.token] + 1


def _is_somebody(facts: Facts, denied: Stated) -> bool:
    """Whether a party that one could ask says it, and no rumour."""
    party = facts.sources[denied.source_id or ""]
    if party.named:
        return True
    nouns = {facts.tree.lemmas[token] for token in (denied.said.source if denied.said else ())}
    return bool(nouns) and nouns.isdisjoint(facts.lexicon.words["faceless_nouns"])
