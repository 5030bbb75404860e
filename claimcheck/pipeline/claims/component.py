"""The claims of an article: what each attribution says, and what the outlet says in its own voice."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from claimcheck.domain import (
    Attribution,
    AttributionMode,
    Block,
    BlockKind,
    Claim,
    ClaimKind,
    ClaimScope,
    Span,
    claim_ids,
)
from claimcheck.lang.cue import CueClass, Lexicon
from claimcheck.lang.en import lexicon as english
from claimcheck.lang.speakers import speakers
from claimcheck.pipeline import extensions
from claimcheck.pipeline.attribution.attributed import Said, Standing, said_in
from claimcheck.pipeline.claims.answers import is_bare_answer
from claimcheck.pipeline.claims.asides import hedged_asides, introduces, remarks_on, without_asides, without_cue_after
from claimcheck.pipeline.claims.at_work import ABOUT, at_work, is_evidence
from claimcheck.pipeline.claims.deeds import is_deed
from claimcheck.pipeline.claims.fact_labels import labels_of
from claimcheck.pipeline.claims.kinds import kind_of
from claimcheck.pipeline.claims.standalone import standing_alone
from claimcheck.pipeline.claims.topics import denied_clause, topics
from claimcheck.pipeline.grammar.clauses import can_claim, clauses, root_of, tells, trimmed
from claimcheck.pipeline.grammar.countered import countered
from claimcheck.pipeline.grammar.cues import CueMatch, cues_in
from claimcheck.pipeline.grammar.headlines import headlines
from claimcheck.pipeline.grammar.nouns import is_said
from claimcheck.pipeline.grammar.predicate import case_of, is_predicate, is_told
from claimcheck.pipeline.grammar.quotations import quoted_tokens
from claimcheck.pipeline.grammar.tree import Tree, tree_of
from claimcheck.pipeline.sourcing.anonymity import reasons_in

__all__ = ["ClaimSplitter", "claims_of", "make_claims"]

_TELLING_BLOCKS = frozenset({
    BlockKind.HEADLINE, BlockKind.DEK, BlockKind.PARAGRAPH, BlockKind.BLOCKQUOTE, BlockKind.CAPTION,
    BlockKind.LIST_ITEM,
})  # fmt: skip
_WHERE = frozenset({"on", "in", "from", "by", "at"})
"""Of "rumours on Telegram" these tell nothing that the rumours say."""
_SCOPES = {BlockKind.HEADLINE: ClaimScope.HEADLINE, BlockKind.CAPTION: ClaimScope.CAPTION}


@Language.factory("claimcheck_claims", assigns=["doc._.claims"])
def make_claims(nlp: Language, name: str) -> ClaimSplitter:
    """The component that sets ``doc._.claims``, all of them without a status yet."""
    extensions.register()
    return ClaimSplitter()


class ClaimSplitter:
    """Sets ``doc._.claims`` from the parse, ``doc._.blocks`` and ``doc._.attributions``."""

    def __call__(self, doc: Doc) -> Doc:
        doc._.claims = standing_alone(doc, claims_of(doc))
        return doc


def claims_of(doc: Doc) -> tuple[Claim, ...]:
    """The claims of ``doc`` in text order, with stable ids and without status.

    Every sentence of a headline, paragraph, quotation, caption or list item is read. The content of an attribution
    makes the claims of its source; what is left of a sentence makes claims of the outlet where it is a clause of its
    own. Sentences about confirmation ("The navy has yet to confirm the order") and answers to questions nobody prints
    ("The company declined to comment") are evidence, and make none.
    """
    drafts = sorted(_Reading(doc).drafts(), key=lambda draft: (draft.spans[0].start, draft.spans[-1].end))
    names = {source.id: source.name for source in doc._.sources}
    text = tree_of(doc).text
    texts = [" ".join(span.of(text) for span in draft.spans) for draft in drafts]
    made = [_claim(draft, words) for draft, words in zip(drafts, texts, strict=True)]
    # Whose words they are is part of a claim's identity; a source that is not traced counts as none.
    ids = claim_ids([(claim.text, names.get(claim.source_id or "")) for claim in made])
    return tuple(replace(claim, id=claim_id) for claim, claim_id in zip(made, ids, strict=True))


@dataclass(frozen=True, slots=True)
class _Draft:
    spans: tuple[Span, ...]
    kind: ClaimKind
    scope: ClaimScope
    attribution: Attribution | None
    via: tuple[str, ...] = ()
    confidence: float = 1.0


def _claim(draft: _Draft, text: str) -> Claim:
    attribution = draft.attribution
    source = attribution.source_id if attribution else None
    return Claim(
        id="", spans=draft.spans, text=text, standalone=text, scope=draft.scope, kind=draft.kind,
        attribution_id=attribution.id if attribution else None, source_id=source, via=draft.via, origin_id=source,
        confidence=draft.confidence,
    )  # fmt: skip


class _Reading:
    """One article while its claims are drafted."""

    def __init__(self, doc: Doc) -> None:
        self.tree: Tree = tree_of(doc)
        self.cues, self.cue_at = cues_in(doc).all, cues_in(doc).at
        self.lexicon: Lexicon = english()
        self.blocks: Sequence[Block] = doc._.blocks
        self.in_headline = {token for tokens in headlines(self.tree, self.blocks) for token in tokens}
        self.quoted, self.runs_on = quoted_tokens(self.tree, self.blocks)
        self.at_work = at_work(self.tree, self.cues)
        self.about = frozenset(token for token, match in self.at_work.items() if match.cue_class in ABOUT)
        """Clauses about confirmation."""
        self.hedges = {match.token: match for match in self.cues if match.cue_class is CueClass.HEDGE}
        found = said_in(doc, self.lexicon)
        self.said = [said for said in found if said.standing is not Standing.OWN_VOICE]
        self.by_id = {said.attribution.id: said for said in found}
        self.owner: list[Said | None] = [None] * len(self.tree.words)
        for said in sorted(self.said, key=lambda said: -len(said.content)):
            for token in said.content:
                self.owner[token] = said
        self.quotations = self._quotations()
        self.unnaming = reasons_in(
            self.tree, doc._.sources, doc._.attributions, speakers("en"), self.lexicon.words["anonymity_verbs"]
        )
        self.spoken = {token for said in self.said for token in said.source}
        self.cued = {token for said in self.said for token in said.words}
        found_labels = labels_of(self.tree.text, self.lexicon.words)
        self.labels = {token for label in found_labels for token in self.tree.tokens(label.span)}

    def _quotations(self) -> dict[int, list[tuple[int, Attribution]]]:
        """By block the attributions that quote, with the first token of what they quote."""
        starts = [block.span.start for block in self.blocks]
        found: dict[int, list[tuple[int, Attribution]]] = {}
        for said in self.said:
            if said.content and said.attribution.mode is not AttributionMode.INDIRECT:
                place = min(said.content)
                block = bisect_right(starts, self.tree.starts[place]) - 1
                found.setdefault(block, []).append((place, said.attribution))
        return found

    def drafts(self) -> Iterator[_Draft]:
        """The drafts of all blocks."""
        for number, block in enumerate(self.blocks):
            if block.kind not in _TELLING_BLOCKS:
                continue
            inside = self.tree.tokens(block.span)
            for first, last in self._sentences(inside):
                if first in self.labels or is_bare_answer(self.tree, self.tree.sentence[first]):
                    continue
                tokens = list(range(first, last))
                yield from list(self._sentence(tokens, block, number)) or self._headline(tokens, block)

    def _sentences(self, inside: range) -> Iterator[tuple[int, int]]:
        if not inside:
            return
        at = self.tree.sentence[inside.start]
        while at < len(self.tree.sentences) and self.tree.sentences[at][0] < inside.stop:
            first, last = self.tree.sentences[at]
            yield max(first, inside.start), min(last, inside.stop)
            at += 1

    def _sentence(self, tokens: list[int], block: Block, number: int) -> Iterator[_Draft]:
        shares: dict[int, list[int]] = {}
        owners: dict[int, Said] = {}
        own = []
        for token in tokens:
            if token in self.unnaming:
                continue
            said = self.owner[token]
            if said is None:
                own.append(token)
            else:
                owners[id(said)] = said
                shares.setdefault(id(said), []).append(token)
        for key, share in shares.items():
            made = list(self._of_source(owners[key], share, block))
            if not made and is_deed(self.tree, owners[key], self.lexicon):
                # "has asked for the second sample to be opened": that he has is what is told.
                own.extend(share)
                self.cued -= owners[key].words
            yield from made
        yield from self._of_outlet(sorted(own), tokens, block, number)
        for found in countered(self.tree, tokens, self.lexicon):
            yield from self._draft(found.tokens, found.root, block, None, None, quoted=False)
        # What has no clause but a verdict passed on it: "dismissed reports of a second blast".
        for topic in topics(self.tree, tokens, self.cue_at, self.lexicon, self.in_headline - self.cued):
            yield from self._draft(topic, root_of(self.tree, topic), block, None, None, quoted=False)

    def _headline(self, tokens: list[int], block: Block) -> Iterator[_Draft]:
        """All of a headline in which nothing else is told, unless it only tells what is not confirmed."""
        about = any(token in self.about for token in tokens)
        if tokens[0] in self.in_headline and not about and any(is_predicate(self.tree, token) for token in tokens):
            yield from self._draft(tokens, root_of(self.tree, tokens), block, None, None, quoted=False)

    def _of_source(self, said: Said, share: list[int], block: Block) -> Iterator[_Draft]:
        if said.standing is Standing.NO_CLAIM:
            return
        quoted = frozenset(token for token in share if self.quoted[token])
        for whole in clauses(self.tree, share, self.lexicon, subordinate=False):
            group = without_cue_after(self.tree, whole, self.cued)
            root = root_of(self.tree, group)
            bare = said.standing is Standing.UNVOUCHED and self._is_bare(root, group)
            bare = bare or introduces(self.tree, root, group, self.cued | self.spoken, self.lexicon)
            if self._is_about(root):
                yield from self._denied(root, block, said)
            if bare or root in self.cued or not can_claim(self.tree, group) or self._is_about(root):
                # What only introduces the words of another source is no claim: "that the minister said".
                continue
            vouched = said.attribution if said.standing is Standing.CLAIMED else None
            group = self._without_introductions(group, root)
            yield from self._draft(group, root, block, vouched, said.cue, quoted=bool(quoted) and root in quoted)
            for aside, part in hedged_asides(self.tree, self.hedges, group, root):
                yield from self._draft(part, aside, block, vouched, None, quoted=False)

    def _without_introductions(self, group: list[int], root: int) -> list[int]:
        """A clause without what only introduces another source's words: "a clip [that appears to show …] is old"."""
        shown = [
            token
            for token in group
            if token in self.cued and self.tree.deps[token] == "acl:relcl" and root not in self.tree.subtree(token)
        ]
        left_out = {below for token in shown for below in self.tree.subtree(token)}
        return [token for token in group if token not in left_out] or group

    def _of_outlet(self, own: list[int], sentence: list[int], block: Block, number: int) -> Iterator[_Draft]:
        kept = without_asides(self.tree, own, self.about)
        if not self.cued.isdisjoint(sentence):
            kept = [token for token in kept if not self._serves_cue(token)]
        headline = sentence[0] in self.in_headline
        # A whole sentence tells something even where no finite verb is seen: in a headline, or where the parse errs.
        whole = len(kept) == len(sentence) and (headline or self.tree.words[sentence[-1]] == ".")
        for group in clauses(self.tree, kept, self.lexicon, subordinate=not headline):
            root = root_of(self.tree, group)
            if self._is_about(root):
                yield from self._denied(root, block, None)
                continue
            if not (tells(self.tree, root) or whole) or root in self.cued:
                continue
            if self.tree.deps[root] == "acl:relcl" and self.tree.head[root] not in group:
                # Cut off from its noun a relative clause says nothing.
                continue
            quoted = self.quoted[root]
            attribution = self._speaker(group, number) if quoted else None
            yield from self._draft(group, root, block, attribution, None, quoted=quoted)
            for aside, part in hedged_asides(self.tree, self.hedges, group, root):
                yield from self._draft(part, aside, block, attribution, None, quoted=quoted)
        words = self.lexicon.words["anonymity_verbs"]
        for token in sentence if not self.spoken.isdisjoint(sentence) else ():
            if (
                self.owner[token] is None
                and token not in self.at_work
                and remarks_on(self.tree, token, self.spoken, words)
            ):
                group = self.tree.subtree(token)
                yield from self._draft(group, token, block, None, None, quoted=False)

    def _is_bare(self, noun: int, group: Sequence[int]) -> bool:
        """Whether only "rumours" are named, and not what they say."""
        if any(self.tree.words[child] == "such" for child in self.tree.children[noun]):
            # "denied any such threat": it points back.
            return True
        about = self.tree.child(noun, "nmod")
        topic = (about >= 0 and case_of(self.tree, about) not in _WHERE) or any(
            is_predicate(self.tree, token) and token not in self.cued for token in group
        )
        return is_said(self.tree, noun, self.lexicon) and not topic

    def _denied(self, root: int, block: Block, speaker: Said | None) -> Iterator[_Draft]:
        """What is only told to be called false, by the outlet or by a ``speaker``: nobody vouches for it."""
        clause = denied_clause(self.tree, self.at_work[root], self.lexicon)
        if clause and all(self.owner[token] is speaker for token in clause):
            yield from self._draft(clause, root_of(self.tree, clause), block, None, None, quoted=False)

    def _serves_cue(self, token: int) -> bool:
        """Whether a word belongs to the clause of a cue: "the club" and "on Monday" of "…, the club said on Monday"."""
        if token in self.cued:
            return True
        for above in (token, *self.tree.above(token)):
            if above in self.cued:
                return True
            if is_told(self.tree, above):
                return False
        return False

    def _is_about(self, root: int) -> bool:
        match = self.at_work.get(root)
        return match is not None and is_evidence(self.tree, match, self.lexicon, headline=root in self.in_headline)

    def _speaker(self, group: Sequence[int], number: int) -> Attribution | None:
        """Whose a quotation without attribution is: that of the nearest in its block or where it runs on to."""
        blocks = (number, number + 1) if self.runs_on[number] else (number,)
        near = [quotation for block in blocks for quotation in self.quotations.get(block, ())]
        return min(near, key=lambda pair: abs(pair[0] - group[0]))[1] if near else None

    def _draft(
        self, group: Sequence[int], root: int, block: Block, attribution: Attribution | None, cue: CueMatch | None, *,
        quoted: bool,
    ) -> Iterator[_Draft]:  # fmt: skip
        spans = trimmed(self.tree, group, root)
        if not spans:
            return
        kind = kind_of(self.tree, root, group, cue, self.lexicon, quoted=quoted)
        scope = _SCOPES.get(block.kind, ClaimScope.QUOTATION if quoted else ClaimScope.BODY)
        if attribution is None:
            yield _Draft(spans, kind, scope, None)
        else:
            yield _Draft(spans, kind, scope, attribution, attribution.via, attribution.score)
