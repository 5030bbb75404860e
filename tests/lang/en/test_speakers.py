"""Every word for speakers and channels has an example that yields that very entry."""

from __future__ import annotations

import re
from collections import Counter
from importlib import resources

import pytest

from claimcheck.lang.speakers import Channel, Noun, Pattern, Pronoun, Speakers, Title, speakers
from claimcheck.lang.tables import read_tables

WORDS = speakers("en")
_AFTER_THE_HEAD = frozenset({
    "of", "for", "at", "in", "on", "from", "to", "with", "near", "by", "between", "inside", "who", "under",
})  # fmt: skip


def own_nouns(words: Speakers) -> list[tuple[str, Noun]]:
    """The entries of the data, without the plurals that were formed of them."""
    return [(word, noun) for word, noun in words.nouns.items() if word == noun.words]


def group(example: str) -> list[str]:
    """The noun group of an example in lower case: "water minister" of "Portugal's water minister at the time"."""
    words = re.findall(r"[\w'.-]+", example.lower())
    end = next((place for place, word in enumerate(words) if place and word in _AFTER_THE_HEAD), len(words))
    return [part for word in words[:end] for part in (word.split("-") if word not in WORDS.nouns else [word])]


@pytest.mark.parametrize(("word", "noun"), own_nouns(WORDS), ids=lambda value: value if isinstance(value, str) else "")
def test_a_nouns_example_has_it_as_its_head(word: str, noun: Noun) -> None:
    words = group(noun.example)
    found = WORDS.noun(words, words)
    assert found is not None
    assert found[0].words == word


def test_no_noun_stands_for_people_and_for_a_body() -> None:
    people = {noun.words for _, noun in own_nouns(WORDS) if noun.person}
    bodies = {noun.words for _, noun in own_nouns(WORDS) if not noun.person}
    assert people & bodies == set()


def test_other_nouns_that_a_noun_names_are_nouns() -> None:
    also = {word for _, noun in own_nouns(WORDS) for word in noun.also}
    also |= {word for noun in WORDS.name_words.values() for word in noun.also}
    assert also <= WORDS.nouns.keys()


@pytest.mark.parametrize("noun", [noun for word, noun in WORDS.name_words.items() if word == noun.words], ids=str)
def test_a_name_words_example_is_a_name_with_it(noun: Noun) -> None:
    words = noun.example.split()
    assert all(word[0].isupper() or not word[0].isalpha() or word in ("del", "&", "of", "the") for word in words)
    place = [word.lower().strip(".") for word in words].index(noun.words)
    assert {"first": place == 0, "last": place == len(words) - 1, "": True}[noun.place]


@pytest.mark.parametrize("title", WORDS.titles.values(), ids=lambda title: title.words)
def test_a_titles_example_begins_with_it(title: Title) -> None:
    assert title.example.split()[0].lower().rstrip(".") == title.words


@pytest.mark.parametrize("pronoun", WORDS.pronouns.values(), ids=lambda pronoun: pronoun.word)
def test_a_pronouns_example_has_it(pronoun: Pronoun) -> None:
    assert pronoun.word in re.findall(r"\w+", pronoun.example.lower())
    assert pronoun.stands_for in ("person", "body", "any", "speaker", "addressee", "antecedent")


@pytest.mark.parametrize("channel", WORDS.channels.values(), ids=lambda channel: channel.words)
def test_a_channels_example_shows_it(channel: Channel) -> None:
    assert channel.channel in channel.example
    words = channel.channel.lower().split()
    words = words[: words.index("on")] if "on" in words else words
    forms = [words, [*words[:-1], words[-1].removesuffix("s")]]
    longest = next(
        found
        for start in range(len(words))
        for form in forms
        if (found := WORDS.channels.get(" ".join(form[start:]))) is not None
    )
    assert longest is channel


@pytest.mark.parametrize("pattern", [*WORDS.reasons, *WORDS.bases], ids=lambda pattern: pattern.shows)
def test_a_patterns_example_shows_what_it_takes(pattern: Pattern) -> None:
    match = pattern.pattern.search(pattern.example)
    assert match is not None
    assert match[0].strip() == pattern.shows


def test_every_verb_has_a_sentence() -> None:
    listed = {(sort, lemma) for sort, lemmas in WORDS.verbs.items() for lemma in lemmas}
    assert listed == WORDS.verb_examples.keys()
    assert all(sentence.endswith(".") for sentence in WORDS.verb_examples.values())


def listed_names() -> dict[str, list[str]]:
    """The given names as the file has them."""
    tables = read_tables(resources.files("claimcheck.lang") / "en" / "given_names.toml")
    return {gender: table["names"].split() for gender, table in tables.items()}


def test_a_given_name_has_one_gender() -> None:
    names = [name.lower() for listed in listed_names().values() for name in listed]
    assert [name for name, times in Counter(names).items() if times > 1] == []
    assert WORDS.given_names.keys() == set(names)
    assert WORDS.given_names["elaine"] == "female"
    assert WORDS.given_names["donald"] == "male"


@pytest.mark.parametrize("gender", ["female", "male"])
def test_given_names_stand_in_the_order_of_their_letters(gender: str) -> None:
    listed = [name for name in listed_names()[gender] if name.isascii()]
    assert listed == sorted(listed, key=str.casefold)


