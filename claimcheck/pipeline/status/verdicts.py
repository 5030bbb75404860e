"""Who passes a verdict that something is false, and how far it goes.

"The rumours were made up, his agent said": the agent's word, a denial. "The letter is a forgery": the outlet's own,
which refutes. "The letter may be a forgery": nobody says that it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from claimcheck.domain import EvidenceKind, Source, SourceKind
from claimcheck.lang.cue import CueClass
from claimcheck.lang.speakers import speakers
from claimcheck.pipeline.attribution.attributed import Said, Standing
from claimcheck.pipeline.grammar.cues import CueMatch
from claimcheck.pipeline.grammar.nouns import noun_phrase
from claimcheck.pipeline.grammar.predicate import is_predicate
from claimcheck.pipeline.status.facts import Facts

__all__ = [
    "can_deny",
    "denial_at",
    "denied_as_false",
    "may_refute",
    "refutation_at",
    "speaks_for_somebody",
    "verdict_of",
]

_AUTHORITIES = frozenset({SourceKind.GOVERNMENT, SourceKind.POLICE_COURTS, SourceKind.INTERNATIONAL_BODY})
_NO_BODIES = frozenset({
    SourceKind.PERSON, SourceKind.OFFICIAL, SourceKind.PUBLIC, SourceKind.UNKNOWN, SourceKind.OUTLET,
    SourceKind.SOCIAL_MEDIA, SourceKind.DOCUMENT,
})  # fmt: skip
_SPEAKING = frozenset({
    "spokesman", "spokeswoman", "spokesperson", "rep", "representative", "publicist", "agent", "manager", "lawyer",
    "attorney", "press",
})  # fmt: skip
_CHARGES = frozenset({"rumour", "rumor", "claim", "allegation", "accusation", "speculation", "theory", "charge"})
_OWNED = ("nmod", "compound")
_DOUBTING = frozenset({"may", "can"})


def verdict_of(facts: Facts, match: CueMatch) -> tuple[EvidenceKind | None, Source | None]:
    """What words that call something false amount to, and whose they are; None where nobody says so much.

    The outlet and an authority refute, another party denies.
    """
    governor = facts.cue_at.get(facts.tree.head[match.token])
    if governor is not None and governor.cue_class is CueClass.DENY and governor is not match:
        # "was dismissed as fake by the club": the club's word.
        return None, None
    kind: EvidenceKind | None = EvidenceKind.FALSIFICATION
    if match.reading.modal in _DOUBTING or _is_doubted(facts, match):
        kind = EvidenceKind.NONCONFIRMATION
    elif any(facts.tree.words[child] == "longer" for child in facts.tree.subtree(match.token)[:12]):
        # "That is no longer the case": once it was.
        kind = None
    elif (
        not (match.reading.realis or _must(facts, match) or _came_later(facts, match))
        or _is_asked(facts, match)
        or _is_wished(facts, match)
        or _is_habit(facts, match)
        or _is_alleged(facts, match)
    ):
        kind = None
    speaker = _speaker(facts, match)
    agent = facts.agent_of(match)
    party = facts.sources.get(speaker.attribution.source_id or "") if speaker else None
    if speaker is None or kind is None or (party is not None and may_refute(facts, party)):
        return kind, agent or party
    in_headline = facts.tree.sentence[match.token] in facts.in_headline
    if party is None or not (can_deny(party) or in_headline):
        return None, None
    return (EvidenceKind.DENIAL if kind is EvidenceKind.FALSIFICATION else kind), party


def denied_as_false(facts: Facts, match: CueMatch) -> bool:
    """Whether who denies something calls it false and has the last word on it: "officials rejected it as false"."""
    if facts.lexicon.words["falsity_words"].isdisjoint(match.cue.words):
        return False
    party = facts.agent_of(match)
    if party is None:
        return _is_authority(facts, match.agent)
    return party.kind is SourceKind.OUTLET_ITSELF or may_refute(facts, party)


def denial_at(facts: Facts, token: int) -> tuple[EvidenceKind | None, Source | None]:
    """What a word amounts to by which something is said not to be so, and whose it is."""
    said = facts.speaker.get(token)
    if said is None or said.standing is Standing.OWN_VOICE:
        return EvidenceKind.FALSIFICATION, None
    party = facts.sources.get(said.attribution.source_id or "")
    vouched = said.standing is Standing.CLAIMED and party is not None and can_deny(party)
    return (EvidenceKind.DENIAL, party) if vouched else (None, None)


def refutation_at(facts: Facts, token: int) -> tuple[EvidenceKind | None, Source | None]:
    """The same of a word by which something is shown to be otherwise: of an authority or a fact-checker it refutes."""
    kind, party = denial_at(facts, token)
    said = facts.speaker.get(token)
    found = facts.sources.get(said.attribution.source_id or "") if said is not None else None
    if found is not None and found.kind is SourceKind.OUTLET_ITSELF:
        return EvidenceKind.FALSIFICATION, None
    return (EvidenceKind.FALSIFICATION, found) if found is not None and may_refute(facts, found) else (kind, party)


def _is_doubted(facts: Facts, match: CueMatch) -> bool:
    """Whether it is only likely to be false: "This is probably bogus"."""
    tree = facts.tree
    near = [*tree.children[match.token], *(c for a in tree.children[match.token] for c in tree.children[a])]
    if match.cue.headline:
        near.extend(range(tree.sentences[tree.sentence[match.token]][0], match.token))
    return any(tree.words[token] in facts.lexicon.words["doubting_adverbs"] for token in near)


def _is_alleged(facts: Facts, match: CueMatch) -> bool:
    """Whether it is only said that something is a hoax: "hoax rumours swirl", "denies hoax claims"."""
    tree = facts.tree
    after = match.token + 1
    if tree.lemmas[match.token] not in facts.lexicon.words["made_up_nouns"] or after >= len(tree.words):
        return False
    # "Death hoax claims actor has died": a verb, whatever part of speech it is given.
    verbal = tree.tags[after] == "VBZ" and tree.lemmas[after] in ("claim", "charge")
    return tree.pos[after] == "NOUN" and tree.lemmas[after] in _CHARGES and not verbal


def _is_habit(facts: Facts, match: CueMatch) -> bool:
    """Whether it is what somebody does for a living: "a site that specialises in debunking rumours"."""
    tree = facts.tree
    marker = tree.child(match.token, "mark", "case")
    return tree.tags[match.token] == "VBG" and marker >= 0 and tree.pos[marker] in ("ADP", "SCONJ", "PART")


def can_deny(party: Source) -> bool:
    """Whether a party can be asked: it has a name, is a body, or speaks for one: "the tenor's publicist"."""
    spoken_for = _SPEAKING.intersection(party.name.lower().split()) and " " in party.name
    return party.named or party.kind not in _NO_BODIES or bool(spoken_for)


def speaks_for_somebody(facts: Facts, noun: int) -> bool:
    """Whether a noun means who speaks for another: "her publicist", "reps for the tenor", "county officials"."""
    tree = facts.tree
    if noun < 0:
        return False
    owned = any(tree.deps[child].startswith(_OWNED) for child in tree.children[noun])
    return (tree.lemmas[noun] in _SPEAKING and owned) or _is_authority(facts, noun)


def _is_authority(facts: Facts, noun: int) -> bool:
    """Whether a noun means officials of an authority: "county officials"."""
    known = speakers("en").nouns.get(facts.tree.lemmas[noun]) if noun >= 0 else None
    if known is None or known.kind is not SourceKind.OFFICIAL:
        return False
    words = {facts.tree.words[token] for token in noun_phrase(facts.tree, noun)}
    return not words.isdisjoint(facts.lexicon.words["authority_words"])


def _speaker(facts: Facts, match: CueMatch) -> Said | None:
    """Whose words they are; None when they are the outlet's."""
    tree = facts.tree
    above: Iterator[Said | None] = (facts.cued.get(token) for token in tree.above(match.token) if token > match.token)
    if match.target_kind == "governor":
        # "A satirical website wrote …": the outlet's own word for it.
        above = iter(())
    # "The rumours were made up, his agent said": the verdict is the agent's, though cut off from what he denies.
    inside = facts.speaker.get(match.token)
    content: Collection[int] = inside.content if inside is not None else ()
    if match.cue.pos == "NOUN" and not any(is_predicate(tree, token) for token in content):
        # "Fans laughed at the death hoax": the outlet calls it so.
        inside = None
    for said in (inside, *above):
        if said is None or said.standing is Standing.OWN_VOICE:
            continue
        if _is_rumour(facts, said):
            # "Rumours of a strike not true": no rumour says so of itself.
            continue
        if match.target in said.source and match.token not in said.source:
            # "The theft appears to be a false alarm": the theft does not say so.
            continue
        return said
    return None


