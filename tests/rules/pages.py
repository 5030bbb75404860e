"""``python -m tests.rules.pages`` writes ``docs/rules`` anew."""

from __future__ import annotations

from pathlib import Path

from claimcheck.rules import RULES, overview, page

__all__ = ["FOLDER", "pages"]

FOLDER = Path(__file__).parents[2] / "docs" / "rules"


def pages() -> dict[str, str]:
    """Every file of the folder with what it should say."""
    return {"README.md": overview(RULES), **{f"{rule.code}.md": page(rule) for rule in RULES}}


if __name__ == "__main__":
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    for stray in set(FOLDER.iterdir()) - {FOLDER / name for name in pages()}:
        stray.unlink()
