"""What sort of source a phrase names, and whether it names one at all.

A person is named by a personal name, and speaks for a body when the text gives an office ("the club's president"); a
body is named by its name or by being the one there is ("the labour ministry"), not by "a hospital" or "two newspapers".
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.domain import SourceKind
from claimcheck.lang.speakers import Noun, Speakers
from claimcheck.pipeline.grammar.callings import in_office, is_told_a_body, is_told_a_company, is_told_an_official
from claimcheck.pipeline.grammar.names import body_word, is_proper, text_of
from claimcheck.pipeline.grammar.phrases import Phrase
from claimcheck.pipeline.grammar.tree import Tree
from claimcheck.sources import Countries

__all__ = ["MEDIA", "OFFICIAL_BODIES", "country_of", "is_named", "is_own_voice", "is_person", "kind_of"]

MEDIA = frozenset({SourceKind.OUTLET, SourceKind.AGENCY})
OFFICIAL_BODIES = frozenset({
    SourceKind.GOVERNMENT, SourceKind.MILITARY, SourceKind.POLICE_COURTS, SourceKind.INTERNATIONAL_BODY,
})  # fmt: skip
_PEOPLE = frozenset({SourceKind.PERSON, SourceKind.OFFICIAL, SourceKind.PUBLIC})
_INDEFINITE = frozenset({"a", "an", "another", "some", "any", "one"})
_OWN = frozenset({"our", "my", "this", "us"})
_OWN_NOUNS = frozenset({
    "correspondent", "reporter", "journalist", "photographer", "newspaper", "paper", "article", "magazine", "website",
    "newsroom", "columnist", "editor", "team", "agency", "station", "channel", "broadcaster", "network", "site",
})  # fmt: skip


def is_person(tree: Tree, phrase: Phrase, speakers: Speakers) -> bool:
    """Whether the phrase speaks of people: "a diver", "Captain Hamisi Juma", but not "the police" or "Limfjord HK"."""
    if phrase.pronoun is not None:
        return phrase.pronoun.stands_for == "person"
    if phrase.name is None:
        return phrase.nouns[0].person if phrase.nouns else _is_called_by_trade(tree, phrase, speakers)
    name = phrase.name
    if name.titles or name.offices:
        return True
    if is_told_a_body(tree, phrase, speakers):
        return False
    labels = [tree.entity[token] for token in name.tokens]
    if phrase.called is not None and not phrase.called.person:
        # "the daily Ana Brandt" may be one, "reality television star Ana Brandt" is none.
        people = [tree.words[token] for token in name.tokens if tree.entity[token] == "PERSON"]
        return len(people) > 1 and not phrase.determiner and people[0] in speakers.given_names
    if phrase.nouns and not phrase.nouns[0].person and tree.words[name.tokens[0] - 1] in ("the", ","):
        # "the hotel, the Jumeirah", "the maker, Andina Biotec"
        return False
    word = body_word(tree, name.tokens, speakers)
    if word is not None and word.words == tree.words[name.tokens[0]]:
        # "Radio Nišava", "Atlético Marajó": no person's first name.
        return False
    if word is not None and word.place == "last" and not word.surname:
        # "Corvale Therapeutics": no person's surname.
        return False
    if phrase.core[0] == name.tokens[0] and (phrase.determiner == "the" or tree.words[name.tokens[0]] == "the"):
        return False
    if "PERSON" in labels:
        return len(name.tokens) > 1 or not _has_its(tree, name.tokens[0], speakers)
    if word is not None or any(not noun.person for noun in phrase.nouns[:1]):
        return False
    if any(noun.person and noun.body is None for noun in phrase.nouns):
        return True
    if "ORG" in labels or "PLACE" in labels or phrase.determiner:
        return False
    # Two or three names in a row without an article are a person's; one alone says nothing.
    return 2 <= len(name.tokens) <= 4 and all(tree.words[token].isalpha() for token in name.tokens)


def _has_its(tree: Tree, token: int, speakers: Speakers) -> bool:
    """Whether a lone name, no first name, does something with what is "its": "Grimsholm said on its website that …"."""
    if tree.deps[token] != "nsubj" or tree.words[token] in speakers.given_names:
        return False
    verb = tree.head[token]
    return any(
        tree.words[other] == "its" and tree.deps[tree.head[other]] in ("obl", "obj", "nmod")
        for child in tree.children[verb]
        if child > token and tree.deps[child] in ("obl", "obj")
        for other in tree.subtree(child)
    )


def kind_of(tree: Tree, phrase: Phrase, speakers: Speakers) -> SourceKind:
    """The kind of source that the words of the phrase tell.

    "Swedish Navy captain Gustaf Rönnqvist" is an official, "a shepherd" the public, "Azania Lines" a company.
    """
    if phrase.pronoun is not None:
        return SourceKind.PERSON if phrase.pronoun.stands_for == "person" else SourceKind.UNKNOWN
    if is_own_voice(tree, phrase):
        return SourceKind.OUTLET_ITSELF
    if phrase.name is not None:
        if is_person(tree, phrase, speakers):
            return _kind_of_person(tree, phrase, speakers)
        return _kind_of_body(tree, phrase, speakers)
    if not phrase.nouns:
        if _is_called_by_trade(tree, phrase, speakers):
            return SourceKind.PERSON
        return SourceKind.SOCIAL_MEDIA if _on_platform(tree, phrase, speakers) else SourceKind.UNKNOWN
    noun = phrase.nouns[0]
    if noun.person:
        return _kind_of_unnamed(tree, phrase, noun, speakers)
    return _kind_of_common(tree, phrase, noun, speakers)


def is_named(tree: Tree, phrase: Phrase, kind: SourceKind) -> bool:
    """Whether the text says who it is."""
    if phrase.name is not None:
        return True
    noun = phrase.nouns[0] if phrase.nouns else None
    if noun is None or noun.person or not noun.named or kind in (SourceKind.UNKNOWN, SourceKind.SOCIAL_MEDIA):
        return False
    if phrase.determiner in _INDEFINITE or phrase.count is not None:
        return False
    if kind is SourceKind.DOCUMENT:
        return any(is_proper(tree, token) for token in phrase.core) or (
            bool(phrase.owner) and tree.tags[phrase.owner[0]] != "PRP$"
        )
    return not phrase.plural or noun.words == tree.words[phrase.head] or phrase.determiner == "the"


def country_of(tree: Tree, phrase: Phrase, countries: Countries, speakers: Speakers) -> str | None:
    """The code of the country that the words about a source name: "the Kazakh energy ministry", "Haiti's police"."""
    # "Kerry Washington" is of no country by her name.
    own = phrase.name.tokens if phrase.name is not None and is_person(tree, phrase, speakers) else ()
    for words in (phrase.owner, phrase.group, phrase.complement, *phrase.described):
        told = [token for token in words if tree.pos[token] in ("PROPN", "ADJ", "NOUN") and token not in own]
        for place in range(len(told)):
            for end in (place + 1, place + 2):
                code = countries.code_of(text_of(tree, told[place:end]))
                if code is not None:
                    return code
    return None


def is_own_voice(tree: Tree, phrase: Phrase) -> bool:
    """Whether the article speaks of its own newsroom: "our correspondent", "a reporter for this newspaper"."""
    if phrase.name is not None or not phrase.nouns or tree.lemmas[phrase.head] not in _OWN_NOUNS:
        return False
    if phrase.determiner in _OWN:
        return True
    words = [tree.words[token] for token in phrase.complement]
    after = zip(words, phrase.complement[1:], strict=False)
    return "us" in words or any(word in _OWN and tree.lemmas[noun] in _OWN_NOUNS for word, noun in after)


def _is_called_by_trade(tree: Tree, phrase: Phrase, speakers: Speakers) -> bool:
    """Whether a noun that no list has ends as nouns for people do: "a glassblower"."""
    head = phrase.head
    return tree.pos[head] == "NOUN" and speakers.is_trade(tree.lemmas[head])


def _kind_of_person(tree: Tree, phrase: Phrase, speakers: Speakers) -> SourceKind:
    name = phrase.name
    titled = name is not None and any(title.office for title in name.titles)
    if titled or in_office(tree, phrase, speakers) or is_told_an_official(tree, phrase, speakers):
        return SourceKind.OFFICIAL
    return SourceKind.PERSON


def _kind_of_body(tree: Tree, phrase: Phrase, speakers: Speakers) -> SourceKind:
    """By what it is called, then by the words of its name, then by the label of the entity."""
    name = phrase.name
    assert name is not None
    nouns = [noun for noun in phrase.nouns if not noun.person and noun.kind is not SourceKind.UNKNOWN]
    word = body_word(tree, name.tokens, speakers)
    if nouns and not (nouns[0].vague and word is not None):
        return nouns[0].kind
    if word is not None:
        return word.kind
    either = [noun.body for noun in phrase.nouns if noun.body is not None]
    if either:
        return either[0]
    if is_told_a_company(tree, phrase, speakers):
        return SourceKind.COMPANY
    labels = {tree.entity[token] for token in name.tokens}
    return SourceKind.ORGANISATION if "ORG" in labels else SourceKind.UNKNOWN


def _kind_of_unnamed(tree: Tree, phrase: Phrase, noun: Noun, speakers: Speakers) -> SourceKind:
    if noun.words in ("people", "person") and _is_in_the_know(tree, phrase, speakers):
        # "Two people familiar with the matter" are sources; what sort of people they are, nobody knows.
        return SourceKind.UNKNOWN
    if noun.kind is SourceKind.OFFICIAL and not in_office(tree, phrase, speakers):
        return SourceKind.PERSON
    if noun.kind is not SourceKind.PERSON and noun.words != "source":
        return noun.kind
    bodies = {_noun_kind(tree, words, speakers) for words in (phrase.owner, phrase.complement, phrase.group[:-1])}
    return SourceKind.OFFICIAL if bodies & OFFICIAL_BODIES else noun.kind


def _is_in_the_know(tree: Tree, phrase: Phrase, speakers: Speakers) -> bool:
    """Whether people are told by what they know: "briefed on the talks", unlike "who saw the fire"."""
    found = (basis.pattern.search(text_of(tree, phrase.tokens)) for basis in speakers.bases)
    return any(match is not None and not match[0].strip().startswith("who") for match in found)


def _kind_of_common(tree: Tree, phrase: Phrase, noun: Noun, speakers: Speakers) -> SourceKind:
    if (noun.vague or noun.kind in (SourceKind.UNKNOWN, SourceKind.OUTLET)) and _on_platform(tree, phrase, speakers):
        # "a film shared on Facebook", "Telegram channels", "a WhatsApp group"
        return SourceKind.SOCIAL_MEDIA
    if noun.speaks_for_body and (phrase.owner or phrase.complement):
        return _kind_of_body_served(tree, phrase.owner or phrase.complement[1:], speakers) or noun.kind
    if noun.sent:
        bodies = (_noun_kind(tree, words, speakers) for words in (phrase.complement, phrase.owner, phrase.group[:-1]))
        return next((kind for kind in bodies if kind in OFFICIAL_BODIES), noun.kind)
    if noun.words == "website" and phrase.owner and _noun_kind(tree, phrase.owner, speakers) not in MEDIA:
        return SourceKind.DOCUMENT
    return noun.kind


def _noun_kind(tree: Tree, words: Sequence[int], speakers: Speakers) -> SourceKind | None:
    """The kind of the body that the words of an owner or a complement mean."""
    plain = [token for token in words if tree.pos[token] in ("NOUN", "PROPN", "ADJ")]
    if not plain:
        return None
    word = body_word(tree, plain, speakers) if is_proper(tree, plain[-1]) else None
    if word is not None:
        return word.kind
    found = speakers.noun([tree.words[token] for token in plain], [tree.lemmas[token] for token in plain])
    return None if found is None or found[0].person else found[0].kind


def _kind_of_body_served(tree: Tree, words: Sequence[int], speakers: Speakers) -> SourceKind | None:
    """The kind of the body whose office or press service it is: "the palace's", "the regional governor's"."""
    plain = [token for token in words if tree.pos[token] in ("NOUN", "PROPN", "ADJ")]
    found = speakers.noun([tree.words[token] for token in plain], [tree.lemmas[token] for token in plain])
    if found is not None and found[0].person:
        return found[0].office
    return _noun_kind(tree, words, speakers)


def _on_platform(tree: Tree, phrase: Phrase, speakers: Speakers) -> bool:
    """Whether a phrase names a service on which people post: "accounts on TikTok", "messages on social media"."""
    return any(
        tree.pos[token] in ("PROPN", "NOUN", "X", "SYM", "ADJ")
        and any(
            (found := speakers.channels.get(" ".join(tree.words[token:end]))) is not None
            and found.platform
            and text_of(tree, range(token, end)) == found.words
            for end in (token + 1, token + 2)
        )
        for token in phrase.tokens
    )
