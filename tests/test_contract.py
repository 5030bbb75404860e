"""The JSON contract is written down three times: for people, for validators and in the reporter. They agree."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from claimcheck.reporters.json import schema

CONTRACT = Path(__file__).parents[1] / "docs" / "json-contract.md"


def sections() -> dict[str, str]:
    parts = re.split(r"^## (.+)$", CONTRACT.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {name.lower(): text for name, text in zip(parts[1::2], parts[2::2], strict=True)}


def described(name: str) -> dict[str, Any]:
    definitions = schema()["$defs"]
    return {
        "document": schema(),
        "article": schema()["properties"]["article"],
        "sources": definitions["source"],
        "attributions": definitions["attribution"],
        "claims": definitions["claim"],
        "findings": definitions["finding"],
        "headline": definitions["headline"],
        "summary": schema()["properties"]["summary"],
    }[name]


@pytest.mark.parametrize(
    "name", ["document", "article", "sources", "attributions", "claims", "findings", "headline", "summary"]
)
def test_every_key_of_the_schema_is_explained(name: str) -> None:
    explained = set(re.findall(r"`(\w+)`", sections()[name]))
    assert set(described(name)["properties"]) <= explained


def test_every_member_of_every_closed_set_is_explained() -> None:
    words = set(re.findall(r"\w+", CONTRACT.read_text(encoding="utf-8")))
    found: list[str] = []

    def walk(node: object) -> None:
        if isinstance(node, dict):
            found.extend(member for member in node.get("enum", []) if isinstance(member, str))
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    walk(schema())
    assert [member for member in found if member not in words] == []
