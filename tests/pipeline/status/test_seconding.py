"""Who tells once more what another has told, in other words, and bears him out; read by the shipped model."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.domain import EvidenceKind, Status

pytestmark = pytest.mark.model


def statuses(text: str, *claims: str) -> list[Status | None]:
    told = claimcheck.analyze(text).claims
    return [next(one.status for one in told if claim in one.text) for claim in claims]


@pytest.mark.parametrize(
    ("text", "first", "again"),
    [
        (
            "The dyke at Ouderkerk had burst, mayor Joost Veen said. The engineer Lotte Bakker also said that the dyke"
            " had been breached.",
            "The dyke at Ouderkerk",
            "the dyke had been breached",
        ),
        (
            "Three miners died in the blast, the operator, Cuprum Norte, said. The governor, Rosa Quispe, likewise told"
            " Radio Andina that the explosion had killed three.",
            "Three miners died",
            "the explosion had killed three",
        ),
        (
            "The ferry had 312 people on board, captain Yusuf Kaya said. The coastguard chief, Selin Ak, said as well"
            " that 312 passengers had boarded.",
            "The ferry had 312",
            "312 passengers had boarded",
        ),
        (
            "The theatre's staff were paid in May, its director, Ivo Prandl, said. The actress Mira Soll agreed that"
            " the staff had received the payment.",
            "The theatre's staff",
            "the staff had received",
        ),
    ],
)
def test_two_parties_of_which_the_second_also_says_it_confirm_each_other(text: str, first: str, again: str) -> None:
    assert statuses(text, first, again) == [Status.CONFIRMED, Status.CONFIRMED]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "The tower fell at 4:17 a.m., its owner, Telmasten, said. Norway's seismic institute also recorded a shock"
            " at 4:17.",
            "The tower fell",
        ),
        (
            "The storm killed nine people, governor Lani Tau said. The Red Cross likewise counted nine dead.",
            "The storm killed",
        ),
        (
            "The pump failed at 23:40, the operator, Aquavia, said. The water inspectorate too registered a failure at"
            " 23:40.",
            "The pump failed",
        ),
    ],
)
def test_a_body_that_found_it_too_bears_out_who_says_it(text: str, first: str) -> None:
    claim = next(one for one in claimcheck.analyze(text).claims if first in one.text)
    assert claim.status is Status.CONFIRMED
    assert claim.evidence[0].kind is EvidenceKind.SECOND_SOURCE


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        # Nothing says that it is the same.
        (
            "The dyke at Ouderkerk had burst, mayor Joost Veen said. The engineer Lotte Bakker said that the lock had"
            " been damaged.",
            "The dyke at Ouderkerk",
            "the lock had been damaged",
        ),
        # More to tell, not the same.
        (
            "The bridge will close in May, mayor Joost Veen said. The governor, Ada Blom, also said that the tunnel"
            " will close in May.",
            "The bridge will close",
            "the tunnel will close",
        ),
        # Other figures.
        (
            "Three miners died in the blast, the operator, Cuprum Norte, said. The governor, Rosa Quispe, also said"
            " that the blast had killed seven.",
            "Three miners died",
            "the blast had killed seven",
        ),
    ],
)
def test_what_else_somebody_says_bears_out_nothing(text: str, first: str, second: str) -> None:
    assert statuses(text, first, second) == [Status.ATTRIBUTED, Status.ATTRIBUTED]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "Sailor drowns off Crete\n\nA Greek sailor drowned off Crete on Sunday, the coastguard said.\n\nThe island"
            " has three harbours.",
            Status.ATTRIBUTED,
        ),
        (
            "Two dead in Utrecht tram crash\n\nA tram crash in Utrecht left two people dead, the fire brigade"
            " said.\n\nThe line was opened in 1983.",
            Status.ATTRIBUTED,
        ),
        (
            "Bakery chain shuts 40 shops\n\nBakery chain Kornhaus said on Friday that it would shut 40 shops.\n\nIt was"
            " founded in Linz.",
            Status.CONFIRMED,
        ),
        (
            "Storm destroys bridge at Vinh\n\nThe storm destroyed the bridge at Vinh on Monday.\n\nThe bridge was built"
            " in 1990, the ministry said.",
            Status.ASSERTED,
        ),
    ],
)
def test_a_flat_headline_has_the_status_of_what_the_body_tells(text: str, status: Status) -> None:
    headline = claimcheck.analyze(text).claims[0]
    assert headline.source_id is None
    assert headline.status is status


@pytest.mark.parametrize(
    ("text", "claimed", "denied"),
    [
        (
            "The gossip writer Ada Blom told Radio Vik that the tenor had exchanged vows with a dancer. His agent, Per"
            " Dahl, said that no wedding had taken place.",
            "exchanged vows",
            "no wedding",
        ),
        (
            "The pilot Jon Vik said that a jet had collided with a glider. The airport's director, Rosa Quispe, said"
            " that no crash had taken place.",
            "a jet had collided",
            "no crash",
        ),
        (
            "The clerk Lea Brek said that sacks of cash had been delivered to the minister's villa. The minister, Otto"
            " Rehm, said that no money had ever been brought to the villa.",
            "cash had been delivered",
            "no money had ever",
        ),
    ],
)
def test_who_says_that_there_was_nothing_of_the_kind_disputes_it(text: str, claimed: str, denied: str) -> None:
    assert statuses(text, claimed, denied) == [Status.DISPUTED, Status.DISPUTED]


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        (
            "The clerk Lea Brek said that sacks of cash had been delivered to the minister's villa. The gardener, Otto"
            " Rehm, said that no flowers had been brought to the villa.",
            "cash had been delivered",
        ),
        (
            "The guard Ivo Lenk said that the order had come from the consul. The consul's lawyer, Mia Aalto, said"
            " that no such letter had ever been given.",
            "the order had come",
        ),
        (
            "Ada Blom told Radio Vik that the tenor had exchanged vows with a dancer. His agent, Per Dahl, said that no"
            " concert had taken place.",
            "exchanged vows",
        ),
    ],
)
def test_who_says_that_something_else_did_not_happen_disputes_nothing(text: str, claimed: str) -> None:
    assert statuses(text, claimed) == [Status.ATTRIBUTED]
