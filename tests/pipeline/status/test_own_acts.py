"""Who speaks of his own act or decision, and who only seems to, read by the shipped model."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.domain import EvidenceKind

pytestmark = pytest.mark.model


def is_own(text: str, claim: str) -> bool:
    found = next(one for one in claimcheck.analyze(text).claims if claim in one.text)
    return any(ground.kind is EvidenceKind.SELF_STATEMENT for ground in found.evidence)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Fisheries minister Lanre Oduya said her ministry would close two harbours.", "her ministry would close"),
        ("“Our club will appeal,” said Marit Aune, president of Fjordby IL.", "Our club will appeal"),
        ("The ministry said it had sent four inspectors to Lobito.", "it had sent"),
        (
            "Brunel Ferries runs the route. The company would buy two boats, its spokesman, Otis Lane, said.",
            "The company would buy",
        ),
        ("Police in Limoges said they had seized forty stolen bicycles.", "they had seized"),
        ("Trade minister Aroha Tipene said she wanted to open the port to tankers.", "she wanted to open"),
        ("Zsombor Rácz said he had dropped the plan in June.", "he had dropped"),
        ("Uzbekistan will send two envoys to Bern next week, its foreign ministry said.", "will send"),
        ("Workers at the Lindal mine will walk out on Monday, their union said.", "will walk out"),
        ("Parliament's health committee will hear two men, the committee's chairwoman, Rose Kamau, said.", "will hear"),
        ("Police in Breda have arrested three men, a police spokeswoman said.", "have arrested"),
        ("The Red Cross said it was ready to open a second camp.", "it was ready"),
        ("The data commissioner of Bremen said he had opened an inquiry.", "he had opened"),
        ("The European Union said its monitors had inspected ninety depots.", "its monitors had inspected"),
        ("The Finance Agency said it had no plans for a second loan.", "it had no plans"),
        ("“We open the east wing on Monday,” the museum's director, Ute Lamm, said.", "We open"),
        ("“We start to dredge in June,” said Rosa Lindqvist, chief executive of Varga Harbours.", "We start"),
        ("The union announced that its council would meet on Friday.", "its council would meet"),
        # Nobody means Orloff by "he".
        ("Orloff's wife left. The sheriff, Jon Perl, said he had sent forty letters.", "he had sent"),
    ],
)
def test_who_speaks_of_what_he_or_his_body_does(text: str, claim: str) -> None:
    assert is_own(text, claim)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        # The army's own count of what it took is a result.
        ("The army said it had seized forty villages.", "it had seized"),
        # Who is named after the words does not mean himself by "he".
        ("Ivo Lenk drove a bus. He had received two threats, according to Ulrike Sand.", "He had received"),
        # Two men: nobody can tell.
        ("Ivo Lenk met Dov Perl in May. Lukasi Vea said he had asked the court for help.", "he had asked"),
        ("A ministry in Bonn said it had sent inspectors.", "it had sent"),
        ("The official said he had opened an inquiry.", "he had opened"),
        # What aides say that he told them is their word.
        ("Peter Lokira has told the king that he will step down, two aides said.", "he will step down"),
        ("Rebels have attacked the town, its mayor said.", "have attacked"),
        ("The gang robbed a bank in May, its chairman said.", "robbed"),
        ("The shop has grown fast, according to Marit Aune.", "has grown"),
        ("“We sell bread every Monday,” said Paul Brandt, head of the Lenz bakery.", "We sell"),
        # What somebody expects is a forecast.
        ("Doctor Rosa Lindqvist said she expected forty more cases.", "she expected"),
        ("The bus company said its passengers had bought fewer tickets.", "its passengers had bought"),
    ],
)
def test_who_speaks_of_others_or_of_what_is_so(text: str, claim: str) -> None:
    assert not is_own(text, claim)
