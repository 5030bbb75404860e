"""Through whom and where something was said: the outlets and the channel of one attribution.

"told Sputnik" and "in an interview with RTN" name who carried it, "in a Facebook post" and "Speaking at a press
conference" where it was said, "RTN, citing Kremlin officials, reported" whom the carrier had it from. Only the words
that attribute and the words about the source are read, never what is said: "said he had posted it on Facebook" has no
channel.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from claimcheck.lang.speakers import Speakers
from claimcheck.pipeline.grammar.names import text_of
from claimcheck.pipeline.grammar.nouns import is_somebody
from claimcheck.pipeline.grammar.phrases import Phrase, PhraseReader
from claimcheck.pipeline.grammar.source_kinds import MEDIA
from claimcheck.pipeline.grammar.tree import Tree
from claimcheck.pipeline.sourcing.channel_names import ChannelNames

__all__ = ["Carriage", "CarriageReader", "Carrier"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """A phrase that may be an outlet."""

    phrase: Phrase
    told: bool
    """Whether the words are addressed to it, so that an unknown body is an outlet too."""


@dataclass(slots=True, kw_only=True)
class Carriage:
    """What the words around an attribution say about its way into the article."""

    carriers: list[Carrier] = field(default_factory=list)
    channel: str | None = None
    origin: Phrase | None = None
    """Whom the grammatical source has it from: "officials" in "RTN, citing officials, reported"."""
    subject: Phrase | None = None
    """Who cites the origin, when it is not the source that the tagger gave."""


_MODIFIERS = frozenset({"obl", "nmod", "obj", "iobj", "obl:agent", "obl:tmod", "obl:unmarked", "nmod:tmod", "advmod"})
_CLAUSES = frozenset({"advcl", "xcomp", "conj", "acl", "parataxis", "dep"})
_PLACES = frozenset({"on", "in", "via", "through", "at", "by", "during", "over", "from"})
_NEAR = 7
"""Tokens after a verb within which a comma may open an aside."""
_ISSUED_BY = frozenset({"by", "from", "of"})


class CarriageReader:
    """Reads the carriages of one tree."""

    def __init__(self, tree: Tree, reader: PhraseReader, speakers: Speakers) -> None:
        self._tree = tree
        self._reader = reader
        self._speakers = speakers
        self._names = ChannelNames(tree, speakers)

    def read(self, source: Phrase | None, cue: Sequence[int], content: Collection[int]) -> Carriage:
        """The carriage of an attribution by its source, its cue words and the tokens of its content."""
        found = Carriage()
        outside = {*content, *(source.core if source is not None else ())}
        verbs = self._verbs(cue, outside)
        seen: set[int] = set()
        for verb in verbs:
            self._cited(found, verb, source)
            for child in self._tree.children[verb]:
                if child not in outside:
                    self._modifier(found, verb, child, outside, seen)
        for aside in self._asides(verbs):
            self._clause(found, aside, outside, seen, 0)
        for token in cue:
            if token not in seen and token not in outside and self._tree.pos[token] in ("NOUN", "PROPN"):
                self._loose(found, token, verbs, seen)
        if source is not None:
            self._of_source(found, source)
        return found

    def _verbs(self, cue: Sequence[int], outside: Collection[int]) -> list[int]:
        """The words that govern: verbs and nouns of the cue, and the verb that "as saying" hangs on."""
        tree, verbs = self._tree, self._speakers.verbs
        found = []
        for token in cue:
            head = tree.head[token]
            if tree.pos[token] in ("VERB", "AUX") or (tree.pos[token] == "NOUN" and head not in cue):
                if tree.tags[token] == "VBG" and tree.lemmas[head] in verbs["citing"] and head not in outside:
                    token = head
                if token not in found:
                    found.append(token)
                    if tree.tags[token] == "VBG" and self._is_beside(token, head) and head not in outside:
                        # "told the Portland Ledger that …, adding that …": told to the same.
                        # "made the charge in a post on X, writing that …": made where it is written.
                        found.append(head)
        return found

    def _is_beside(self, verb: int, head: int) -> bool:
        tree = self._tree
        if tree.deps[verb] not in ("advcl", "conj") or tree.pos[head] != "VERB":
            return False
        return tree.lemmas[head] in self._speakers.verbs["telling"] or tree.lemmas[verb] == "write"

    def _asides(self, verbs: Sequence[int]) -> Iterator[int]:
        """Clauses about the reporting, even in what the tagger took for content: "reported late on Monday, citing …".

        They hang on the verb, or stand after the comma that follows it.
        """
        tree = self._tree
        told = self._speakers.verbs["citing"] | self._speakers.verbs["showing"]
        for verb in verbs:
            near = range(verb + 1, min(verb + _NEAR, len(tree.words)))
            comma = next((token for token in near if tree.words[token] == ","), -1)
            for token in dict.fromkeys((*tree.children[verb], comma + 1, self._last_clause(verb))):
                if 0 < token < len(tree.words) and tree.tags[token] == "VBG" and tree.lemmas[token] in told:
                    yield token

    def _last_clause(self, verb: int) -> int:
        """The word behind the sentence's last comma: "said Holm had left, [citing] a source"; -1 without one."""
        last = self._tree.sentences[self._tree.sentence[verb]][1]
        return next((token for token in range(last - 1, verb + 1, -1) if self._tree.words[token - 1] == ","), -1)

    def _modifier(
        self, found: Carriage, verb: int, child: int, outside: Collection[int], seen: set[int], depth: int = 0
    ) -> None:
        tree = self._tree
        relation = tree.deps[child]
        if relation in _MODIFIERS and tree.pos[child] in ("NOUN", "PROPN", "X", "SYM", "NUM"):
            seen.update(tree.subtree(child))
            for noun in (child, *(other for other in tree.children[child] if tree.deps[other] == "conj")):
                self._noun(found, noun, self._preposition(child), tree.lemmas[verb])
        elif relation in _CLAUSES and tree.pos[child] == "VERB" and depth < 2:
            self._clause(found, child, outside, seen, depth)

    def _clause(self, found: Carriage, verb: int, outside: Collection[int], seen: set[int], depth: int) -> None:
        """A participle beside the cue: "airing footage", "citing officials", "Speaking to Radio Jahazi"."""
        tree, verbs = self._tree, self._speakers.verbs
        if tree.tags[verb] not in ("VBG", "VBN"):
            return
        lemma = tree.lemmas[verb]
        noun = tree.child(verb, "obj")
        if lemma in verbs["showing"] and noun >= 0:
            channel = self._names.of(self._reader.at(noun))
            if channel is not None and channel[0].speaks:
                found.channel = found.channel or channel[0].words
                seen.update(tree.subtree(verb))
                return
        if lemma in verbs["citing"] and noun >= 0 and tree.tags[verb] == "VBG":
            if not self._is_without(verb):
                found.origin = found.origin or self._speaking(noun)
            return
        if lemma in verbs["speaking"] or lemma in verbs["telling"]:
            for child in tree.children[verb]:
                if child not in outside:
                    self._modifier(found, verb, child, outside, seen, depth + 1)

    def _is_without(self, verb: int) -> bool:
        """Whether nobody is cited: "without citing sources"."""
        return any(self._tree.words[child] in ("without", "not", "n't") for child in self._tree.children[verb])

    def _cited(self, found: Carriage, verb: int, source: Phrase | None) -> None:
        """ "The agency quoted the harbour master as saying": whoever is quoted is the origin."""
        tree = self._tree
        if tree.lemmas[verb] not in self._speakers.verbs["citing"] or tree.pos[verb] != "VERB":
            return
        noun, subject = tree.child(verb, "obj"), tree.child(verb, "nsubj")
        passive = tree.child(verb, "aux:pass", "nsubj:pass") >= 0 or tree.tags[verb] == "VBN"
        if passive or noun < 0:
            agent = self._agent(verb)
            if agent is not None:
                found.carriers.append(Carrier(phrase=agent, told=True))
        elif subject >= 0:
            origin = self._speaking(noun)
            if origin is not None:
                found.origin, found.subject = origin, self._reader.at(subject)

    def _agent(self, verb: int, preposition: str = "by") -> Phrase | None:
        tree = self._tree
        for child in tree.children[verb]:
            if tree.deps[child] in ("obl:agent", "obl", "nmod") and self._preposition(child) == preposition:
                return self._reader.at(child)
        return None

    def _speaking(self, noun: int) -> Phrase | None:
        """The phrase of a noun that can speak: "citing officials", but not "citing their failure"."""
        phrase = self._reader.at(noun)
        if phrase is None:
            return None
        return phrase if phrase.name is not None or phrase.nouns or is_somebody(self._tree, phrase.head) else None

    def _noun(self, found: Carriage, noun: int, preposition: str, governor: str) -> None:
        phrase = self._reader.at(noun)
        if phrase is None:
            return
        channel = self._names.of(phrase)
        telling = governor in self._speakers.verbs["telling"]
        medium = bool(phrase.nouns) and phrase.nouns[0].kind in MEDIA
        if telling and medium and preposition in ("", "to", "with") and channel is not None and not channel[0].speaks:
            # "told state television": who is told, and not where.
            channel = None
        if channel is not None:
            entry, words = channel
            if preposition in _PLACES or (not preposition and governor in self._speakers.verbs["speaking"]):
                found.channel = found.channel or self._names.shown(phrase, entry, words)
            if preposition in _PLACES or governor in self._speakers.verbs["telling"]:
                self._inside(found, phrase)
            return
        if preposition in ("", "to", "with", "for") and telling:
            if phrase.name is not None or not any(self._is_audience(token) for token in phrase.group):
                found.carriers.append(Carrier(phrase=phrase, told=True))
            if phrase.complement and self._tree.words[phrase.complement[0]] in ("on", "via"):
                # "told parents on Viber"
                found.channel = found.channel or self._names.platform(phrase.complement)
        elif preposition in ("on", "in", "via", "through", "by", "for"):
            found.carriers.append(Carrier(phrase=phrase, told=False))

    def _is_audience(self, token: int) -> bool:
        return self._tree.lemmas[token] in self._speakers.verbs["audience"]

    def _inside(self, found: Carriage, phrase: Phrase) -> None:
        """Outlets within a channel's phrase: "an interview with the Daily Padma", "a BBC interview"."""
        tree = self._tree
        for noun in self._nouns_below(phrase):
            if noun in phrase.group and tree.pos[noun] == "PROPN" and noun != phrase.head:
                inner = self._reader.read([token for token in tree.subtree(noun) if token in phrase.group])
                told = False
            elif self._preposition(noun) in ("with", "to", "for", "by", "on", "in"):
                inner, told = self._reader.at(noun), self._preposition(noun) in ("with", "to", "for", "by")
            else:
                continue
            if inner is not None and (inner.name is not None or not any(map(self._is_audience, inner.group))):
                found.carriers.append(Carrier(phrase=inner, told=told))

    def _nouns_below(self, phrase: Phrase) -> Iterator[int]:
        tree = self._tree
        for child in tree.children[phrase.head]:
            if tree.deps[child] in ("nmod", "compound", "nmod:poss", "obl") and tree.pos[child] in ("PROPN", "NOUN"):
                yield child
            elif tree.deps[child] in ("acl", "acl:relcl"):
                for inner in tree.children[child]:
                    if tree.deps[inner] in ("obl", "obl:agent") and tree.pos[inner] != "PRON":
                        yield inner

    def _loose(self, found: Carriage, token: int, verbs: Sequence[int], seen: set[int]) -> None:
        """A noun of the cue that the tree hangs elsewhere: its preposition is the one before it."""
        tree = self._tree
        phrase = self._reader.at(token)
        if phrase is None or phrase.head != token:
            return
        seen.update(phrase.tokens)
        first = phrase.tokens[0]
        before = tree.lemmas[first - 1] if first and tree.pos[first - 1] == "ADP" else ""
        governor = next((tree.lemmas[verb] for verb in reversed(verbs) if verb < first), "")
        if before or (verbs and verbs[-1] == first - 1):
            self._noun(found, token, before, governor)

    def _of_source(self, found: Carriage, source: Phrase) -> None:
        """What the words about the source tell: "interviewed by RTN", "a film shared on Facebook"."""
        tree, verbs = self._tree, self._speakers.verbs
        inside: set[int] = set()
        for clause in source.clauses:
            for token in clause:
                if tree.pos[token] != "VERB" or token in inside:
                    continue
                noun = tree.child(token, "obj")
                if tree.lemmas[token] in verbs["obtaining"]:
                    agent = self._agent(token, "to" if tree.lemmas[token] == "leak" else "by")
                    found.carriers += [Carrier(phrase=agent, told=True)] if agent is not None else []
                elif tree.lemmas[token] in verbs["citing"]:
                    agent = self._agent(token)
                    if agent is not None:
                        found.carriers.append(Carrier(phrase=agent, told=True))
                    elif noun >= 0 and found.origin is None:
                        found.origin = self._speaking(noun)
                elif tree.lemmas[token] in verbs["speaking"] or tree.lemmas[token] in verbs["telling"]:
                    for child in tree.children[token]:
                        self._modifier(found, token, child, inside, inside, depth=1)
        channel = self._names.of(source)
        about = [*source.complement, *(token for clause in source.clauses for token in clause)]
        if source.name is None and source.nouns and not source.nouns[0].person:
            platform = self._names.platform([*source.group, *about])
            found.channel = found.channel or platform
        if channel is None:
            return
        entry, words = channel
        if entry.issuer:
            issuer = self._issuer(source)
            if issuer is not None:
                found.origin = found.origin or issuer
                found.subject = issuer
                found.channel = text_of(tree, words)
        elif entry.speaks and not any(noun.kind in MEDIA for noun in source.nouns if not source.owner):
            found.channel = found.channel or entry.words

    def _issuer(self, source: Phrase) -> Phrase | None:
        tree = self._tree
        if source.owner and tree.tags[source.owner[0]] != "PRP$":
            return self._reader.read(source.owner)
        if source.complement and tree.words[source.complement[0]] in _ISSUED_BY:
            return self._reader.read(source.complement[1:])
        return None

    def _preposition(self, noun: int) -> str:
        tree = self._tree
        case = tree.child(noun, "case", "mark")
        return tree.lemmas[case] if case >= 0 and tree.pos[case] in ("ADP", "SCONJ", "PART") else ""
