"""People without a name for whom "he" and "she" may stand: "A nurse saw the flames. She said …"."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.lang.speakers import Speakers
from claimcheck.pipeline.grammar.phrases import PhraseReader
from claimcheck.pipeline.grammar.predicate import SUBJECTS, is_told
from claimcheck.pipeline.grammar.tree import Tree
from claimcheck.pipeline.sourcing.cast import Cast
from claimcheck.pipeline.sourcing.nominals import Nominals
from claimcheck.pipeline.sourcing.party import Party

__all__ = ["Somebody"]

_NOBODY = frozenset({"compound", "appos", "nmod:desc", "nmod:poss"})
"""Relations of nouns that only describe another one."""
_ROLES = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl:agent"})
_POINTING = frozenset({"the", "this", "that"})
_MODIFYING = frozenset({"amod", "compound", "nummod", "nmod", "nmod:poss", "appos"})


class Somebody:
    """The people of one article whom it gives no name."""

    def __init__(self, tree: Tree, cast: Cast, reader: PhraseReader, nominals: Nominals, speakers: Speakers) -> None:
        self._tree = tree
        self._cast = cast
        self._reader = reader
        self._nominals = nominals
        self._speakers = speakers

    def is_at(self, token: int, gender: str) -> bool:
        """Whether a noun means one person who is not of the other gender: "the patient", "a fisherman"."""
        tree = self._tree
        if tree.pos[token] == "PROPN":
            if tree.child(token, "det") < 0 or tree.words[tree.child(token, "det")] not in _POINTING:
                return False
        elif tree.pos[token] != "NOUN":
            return False
        if tree.tags[token] in ("NNS", "NNPS") or tree.deps[token] in _NOBODY or self._says_what(token):
            return False
        noun = self._speakers.nouns.get(tree.words[token])
        if noun is None:
            return tree.words[token] in self._speakers.people or self._speakers.is_trade(tree.words[token])
        return noun.person and noun.gender in ("", gender)

    def _says_what(self, token: int) -> bool:
        """Whether a noun says what somebody is, rather than who it is: "is a painter", "worked as a painter"."""
        tree = self._tree
        case = tree.child(token, "case")
        return tree.child(token, "cop") >= 0 or (case >= 0 and tree.words[case] == "as")

    def one_of(self, tokens: Sequence[int]) -> Party | None:
        """The person whom all these nouns mean; None where they may be two, or where it is safe to say of none."""
        tree = self._tree
        first = tokens[0]
        for token in tokens:
            if tree.pos[token] not in ("NOUN", "PROPN") or tree.words[token] != tree.words[first]:
                return None
            if token != first and not self._repeats(token):
                return None
        word = tree.words[first]
        known = word in self._speakers.nouns or word in self._speakers.people
        return self._party(first) if known and any(tree.deps[token] in _ROLES for token in tokens) else None

    def subject_before(self, token: int) -> int:
        """The subject of the clause that a pronoun stands in, or of the one around an infinitive or a participle.

        Where the pronoun is a subject itself, that of the clause on which its own hangs. -1 where the pronoun stands
        in the subject or before it.
        """
        tree = self._tree
        for above in tree.above(tree.head[token] if tree.deps[token] == "nsubj" else token):
            subject = tree.child(above, *SUBJECTS)
            if subject >= 0:
                phrase = tree.subtree(subject)
                return subject if phrase[0] <= subject < token and token not in phrase else -1
            if is_told(tree, above):
                return -1
        return -1

    def _repeats(self, token: int) -> bool:
        """Whether a noun points back and says nothing new: "the nurse", but not "the second nurse"."""
        tree = self._tree
        article = tree.child(token, "det")
        bare = all(tree.deps[child] not in _MODIFYING for child in tree.children[token])
        return article >= 0 and tree.words[article] in _POINTING and bare

    def _party(self, token: int) -> Party | None:
        phrase = self._reader.at(token)
        if phrase is None or phrase.head != token or phrase.name is not None or phrase.together or phrase.plural:
            return None
        candidates = self._nominals.candidates(phrase)
        if candidates:
            alone = len(candidates) == 1 and not self._nominals.may_be_another(phrase, candidates[0])
            return candidates[0] if alone and not candidates[0].doubtful else None
        described = self._nominals.described(phrase)
        again = self._cast.unnamed.get((described.lower(), phrase.plural))
        if again is not None and phrase.determiner in _POINTING:
            return again
        return self._cast.add_unnamed(phrase, described)
