"""Source mentions of annotated news whose coreference an automatic system marked: a trend, since that system errs, too.

The articles and who says what in them are PolNeAR's (Newell, Margolin & Ruths 2018), the coreference is that of the
files beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from benchmarks import corpora, tracing
from benchmarks.corpora import Row
from benchmarks.tracing import Gold
from claimcheck.domain import Attribution, AttributionMode, Span

__all__ = ["coreference"]

_SPAN = re.compile(r"(?:^|\|)Span=(\d+):(\d+)")
_OPENING = '“"«„'


def coreference(nlp: Language, articles: Path, silver: Path) -> dict[str, dict[str, float]]:
    """Precision and recall of the links of PolNeAR's sources; sources that the silver leaves out are not counted."""
    links = tracing.LinkTally()
    annotated = {article["id"]: article for article in corpora.polnear(articles)}
    for name, document in corpora.named_documents(silver):
        article = annotated[name]
        rows, heads = tracing.rows_of(document), tracing.heads_of(document)
        doc, tokens = _doc(article["text"], rows, nlp.vocab)
        said = article["annotations"][0]["attributions"]
        for component in ("encoder", "syntax"):
            doc = nlp.get_pipe(component)(doc)  # type: ignore[operator]
        doc._.attributions = tuple(_given(article["text"], said))
        doc = nlp.get_pipe("sourcing")(doc)  # type: ignore[operator]
        known = tracing.mentions(rows, heads, "Coref")
        links.add(doc, tokens, rows, list(_golds(said, rows, heads)), known, heads)
    return links.scores()


def _offsets(row: Row) -> tuple[int, int]:
    told = _SPAN.search(row.misc)
    assert told is not None
    return int(told[1]), int(told[2])


def _doc(text: str, rows: Sequence[Row], vocab: Vocab) -> tuple[Doc, list[int]]:
    """An article in the words of its silver file, and the token of each."""
    words: list[str] = []
    spaces: list[bool] = []
    tokens: list[int] = []
    end = 0
    for start, stop in map(_offsets, rows):
        between = text[end:start]
        if words and between.startswith(" "):
            spaces[-1], between = True, between[1:]
        if between:
            words.append(between)
            spaces.append(False)
        tokens.append(len(words))
        words.append(text[max(start, end) : stop])
        spaces.append(False)
        end = stop
    return Doc(vocab, words=words, spaces=spaces), tokens


def _given(text: str, said: Iterable[Mapping[str, Any]]) -> Iterator[Attribution]:
    """PolNeAR's attributions with a source and a cue as the tagger would give them."""
    for number, one in enumerate((one for one in said if one["source"] and one["cue"]), 1):
        source, cue, content = (
            tuple(Span(start=start, end=end) for start, end in one[role]) for role in ("source", "cue", "content")
        )
        quoted = bool(content) and all(text[span.start] in _OPENING for span in content)
        mode = AttributionMode.DIRECT if quoted else AttributionMode.INDIRECT
        yield Attribution(id=f"a{number}", source=source, cue=cue, content=content, mode=mode)


def _golds(said: Iterable[Mapping[str, Any]], rows: Sequence[Row], heads: Sequence[int]) -> Iterator[Gold]:
    """The head of every source."""
    offsets = [_offsets(row) for row in rows]
    for one in said:
        if one["source"] and one["cue"]:
            spans = one["source"]
            words = {
                word
                for word, (start, end) in enumerate(offsets)
                if any(first <= start and end <= last for first, last in spans)
            }
            head = tracing.head_in(sorted(words), heads)
            if head is not None:
                yield Gold((head,), (), inner=False)
