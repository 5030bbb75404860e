"""What the words tell better than the parse."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.domain import Status
from claimcheck.lang.cue import Lexicon
from claimcheck.pipeline.grammar import repairs
from claimcheck.pipeline.grammar.tree import Tree, tree_of
from tests.pipeline.conftest import Parsed


def test_which_behind_a_comma_is_about_what_stands_before_it(parsed: Parsed) -> None:
    tree = tree_of(parsed("which-denied-clause"))
    denied, mill = tree.words.index("denied"), tree.words.index("mill")
    assert (tree.deps[denied], tree.head[denied]) == ("acl:relcl", mill)
    assert denied not in tree.children[tree.words.index("sold")]


def test_a_question_word_stays_one(parsed: Parsed) -> None:
    tree = tree_of(parsed("wondered-which"))
    assert tree.deps[tree.words.index("sold")] == "ccomp"


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "By nightfall the flames had reached the gardens of Bortilai, a reporter for this newspaper saw.",
        "Ivo Lenk left Arlanza's offices at noon, a reporter for this newspaper saw.",
        "The last lorry drove into Gorom before dawn, two residents of the street recalled.",
    ],
)
def test_who_is_named_behind_a_comma_tells_what_stands_before_it(text: str) -> None:
    made = claimcheck.analyze(text).attributions
    said = [(" ".join(span.of(text) for span in one.source), text[: one.content[-1].end]) for one in made]
    assert said == [(text[text.index(",") + 2 : text.rindex(" ")], text[: text.index(",")])]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Prosecutors say the clerks burned the bills, a charge that their lawyer, Ada Moro, rejected.", "burned"),
        ("The union says the pumps failed in May, a claim that the operator, Norvik Water, denies.", "failed"),
        ("Officials in Orona said the mill had been sold, a report that Ilse Brandt, its owner, denied.", "sold"),
    ],
)
def test_a_noun_that_sums_up_a_claim_is_what_somebody_denies(text: str, claim: str) -> None:
    found = next(one for one in claimcheck.analyze(text).claims if claim in one.text)
    assert found.status is Status.DISPUTED


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Radio Orona carried a report that the mayor had resigned.",
        "He left the town, a report that the mayor had resigned in his pocket.",
    ],
)
def test_what_a_report_says_is_not_what_is_done_with_it(text: str) -> None:
    assert any("the mayor had resigned" in one.text for one in claimcheck.analyze(text).claims)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "verb", "noun"),
    [
        ("The mayor dismissed rumours on Telegram that the bank had closed.", "closed", "rumours"),
        ("The navy could not confirm a report by the Daily Orona that the ship had sunk.", "sunk", "report"),
        ("The club denied posts saying its keeper had been sold.", "saying", "posts"),
        ("The navy could not confirm a report by the Daily Orona that the agency had published.", "published", ""),
    ],
)
def test_what_a_noun_for_something_said_tells(text: str, verb: str, noun: str) -> None:
    tree = tree_of(claimcheck.load()(text))
    place = tree.words.index(verb)
    hangs = tree.words[tree.head[place]] if tree.deps[place] == "acl" else ""
    assert hangs == noun


def test_a_tree_stays_one_whatever_is_repaired(parsed: Parsed, monkeypatch: pytest.MonkeyPatch) -> None:
    def turn(tree: Tree, index: int, _: Lexicon) -> None:
        above = tree.head[index]
        tree.head[above] = index

    monkeypatch.setitem(repairs._BY_WORD, "sold", turn)
    monkeypatch.setitem(repairs._BY_WORD, "which", turn)
    tree = tree_of(parsed("wondered-which"))
    for token in range(len(tree.words)):
        steps = 0
        while tree.head[token] != token:
            token, steps = tree.head[token], steps + 1
            assert steps < len(tree.words)
