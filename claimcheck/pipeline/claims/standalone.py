"""A claim worded so that it can be checked without its article; whatever is added stands in square brackets.

"he had ordered the boats lowered on Monday" becomes "[Hamisi Juma] had ordered the boats lowered on Monday [8 April
2024]". Nothing is invented: names are those of the article, and what cannot be traced stays as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from claimcheck.domain import Attribution, Claim, ClaimScope, MentionHow, Source, SourceKind, Span
from claimcheck.pipeline.grammar.clauses import root_of
from claimcheck.pipeline.grammar.dates import anchors, published_on
from claimcheck.pipeline.grammar.names import text_of
from claimcheck.pipeline.grammar.nouns import noun_phrase
from claimcheck.pipeline.grammar.predicate import SUBJECTS, is_predicate, subject_of
from claimcheck.pipeline.grammar.tree import Tree, tree_of
from claimcheck.pipeline.sourcing.own_mentions import FIRST_PERSON
from claimcheck.pipeline.sourcing.references import Pointing, Reference, references_of

__all__ = ["standing_alone"]

_RELATIVE = frozenset({"WP", "WDT"})


def standing_alone(doc: Doc, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of ``doc`` with their standalone wording."""
    wording = _Wording(doc)
    return tuple(replace(claim, standalone=wording.of(claim)) for claim in claims)


class _Wording:
    """Words the claims of one article."""

    def __init__(self, doc: Doc) -> None:
        self._tree: Tree = tree_of(doc)
        self._references: Mapping[int, Reference] = references_of(doc)
        self._sources: dict[str, Source] = {source.id: source for source in doc._.sources}
        self._attributions: dict[str, Attribution] = {made.id: made for made in doc._.attributions}
        article = doc._.article
        self._day = published_on(None if article is None else article.published)

    def of(self, claim: Claim) -> str:
        """The wording of one claim."""
        tokens = [token for span in claim.spans for token in self._tree.tokens(span)]
        if not tokens:
            return claim.text
        instead = self._filled(tokens)
        after: dict[int, str] = {}
        # On what day a quotation was said nobody tells.
        if self._day is not None and claim.scope is not ClaimScope.QUOTATION:
            after = {token: f" [{meaning}]" for token, meaning in anchors(self._tree, tokens, self._day)}
        parts = [self._spelled(span, instead, after) for span in claim.spans]
        return " ".join(filter(None, (self._opening(tokens, claim), *parts, self._speaking(tokens, claim))))

    def _filled(self, tokens: Sequence[int]) -> dict[int, tuple[int, str]]:
        """What stands instead of words, by their first token, with their last."""
        instead: dict[int, tuple[int, str]] = {}
        inside, told = set(tokens), set()
        for token in tokens:
            reference = self._references.get(token)
            if reference is None or reference.last not in inside:
                continue
            if reference.party not in told:
                told.add(reference.party)
                instead[token] = reference.last, self._named(reference)
        root = root_of(self._tree, tokens)
        antecedent = self._tree.head[root]
        if self._tree.deps[root] == "acl:relcl" and antecedent not in inside:
            # "who was rescued on Saturday"
            relative = [token for token in self._tree.children[root] if self._tree.tags[token] in _RELATIVE]
            for token in relative[:1]:
                instead[token] = token, f"[{self._party_at(antecedent)}]"
        return instead

    def _named(self, reference: Reference) -> str:
        """A reference with the name that it stands for: "[Abdourahamane] Tchiani", "[Tchiani's]", "RTN [Radio …]"."""
        tree, name = self._tree, reference.name
        words = text_of(tree, range(reference.first, reference.last + 1))
        if reference.by is Pointing.PRONOUN:
            owns = tree.tags[reference.first] == "PRP$"
            return f"[{name}{self._possessive(name) if owns else ''}]"
        if words == name:
            return words
        if reference.by is Pointing.NAME:
            if name.endswith(f" {words}"):
                return f"[{name.removesuffix(words).rstrip()}] {words}"
            if name.startswith(f"{words} "):
                return f"{words} [{name.removeprefix(words).lstrip()}]"
        return f"{words} [{name}]"

    def _party_at(self, noun: int) -> str:
        """The phrase of a noun, or the full name of whom it points to."""
        words = noun_phrase(self._tree, noun)
        for token in words:
            reference = self._references.get(token)
            if reference is not None and reference.first <= noun <= reference.last:
                return reference.name
        return text_of(self._tree, words)

    def _opening(self, tokens: Sequence[int], claim: Claim) -> str:
        """The subject that a clause shares with another, or the verb whose object the claim is."""
        tree, root = self._tree, root_of(self._tree, tokens)
        cue = self._governing(tokens, claim)
        if cue:
            return f"[{cue}]"
        if not is_predicate(tree, root) or any(tree.deps[child] in SUBJECTS for child in tree.children[root]):
            return ""
        if any(tree.pos[token] in ("NOUN", "PROPN", "PRON") for token in tokens if token < root):
            return ""
        subject = subject_of(tree, root)
        if subject < 0 or subject in tokens or tree.pos[subject] not in ("NOUN", "PROPN", "PRON"):
            return ""
        if tree.pos[subject] == "PRON" and subject not in self._references:
            return ""
        return f"[{self._party_at(subject)}]"

    def _governing(self, tokens: Sequence[int], claim: Claim) -> str:
        """ "accusing" of "…, accusing the former colonial power of meddling", "Weber accused" of a sentence of his."""
        tree = self._tree
        made = self._attributions.get(claim.attribution_id or "")
        cue = [token for span in made.cue for token in tree.tokens(span)] if made is not None else []
        objects = (tree.child(verb, "obj") for verb in cue if tree.pos[verb] == "VERB")
        if not any(noun in tokens and not is_predicate(tree, noun) for noun in objects):
            return ""
        source = self._sources.get(claim.source_id or "")
        words = text_of(tree, cue)
        return words if source is None or tree.tags[cue[0]] == "VBG" else f"{source.name} {words}"

    def _speaking(self, tokens: Sequence[int], claim: Claim) -> str:
        """Who "I" and "we" are in a quotation."""
        source = self._sources.get(claim.source_id or "")
        if source is None or source.kind is SourceKind.OUTLET_ITSELF:
            return ""
        made = self._attributions.get(claim.attribution_id or "")
        traced = made is None or any(mention.how is not MentionHow.UNRESOLVED for mention in source.mentions)
        spoken = any(self._tree.words[token] in FIRST_PERSON for token in tokens)
        return f"[{source.name} speaking]" if spoken and traced else ""

    def _spelled(self, span: Span, instead: Mapping[int, tuple[int, str]], after: Mapping[int, str]) -> str:
        tree, text = self._tree, self._tree.text
        pieces: list[str] = []
        at = span.start
        for token in tree.tokens(span):
            if token in instead and tree.starts[token] >= at:
                last, words = instead[token]
                pieces += [text[at : tree.starts[token]], words]
                at = tree.ends[last]
            if token in after:
                end = max(at, tree.ends[token])
                pieces += [text[at:end], after[token]]
                at = end
        return "".join((*pieces, text[at : span.end]))

    def _possessive(self, name: str) -> str:
        mark = "’" if "’" in self._tree.text else "'"
        return mark if name.endswith("s") else f"{mark}s"
