"""The evidence for each claim: exact words, what they do to it, and a note that an editor reads."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.domain import Evidence, EvidenceKind, Polarity, Source, SourceKind, Span
from claimcheck.lang.cue import CueClass
from claimcheck.lang.speakers import speakers
from claimcheck.pipeline.attribution.attributed import Said
from claimcheck.pipeline.grammar.clauses import root_of
from claimcheck.pipeline.grammar.cues import CueMatch, is_foretold
from claimcheck.pipeline.grammar.negation import is_for_purpose, says_not
from claimcheck.pipeline.grammar.reading import is_under_way, read
from claimcheck.pipeline.status.bearings import bears_on
from claimcheck.pipeline.status.coming_round import came_round
from claimcheck.pipeline.status.counterclaims import countering
from claimcheck.pipeline.status.facts import Facts, Stated
from claimcheck.pipeline.status.outright import denied_outright
from claimcheck.pipeline.status.own_acts import is_own_act, is_person
from claimcheck.pipeline.status.verdicts import can_deny, denied_as_false, speaks_for_somebody, verdict_of

__all__ = ["gather"]

_KINDS = {
    CueClass.CONFIRM: EvidenceKind.VERIFICATION,
    CueClass.ADMIT: EvidenceKind.VERIFICATION,
    CueClass.DENY: EvidenceKind.DENIAL,
    CueClass.FALSIFY: EvidenceKind.FALSIFICATION,
    CueClass.CORRECTION: EvidenceKind.FALSIFICATION,
    CueClass.NONCONFIRM: EvidenceKind.NONCONFIRMATION,
    CueClass.CANT_VERIFY: EvidenceKind.NONCONFIRMATION,
    CueClass.SOUGHT_COMMENT: EvidenceKind.SOUGHT_COMMENT,
    CueClass.FIRSTHAND: EvidenceKind.OBSERVATION,
    CueClass.HEDGE: EvidenceKind.MODALITY,
    CueClass.NONCOMMIT: EvidenceKind.CUE,
    CueClass.BELIEF: EvidenceKind.CUE,
    CueClass.REPORT: EvidenceKind.CUE,
    CueClass.FORECAST: EvidenceKind.CUE,
}
_CARRIERS = frozenset({SourceKind.OUTLET, SourceKind.AGENCY, SourceKind.SOCIAL_MEDIA, SourceKind.PUBLIC})
_MEDIA = frozenset({SourceKind.OUTLET, SourceKind.AGENCY})
_SAID = frozenset({CueClass.NONCOMMIT, CueClass.BELIEF, CueClass.REPORT})
_LONGEST_NOTE = 160


def gather(facts: Facts) -> list[list[Evidence]]:
    """The evidence of every claim of ``facts.stated``, by the claim's number in the article."""
    found: list[list[Evidence]] = [[] for _ in range(1 + max((stated.number for stated in facts.stated), default=-1))]
    for stated in facts.stated:
        found[stated.number].extend(_of_source(facts, stated))
    for match in facts.cues:
        if match.cue_class not in _KINDS or (match.cue_class is CueClass.REPORT and not match.cue.headline):
            continue
        if match.cue_class is CueClass.FORECAST and not is_foretold(facts.tree, match, facts.lexicon):
            continue
        for stated in bears_on(facts, match):
            if _KINDS[match.cue_class] is EvidenceKind.CUE and any(link.cue is match for link in facts.links(stated)):
                continue
            evidence = _of_cue(facts, match, stated)
            if evidence is None or evidence in found[stated.number]:
                continue
            found[stated.number].append(evidence)
            if evidence.kind is EvidenceKind.DENIAL and match.cue_class is CueClass.DENY:
                for number, counter in countering(facts, match, stated):
                    found[number].append(counter)
    for number, evidence in denied_outright(facts):
        found[number].append(evidence)
    return found


def _of_source(facts: Facts, stated: Stated) -> list[Evidence]:
    """What the chain of attributions itself says: its verbs, its documents, its own acts."""
    found: list[Evidence] = []
    for link in facts.links(stated):
        cue = link.cue
        own = cue is not None and cue.cue_class in (CueClass.CONFIRM, CueClass.ADMIT, CueClass.FIRSTHAND)
        evidence = _of_cue(facts, cue, stated) if own and cue is not None and link is stated.said else None
        if evidence is None and link.words:
            evidence = _attributing(facts, link, cue, facts.sources.get(link.attribution.source_id or ""))
        if evidence is not None:
            found.append(evidence)
        if cue is not None:
            found.extend(_hedged(facts, cue))
        document = _document(facts, link.source)
        if document is not None:
            found.append(document)
    if stated.number not in facts.countered:
        found.extend(_negation(facts, stated))
    said = stated.said
    source = facts.sources.get(stated.source_id or "")
    if said is None or source is None:
        return found
    if is_own_act(facts, stated, source) and _is_heard(facts, stated):
        span = facts.tree.span(stated.root, stated.root)
        note = f"{source.name} speaks of its own act"
        found.append(_evidence(facts, EvidenceKind.SELF_STATEMENT, span, note, agent=source.id))
    if not source.named:
        span = said.attribution.source[0] if said.attribution.source else stated.claim.spans[0]
        found.append(_evidence(facts, EvidenceKind.UNNAMED_SOURCE, span, "the source is not named", agent=source.id))
    carriers = [facts.sources[via] for via in stated.claim.via if via in facts.sources]
    if not carriers and source.kind in _MEDIA:
        carriers = [source]
    if carriers:
        names = " and ".join(carrier.name for carrier in carriers)
        span = said.attribution.cue[0] if said.attribution.cue else stated.claim.spans[0]
        found.append(_evidence(facts, EvidenceKind.SECONDHAND, span, f"it comes through {names}", agent=carriers[0].id))
    footage = _footage(facts, stated)
    return [*found, footage] if footage else found


