"""The status of each claim: what the text itself establishes, with the words that establish it."""

from __future__ import annotations

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from claimcheck.domain import Claim, Evidence, EvidenceKind, SourceKind
from claimcheck.pipeline import extensions
from claimcheck.pipeline.clauses import root_of
from claimcheck.pipeline.cues import forget_cues
from claimcheck.pipeline.decision import decide, deciding_first
from claimcheck.pipeline.evidence import gather
from claimcheck.pipeline.facts import Facts, Stated
from claimcheck.pipeline.tree import forget_tree

__all__ = ["StatusReader", "make_status", "with_status"]


@Language.factory("claimcheck_status", requires=["doc._.claims"], assigns=["doc._.claims"])
def make_status(nlp: Language, name: str) -> StatusReader:
    """The component that gives the claims of ``doc._.claims`` their status and evidence."""
    extensions.register()
    return StatusReader()


class StatusReader:
    """Replaces ``doc._.claims`` by the same claims with status and evidence."""

    def __call__(self, doc: Doc) -> Doc:
        doc._.claims = with_status(doc)
        # The last component that reads them: a Doc that is kept or saved need not carry them.
        forget_tree(doc)
        forget_cues(doc)
        return doc


def with_status(doc: Doc) -> tuple[Claim, ...]:
    """The claims of ``doc``, each with its status, the deciding evidence first."""
    facts = Facts(doc)
    evidence = gather(facts)
    claims = list(doc._.claims)
    for stated in facts.stated:
        claims[stated.number] = _decided(facts, stated, evidence[stated.number])
    return tuple(claims)


def _decided(facts: Facts, stated: Stated, evidence: list[Evidence]) -> Claim:
    claim = stated.claim
    identified = _is_identified(facts, stated, evidence)
    decision = decide(claim.kind, evidence, sourced=_is_sourced(facts, stated), identified=identified)
    return replace(claim, status=decision.status, evidence=deciding_first(evidence, decision))


def _is_sourced(facts: Facts, stated: Stated) -> bool:
    """Whether somebody else than the outlet says it; an orphan quotation has a speaker that the text does not give."""
    source = facts.sources.get(stated.source_id or "")
    if source is not None and source.kind is SourceKind.OUTLET_ITSELF:
        return False
    return stated.said is not None or stated.root in facts.speaker or stated.claim.scope.value == "quotation"


def _is_identified(facts: Facts, stated: Stated, evidence: list[Evidence]) -> bool:
    said = stated.said
    if said is None:
        # What somebody denies is not thereby said by the outlet.
        return stated.root not in facts.speaker and not any(ground.kind is EvidenceKind.MODALITY for ground in evidence)
    source = facts.sources.get(stated.source_id or "")
    if source is not None and source.named:
        return True
    if not said.source:
        return False
    head = root_of(facts.tree, sorted(said.source))
    return facts.tree.lemmas[head] not in facts.lexicon.words["faceless_nouns"]
