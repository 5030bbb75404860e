"""The closed sets of the heads."""

from __future__ import annotations

import json
import pathlib
from dataclasses import asdict, dataclass

ENTITY_TAGS = ("O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG", "B-PLACE", "I-PLACE")


@dataclass(frozen=True)
class Labels:
    """The values of the syntax heads, in the order of their numbers."""

    upos: list[str]
    tags: list[str]
    feats: list[str]
    scripts: list[str]
    relations: list[str]

    def save(self, path: pathlib.Path) -> None:
        path.write_text(json.dumps(asdict(self), indent=1, ensure_ascii=False), encoding="utf8")

    @classmethod
    def load(cls, path: pathlib.Path) -> Labels:
        return cls(**json.loads(path.read_text(encoding="utf8")))