def _is_rumour(facts: Facts, said: Said) -> bool:
    """Whether who speaks is a rumour or a hoax itself."""
    party = facts.sources.get(said.attribution.source_id or "")
    if party is not None and party.named:
        return False
    words = facts.lexicon.words
    lemmas = {facts.tree.lemmas[token] for token in (said.source or said.words)}
    return not lemmas.isdisjoint(words["rumour_nouns"] | words["said_nouns"] | words["made_up_nouns"])


def _must(facts: Facts, match: CueMatch) -> bool:
    """ "It must be a hoax": who says so has made up his mind."""
    tree = facts.tree
    return (
        any(tree.words[child] == "must" for child in tree.children[match.token]) and tree.child(match.token, "cop") >= 0
    )


def _came_later(facts: Facts, match: CueMatch) -> bool:
    """ "It spread before being debunked": it was."""
    words = {facts.tree.words[child] for child in facts.tree.children[match.token]}
    return {"before", "being"} <= words


def _is_asked(facts: Facts, match: CueMatch) -> bool:
    """Whether the words stand in a question."""
    tree = facts.tree
    last = tree.sentences[tree.sentence[match.token]][1]
    return any(tree.words[token] == "?" for token in range(match.token, last))


def _is_wished(facts: Facts, match: CueMatch) -> bool:
    """ "I hope that it is not true": who says so does not know."""
    wishing = facts.lexicon.words["wishing_verbs"]
    return any(facts.tree.lemmas[token] in wishing for token in facts.tree.above(match.token))


def may_refute(facts: Facts, party: Source) -> bool:
    """Whether a party's word that something is false settles it: an authority's, its officials', a fact-checker's."""
    words = facts.lexicon.words
    if party.kind in _AUTHORITIES or any(word in words["fact_checkers"] for word in party.name.lower().split()):
        return True
    return party.kind is SourceKind.OFFICIAL and not words["authority_words"].isdisjoint(_called(facts, party))


def _called(facts: Facts, party: Source) -> set[str]:
    """The words by which an article names a party: "county officials", "police spokeswoman Ana Lenz"."""
    mentions = [token for token, source in facts.source_at.items() if source == party.id]
    return {facts.tree.words[word] for token in mentions for word in noun_phrase(facts.tree, token)}
