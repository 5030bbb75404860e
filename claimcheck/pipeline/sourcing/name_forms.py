"""Which names may be forms of one: "Tchiani" of "Abdourahamane Tchiani", "Azania" of "Azania Lines".

People go by the end of their name, bodies by its beginning.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.pipeline.grammar.phrases import Phrase
from claimcheck.pipeline.grammar.tree import Tree
from claimcheck.pipeline.sourcing.party import Party
from claimcheck.sources.spelling import key, without_article

__all__ = ["alone_so_called", "fits_name", "gender_of", "is_first_name", "siblings", "surnamed", "titles_of"]

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


def surnamed(words: list[str]) -> list[str]:
    """A name without "Jr." and the like: they are no surname."""
    return words[:-1] if len(words) > 1 and words[-1] in _SUFFIXES else words


def fits_name(spelled: str, party: Party) -> bool:
    """Whether a name (its spelling key) may be a shorter or longer form of one of the party's names."""
    words = surnamed(spelled.split())
    for name in party.names:
        own = key(without_article(name))
        if _are_generations(spelled, own):
            continue
        known = surnamed(own.split())
        short, long = (words, known) if len(words) <= len(known) else (known, words)
        if party.person:
            if short[-1] == long[-1] and _in_order(short, long):
                return True
        elif list(long[: len(short)]) == list(short) and (len(short) > 1 or len(long) <= 3):
            return True
    return False


def _are_generations(spelled: str, other: str) -> bool:
    """Whether "Sr." and "Jr." tell two names apart."""
    return len({name.split()[-1] for name in (spelled, other) if name} & _SUFFIXES) > 1


def is_first_name(word: str, party: Party) -> bool:
    """Whether a word (a spelling key) is the first of a full name that the party has."""
    return any(len(known := key(name).split()) > 1 and known[0] == word for name in party.names)


def _in_order(short: Sequence[str], long: Sequence[str]) -> bool:
    rest = iter(long)
    return all(any(word == other or (len(word) == 1 and other.startswith(word)) for other in rest) for word in short)


def gender_of(phrase: Phrase) -> str:
    """What "Mr", "Mrs" or a noun ("spokeswoman") tell: ``male``, ``female``, or nothing."""
    titles = phrase.name.titles if phrase.name is not None else ()
    told = (*(title.gender for title in titles), *(noun.gender for noun in phrase.all_nouns))
    return next((gender for gender in told if gender), "")


def titles_of(phrase: Phrase) -> set[str]:
    """The forms of address before its name that say more than a gender: "captain", "dr"."""
    return {title.words for title in phrase.name.titles if not title.gender} if phrase.name is not None else set()


def alone_so_called(phrase: Phrase, parties: Sequence[Party]) -> list[Party]:
    """The one of several with a name who alone bears the title or the office before it: "Captain Sousa"."""
    called = {noun.words for noun in phrase.all_nouns}
    titles = titles_of(phrase)
    found = [party for party in parties if called & party.nouns or titles & party.titles]
    return found if len(found) == 1 else []


def siblings(tree: Tree) -> Iterator[tuple[int, int]]:
    """First names that share the surname after the next one: "Amir" and "Tehrani" of "Amir and Reza Tehrani".

    Not "Trump" of "Trump and Hillary Clinton" where somebody's full name ends so.
    """
    surnames = {
        tree.words[token]
        for token in range(1, len(tree.words))
        if tree.entity[token] == tree.entity[token - 1] == "PERSON" and tree.words[token - 1] != "and"
    }
    for token in range(1, len(tree.words) - 3):
        beside = (token - 1, token + 1, token + 2)
        if tree.words[token] != "and" or not all(
            tree.pos[other] == "PROPN" and tree.entity[other] == "PERSON" for other in beside
        ):
            continue
        alone = token < 2 or tree.pos[token - 2] != "PROPN"
        if alone and tree.words[token - 1] not in surnames:
            yield token - 1, token + 2
