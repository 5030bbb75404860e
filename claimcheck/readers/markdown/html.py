"""The words of HTML that stands in Markdown: tags divide them into blocks, comments and scripts are left out."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from claimcheck.domain import BlockKind
from claimcheck.readers.markdown.canvas import Piece
from claimcheck.readers.markdown.notes import note_in

__all__ = ["html_blocks"]

_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<silent>script|style|iframe|template)\b.*?(?:</(?P=silent)\s*>|\Z)"
    r"|</?(?P<tag>[a-zA-Z][\w-]*)(?:\"[^\"]*\"|'[^']*'|[^'\">])*>"
    r"|<[!?][^>]*>"
    r"|&(?:\#\d{1,7}|\#[xX][\da-fA-F]{1,6}|\w{2,32});",
    re.DOTALL | re.IGNORECASE,
)
_RUN = re.compile(r"[^\n]+|\n")
# All other tags begin or end a block.
_WITHIN_LINES = re.compile(
    r"a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var"
)
_KINDS = {"figcaption": BlockKind.CAPTION, "blockquote": BlockKind.BLOCKQUOTE, "li": BlockKind.LIST_ITEM}


def html_blocks(lines: list[str], first: int) -> Iterator[tuple[BlockKind | None, list[Piece]]]:
    """The blocks in ``lines``, of which the first is the file's line number ``first``."""
    source = "\n".join(lines)
    kind: BlockKind | None = None
    pieces: list[Piece] = []
    line, start_of_line, done = first, 0, 0
    for found in (*_MARKUP.finditer(source), None):
        for run in _RUN.finditer(source, done, len(source) if found is None else found.start()):
            column = run.start() - start_of_line + 1
            if run.group() == "\n":
                pieces.append(Piece(words=" ", line=line, column=column, width=1))
                line, start_of_line = line + 1, run.end()
            else:
                pieces.append(Piece(words=run.group(), line=line, column=column))
        if found is None:
            break
        column = found.start() - start_of_line + 1
        tag = (found["tag"] or "").lower()
        note = note_in(found.group())
        if note is not None:
            pieces.append(Piece(words="", line=line, column=column, note=note))
        elif found.group().startswith("&"):
            width = found.end() - found.start()
            pieces.append(Piece(words=html.unescape(found.group()), line=line, column=column, width=width))
        elif tag and not _WITHIN_LINES.fullmatch(tag):
            yield kind, pieces
            kind, pieces = (None if found.group().startswith("</") else _KINDS.get(tag)), []
        breaks = found.group().count("\n")
        if breaks:
            line, start_of_line = line + breaks, found.start() + found.group().rindex("\n") + 1
        done = found.end()
    yield kind, pieces
