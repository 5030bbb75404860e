"""Baselines: what was there before is left out, as often as it was there, wherever it now stands."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.analyze import analyze
from claimcheck.check import Baselines
from claimcheck.check.baseline import read_baseline, written
from claimcheck.domain import fingerprints
from claimcheck.errors import BaselineError
from claimcheck.rules import findings
from tests.check.conftest import codes
from tests.stand_in import annotate

SANK = "Police claimed the ferry sank."
SLEPT = "Police claimed the captain slept."
RAINED = "It rained, police said."


@pytest.fixture
def renew(desk: Path, checked: Callable) -> Callable[..., str]:
    """Writes a baseline anew, and gives the sentence about it."""

    def run(path: str = "baseline.json", *paths: str) -> str:
        baselines = Baselines(to_write=path)
        checked(*paths, baselines=baselines)
        text, sentence = baselines.renewed()
        Path(path).write_text(text)
        return sentence

    return run


def draft(*paragraphs: str, path: str = "a.txt") -> None:
    Path(path).parent.mkdir(exist_ok=True)
    Path(path).write_text("\n\n".join(paragraphs) + "\n")


def test_what_is_in_it_is_left_out_wherever_it_stands(renew: Callable, checked: Callable) -> None:
    draft(SANK, RAINED)
    assert renew() == "baseline.json: +1/-0, 1 in all"
    draft(RAINED, RAINED.replace("rained", "snowed"), SANK.replace("ferry", "“ferry”"), SLEPT)
    (outcome,) = checked("a.txt", baselines=Baselines(path="baseline.json"))
    assert [(one.suppressed, one.reason) for one in outcome.report.findings] == [
        (True, "in the baseline"),
        (False, None),
    ]
    assert outcome.failing == 1


def test_what_comes_once_more_is_told(renew: Callable, checked: Callable) -> None:
    draft(SANK)
    renew()
    draft(SANK, SANK)
    assert codes(checked("a.txt", baselines=Baselines(path="baseline.json"))) == ["CC210"]


def test_the_settings_may_name_it(renew: Callable, checked: Callable) -> None:
    draft(SANK)
    renew()
    Path("claimcheck.toml").write_text('baseline = "baseline.json"')
    assert codes(checked("a.txt")) == []


def test_it_can_be_read_and_merged(renew: Callable) -> None:
    draft(SLEPT, SANK, SANK, path="b.txt")
    draft(SANK)
    renew()
    text = Path("baseline.json").read_text()
    assert text.splitlines() == [
        "[",
        '  {"file": "a.txt", "code": "CC210", "claim": "police claimed the ferry sank", "count": 1},',
        '  {"file": "b.txt", "code": "CC210", "claim": "police claimed the captain slept", "count": 1},',
        '  {"file": "b.txt", "code": "CC210", "claim": "police claimed the ferry sank", "count": 2}',
        "]",
    ]
    assert written(read_baseline("baseline.json").entries) == text
    assert written(Counter()) == "[]\n"


def test_renewed_it_says_what_has_changed_and_keeps_what_was_not_looked_at(renew: Callable, checked: Callable) -> None:
    draft(SANK, SLEPT)
    draft(SANK, path="other/b.txt")
    draft(SANK, path="other/c.txt")
    renew()
    draft(SANK, "Police claimed it burned.", "Police claimed nobody died.")
    Path("other/c.txt").unlink()
    baselines = Baselines(path="baseline.json")
    checked("a.txt", baselines=baselines)
    assert list(baselines.stale()) == [
        "baseline.json: 1 entry no longer occurs (take out with --write-baseline baseline.json)"
    ]
    assert renew("baseline.json", "a.txt") == "baseline.json: +2/-2, 4 in all"
    assert {entry["file"] for entry in json.loads(Path("baseline.json").read_text())} == {"a.txt", "other/b.txt"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, "there is no such baseline (write one with --write-baseline)"),
        ("{", "is no baseline: it is not JSON"),
        ("{}", "is no baseline: it is not a list"),
        ('[{"file": "a.txt"}]', "entry 1 is malformed"),
        ('[{"file": "a", "code": "b", "claim": "c", "count": 0}]', "entry 1 is malformed"),
        ("\udcff", "is no baseline: it is not JSON"),
    ],
)
def test_one_that_is_none(desk: Path, text: str | None, told: str) -> None:
    if text is not None:
        Path("baseline.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(BaselineError) as error:
        read_baseline("baseline.json")
    assert str(error.value).startswith(f"baseline.json: {told}")


paragraphs = st.lists(
    st.sampled_from(
        [SANK, SLEPT, RAINED, "Police claimed it snowed.", "A headline without an end", "Police claimed it."]
    ),
    min_size=1,
    max_size=8,
)


def prints(texts: list[str]) -> Counter[str]:
    report = analyze("\n\n".join(["The desk opened at nine, as it does.", *texts]), annotate=annotate)
    report = replace(report, findings=findings(report, ("CC210",)))
    return Counter(map(str, fingerprints(report)))


@given(paragraphs, st.randoms(use_true_random=False), st.lists(st.sampled_from([RAINED, "It snowed."]), max_size=4))
def test_fingerprints_stay_when_paragraphs_move_and_other_text_changes(
    texts: list[str], random: object, other: list[str]
) -> None:
    moved = [text.replace("ferry", "“ferry”") if text == SANK else text for text in [*texts, *other]]
    random.shuffle(moved)  # type: ignore[attr-defined]
    assert prints(moved) == prints(texts)
