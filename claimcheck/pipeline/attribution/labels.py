"""Whether the words beside a colon or a dash name who says the rest, or only what the rest is about.

"Finance minister: banks will reopen" and "Banks will reopen – Reuters" name a source; "Leeds riots: baker loses shop"
and "Anders Holm: fugitive trader arrested" name a topic. A wrong name beside a claim is the worst mistake to
make: in doubt it is a topic.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from claimcheck.domain import SourceKind
from claimcheck.lang.en import lexicon as english
from claimcheck.lang.speakers import Noun, Speakers, speakers
from claimcheck.pipeline.grammar.names import is_capital, text_of
from claimcheck.pipeline.grammar.tree import Tree
from claimcheck.sources import Entry, Registry, shipped_registry

__all__ = ["names_speaker"]

_LONGEST = 8
"""Words that a headline may use for its source."""
_BODIES = frozenset({
    SourceKind.OUTLET, SourceKind.AGENCY, SourceKind.GOVERNMENT, SourceKind.MILITARY, SourceKind.POLICE_COURTS,
    SourceKind.INTERNATIONAL_BODY,
})  # fmt: skip
"""Bodies whose name before a colon is that of the speaker; a company's or a party's is as often the topic."""
_SPEAKING = _BODIES | {SourceKind.ORGANISATION, SourceKind.COMPANY, SourceKind.PARTY_POLITICS}
_OWN = frozenset({"i", "we", "my", "our", "me", "us"})
_ASKING = frozenset({"how", "why", "what", "who", "where", "when", "which", "everything"})
_SAYING_WHERE = frozenset({"on", "at", "of", "to", "for", "from"})
_QUOTES = frozenset("\"“„«‘'")
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_THINGS = frozenset({"leak", "claim", "allegation"})
_NAMING = frozenset({"name", "identify", "unmask", "reveal", "call", "dub"})


def names_speaker(tree: Tree, label: Sequence[int], content: Sequence[int], *, leads: bool) -> bool:
    """Whether ``label`` speaks and ``content`` is what it says; ``leads`` if it stands before the colon."""
    words = speakers("en")
    group = [token for token in label if tree.words[token] not in ("-", ".", "’", "'")]
    if not 0 < len(group) <= _LONGEST or not content or tree.pos[group[0]] in ("ADP", "SCONJ", "ADV", "PRON", "INTJ"):
        return False
    labels = english().words["label_nouns"]
    # "Dam leaks: reports": what a tagger takes for a verb.
    if any(tree.pos[token] in ("VERB", "AUX", "PUNCT") and tree.lemmas[token] not in labels for token in group):
        return False
    if tree.words[group[0]] in english().words["address_words"]:
        return False
    noun = list(takewhile(lambda token: tree.pos[token] != "ADP", group))
    while len(noun) > 1 and tree.pos[noun[-1]] == "ADJ" and tree.pos[noun[-2]] == "NOUN":
        # "Sources familiar with the matter"
        noun.pop()
    head = noun[-1]
    if leads and tree.words[content[-1]] == "?":
        return False
    if not leads and len(label) >= len(content):
        return False
    found = words.noun([tree.words[token] for token in noun], [tree.lemmas[token] for token in noun])
    # "Leak: …" says where it comes from, "Gas leak: …" does not.
    if tree.lemmas[head] in labels and (len(group) == 1 or tree.lemmas[head] not in _THINGS):
        return True
    if not leads and not _tells(tree, content):
        return False
    if found is not None:
        return _role_speaks(tree, found[0], group, content, words, leads=leads)
    if _is_known(tree, group, shipped_registry(), leads=leads) and not (leads and _asks(tree, content)):
        return True
    if words.is_trade(tree.lemmas[head]) and tree.pos[head] == "NOUN":
        return not leads or _in_own_words(tree, content)
    if is_capital(tree, head) and _is_office(tree, head, words):
        # "GOP Rep."
        return True
    titled = any(_is_office(tree, token, words) for token in group[:-1])
    if len(noun) < len(group) and tree.words[group[len(noun)]] not in _SAYING_WHERE:
        # "Omar Sahli in Orona killing: …"
        return False
    if tree.pos[head] in ("PROPN", "NOUN", "X") and (tree.entity[head] == "PERSON" or titled):
        if not leads:
            return not _is_answer(tree, label)
        return not _is_about(tree, group, content, words, described=not titled)
    if all(tree.entity[token] == "ORG" for token in group):
        return not leads or _in_own_words(tree, content)
    return False


def _role_speaks(
    tree: Tree, noun: Noun, group: Sequence[int], content: Sequence[int], words: Speakers, *, leads: bool
) -> bool:
    """Whether who is called by a common noun speaks: "police", "health minister", "study", but not "new plan"."""
    if noun.person:
        # "Officials", "Mayor": offices speak. "Acid attack girl" may be the one of whom the rest tells.
        office = len(group) == 1 or noun.kind is SourceKind.OFFICIAL
        return not leads or not _is_about(tree, group, content, words, described=not office)
    if leads:
        return noun.kind in _BODIES
    return noun.kind in _SPEAKING or noun.kind is SourceKind.DOCUMENT


def _is_office(tree: Tree, token: int, words: Speakers) -> bool:
    """Whether a word says in whose name somebody speaks: "minister" of "Finance Minister Holm", "Gen."."""
    title = words.titles.get(tree.words[token]) or words.titles.get(tree.words[token].rstrip("."))
    found = words.noun([tree.words[token]], [tree.lemmas[token]])
    return (title is not None and title.office) or (found is not None and found[0].kind is SourceKind.OFFICIAL)


def _is_known(tree: Tree, group: Sequence[int], registry: Registry, *, leads: bool) -> bool:
    """Whether a name is that of a body in the registry: "NYT", "Pentagon"; not a country's, where things happen."""
    if any(tree.pos[token] not in ("PROPN", "NOUN", "X", "DET", "ADP", "ADJ", "CCONJ") for token in group):
        return False
    name = text_of(tree, group)
    if not name[:1].isupper() or registry.countries.code_of(name) is not None:
        return False
    kinds = _BODIES if leads else _SPEAKING
    owners = next((owners for _, owners in registry.owners(name) if owners), ())
    return bool(owners) and all(owner.kind in kinds and not (leads and _is_band(owner)) for owner in owners)


