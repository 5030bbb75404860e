"""What sort of source the words about it tell, read by the shipped model."""

from __future__ import annotations

import pytest

import claimcheck

pytestmark = pytest.mark.model


def sorts(text: str) -> dict[str, str]:
    return {source.name: source.kind.value for source in claimcheck.analyze(text).sources}


@pytest.mark.parametrize(
    ("who", "kind"),
    [
        # Bodies called by two words, of which the second alone tells nothing or something else.
        ("The national disaster office", "government"),
        ("The food safety watchdog", "government"),
        ("The energy regulator", "government"),
        ("The anti-corruption bureau", "police_courts"),
        ("The serious fraud office", "police_courts"),
        ("The bomb squad", "police_courts"),
        ("The mining group", "company"),
        ("The talent agency", "company"),
        ("The streaming service", "company"),
        ("The jihadist group", "military"),
        ("The parliamentary committee", "government"),
        ("A gossip site", "outlet"),
        ("The relief agency", "organisation"),
        # Offices of those who hold one.
        ("The regional governor's office", "government"),
        ("The prime minister's press office", "government"),
        ("The public prosecutor's office", "police_courts"),
        ("The bishop's office", "organisation"),
        # What people post, by the place where they post it.
        ("A WhatsApp message", "social_media"),
        ("Accounts on TikTok", "social_media"),
        ("A Facebook group", "social_media"),
        ("Captions in two languages", "social_media"),
        # People of whom the text tells only what they know, and others.
        ("Two people familiar with the talks", "unknown"),
        ("A person close to the striker", "unknown"),
        ("Three people briefed on the sale", "unknown"),
        ("People who live near the quarry", "public"),
        ("Two people who saw the fire", "public"),
        ("Relatives of the crew", "public"),
        ("A guard at the museum", "person"),
        # Those sent by a body speak for it.
        ("Forecasters at the national weather institute", "government"),
        ("Observers from the electoral commission", "government"),
        ("Monitors from the interior ministry", "government"),
        ("Observers from the African Union", "international_body"),
        ("Monitors from the OSCE", "international_body"),
        # Alone and in the plural, at the beginning of a sentence.
        ("Mourners", "public"),
        ("Hikers", "public"),
        ("Ranchers", "public"),
    ],
)
def test_what_a_common_noun_tells(who: str, kind: str) -> None:
    assert list(sorts(f"{who} said on Monday that the bridge had been shut for a week.").values()) == [kind]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        # A name beside which the text says that it is a body.
        ("Marantrans, the largest pilots' federation, said it would strike.", "Marantrans", "organisation"),
        ("Orlund Forward, a group of tenants, said it would sue the town.", "Orlund Forward", "organisation"),
        ("Navimar, which operates the ferries, said it had hired two tugs.", "Navimar", "company"),
        ("Its owner, Kestel Boatworks, said it had hired two tugs.", "Kestel Boatworks", "company"),
        ("A band calling itself Grey Heron claimed that it had copied the files.", "Grey Heron", "organisation"),
        # A word in the name.
        ("Ostrava Therapeutics said on Monday that the plant was shut.", "Ostrava Therapeutics", "company"),
        ("Lindqvist Ferries said on Monday that the pier was shut.", "Lindqvist Ferries", "company"),
        ("Brightwater Entertainment said on Monday that the tour was off.", "Brightwater Entertainment", "company"),
        ("Anna Steel said on Monday that the tour was off.", "Anna Steel", "person"),
        ("The National Institute of Statistics said on Monday that prices had risen.",
         "National Institute of Statistics", "government"),
        ("The Central Bureau of Investigation said on Monday that it had boarded the tanker.",
         "Central Bureau of Investigation", "police_courts"),
        # A short name after what it is called.
        ("The mayor took money from the pump maker Orvelo Works. Orvelo admitted that it had paid him.",
         "Orvelo Works", "company"),
    ],
)  # fmt: skip
def test_what_is_a_body(text: str, name: str, kind: str) -> None:
    assert sorts(text)[name] == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        # Who acts for others, in a clause.
        ("Efua Mensah, who represents the driver, said she would appeal.", "Efua Mensah", "official"),
        ("Efua Mensah, who represented the driver in court, said she would appeal.", "Efua Mensah", "official"),
        ("The fire was lit on purpose, said Ilaria Corda, who commands the forest guard.", "Ilaria Corda", "official"),
        ("Ilaria Corda, who led the choir until May, said the hall was cold.", "Ilaria Corda", "person"),
        ("Ilaria Corda, who sells fish, said the pier was shut.", "Ilaria Corda", "person"),
        # Who has left an office holds none.
        ("Jonas Lund, the former head of the league, said the cup was his.", "Jonas Lund", "person"),
        ("Former club treasurer Jonas Lund said the money was gone.", "Jonas Lund", "person"),
        ("Jonas Lund, a retired judge, said the verdict was wrong.", "Jonas Lund", "person"),
        ("Jonas Lund, a former judge and now the mayor of Orna, said the pier was shut.", "Jonas Lund", "official"),
        # People beside whose names a body stands.
        ("Jonas Lund, an economist at the Orna Centre, a think tank, said prices had risen.", "Jonas Lund", "person"),
        ("Jonas Lund, a maker of violins, said prices had risen.", "Jonas Lund", "person"),
        (
            "The book by Jonas Lund, which tells of the war, is long. Jonas Lund said it sold well.",
            "Jonas Lund",
            "person",
        ),
        # Directors of films hold none either.
        ("Bolivian director Rosa Paredes said she had cut the last scene.", "Rosa Paredes", "person"),
        ("The scene was shot in May, the film's director, Rosa Paredes, said.", "Rosa Paredes", "person"),
        ("Rosa Paredes, the director of the documentary, said she had cut the last scene.", "Rosa Paredes", "person"),
        ("Rosa Paredes, the director of the hospital, said the ward was shut.", "Rosa Paredes", "official"),
        ("Hospital director Rosa Paredes said the ward was shut.", "Rosa Paredes", "official"),
    ],
)
def test_who_holds_an_office(text: str, name: str, kind: str) -> None:
    assert sorts(text)[name] == kind


@pytest.mark.parametrize(
    "text",
    [
        "Ferry Line To Close, Media Reports Say\n\nThe ferry line will close in May, the operator said.",
        "Bridge To Shut, Press Reports Say\n\nThe bridge will shut in May, the mayor said.",
        "Striker To Leave Orna, News Reports Claim\n\nThe striker will leave in May, the club said.",
    ],
)
def test_a_common_noun_in_a_headlines_capitals_is_nobodys_name(text: str) -> None:
    found = {source.name.lower(): source.named for source in claimcheck.analyze(text).sources}
    assert not any(named for name, named in found.items() if "reports" in name)


@pytest.mark.parametrize("text", ["Sanders said on Monday that the pier was shut.", "Baker said the pier was shut."])
def test_a_surname_that_looks_like_a_trade_is_a_name(text: str) -> None:
    assert [source.named for source in claimcheck.analyze(text).sources] == [True]
