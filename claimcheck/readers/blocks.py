"""Plain text → blocks: what is headline, byline, caption or teaser, and what is the article itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from claimcheck.domain import Block, BlockKind, Span, normalised
from claimcheck.lang.furniture import Mark, Region, furniture
from claimcheck.readers.paragraphs import Paragraph, paragraphs
from claimcheck.readers.signs import credit_start, dateline_end, ends_sentence, kind_of, stamps

__all__ = ["arrange", "recognise"]

_LONGEST_HEADLINE = 150
_LONGEST_DEK = 250
_MOST_DEKS = 2
_LONGEST_CAPTION = 500
_LONGEST_TEASER = 400
_LONGEST_LABEL = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A paragraph, or a part of one."""

    span: Span
    words: str
    paragraph: Paragraph
    kind: BlockKind | None
    """None while it is not known, and for ordinary paragraphs."""


def recognise(text: str, language: str = "en", title: str | None = None) -> tuple[Block, ...]:
    """The blocks of a plain text: in order, disjoint, and every character that is not white space is in one.

    A ``title`` given apart from the text is the headline; a line of the text is one then only if it has the same words.
    """
    found = paragraphs(text, known=partial(kind_of, marks=_marks(language, Region.ANYWHERE, Region.TOP)))
    return arrange(text, [(paragraph, None) for paragraph in found], language, title)


def arrange(
    text: str, found: Iterable[tuple[Paragraph, BlockKind | None]], language: str = "en", title: str | None = None
) -> tuple[Block, ...]:
    """The blocks of paragraphs that have been found already, each with its kind where that is known."""
    anywhere, top = _marks(language, Region.ANYWHERE), _marks(language, Region.TOP)
    pieces = [piece for paragraph, kind in found for piece in _split(text, paragraph, kind, anywhere)]
    pieces = _captions(_teasers(pieces))
    if len(pieces) == 1 and pieces[0].kind is BlockKind.EMBED:
        # "Video: sailor survives shark bite": with nothing around it, it is what there is to read.
        pieces = [replace(pieces[0], kind=None)]
    above, body = _above_the_body(pieces, top, top + _marks(language, Region.UNDER_HEADLINE), title)
    return (*above, *_body(body))


def _marks(language: str, *regions: Region) -> tuple[Mark, ...]:
    return tuple(mark for region in regions for mark in furniture(language) if mark.region is region)


def _split(text: str, paragraph: Paragraph, kind: BlockKind | None, marks: tuple[Mark, ...]) -> Iterator[_Piece]:
    """The paragraph, or its caption and its credit, or the times and the entries of live coverage."""
    words = paragraph.span.of(text)
    kind = kind or kind_of(words, marks)
    times = stamps(words, marks) if kind is None else []
    if times:
        yield from _entries(words, paragraph, times)
        return
    cut = credit_start(words, marks) if kind in (None, BlockKind.CAPTION) else None
    if cut is None:
        yield _Piece(span=paragraph.span, words=words, paragraph=paragraph, kind=kind)
        return
    start, end = paragraph.span.start, paragraph.span.end
    before = words[:cut].rstrip()
    if before:
        span = Span(start=start, end=start + len(before))
        caption = BlockKind.CAPTION if len(before) <= _LONGEST_CAPTION else None
        yield _Piece(span=span, words=before, paragraph=paragraph, kind=caption)
    yield _Piece(span=Span(start=start + cut, end=end), words=words[cut:], paragraph=paragraph, kind=BlockKind.CREDIT)


def _entries(words: str, paragraph: Paragraph, times: list[Span]) -> Iterator[_Piece]:
    """Each time and, apart from it, what stands behind it up to the next."""
    ends = [*(time.start for time in times[1:]), len(words)]
    for time, end in zip(times, ends, strict=True):
        for start, stop, kind in ((time.start, time.end, BlockKind.DATELINE), (time.end, end, None)):
            piece = words[start:stop].rstrip()
            at = paragraph.span.start + start
            yield _Piece(span=Span(start=at, end=at + len(piece)), words=piece, paragraph=paragraph, kind=kind)


