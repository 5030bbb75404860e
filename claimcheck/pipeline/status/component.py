"""The status of each claim: what the text itself establishes, with the words that establish it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from claimcheck.domain import Claim, Evidence, EvidenceKind, SourceKind
from claimcheck.lang.cue import CueClass
from claimcheck.pipeline import extensions
from claimcheck.pipeline.claims.gists import Gist, gist
from claimcheck.pipeline.grammar.clauses import root_of
from claimcheck.pipeline.grammar.cores import core_of
from claimcheck.pipeline.grammar.cues import forget_cues
from claimcheck.pipeline.grammar.predicate import SUBJECTS, subject_of
from claimcheck.pipeline.grammar.tree import forget_tree
from claimcheck.pipeline.status.evidence import gather
from claimcheck.pipeline.status.facts import Facts, Stated
from claimcheck.pipeline.status.own_bodies import is_itself
from claimcheck.pipeline.status.seconding import is_seconding, witness_of
from claimcheck.pipeline.status.settling import Unsettled, settle

__all__ = ["StatusReader", "make_status", "unsettled_of", "with_status"]

_CARRYING = frozenset({SourceKind.OUTLET, SourceKind.SOCIAL_MEDIA})
_REPORTS = frozenset({"report", "story", "news", "claim"})


@Language.factory("claimcheck_status", requires=["doc._.claims"], assigns=["doc._.claims"])
def make_status(nlp: Language, name: str) -> StatusReader:
    """The component that gives the claims of ``doc._.claims`` their status and evidence."""
    extensions.register()
    return StatusReader()


class StatusReader:
    """Replaces ``doc._.claims`` by the same claims with status and evidence."""

    def __call__(self, doc: Doc) -> Doc:
        doc._.claims = with_status(doc)
        return doc


def with_status(doc: Doc) -> tuple[Claim, ...]:
    """The claims of ``doc``, each with its status, the deciding evidence first, and those that say the same."""
    return settle(unsettled_of(doc), {source.id: source for source in doc._.sources})


def unsettled_of(doc: Doc) -> tuple[Unsettled, ...]:
    """The claims of ``doc``, each with the grounds that its own passage gives; what was read in the tree is dropped."""
    facts = Facts(doc)
    evidence = gather(facts)
    # This reads them last: a Doc that is kept or saved need not carry them.
    forget_tree(doc)
    forget_cues(doc)
    return tuple(_unsettled(facts, stated, evidence[stated.number]) for stated in facts.stated)


def _unsettled(facts: Facts, stated: Stated, evidence: list[Evidence]) -> Unsettled:
    return Unsettled(
        claim=stated.claim,
        gist=_gist(facts, stated),
        evidence=tuple(evidence),
        sourced=_is_sourced(facts, stated, evidence),
        identified=_is_identified(facts, stated, evidence),
        voices=facts.bodies.get(stated.source_id or "", frozenset()),
        seconding=is_seconding(facts, stated),
        witness=witness_of(facts, stated),
    )


def _gist(facts: Facts, stated: Stated) -> Gist:
    tokens, root = core_of(facts.tree, stated.tokens, stated.root, facts.lexicon, facts.cue_at)
    found = gist(facts.tree, tokens, root, facts.lexicon, _names(facts, stated, root))
    if stated.number in facts.countered:
        return replace(found, negated=False)
    verdict = facts.cue_at.get(stated.root)
    calls_false = verdict is not None and verdict.cue_class is CueClass.FALSIFY and verdict.target_kind != "governor"
    # "The arrest is a hoax" does not say that anybody was arrested.
    return replace(found, negated=True) if calls_false else found


def _names(facts: Facts, stated: Stated, root: int) -> Mapping[int, str]:
    """The names for which pronouns stand, and "the company" where a company speaks of itself."""
    pronouns = {token: name for token, name in facts.names.items() if facts.tree.pos[token] == "PRON"}
    source = facts.sources.get(stated.source_id or "")
    subject = subject_of(facts.tree, root)
    if source is not None and source.named and subject in stated.tokens and is_itself(facts, subject, source):
        pronouns[subject] = source.name
    return pronouns


def _is_sourced(facts: Facts, stated: Stated, evidence: list[Evidence]) -> bool:
    """Whether somebody else than the outlet says it; an orphan quotation has a speaker that the text does not give."""
    source = facts.sources.get(stated.source_id or "")
    if source is not None and source.kind is SourceKind.OUTLET_ITSELF:
        return False
    if any(ground.cue_class in (CueClass.REPORT, CueClass.FORECAST) for ground in evidence):
        # "Shares fall on reports of …", "prices are expected to fall": nobody says whose, or by whom.
        return True
    return stated.said is not None or stated.root in facts.speaker or stated.claim.scope.value == "quotation"


def _tells_of_a_rumour(facts: Facts, stated: Stated) -> bool:
    """ "Rumours of her death spread on Sunday": the outlet says that they spread, not that she is dead."""
    words = facts.lexicon.words
    subject = facts.tree.child(stated.root, *SUBJECTS)
    return subject >= 0 and facts.tree.lemmas[subject] in words["rumour_nouns"] | words["made_up_nouns"] | _REPORTS


def _is_object_of_verdict(facts: Facts, stated: Stated) -> bool:
    """Whether it stands in what is denied or called false: "denied rumours of a merger" leaves it open."""
    inside = set(stated.tokens)
    for token in range(*facts.tree.sentences[stated.sentence]):
        match = facts.cue_at.get(token)
        if match is None or match.cue_class not in (CueClass.DENY, CueClass.FALSIFY) or match.target < 0:
            continue
        if match.target_kind not in ("governor", "subject") and inside <= set(facts.tree.subtree(match.target)):
            return True
    return False


def _is_identified(facts: Facts, stated: Stated, evidence: list[Evidence]) -> bool:
    said = stated.said
    if said is None:
        # What somebody denies is not thereby said by the outlet.
        if stated.number in facts.countered:
            return False
        kinds = {ground.kind for ground in evidence}
        if _tells_of_a_rumour(facts, stated) or _is_object_of_verdict(facts, stated):
            return False
        denied = EvidenceKind.DENIAL in kinds and stated.sentence in facts.in_headline
        return stated.root not in facts.speaker and not denied and EvidenceKind.MODALITY not in kinds
    source = facts.sources.get(stated.source_id or "")
    if source is not None and any(g.kind is EvidenceKind.DENIAL and g.agent == source.id for g in evidence):
        # Who denies it does not say it too, whatever the parse makes of "reports that p were made up, her agent said".
        return False
    if source is not None and source.kind in _CARRYING and not (source.named and source.kind is SourceKind.OUTLET):
        # Twitter says nothing itself, and "a local newspaper" passes on.
        return False
    faceless = facts.lexicon.words["faceless_nouns"]
    if source is not None and source.named and source.name.lower() not in faceless:
        return True
    if not said.source:
        return False
    if source is not None and source.description is not None and source.description.basis is not None:
        # "two people with direct knowledge of the talks"
        return True
    head = root_of(facts.tree, sorted(said.source))
    return facts.tree.lemmas[head] not in faceless
