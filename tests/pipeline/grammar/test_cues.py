"""Cues: the class comes from polarity, tense, agent and complement, never from the word alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from claimcheck.lang.cue import CueClass
from claimcheck.pipeline.grammar.cues import CueMatch, cues_in

Parsed = Callable[..., Doc]


def classes(doc: Doc) -> dict[str, CueClass]:
    return {match.span.of(doc.text): match.cue_class for match in cues_in(doc).all}


def the_cue(doc: Doc, lemma: str) -> CueMatch:
    (found,) = [match for match in cues_in(doc).all if match.cue.lemma == lemma]
    return found


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("yet-to-confirm", "has yet to confirm", CueClass.NONCONFIRM),
        ("neither-nor", "would neither confirm", CueClass.NONCONFIRM),
        ("unconfirmed-reports", "Unconfirmed", CueClass.NONCONFIRM),
        ("not-confirmed-or-denied", "did not confirm", CueClass.NONCONFIRM),
        ("without-confirming", "without confirming", CueClass.NONCONFIRM),
        ("no-official", "confirmed", CueClass.NONCONFIRM),
        ("if-confirmed", "confirmed", CueClass.NONCONFIRM),
        ("no-confirmation", "no confirmation", CueClass.NONCONFIRM),
        ("aware-of-reports", "confirmed", CueClass.CONFIRM),
        ("did-not-fail", "did not fail to confirm", CueClass.CONFIRM),
        ("confirmed-by", "was confirmed", CueClass.CONFIRM),
        ("could-not-verify", "could not independently verify", CueClass.CANT_VERIFY),
        ("declined", "declined to comment", CueClass.SOUGHT_COMMENT),
        ("said-to", "are said", CueClass.HEDGE),
        ("might", "might", CueClass.HEDGE),
        ("outlet", "witnessed", CueClass.FIRSTHAND),
        ("appended", "found", CueClass.FIRSTHAND),
        ("court-records", "records", CueClass.DOCUMENT),
        ("reported-admit", "admitted", CueClass.ADMIT),
        ("which-denied", "denied", CueClass.DENY),
        ("dispute", "rejected", CueClass.DENY),
        ("untrue", "were untrue", CueClass.FALSIFY),
    ],
)
def test_the_tree_decides_the_class(parsed: Parsed, sentence: str, words: str, expected: CueClass) -> None:
    assert classes(parsed(sentence))[words] is expected


def test_a_label_is_not_an_act(parsed: Parsed) -> None:
    assert "confirmed" not in classes(parsed("confirmed-cases"))


def test_what_is_only_expected_is_not_real(parsed: Parsed) -> None:
    assert not the_cue(parsed("expected-to-confirm"), "confirm").reading.realis


@pytest.mark.parametrize(
    ("sentence", "lemma", "agent", "target", "kind"),
    [
        ("yet-to-confirm", "confirm", "navy", "size", "object"),
        ("neither-nor", "confirm", "palace", "ill", "clause"),
        ("aware-of-reports", "confirm", "office", "aware", "clause"),
        ("aware-of-reports", "report", None, "died", "clause"),
        ("confirmed-by", "confirm", "prosecutor", "arrest", "object"),
        ("not-confirmed-or-denied", "confirm", "army", "raid", "object"),
        ("which-denied", "deny", "club", "test", "object"),
        ("appended", "find", "correspondent", "empty", "clause"),
        ("untrue", "untrue", None, "Posts", "subject"),
        ("no-confirmation", "confirmation", "bank", "deal", "of"),
        ("might", "might", None, "sunk", "governor"),
    ],
)
def test_agent_and_target(parsed: Parsed, sentence: str, lemma: str, agent: str | None, target: str, kind: str) -> None:
    doc = parsed(sentence)
    match = the_cue(doc, lemma)
    assert (doc[match.agent].text if match.agent >= 0 else None) == agent
    assert (doc[match.target].text, match.target_kind) == (target, kind)