def _is_band(owner: Entry) -> bool:
    """Whether armed men without a state go by a name that tells no force: they are as often the topic."""
    words = owner.name.lower().split()
    found = speakers("en").noun(words, words)
    return owner.kind is SourceKind.MILITARY and (found is None or found[0].kind is not SourceKind.MILITARY)


def _tells(tree: Tree, content: Sequence[int]) -> bool:
    """Whether words tell something: "Dam close to bursting", "Two held", but not "This week in odd news"."""
    return any(tree.pos[token] in ("VERB", "AUX") for token in content) or any(
        tree.pos[token] in ("ADJ", "ADV", "NUM") and tree.deps[token] not in ("amod", "nummod", "compound")
        for token in content
    )


def _in_own_words(tree: Tree, content: Sequence[int]) -> bool:
    """Whether the words are somebody's own: "We hold the town"; not those of somebody quoted in between."""
    quoted = [token for token in content if tree.words[token] in _QUOTES]
    if quoted and quoted[0] != content[0]:
        return False
    return any(tree.words[token] in _OWN for token in content)


def _asks(tree: Tree, content: Sequence[int]) -> bool:
    """Whether a heading follows: "How to vote", "Everything you need to know"."""
    first = next((token for token in content if tree.pos[token] != "PUNCT"), content[0])
    return tree.words[first] in _ASKING


def _is_answer(tree: Tree, label: Sequence[int]) -> bool:
    """Whether the name after the colon completes what stands before: "New coach named: Ivo Lenk"."""
    before = label[0] - 2
    return before >= 0 and tree.lemmas[before] in _NAMING


def _is_about(
    tree: Tree, group: Sequence[int], content: Sequence[int], words: Speakers, *, described: bool = True
) -> bool:
    """Whether what follows a person's name tells of that person.

    It repeats the name, describes somebody of whom only the name can tell who it is ("Anders Holm: fugitive trader
    arrested"), gives a name its bearer ("Snow Baron: … is named as …"), or is a heading and tells nothing.
    """
    if _in_own_words(tree, content):
        return False
    if _asks(tree, content):
        return True
    names = {tree.words[token] for token in group if tree.pos[token] == "PROPN"}
    if any(tree.words[token] in names for token in content):
        return True
    if not described:
        return False
    if any(
        tree.lemmas[token] in _NAMING and any(tree.words[other] == "as" for other in content if other > token)
        for token in content
    ):
        return True
    return any(_is_one_person(tree, noun, words) for noun in _subjects(tree, content))


def _subjects(tree: Tree, content: Sequence[int]) -> list[list[int]]:
    """The nouns with which a headline begins, cut at each possessive: "skier", "coach" of "Skier's coach was paid"."""
    groups: list[list[int]] = [[]]
    for token in content:
        if tree.words[token] in _POSSESSIVES:
            groups.append([])
        elif tree.pos[token] in ("NOUN", "PROPN", "ADJ", "NUM", "X", "DET") or not groups[-1]:
            groups[-1].append(token)
        else:
            break
    return [group for group in groups if group]


def _is_one_person(tree: Tree, group: Sequence[int], words: Speakers) -> bool:
    """Whether a group of nouns without an article means one person and does not say who: "fugitive trader"."""
    head = group[-1]
    named = tree.entity[head] == "PERSON" and len(group) > 1
    if tree.pos[group[0]] == "DET" or tree.tags[head] not in ("NN", "NNP") or named:
        return False
    lemmas = [tree.lemmas[token] for token in group]
    found = words.noun([tree.words[token] for token in group], lemmas)
    return found[0].person if found is not None else words.is_trade(lemmas[-1])
