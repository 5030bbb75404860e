"""The wordings by which news says who speaks, read by the shipped model: source, via and channel of the first claim."""

from __future__ import annotations

import pytest

import claimcheck

pytestmark = pytest.mark.model

NOBODY = None


def first(text: str) -> tuple[str | None, list[str], str | None]:
    report = claimcheck.analyze(text)
    names = {source.id: source.name for source in report.sources}
    claim = next((claim for claim in report.claims if claim.attribution_id), report.claims[0])
    made = next((made for made in report.attributions if made.id == claim.attribution_id), None)
    source = None if claim.source_id is None else names[claim.source_id]
    return source, [names[via] for via in claim.via], None if made is None else made.channel


@pytest.mark.parametrize(
    ("text", "source", "via"),
    [
        ("The pond is dry, according to the geologist.", "geologist", []),
        ("Police have put up road blocks at two bridges, the mayor of Orona said.", "mayor of Orona", []),
        ("Police in Aveiro have found nine ivory figures that were stolen in May, they said.", "police in Aveiro", []),
        ("Per the water board, the pond is dry.", "water board", []),
        ("In the words of the coach, Ivo Lenk, “nobody likes to lose”.", "Ivo Lenk", []),
        ("Pond runs dry in Orona – geologist\n\nThe pond in Orona is dry.", "geologist", []),
        ("Police: pond in Orona has run dry\n\nThe pond in Orona is dry.", "police", []),
        ("The pond was said by the mayor to be dry.", "mayor", []),
        (
            "Radio Orona, citing two council officials, reported that the pond was dry.",
            "two council officials",
            ["Radio Orona"],
        ),
        ("Radio Orona reported that the pond was dry, citing a survey.", "survey", ["Radio Orona"]),
        ("Two engineers said, citing a survey, that the pond was dry.", "two engineers", []),
        (
            "Radio Orona said that the mayor had found the pond dry in May, citing a ranger close to the case.",
            "ranger",
            ["Radio Orona"],
        ),
        ("Radio Orona reported, without citing sources, that the pond was dry.", "Radio Orona", []),
        ("The pond is dry, Radio Orona quoted the mayor as saying.", "mayor", ["Radio Orona"]),
        ("The pond is dry, the mayor told the broadcaster ORN9.", "mayor", ["ORN9"]),
        ("It was reported that the pond was dry.", NOBODY, []),
        # One person with two callings, and two people.
        ("Mill owner and radio host Ivo Lenk said the pond was dry.", "Ivo Lenk", []),
        ("Wine merchant and television star Rita Holm said the pond was dry.", "Rita Holm", []),
        ("Radio presenter and newspaper columnist Ana Brandt said the pond was dry.", "Ana Brandt", []),
        ("The ministry and mayor Ana Brandt said the pond was dry.", "ministry and Ana Brandt", []),
        # Who is interviewed says it, and a club is no person because its name is unknown.
        (
            "Three swimmers interviewed by the island paper Orona Courier said the pond was dry. “I saw it,” said one "
            "of them, teacher Ivo Lenk.",
            "three swimmers",
            [],
        ),
        ("Grimsholm confirmed in a statement on its website that the pond was dry.", "Grimsholm", []),
        # Names that a clause gives.
        ("The group calling itself Night Heron said the pond was dry.", "Night Heron", []),
        ("A man named Ivo Lenk said the pond was dry.", "Ivo Lenk", []),
        ("The rebel group known as Red Dawn said the pond was dry.", "Red Dawn", []),
        # What a body is also called, and a place that is no outlet.
        ("Customers of Kestrel Bank lost money, the lender said.", "Kestrel Bank", []),
        ("Brno University has closed a hall. The school said the pond was dry.", "Brno University", []),
        (
            "“The pond is dry,” Ana Brandt told a press conference in Orona. The Orona Courier has a new office.",
            "Ana Brandt",
            [],
        ),
        ("Mayor Ana Brandt and fire chief Ivo Lenk said the pond was dry.", "Ana Brandt and Ivo Lenk", []),
    ],
)
def test_who_says_it_through_whom(text: str, source: str | None, via: list[str]) -> None:
    assert first(text)[:2] == (source, via)


def test_written_where_the_charge_was_made() -> None:
    assert first("Rita Holm made the charge in a post on X, writing that the pond was dry.")[2] == "post on X"


def test_another_is_another_of_those_before() -> None:
    report = claimcheck.analyze("A ranger said the pond was dry. Another said it had been dry for a year.")
    assert [source.name for source in report.sources] == ["ranger", "another ranger"]


