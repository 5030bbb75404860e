"""Whether somebody speaks of what is his: "her ministry", "the club" whose president he is, "its observers"."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.domain import Source, SourceKind, Span
from claimcheck.lang.speakers import speakers
from claimcheck.pipeline.status.facts import Facts
from claimcheck.pipeline.status.voices import BODIES

__all__ = ["is_itself", "is_own_body", "is_own_staff"]

_OUR = frozenset({"my", "our"})
_THEIR = frozenset({"his", "her", "their"})
_ITS = frozenset({"its", "their"})
_INTRODUCED = 6
"""Words before a name in which it is said whose office he holds."""
_LONGEST_TITLE = 40
"""Characters before a name that are looked at for a title."""
_IN = frozenset({"of", "at", "for"})
_COMPANIES = frozenset(
    {"company", "firm", "group", "airline", "bank", "manufacturer", "retailer", "carmaker", "business"}
)
_TEAMS = frozenset({"club", "team", "side"})


def is_own_body(facts: Facts, noun: int, source: Source, *, quoted: bool) -> bool:
    """Whether somebody speaks of the body that is his: "her ministry", "our club" in his own words.

    And "the club", where he is introduced by it: "its president, Ana Holm, said that the club …".
    """
    tree = facts.tree
    known = speakers("en").noun([tree.words[noun]], [tree.lemmas[noun]])
    if known is None or known[0].person or known[0].kind not in BODIES:
        return False
    owner = tree.child(noun, "nmod:poss")
    if owner >= 0:
        return tree.words[owner] in (_OUR if quoted else _THEIR)
    if not facts.is_the_body(noun) or source.kind is not SourceKind.OFFICIAL:
        return False
    if _is_office_in(facts, source, tree.lemmas[noun]) or _is_officer_of_the_firm(facts, noun, source):
        return True
    spoken_of = known[0].generic or tree.lemmas[noun] in tree.lemmas[:noun]
    return spoken_of and _is_introduced_by_it(facts, source)


def is_itself(facts: Facts, noun: int, source: Source) -> bool:
    """Whether a company speaks of itself as "the company": "Vaigai's spokesman said the company was idle"."""
    known = speakers("en").noun([facts.tree.words[noun]], [facts.tree.lemmas[noun]])
    if known is None or known[0].person or not known[0].generic or source.kind not in BODIES:
        return False
    others = {facts.source_at.get(noun)} - {source.id, None}
    return facts.is_the_body(noun) and not others


def is_own_staff(facts: Facts, noun: int, source: Source, *, quoted: bool) -> bool:
    """Whether a body speaks of those who act for it: "its observers had visited 210 polling stations"."""
    tree = facts.tree
    if source.kind not in BODIES or tree.lemmas[noun] not in facts.lexicon.words["staff_nouns"]:
        return False
    owner = tree.child(noun, "nmod:poss")
    if owner < 0:
        return False
    return tree.words[owner] == "our" if quoted else tree.words[owner] in _ITS


def _is_titled(facts: Facts, mention: Span, titles: Iterable[str]) -> bool:
    """Whether a bare title opens a mention or stands before it: "the sporting director, Rui Falcão"."""
    said = mention.of(facts.text).lower().removeprefix("the ")
    before = facts.text[max(0, mention.start - _LONGEST_TITLE) : mention.start].lower().rstrip(", ")
    return any(said.startswith(title) or before.endswith((f" {title}", f"\n{title}")) for title in titles)


def _may_be_firm(source: Source) -> bool:
    """Whether a source is a firm, or has a name that may be one's and no given name."""
    if source.kind is SourceKind.PERSON:
        return source.name.split()[0].lower() not in speakers("en").given_names
    return source.kind in (SourceKind.COMPANY, SourceKind.ORGANISATION)


def _is_introduced_by_it(facts: Facts, source: Source) -> bool:
    """Whether somebody holds an office in the body of which the article speaks: "its president, Ana Holm"."""
    tree = facts.tree
    for mention in source.mentions:
        tokens = tree.tokens(mention.span)
        first = tokens.start
        for token in range(max(first - _INTRODUCED, 0), tokens.stop):
            if tree.words[token] in _ITS and tree.deps[token] == "nmod:poss":
                office = tree.head[token]
                if office in tokens or any(tree.head[other] == office for other in tokens):
                    return True
    return False


def _is_office_in(facts: Facts, source: Source, body: str) -> bool:
    """Whether he is introduced by his office in such a body: "Ana Holm, the president of the Lenz club"."""
    tree = facts.tree
    for mention in source.mentions:
        tokens = tree.tokens(mention.span)
        for token in tokens:
            if tree.lemmas[token] != body or tree.deps[token] != "nmod" or tree.head[token] not in tokens:
                continue
            office = speakers("en").nouns.get(tree.lemmas[tree.head[token]])
            case = tree.child(token, "case")
            if office is not None and office.person and case >= 0 and tree.words[case] in _IN:
                return True
    return False


def _is_officer_of_the_firm(facts: Facts, noun: int, source: Source) -> bool:
    """Whether he is "chief executive Ana Holm", of a firm that need not be named, and it is "the company".

    It is the one firm that the article deals with in both cases, if it deals with one. An officer of a club calls
    his own "the club" beside others.
    """
    lemma = facts.tree.lemmas[noun]
    callings = speakers("en").callings
    titles = callings["firm"] if lemma in _COMPANIES else callings["team"] if lemma in _TEAMS else ()
    if not any(_is_titled(facts, mention.span, titles) for mention in source.mentions):
        return False
    firms = [found for found in facts.sources.values() if found.named and found.id != source.id and _may_be_firm(found)]
    return lemma in _TEAMS or len(firms) <= 1
