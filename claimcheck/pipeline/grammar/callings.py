"""What the words beside a name tell about who bears it, where no noun for people or bodies stands right before it.

"Fenmar, the largest hauliers' federation" and "Transmar, which runs the ferries" are no people; "Efua Tandoh, who
represents the driver" speaks for somebody, "the league's former head" no longer does, nor does "the film's director".
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.domain import SourceKind
from claimcheck.lang.speakers import Noun, Speakers
from claimcheck.pipeline.grammar.names import is_capital
from claimcheck.pipeline.grammar.phrase_cuts import ARTICLES, POSSESSIVES
from claimcheck.pipeline.grammar.phrases import Phrase
from claimcheck.pipeline.grammar.tree import Tree

__all__ = ["in_office", "is_told_a_body", "is_told_a_company", "is_told_an_official"]

_NO_BODIES = frozenset({SourceKind.DOCUMENT, SourceKind.SOCIAL_MEDIA, SourceKind.UNKNOWN})
_GIVING = frozenset({"itself", "themselves", "as", "called", "named", "dubbed"})


def is_told_a_body(tree: Tree, phrase: Phrase, speakers: Speakers) -> bool:
    """Whether an apposition or a clause says that a name is that of a body: "Fenmar, a federation of hauliers".

    Of what looks like a first name and a surname, "which" may mean the book, and "a maker" may be a person.
    """
    name = phrase.name
    if name is None or name.titles or name.offices:
        return False
    full = len(name.tokens) > 1 and all(tree.entity[token] == "PERSON" for token in name.tokens)
    if not full and any(_which(tree, phrase, clause) >= 0 for clause in phrase.clauses):
        return True
    if phrase.nouns and not phrase.nouns[0].person and tree.words[name.tokens[0] - 1] in _GIVING:
        return True
    if any(noun.person and noun.body is None for noun in phrase.nouns):
        # "Ana Brandt, an economist at the Lund Centre, a think tank"
        return False
    for noun, words in zip(phrase.nouns, phrase.described, strict=True):
        after = bool(words) and words[0] > name.tokens[-1] and _is_determined(tree, words)
        either = full and noun.words.endswith(speakers.trade_endings)
        if after and not noun.person and not either and noun.kind not in _NO_BODIES:
            return True
    owner = phrase.nouns[0] if phrase.nouns else None
    return owner is not None and owner.person and _is_it(tree, phrase)


def _is_determined(tree: Tree, words: Sequence[int]) -> bool:
    return tree.words[words[0]] in ARTICLES or any(tree.words[token] in POSSESSIVES for token in words)


def is_told_a_company(tree: Tree, phrase: Phrase, speakers: Speakers) -> bool:
    """Whether a clause says that a name is that of a firm: "Transmar, which runs the ferries"."""
    verbs = (_which(tree, phrase, clause) for clause in phrase.clauses)
    return any(verb >= 0 and tree.lemmas[verb] in speakers.callings["company"] for verb in verbs)


def is_told_an_official(tree: Tree, phrase: Phrase, speakers: Speakers) -> bool:
    """Whether a clause says that somebody speaks for a body or a person: "who commands the forest guard"."""
    for clause in phrase.clauses:
        verb = _verb(tree, clause, "who")
        # Who represents somebody in court did so, too; who led a club does not speak for it.
        present = tree.tags[verb] not in ("VBD", "VBN") or tree.lemmas[verb] == "represent"
        if verb >= 0 and present and tree.lemmas[verb] in speakers.callings["official"]:
            return True
    return False


def in_office(tree: Tree, phrase: Phrase, speakers: Speakers) -> bool:
    """Whether a noun of the phrase or a title before its name is an office that somebody holds."""
    titled = phrase.name is not None and any(noun.kind is SourceKind.OFFICIAL for noun in phrase.name.offices)
    if titled and not _has_left(tree, phrase.core, speakers):
        return True
    return any(
        noun.kind is SourceKind.OFFICIAL
        and not _has_left(tree, words, speakers)
        and not _is_of_work(tree, phrase, noun, words, speakers)
        for noun, words in zip(phrase.nouns, phrase.described, strict=True)
    )


def _has_left(tree: Tree, words: Sequence[int], speakers: Speakers) -> bool:
    told = {tree.words[token] for token in words}
    # "A former judge and now the mayor"
    return "now" not in told and not told.isdisjoint(speakers.callings["left"])


def _is_of_work(tree: Tree, phrase: Phrase, noun: Noun, words: Sequence[int], speakers: Speakers) -> bool:
    """Whether a director has made a film: "the video's director", "Argentine director Lidia Paz"."""
    if noun.words != "director":
        return False
    if any(tree.lemmas[token] in speakers.callings["works"] for token in (*words, *phrase.complement)):
        return True
    before = [token for token in words if token < phrase.head and tree.lemmas[token] != "director"]
    nations = [token for token in before if tree.pos[token] == "ADJ" and is_capital(tree, token)]
    return noun is phrase.called and bool(nations) and nations == before and not phrase.complement


def _which(tree: Tree, phrase: Phrase, clause: Sequence[int]) -> int:
    """The verb of a clause in which the name's bearer is "which"; -1 for none."""
    verb = _verb(tree, clause, "which")
    return verb if phrase.name is not None and verb >= 0 and tree.head[verb] in phrase.name.tokens else -1


def _verb(tree: Tree, clause: Sequence[int], pronoun: str) -> int:
    """The verb of a relative clause that begins with a pronoun, its subject; -1 for none."""
    first = next((token for token in clause if tree.pos[token] != "PUNCT"), clause[0])
    verb = tree.head[first]
    return verb if tree.words[first] == pronoun and tree.deps[first] == "nsubj" and verb in clause else -1


def _is_it(tree: Tree, phrase: Phrase) -> bool:
    """Whether the phrase is "it" in its own words: "its owner, Kavun Boats, said it had hired two tugs"."""
    verb = tree.head[phrase.core[-1]]
    content = tree.child(verb, "ccomp")
    subject = -1 if content < 0 else tree.child(content, "nsubj")
    return subject >= 0 and tree.words[subject] == "it"
