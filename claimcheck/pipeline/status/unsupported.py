"""Claims for which whoever makes them gives no evidence: "said, without providing evidence, that …".

Unlike who confirms nothing, who proves nothing is the one who makes the claim.
"""

from __future__ import annotations

from claimcheck.lang.cue import CueClass
from claimcheck.pipeline.grammar.cues import CueMatch
from claimcheck.pipeline.status.facts import Facts, Stated

__all__ = ["is_without_proof", "unsupported"]

_SENTENCES_BACK = 2


def is_without_proof(facts: Facts, match: CueMatch) -> bool:
    """Whether a cue tells that somebody gives no evidence, of nothing that it names: not "no evidence of a fire"."""
    nouns = facts.lexicon.words["proof_nouns"]
    named = {match.cue.lemma, *match.cue.words} & nouns
    return match.cue_class is CueClass.NONCONFIRM and bool(named) and match.target_kind in ("", "object")


def unsupported(facts: Facts, match: CueMatch) -> list[Stated]:
    """What the one who gives no evidence says in this sentence, else what he last said before it.

    Nothing where somebody is only told to have none: "The court said the prosecutors had presented no evidence".
    """
    tree = facts.tree
    speaker = facts.speaker.get(match.token)
    if speaker is not None and not speaker.content <= set(tree.subtree(match.token)):
        return []
    here = tree.sentence[match.token]
    beside = [stated for stated in facts.stated if stated.said is not None and _cue_sentence(facts, stated) == here]
    agent = facts.source_of(match.agent)
    if agent is not None:
        beside = [stated for stated in beside if stated.source_id == agent.id]
    if beside:
        return beside
    before = [
        stated
        for stated in facts.stated
        if 0 < here - stated.sentence <= _SENTENCES_BACK
        and stated.said is not None
        and (agent is None or stated.source_id == agent.id)
    ]
    last = max((stated.sentence for stated in before), default=-1)
    found = [stated for stated in before if stated.sentence == last]
    return found if len({stated.source_id for stated in found}) == 1 else []


def _cue_sentence(facts: Facts, stated: Stated) -> int:
    said = stated.said
    words = sorted(said.words) if said is not None else []
    return facts.tree.sentence[words[0]] if words else stated.sentence