def test_an_owner_is_called_by_name() -> None:
    report = claimcheck.analyze("Rita Holm, the mayor, fell ill on Monday. Her lawyer said the trial would go on.")
    assert "Rita Holm's lawyer" in [source.name for source in report.sources]


def test_what_is_said_does_not_run_into_the_next_paragraph() -> None:
    report = claimcheck.analyze("A ranger said the pond was dry.\n\nA survey shows that the river has sunk.")
    assert [claim.via for claim in report.claims] == [(), ()]


@pytest.mark.parametrize("text", ["The lift costs 12 dollars per person.", "Prices rose 4 per cent per year."])
def test_a_measure_is_no_source(text: str) -> None:
    assert claimcheck.analyze(text).sources == ()


@pytest.mark.parametrize(
    ("sentence", "accuser"),
    [
        (
            "Britain closed its base at Ardan in May after the council’s leaders told its soldiers to go, accusing the "
            "former colonial power of spying.",
            "council’s leaders",
        ),
        (
            "Spain withdrew its envoy after the island’s government expelled two diplomats, accusing the former "
            "colonial power of theft.",
            "island’s government",
        ),
        ("The junta closed the border, accusing the former colonial power of theft.", "junta"),
    ],
)
def test_no_country_accuses_itself(sentence: str, accuser: str) -> None:
    report = claimcheck.analyze(sentence)
    names = {source.id: source.name for source in report.sources}
    assert [names[a.source_id or ""] for a in report.attributions if "accusing" in a.cue[0].of(sentence)] == [accuser]


def test_a_country_alone_is_no_person() -> None:
    assert first("Jordan said on Monday that the pond was dry.")[0] == "Jordanian government"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Embassy dismisses rumours envoy was expelled", "rumours"),
        ("Ministry rejects reports minister resigned", "reports"),
        ("Club denies claims coach was sacked", "claims"),
        ("The embassy of Norland dismissed rumours that its envoy had been expelled.", "rumours"),
        ("The bank on Monday rejected reports that it was short of cash.", "reports"),
    ],
)
def test_who_denies_what_others_say_neither_says_nor_carries_it(text: str, source: str) -> None:
    assert [(claim.status, first(text)[:2]) for claim in claimcheck.analyze(text).claims] == [("denied", (source, []))]


@pytest.mark.parametrize(
    ("text", "source", "claim"),
    [
        ("Rita Holm called the affair “a circus”.", "Rita Holm", "the affair “a circus”"),
        ("The coach branded the ruling “a disgrace”.", "coach", "the ruling “a disgrace”"),
        ("The minister has called the strike “illegal”.", "minister", "the strike “illegal”"),
    ],
)
def test_what_somebody_calls_it_is_his_opinion(text: str, source: str, claim: str) -> None:
    (made,) = claimcheck.analyze(text).claims
    assert (first(text)[0], made.text, made.kind) == (source, claim, "opinion")


@pytest.mark.parametrize(
    "text", ["Fans called the singer “the Duke of Brno”.", "Locals call the bridge “the Needle”.", "He called her mad."]
)
def test_a_name_that_is_given_and_words_that_are_not_quoted_are_no_judgement_of_a_source(text: str) -> None:
    assert first(text)[0] is NOBODY


@pytest.mark.parametrize(
    "text",
    [
        "State-run Press TV said the ferry was late. A Press TV crew filmed it.",
        "Radio Nord reported that the ferry was late. A Radio Nord crew filmed it.",
        "“The talks failed,” the minister told Press TV. On Friday Iran's English-language Press TV showed the wreck.",
    ],
)
def test_the_first_word_of_a_name_is_not_completed_twice(text: str) -> None:
    assert all("[" not in claim.standalone for claim in claimcheck.analyze(text).claims)


def test_a_name_keeps_its_capital() -> None:
    report = claimcheck.analyze("A Press TV correspondent said on Friday that the crew had left.")
    assert [source.name for source in report.sources] == ["Press TV correspondent"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Satellite images purport to show a pier near the lake.", "a pier near the lake"),
        ("Footage seems to show the coach leaving the ground.", "the coach leaving the ground"),
        ("A clip shared on Telegram appears to show guards walking past the mill.", "guards walking past the mill"),
    ],
)
def test_what_is_shown_is_the_claim_and_not_that_it_is_shown(text: str, claim: str) -> None:
    (only,) = claimcheck.analyze(text).claims
    assert (only.text, str(only.status)) == (claim, "unconfirmed")


