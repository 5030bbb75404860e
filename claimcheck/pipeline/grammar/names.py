"""Proper names inside a noun group: where the name begins, what before it is a title, how far it reaches.

"Finance Minister Hanta Razafy" is named "Hanta Razafy" and titled "Finance Minister"; "the Union of Lock Workers" has
its complement in its name, "the mayor of Bergamo" has no name at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.domain import SourceKind
from claimcheck.lang.en import lexicon as english
from claimcheck.lang.speakers import Noun, Speakers, Title
from claimcheck.pipeline.grammar.tree import Tree

__all__ = [
    "PARTICLES", "Name", "body_word", "completed", "fields_of", "glued", "is_capital", "is_glue", "is_named_article",
    "is_office", "is_proper", "name_in", "text_of",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A proper name without its titles."""

    tokens: tuple[int, ...]
    title_tokens: tuple[int, ...] = ()
    titles: tuple[Title, ...] = ()
    """Forms of address: "Mr.", "Colonel"."""
    offices: tuple[Noun, ...] = ()
    """Nouns for people that stand before it as a title: "Finance Minister"."""

    @property
    def first(self) -> int:
        """Its first token, titles included."""
        return (*self.title_tokens, *self.tokens)[0]


PARTICLES = frozenset({
    "van", "von", "der", "den", "ter", "de", "di", "da", "do", "dos", "das", "du", "des", "del", "della", "la", "le",
    "el", "al", "bin", "ibn", "ben", "y", "e", "und", "et", "zu", "af", "av",
})  # fmt: skip
_LINKS = frozenset({"of", "for", "de", "du", "des", "of the", "on", "against", "in"})
_GLUE = frozenset({"-", "–", "&", "/", "’", "'", ".", "+"})
_JOINING = PARTICLES | _GLUE | {"'s", "’s"}
_LINKING = PARTICLES | _GLUE | {"the", "and", "of", "for", "'s", "’s", ","}
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


def text_of(tree: Tree, tokens: Sequence[int]) -> str:
    """The words from the first token to the last, on one line."""
    return " ".join(tree.text[tree.starts[tokens[0]] : tree.ends[tokens[-1]]].split()) if tokens else ""


def is_capital(tree: Tree, token: int) -> bool:
    """Whether the word starts with a capital letter."""
    return tree.text[tree.starts[token]].isupper()


def is_named_article(tree: Tree, token: int) -> bool:
    """Whether an article is part of a name: the second of "the London newspaper The Ridge"."""
    if tree.words[token] != "the" or not is_capital(tree, token) or token + 1 >= len(tree.words):
        return False
    return tree.sentences[tree.sentence[token]][0] != token and is_proper(tree, token + 1)


def is_glue(tree: Tree, token: int) -> bool:
    """Whether a hyphen holds two halves of a word together."""
    if not 0 < token < len(tree.words) - 1:
        return False
    return tree.words[token] in "-–" and tree.ends[token - 1] == tree.starts[token]


def glued(tree: Tree, start: int, end: int) -> tuple[int, ...]:
    """The tokens of an entity with what hyphens hold to it: "Magsaysay-Lim"."""
    while is_glue(tree, end) and end + 1 < len(tree.words) and tree.starts[end + 1] == tree.ends[end]:
        end += 2
    return tuple(range(start, end))


def completed(tree: Tree, tokens: tuple[int, ...], full: str) -> tuple[int, ...]:
    """The tokens of a name with those after them that make it the full one: "Press" of "a Press TV report"."""
    rest = full.removeprefix(f"{text_of(tree, tokens)} ")
    size = len(rest.split())
    further = tuple(range(tokens[-1] + 1, min(tokens[-1] + 1 + size, len(tree.words))))
    return (*tokens, *further) if rest != full and text_of(tree, further) == rest else tokens


def is_office(tree: Tree, tokens: Sequence[int], speakers: Speakers) -> bool:
    """Whether what is marked as a name is only an office with a capital: "the Secretary", "Senators"."""
    last = tokens[-1]
    noun = speakers.noun([tree.words[token] for token in tokens], [tree.lemmas[token] for token in tokens])
    if noun is None or not noun[0].person or len(noun[0].words.split()) < len(tokens):
        return False
    return 0 <= tree.child(last, "det", "nmod:poss") < tokens[0] or tree.tags[last] in ("NNS", "NNPS")


def is_proper(tree: Tree, token: int) -> bool:
    """Whether the word is part of a proper name by its tag and its capital, or by the hyphen that holds it to one."""
    if tree.pos[token] == "PROPN":
        return True
    if not is_capital(tree, token):
        return False
    # "the White House": an adjective by its form, a name by its tag.
    return (
        tree.pos[token] == "X"
        or tree.tags[token] in ("NNP", "NNPS")
        or (is_glue(tree, token - 1) and is_proper(tree, token - 2))
    )


