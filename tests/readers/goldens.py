"""Writes the goldens of the block reader anew: ``python -m tests.readers.goldens``."""

from __future__ import annotations

from pathlib import Path

from claimcheck.domain import Article
from claimcheck.readers import read

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "fixtures" / "goldens" / "blocks"
ARTICLES = sorted((ROOT / "fixtures" / "articles").iterdir())


def golden_of(path: Path) -> Path:
    """Where the blocks of an article are kept."""
    return FOLDER / path.with_suffix(".txt").name


def drawn(article: Article) -> str:
    """The blocks of an article as one reads them: a kind and its words a line, line breaks shown."""
    rows = (
        (block.kind.value, block.span.of(article.text).replace("\r", "").replace("\n", "⏎")) for block in article.blocks
    )
    return "".join(f"{kind:12}  {words}\n" for kind, words in rows)


if __name__ == "__main__":
    for path in ARTICLES:
        golden_of(path).write_text(drawn(read(str(path))), encoding="utf-8")