def _is_heard(facts: Facts, stated: Stated) -> bool:
    """Whether the source says it to the outlet or through a medium; what aides say that he told them is theirs."""
    outer = (facts.sources.get(link.attribution.source_id or "") for link in facts.links(stated)[1:])
    return all(carrier is None or carrier.kind in _CARRIERS for carrier in outer)


def _negation(facts: Facts, stated: Stated) -> Iterator[Evidence]:
    """The word by which a claim says that something is not so."""
    tree = facts.tree
    clipped = stated.sentence in facts.in_headline and says_not(tree, stated.tokens, facts.lexicon)
    if not clipped and (not read(tree, stated.root, facts.lexicon).negated or is_for_purpose(tree, stated.root)):
        return
    negators = facts.lexicon.words["negators"]
    token = next((token for token in stated.tokens if tree.words[token] in negators), stated.root)
    span = tree.span(token, token)
    yield _evidence(facts, EvidenceKind.NEGATION, span, "it says that something is not so", polarity=Polarity.NEGATIVE)


def _attributing(facts: Facts, said: Said, cue: CueMatch | None, source: Source | None) -> Evidence:
    words = sorted(said.words)
    span = facts.tree.span(words[0], words[-1]) if cue is None else cue.span
    name = source.name if source else "the source"
    text = span.of(facts.text)
    kind = EvidenceKind.MODALITY if cue is not None and cue.cue_class is CueClass.HEDGE else EvidenceKind.CUE
    verb = text if cue is None else facts.tree.words[cue.token]
    note = f"{_whose(name)} verb is '{verb}'" if facts.tree.pos[words[0]] != "ADP" else f"'{text}' {name}"
    cue_class = _class_of_noun(facts, said.words | said.source) if cue is None else cue.cue_class
    return _evidence(facts, kind, span, note, cue_class=cue_class.value, agent=source.id if source else None)


def _whose(name: str) -> str:
    if name in ("he", "she", "they", "his", "her", "their"):
        return "the source's"
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _hedged(facts: Facts, cue: CueMatch) -> Iterator[Evidence]:
    """A hedge on the words that attribute: "reportedly said", "appeared to show"."""
    tree = facts.tree
    for token in (*tree.children[cue.token], *([tree.head[cue.token]] if tree.deps[cue.token] == "xcomp" else ())):
        match = facts.cue_at.get(token)
        if match is not None and match.cue_class is CueClass.HEDGE:
            whole = tree.span(min(token, cue.token), max(token, cue.token))
            note = f"it is attributed by '{' '.join(whole.of(facts.text).split())}'"
            yield _evidence(facts, EvidenceKind.MODALITY, whole, note, cue_class=match.cue_class.value)


def _class_of_noun(facts: Facts, words: frozenset[int]) -> CueClass:
    """The class of words of which the tree does not show what they take: "abuzz with rumours that …", "Rumour: …"."""
    nouns = [facts.tree.lemmas[token] for token in sorted(words) if facts.tree.pos[token] == "NOUN"]
    cues = (cue for noun in nouns for cue in facts.lexicon.by_lemma.get(noun, ()) if cue.pos == "NOUN")
    return next((cue.cue_class for cue in cues if cue.cue_class in _SAID), CueClass.REPORT)


def _document(facts: Facts, source: frozenset[int]) -> Evidence | None:
    """An official document as source, under this name or an earlier one ("court records", then "the records")."""
    if not source:
        return None
    head = root_of(facts.tree, sorted(source))
    named = facts.documents.get(head) or facts.documented.get(facts.source_at.get(head, ""))
    if named is None:
        return None
    note = f"an official document says it: {named.of(facts.text)}"
    span = facts.tree.span(head, head)
    return _evidence(facts, EvidenceKind.DOCUMENT, span, note, cue_class=CueClass.DOCUMENT.value)


def _footage(facts: Facts, stated: Stated) -> Evidence | None:
    """Pictures that stand beside the claim in its sentence: "…, airing footage of the crash"."""
    said = stated.said
    if said is None:
        return None
    tree = facts.tree
    for token in range(*tree.sentences[stated.sentence]):
        shown = tree.deps[token] == "obj" and tree.lemmas[tree.head[token]] in speakers("en").verbs["showing"]
        if not shown or token in said.content | said.source:
            continue
        if tree.lemmas[token] in facts.lexicon.words["footage_nouns"]:
            return _evidence(facts, EvidenceKind.FOOTAGE, tree.span(token, token), "pictures are shown in support")
    return None