def name_in(
    tree: Tree, group: Sequence[int], complement: Sequence[int], speakers: Speakers, *, definite: bool
) -> Name | None:
    """The name at the end of a noun group, if it has one.

    ``complement`` ("of Lock Workers") is taken in when the group ends in the word for a body and only names follow.
    ``definite``: an article or a possessive stands before it, so that "the Visa Officer" is an office and no name.
    """
    run = _run(tree, group, speakers)
    whole = _with_adjectives(tree, group, run) if run else run
    before = whole[0] - 1 if whole else -1
    called = before >= 0 and tree.pos[before] == "NOUN" and not is_capital(tree, before)
    if run and (called or body_word(tree, run, speakers) is not None):
        # "the alliance Armenian Way": what it is called stands before all of the name.
        run = whole
    if not run:
        return None
    first = group.index(run[0])
    if first and tree.pos[group[first - 1]] == "ADP":
        # "Secretary of State John Kerry": the first word belongs to the office.
        person = tuple(token for token in run if tree.entity[token] == "PERSON")
        return Name(tokens=person or run[1:] or run)
    described = first > 0 and tree.pos[group[first - 1]] == "NOUN"
    title_tokens, titles, offices, rest = _titled(tree, run, speakers, described=described)
    alone = len(rest) == len(group)
    if not rest or (definite and not title_tokens and _is_office(tree, rest, speakers, alone=alone)):
        return None
    further = _continued(tree, rest, complement, speakers) if complement and not title_tokens else ()
    if len(run) == len(group) and not further and _is_plain_noun(tree, run, speakers):
        return None
    rest = (*rest, *further)
    return Name(tokens=rest, title_tokens=title_tokens, titles=titles, offices=offices)


def _run(tree: Tree, group: Sequence[int], speakers: Speakers) -> tuple[int, ...]:
    """The proper names at the end of the group, with what holds them together."""
    start = end = len(group)
    fields = fields_of(tree, group, speakers)
    if fields:
        # What stands before the fields is a word of the name, too, or none.
        inner = group.index(fields[-1]) + 1
        return (*_run(tree, group[: inner - 1], speakers)[:-1], *fields, *group[inner:])
    if end and tree.pos[group[-1]] == "NUM" and end > 1 and is_proper(tree, group[-2]):
        # "Nusantara 24"
        start = end - 1
    while start:
        token = group[start - 1]
        joined = start < end and (
            tree.words[token] in _JOINING or (tree.words[token] == "and" and tree.entity[token] == "ORG")
        )
        if is_proper(tree, token) or (joined and start > 1 and is_proper(tree, group[start - 2])):
            start -= 1
        elif start < end and is_capital(tree, token) and tree.words[token] in speakers.name_words:
            # "the Daily Padma"
            start -= 1
        elif start < end and is_named_article(tree, token):
            start -= 1
            break
        else:
            break
    run = tuple(group[start:end])
    while run and tree.words[run[0]] in _GLUE:
        run = run[1:]
    return run if any(is_proper(tree, token) for token in run) else ()


def fields_of(tree: Tree, group: Sequence[int], speakers: Speakers) -> tuple[int, ...]:
    """The first words of a body's name that names two fields: "Food and" of "the Food and Drug Administration"."""
    link = next((place for place, token in enumerate(group) if tree.words[token] in ("and", "&")), 0)
    field, after = group[link - 1], group[link + 1 :]
    if not link or tree.words[field] not in english().words["field_words"] or not is_capital(tree, field):
        return ()
    named = [token for token in after if tree.pos[token] not in ("CCONJ", "PUNCT")]
    body = body_word(tree, named, speakers) if len(named) > 1 else None
    if body is None or not all(is_capital(tree, token) for token in (named[0], named[-1])):
        return ()
    return tuple(group[link - 1 : link + 1])


def _with_adjectives(tree: Tree, group: Sequence[int], run: tuple[int, ...]) -> tuple[int, ...]:
    """The name of a body with the capitalised words before it: "Iraqi High Electoral Commission"."""
    first = group.index(run[0])
    while first and is_capital(tree, group[first - 1]) and tree.pos[group[first - 1]] in ("ADJ", "NOUN", "PROPN"):
        first -= 1
    return tuple(group[first:])


def _titled(
    tree: Tree, run: tuple[int, ...], speakers: Speakers, *, described: bool
) -> tuple[tuple[int, ...], tuple[Title, ...], tuple[Noun, ...], tuple[int, ...]]:
    """Title tokens, forms of address, offices, and what is left as the name."""
    titles: list[Title] = []
    offices: list[Noun] = []
    whole = speakers.nouns.get(" ".join(tree.words[token] for token in run))
    if whole is not None and not whole.person:
        # "the General Staff" is no general.
        return (), (), (), run
    cut = next((place for place in range(len(run) - 2, 0, -1) if _is_late_title(tree, run, place, speakers)), 0)
    while cut < len(run):
        title = speakers.titles.get(tree.words[run[cut]].rstrip("."))
        if title is None:
            break
        titles.append(title)
        cut += 1
        if cut < len(run) and tree.words[run[cut]] == ".":
            cut += 1
    for end in range(len(run) - 1, cut, -1):
        words = [tree.words[token] for token in run[cut:end]]
        found = speakers.noun(words, words)
        if described and end == len(run) - 1:
            # "prosecutor Dean Mandros": called what he is already, a dean is a first name.
            continue
        if found is not None and found[0].person and _before_a_name(tree, run, cut, end):
            offices.append(found[0])
            cut = end
            break
    if cut == len(run) or (cut and all(tree.words[token] in _SUFFIXES for token in run[cut:])):
        if cut == len(run) and titles and not offices and len(run) > 1:
            # A surname that is also a title: "Jane Major".
            return run[: cut - 1], tuple(titles[:-1]), (), run[cut - 1 :]
        return (), (), (), () if cut == len(run) else run
    return run[:cut], tuple(titles), tuple(offices), run[cut:]


