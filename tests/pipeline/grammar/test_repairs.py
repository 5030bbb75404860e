"""What the words tell better than the parse."""

from __future__ import annotations

from claimcheck.pipeline.grammar.tree import tree_of
from tests.pipeline.conftest import Parsed


def test_which_behind_a_comma_is_about_what_stands_before_it(parsed: Parsed) -> None:
    tree = tree_of(parsed("which-denied-clause"))
    denied, mill = tree.words.index("denied"), tree.words.index("mill")
    assert (tree.deps[denied], tree.head[denied]) == ("acl:relcl", mill)
    assert denied not in tree.children[tree.words.index("sold")]


def test_a_question_word_stays_one(parsed: Parsed) -> None:
    tree = tree_of(parsed("wondered-which"))
    assert tree.deps[tree.words.index("sold")] == "ccomp"