def _teasers(pieces: list[_Piece]) -> list[_Piece]:
    """Links to other articles that show by their neighbours: repeated on the next line, or listed below "Read more"."""
    found = list(pieces)
    for i in range(1, len(found)):
        above, here = found[i - 1], found[i]
        if not _may_be_teaser(here):
            continue
        # The very first line may be the headline, so only its repetition is a teaser.
        if i > 1 and _may_be_teaser(above) and normalised(above.words) == normalised(here.words):
            found[i - 1 : i + 1] = [
                replace(above, kind=BlockKind.RELATED_LINK),
                replace(here, kind=BlockKind.RELATED_LINK),
            ]
        elif above.kind is BlockKind.RELATED_LINK and len(above.words) <= _LONGEST_LABEL:
            for j in range(i, len(found)):
                if found[j].paragraph.group != here.paragraph.group or not _may_be_teaser(found[j]):
                    break
                found[j] = replace(found[j], kind=BlockKind.RELATED_LINK)
    return found


def _may_be_teaser(piece: _Piece) -> bool:
    if piece.kind is not None or len(piece.words) > _LONGEST_TEASER or ends_sentence(piece.words):
        return False
    return len(piece.words.split()) >= 3


def _captions(pieces: list[_Piece]) -> list[_Piece]:
    """A credit on a line of its own makes the line right above it a caption."""
    found = list(pieces)
    for i in range(1, len(found)):
        above, here = found[i - 1], found[i]
        if (
            here.kind is BlockKind.CREDIT
            and above.kind is None
            and above.paragraph.group == here.paragraph.group
            and len(above.words) <= _LONGEST_CAPTION
        ):
            found[i - 1] = replace(above, kind=BlockKind.CAPTION)
    return found


def _above_the_body(
    pieces: list[_Piece], top: tuple[Mark, ...], under_headline: tuple[Mark, ...], title: str | None
) -> tuple[list[Block], list[_Piece]]:
    """The blocks above the first paragraph (headline, dek, byline, dateline), and the pieces from there on."""
    blocks: list[Block] = []
    headline = title is not None or any(piece.kind is BlockKind.HEADLINE for piece in pieces)
    deks = 0
    for i, piece in enumerate(pieces):
        kind = piece.kind or kind_of(piece.words, under_headline if headline else top)
        if kind is None:
            if title is not None and normalised(piece.words) == normalised(title):
                kind = BlockKind.HEADLINE
            elif not _stands_above(piece, pieces[i + 1 :], _LONGEST_DEK if headline else _LONGEST_HEADLINE):
                return blocks, pieces[i:]
            elif not headline:
                kind, headline = BlockKind.HEADLINE, True
            elif deks < _MOST_DEKS:
                kind, deks = BlockKind.DEK, deks + 1
            else:
                return blocks, pieces[i:]
        blocks.append(Block(kind=kind, span=piece.span))
    return blocks, []


def _stands_above(piece: _Piece, rest: list[_Piece], longest: int) -> bool:
    """Whether a short line that stops in mid-air has an article below it."""
    if piece.paragraph.lines > 1 or len(piece.words) > longest or ends_sentence(piece.words):
        return False
    for below in rest:
        if below.paragraph.group != piece.paragraph.group:
            return True
        # Without a blank line, a longer sentence below shows a headline; else the line may be the sentence's start.
        if below.kind is None and ends_sentence(below.words):
            return len(below.words) > len(piece.words)
    return False


def _body(pieces: list[_Piece]) -> Iterator[Block]:
    """The first paragraph without its dateline, and all that follows."""
    for i, piece in enumerate(pieces):
        start, end = piece.span.start, piece.span.end
        cut = dateline_end(piece.words) if i == 0 else None
        if cut is not None:
            place = piece.words[:cut].rstrip()
            yield Block(kind=BlockKind.DATELINE, span=Span(start=start, end=start + len(place)))
            start += cut
        yield Block(kind=piece.kind or BlockKind.PARAGRAPH, span=Span(start=start, end=end))
