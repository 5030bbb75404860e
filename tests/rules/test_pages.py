"""docs/rules is what the rules say of themselves; ``make docs`` writes it."""

from __future__ import annotations

from claimcheck.explain import explain
from claimcheck.rules import RULES, by_code, document, listed, page
from tests.rules.pages import FOLDER, pages


def test_the_pages_are_up_to_date() -> None:
    assert {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()} == pages()


def test_a_rule_is_explained_by_its_code_or_name_in_any_case() -> None:
    asked = page(by_code["CC210"])
    assert explain("CC210") == explain("cc210") == explain("Unconfirmed-claim") == asked
    assert asked.startswith("# CC210 unconfirmed-claim\n")
    assert "ignore CC210 reason=" in asked
    assert explain("CC2") is None


def test_the_list_has_a_line_for_every_rule() -> None:
    lines = listed(RULES).splitlines()
    assert [line.split()[0] for line in lines] == ["code", *(rule.code for rule in RULES)]


def test_a_document_has_what_a_page_has() -> None:
    for rule in RULES:
        told = document(rule)
        examples = [example["text"] for example in told["flagged"] + told["passing"]]
        for text in (told["summary"], told["why"], told["fix"], *examples):
            assert text in page(rule)