def test_which_red_cross_it_is_only_the_text_tells() -> None:
    assert first("The Red Cross said the road was open.")[0] == "Red Cross"
    assert first("The ICRC said the road was open.")[0] == "International Committee of the Red Cross"


def test_a_noun_in_the_headline_is_no_rival_of_the_body_that_the_text_names() -> None:
    report = claimcheck.analyze("Bank says pond is safe\n\nCustomers of Kestrel Bank lost money, the lender said.")
    names = {source.id: source.name for source in report.sources}
    assert names[report.claims[1].source_id or ""] == "Kestrel Bank"


def test_it_is_the_body_that_acted_in_the_sentence_before() -> None:
    report = claimcheck.analyze(
        "Orona's weather office issued a warning on Friday. Gusts could reach the pond, it said."
    )
    names = {source.id: source.name for source in report.sources}
    assert names[report.claims[-1].source_id or ""] == "Orona's weather office"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The mill has burned down, reports Dalewise.", "outlet"),
        ("The Inquisitant reported that a militia had stormed the compound.", "outlet"),
        ("Two sisters will play the twins, Varia reports.", "outlet"),
        ("Vestfjord reported that its profit had risen by a tenth.", None),
        ("Dana Holm reported that the pump had failed.", "person"),
        ("Umzivuba admitted last year that it had paid a consultant.", "organisation"),
        ("Corvala said it was recalling 84,000 bottles of its syrup.", "organisation"),
        ("Weber said it was raining.", "person"),
    ],
)
def test_a_lone_name_is_a_body_by_what_it_does(text: str, kind: str | None) -> None:
    (source,) = claimcheck.analyze(text).sources
    assert source.kind.value == kind or (kind is None and source.kind.value != "outlet")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The group sits on four billion euros in cash, said Park Ji-won, an analyst.", "Park Ji-won"),
        ("The family will sell its stake, the weekly Kapital & Marked wrote.", "Kapital & Marked"),
        ("The agent said on Radio Hora that the fans had been warned.", "agent"),
        ("The Holm-backed plan has failed, said Dana Holm.", "Dana Holm"),
        ("Half had gone by noon, the rescue director, Juan Féliz Then, told reporters.", "Juan Féliz Then"),
        ("The General Staff said a depot had burned.", "General Staff"),
        ("Posts on X that say turkey has been recalled are untrue.", "posts on X"),
    ],
)
def test_a_name_is_whole(text: str, source: str) -> None:
    assert first(text)[0] == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The council rejected that. “Not a child has been hit there since 2016,” a spokesperson said.", "council"),
        ("The bank said the vault was safe. A spokeswoman said it had been locked all night.", "bank"),
        ("Ana Holm said the vault was safe. A spokeswoman said it had been locked all night.", "spokeswoman"),
        ("The bank said the vault was safe. A police spokeswoman said it had been open.", "police"),
    ],
)
def test_a_spokesperson_without_a_word_more_speaks_for_the_body_that_spoke(text: str, source: str) -> None:
    report = claimcheck.analyze(text)
    names = {one.id: one.name for one in report.sources}
    assert names[report.claims[-1].source_id or ""] == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Pablo Duhalde told Radio Onda that he was tired. Benítez had asked to leave in June, he said.",
            "Pablo Duhalde",
        ),
        ("Weber met the press on Monday. Holm had been ill, he said.", "Weber"),
        ("Shipbuilder Eduardo Lim will give his yard to its workers, he said on Friday.", "Eduardo Lim"),
    ],
)
def test_who_speaks_is_not_he_of_whom_the_words_are_by_name(text: str, source: str) -> None:
    report = claimcheck.analyze(text)
    names = {one.id: one.name for one in report.sources}
    assert names[report.claims[-1].source_id or ""] == source


def test_who_says_it_stands_in_the_sentence_that_says_so() -> None:
    text = (
        "Virtus Ligure have withdrawn their offer for the striker Nahuel Iria, the Italian club's sporting director, "
        "Fabio Carraro, said on Thursday.\n\nThe striker trains in Genoa. Two clubs have both been mentioned by fans' "
        "forums in the past week, without any evidence being offered."
    )
    assert first(text)[0] == "Fabio Carraro"


@pytest.mark.parametrize(
    "text",
    [
        "The Daily Sentinel published the minutes on Monday. They say that forty of the machines had failed.",
        "Norvik Bank released two reports. They say that the vault had been open.",
    ],
)
def test_they_may_be_papers_and_then_nobody_says_it(text: str) -> None:
    assert first(text)[0] == "they"