# Borne by both, or by another gender in another country.
_BORNE_BY_BOTH = [
    "Adama", "Adi", "Alex", "Alexis", "Amal", "Andrea", "Ariel", "Ashley", "Ayo", "Bela", "Camille", "Charlie",
    "Chris", "Claude", "Dana", "Deniz", "Dominique", "Elia", "Farah", "Gabriele", "Harpreet", "Hilary", "Ilhan",
    "Iman", "Inge", "Jaime", "Jamie", "Jan", "Jean", "Joan", "Jyoti", "Kai", "Kari", "Kelechi", "Kim", "Kiran",
    "Lakshmi", "Laurence", "Leslie", "Marian", "Marion", "Michele", "Mika", "Mpho", "Nicola", "Nikola", "Nino",
    "Noor", "Nur", "Ola", "Rana", "Ratu", "Rene", "Robin", "Rosario", "Sam", "Sasha", "Shashi", "Simone", "Suman",
    "Taiwo", "Temitope", "Toni", "Vivian", "Yuki",
]  # fmt: skip

# As often a place, a surname, a title, an agency, a body or a word of its own.
_SOMETHING_ELSE = [
    "Adelaide", "Aden", "Austin", "Baron", "Bishop", "Carter", "Chelsea", "Dallas", "Dawn", "Dean", "Duma", "Ema",
    "Faith", "Florence", "Georgia", "Grant", "Hamilton", "Hina", "Hope", "Houston", "India", "Israel", "Jackson",
    "Jordan", "Joy", "Kelly", "King", "Madison", "Major", "Marine", "Mercedes", "Milan", "Morena", "Morgan",
    "Orlando", "Paris", "Patience", "Philippine", "Prince", "Ramadan", "Ria", "Rose", "Sana", "Santiago", "Sheikh",
    "Solomon", "Sri", "Sydney", "Tasnim", "Taylor", "Victoria", "Virginia", "Wafa", "Will", "Yamina",
]  # fmt: skip


@pytest.mark.parametrize("name", [*_BORNE_BY_BOTH, *_SOMETHING_ELSE])
def test_a_name_that_tells_no_gender_is_none(name: str) -> None:
    assert name.lower() not in WORDS.given_names


@pytest.mark.parametrize(
    ("female", "male"),
    [
        ("Siobhan Gwendolyn Latoya", "Alistair Dwayne Reginald"),
        ("Hrafnhildur Solveig Riitta", "Eyvind Sigurdur Veikko"),
        ("Danguolė Ilze Triin", "Kęstutis Uldis Tõnis"),
        ("Agnieszka Božena Zsófia", "Zbigniew Vojtěch László"),
        ("Snežana Desislava Luminița", "Siniša Radomir Răzvan"),
        ("Lindita Despina Chrysoula", "Besnik Panagiotis Thanasis"),
        ("Ayşegül Gülten Seda", "Ertuğrul Mehmet Orhan"),
        ("Anahit Tinatin Aytan", "Gevorg Zurab Elchin"),
        ("Nadezhda Oksana Volha", "Vyacheslav Mykola Siarhei"),
        ("Aigerim Gulnoza Oyungerel", "Nurlan Bakhrom Dorjsuren"),
        ("Farida Thuraya Khouloud", "Abdulrahman Ghassan Noureddine"),
        ("Fatemeh Malalai Berivan", "Gholamreza Hafizullah Masrour"),
        ("Avigail Osnat Tzipora", "Yehuda Itamar Shlomo"),
        ("Sushmita Meenakshi Lakshana", "Sandeep Venkatesh Subrata"),
        ("Shagufta Rukhsana Sirimavo", "Zulfiqar Mujibur Mahinda"),
        ("Siti Khofifah Azizah", "Bambang Susilo Zulkifli"),
        ("Luzviminda Sudarat Sochua", "Edgardo Thanathorn Rithy"),
        ("Sachiko Mayumi Yuriko", "Takahiro Kenichi Shotaro"),
        ("Tigist Hodan Wanjiku", "Tewodros Abdirahman Kipchoge"),
        ("Yetunde Chiamaka Akosua", "Oluwaseun Chukwuemeka Kwabena"),
        ("Hauwa Aïssatou Ramatoulaye", "Abubakar Souleymane Kouassi"),
        ("Nokuthula Rumbidzai Thandiwe", "Thabo Munyaradzi Siyabonga"),
        ("Ximena Perla Xiomara", "Wilfredo Heriberto Óscar"),
        ("Conceição Joaquina Rosângela", "Luís Thiago Otávio"),
        ("Ségolène Ornella Heike", "Benoît Giancarlo Jürgen"),
        ("Sereana Salote Ngahuia", "Sitiveni Viliame Wiremu"),
    ],
)
def test_given_names_of_every_region_are_known(female: str, male: str) -> None:
    assert {WORDS.given_names.get(name.lower()) for name in female.split()} == {"female"}
    assert {WORDS.given_names.get(name.lower()) for name in male.split()} == {"male"}


@pytest.mark.parametrize(("marked", "plain"), [("Siniša", "Sinisa"), ("José", "Jose"), ("Łukasz", "Lukasz")])
def test_given_names_are_known_without_their_marks(marked: str, plain: str) -> None:
    assert WORDS.given_names[marked.lower()] == WORDS.given_names[plain.lower()]


@pytest.mark.parametrize("word", ["ministers", "policemen", "agencies", "watches", "rebels"])
def test_plurals_are_found(word: str) -> None:
    found = WORDS.noun([word], [word])
    assert (found is not None) == (word != "watches")