def _is_late_title(tree: Tree, run: Sequence[int], place: int, speakers: Speakers) -> bool:
    """Whether a form of address stands within a run of names: "Pennsylvania Gov. Ed Rendell"."""
    title = speakers.titles.get(tree.words[run[place]].rstrip("."))
    return title is not None and (title.office or bool(title.gender)) and tree.entity[run[place - 1]] != "PERSON"


def _before_a_name(tree: Tree, run: Sequence[int], start: int, end: int) -> bool:
    """Whether words of an office stand before a personal name rather than within one ("Stephen King Jr.")."""
    if tree.words[run[end]] in _SUFFIXES or not is_proper(tree, run[end]) or tree.tags[run[end - 1]] in ("NNS", "NNPS"):
        return False
    labels = {tree.entity[token] for token in run[end:]}
    if start < end - 1 and len(run) - end > 1 and tree.pos[run[end - 1]] != "NOUN":
        # "Fisheries Minister Arne Holm": a first name and a surname are left, whatever the entity takes in.
        return True
    if labels == {"PERSON"} or not any(labels):
        # "Finance Minister Hanta Razafy" is one, "Martin Bishop Marsh" is not: a first name comes before the office.
        return start == end - 1 or "PERSON" not in {tree.entity[token] for token in run[start : end - 1]}
    return False


def _is_office(tree: Tree, tokens: Sequence[int], speakers: Speakers, *, alone: bool) -> bool:
    """Whether names are an office; ``alone``: nothing else is in the group, as before a surname that is one, too."""
    found = speakers.noun([tree.words[token] for token in tokens], [tree.lemmas[token] for token in tokens])
    # "The Visa Officer", but not "the River Guard".
    office = found is not None and found[0].person and (len(tokens) == 1 or found[0].kind is SourceKind.OFFICIAL)
    return office and (alone or tree.entity[tokens[-1]] != "PERSON")


def _is_plain_noun(tree: Tree, run: Sequence[int], speakers: Speakers) -> bool:
    """Whether capitalised words are a common noun: "Police", "Media Reports", but not "Baker" as somebody's name."""
    token = run[-1]
    found = speakers.noun([tree.words[token] for token in run], [tree.lemmas[token] for token in run])
    if found is None or len(run) > 1:
        return found is not None and found[1] == 0 and not found[0].named
    # A sentence that begins with people in the plural begins with a capital.
    plural = found[0].person and found[0].words != tree.words[token] and tree.words[token].endswith("s")
    return tree.entity[token] != "PERSON" or (plural and tree.sentences[tree.sentence[token]][0] == token)


def body_word(tree: Tree, tokens: Sequence[int], speakers: Speakers) -> Noun | None:
    """The word of a name that tells the kind of the body it names.

    "Azania Lines" by its last word, "Radio Nišava" and "Union of Lock Workers" by their first.
    """
    # "TV1" is a TV.
    words = [tree.words[token].strip(".").rstrip("0123456789") or tree.words[token] for token in tokens]
    head = next((i for i, word in enumerate(words) if word in ("of", "for", "de", "du")), len(words))
    for place, index in (("last", head - 1), ("first", 0)):
        if not 0 <= index < len(words):
            continue
        found = speakers.name_words.get(words[index])
        if found is not None and found.place in ("", place) and len(words) > 1:
            return found
        if place == "last":
            noun = speakers.noun(words[: index + 1], [*words[:index], tree.lemmas[tokens[index]]])
            if noun is not None and not noun[0].person:
                # "Institute of Health" is a health institute.
                return speakers.compounds.get(f"{words[-1]} {words[index]}", noun[0]) if head < len(words) else noun[0]
    return None


def _continued(tree: Tree, name: Sequence[int], complement: Sequence[int], speakers: Speakers) -> tuple[int, ...]:
    """The part of a complement that belongs to the name of a body."""
    if tree.words[complement[0]] not in _LINKS:
        return ()
    end = 1
    while end < len(complement):
        token = complement[end]
        if not is_capital(tree, token) and tree.words[token] not in _LINKING:
            break
        end += 1
    while end > 1 and not is_capital(tree, complement[end - 1]):
        end -= 1
    if end == 1:
        return ()
    one_entity = {tree.entity[token] for token in (*name, *complement[:end])} == {"ORG"}
    return tuple(complement[:end]) if one_entity or body_word(tree, name, speakers) is not None else ()
