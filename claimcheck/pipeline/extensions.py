"""The attributes that claimcheck adds to a spaCy ``Doc``, and their only point of registration.

==================== =================================================================================
``doc._.article``     the :class:`~claimcheck.domain.Article` the Doc was made from, or None
``doc._.blocks``      its blocks, in text order; without an article, every line that is not blank
``doc._.attributions`` tuple of :class:`~claimcheck.domain.Attribution`
``doc._.sources``     tuple of :class:`~claimcheck.domain.Source`
``doc._.claims``      tuple of :class:`~claimcheck.domain.Claim`
==================== =================================================================================
"""

from __future__ import annotations

import re

from spacy.tokens import Doc

from claimcheck.domain import Block, BlockKind, Span

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_EMPTY: tuple[()] = ()


def _blocks(doc: Doc) -> tuple[Block, ...]:
    """The article's blocks; a Doc that came without an article is read as one paragraph a line."""
    if doc._.article is not None:
        blocks: tuple[Block, ...] = doc._.article.blocks
        return blocks
    if "claimcheck_blocks" not in doc.user_data:
        doc.user_data["claimcheck_blocks"] = tuple(
            Block(kind=BlockKind.PARAGRAPH, span=Span(start=m.start(), end=m.end())) for m in _LINE.finditer(doc.text)
        )
    lines: tuple[Block, ...] = doc.user_data["claimcheck_blocks"]
    return lines


def register() -> None:
    """Make the attributes known to spaCy; further calls change nothing."""
    if Doc.has_extension("article"):
        return
    Doc.set_extension("article", default=None)
    Doc.set_extension("blocks", getter=_blocks)
    for name in ("attributions", "sources", "claims"):
        Doc.set_extension(name, default=_EMPTY)