def _of_cue(facts: Facts, match: CueMatch, stated: Stated) -> Evidence | None:
    """What a cue does to a claim that it bears on; None when it does nothing."""
    kind = _KINDS[match.cue_class]
    agent = facts.agent_of(match)
    if kind is EvidenceKind.VERIFICATION and not _settles(facts, match, stated, agent):
        return None
    if kind is EvidenceKind.OBSERVATION and not match.reading.realis:
        return None
    if kind is EvidenceKind.FALSIFICATION:
        found, agent = verdict_of(facts, match)
        if found is None:
            return None
        # Who takes back his own words does not deny them.
        own = agent is not None and agent.id == stated.source_id and match.token not in stated.tokens
        kind = EvidenceKind.FALSIFICATION if own and found is EvidenceKind.DENIAL else found
    elif kind is EvidenceKind.DENIAL:
        told_above = match.agent >= 0 and facts.tree.sentence[match.token] in facts.in_headline
        asked = facts.is_body(match.agent) or (agent is not None and can_deny(agent))
        asked |= speaks_for_somebody(facts, match.agent) or facts.is_the_office(match.agent)
        if not asked and not match.cue.headline and not told_above:
            return None
        if denied_as_false(facts, match):
            kind = EvidenceKind.FALSIFICATION
        later = came_round(facts, match, stated)
        if later is not None:
            match, kind = later, EvidenceKind.VERIFICATION
    negative = match.reading.negated and match.cue_class not in (CueClass.HEDGE,)
    return _evidence(
        facts, kind, match.span, _note(facts, match), cue_class=match.cue_class.value,
        agent=agent.id if agent else None, polarity=Polarity.NEGATIVE if negative else Polarity.POSITIVE,
    )  # fmt: skip


def _settles(facts: Facts, match: CueMatch, stated: Stated, agent: Source | None) -> bool:
    """Whether this confirmation is a ground: by the party concerned, an authority, a test, or told flatly."""
    # Who "is confirming that it was sold" has confirmed it; who "is verifying" it has not.
    if is_under_way(facts.tree, match.token) and (match.cue.lemma, match.target_kind) != ("confirm", "clause"):
        return False
    if match.reading.negated or not match.reading.realis or any(_hedged(facts, match)):
        # "Is said to confirm", "reportedly confirmed", "appears to confirm": who has not confirmed it.
        return False
    if agent is None:
        return match.agent < 0 or facts.is_body(match.agent)
    if not agent.named and match.agent >= 0 and facts.tree.lemmas[match.agent] in facts.lexicon.words["proving_nouns"]:
        return True
    if not (agent.named or facts.is_the_body(match.agent)) or agent.kind in _CARRIERS:
        return False
    if agent.kind is SourceKind.PERSON:
        tree = facts.tree
        return any(
            facts.source_at.get(token) == agent.id or tree.words[token] in ("he", "she", "his", "her", "him")
            for token in stated.tokens
        )
    return agent.kind is not SourceKind.UNKNOWN or not is_person(agent)


def _note(facts: Facts, match: CueMatch) -> str:
    """The words that say it, from agent to object: "Defense Ministry has yet to confirm the scope of the mission"."""
    tree = facts.tree
    if match.cue.pos in ("ADV", "AUX") or match.target_kind == "governor":
        return f"'{' '.join(match.span.of(facts.text).split())}'"
    start, end = match.span.start, match.span.end
    if match.agent >= 0 and tree.sentence[match.agent] == tree.sentence[match.token]:
        start = min(start, tree.starts[min(tree.subtree(match.agent, without=[match.token]))])
        if tree.ends[match.agent] > end:
            end = tree.ends[max(tree.subtree(match.agent, without=[match.token]))]
    if match.target >= 0 and match.target != tree.head[match.token]:
        below = tree.subtree(match.target, without=[match.token])
        start, end = min(start, tree.starts[below[0]]), max(end, tree.ends[below[-1]])
    note = " ".join(facts.text[start:end].split()).strip(' ,;:."“”')
    for article in ("The ", "A ", "An "):
        if note.startswith(article):
            note = note[len(article) :]
            note = note[:1].upper() + note[1:]
    if len(note) > _LONGEST_NOTE:
        note = note[:_LONGEST_NOTE].rsplit(" ", 1)[0] + " …"
    return note


def _evidence(
    facts: Facts, kind: EvidenceKind, span: Span, note: str, *, cue_class: str | None = None, agent: str | None = None,
    polarity: Polarity = Polarity.POSITIVE,
) -> Evidence:  # fmt: skip
    return Evidence(
        kind=kind, span=span, text=span.of(facts.text), note=note, cue_class=cue_class, agent=agent, polarity=polarity
    )
