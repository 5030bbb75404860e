"""The words of a paragraph of Markdown without its markup, each with its place in the paragraph's source.

markdown-it knows on which lines a paragraph stands, but not in which columns its words do. Each of its inline rules is
therefore wrapped: what a rule takes from the source, from where to where, becomes an extract.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from claimcheck.readers.markdown.notes import note_in

__all__ = ["Extract", "extracts", "parser"]

_Rule = Callable[[StateInline, bool], bool]
_EXTRACTS = "claimcheck_extracts"
_NEW_LINE = re.compile(r"<br\s*/?>", re.IGNORECASE)
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\](?P<definition>:?)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """What ``source[start:end]`` of a paragraph stands for."""

    start: int
    end: int
    words: str | None = None
    """None: the source as it is."""
    note: str | None = None
    """What a comment says to claimcheck."""
    begins_block: bool = False
    """Whether what follows is a paragraph of its own, as a footnote is."""
    picture: bool = False
    delimiter: Token | None = None
    """An asterisk, which is known to be markup only once the paragraph has been read."""


def parser() -> MarkdownIt:
    """Reads CommonMark with tables, struck-out words and footnotes, and keeps track of extracts.

    Lines that are indented are paragraphs: in an article nobody means them as code.
    """
    # Beyond its limit the parser drops words without a sound; nobody nests an article a hundred deep.
    markdown = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"]).disable("code")
    # The paragraphs are read by ``extracts``.
    markdown.core.ruler.enableOnly(["normalize", "block"])
    # Joined, tokens would no longer be those that the extracts point to.
    markdown.inline.ruler2.disable("fragments_join")
    rules = markdown.inline.ruler
    for name, rule in zip(rules.get_active_rules(), rules.getRules(""), strict=True):
        rules.at(name, _wrapped(rule, _TAKEN.get(name, _nothing)))
    rules.before("link", "footnote", _wrapped(_footnote, _footnote_taken))
    rules.push("sign", _wrapped(_sign, _as_it_is))
    return markdown


def extracts(source: str, markdown: MarkdownIt, references: dict[str, object]) -> list[Extract]:
    """The extracts of a paragraph, in order; ``references`` is what the parser left of the whole document."""
    found: list[Extract] = []
    markdown.inline.parse(source, markdown, {**references, _EXTRACTS: found}, [])
    return [replace(one, delimiter=None) for one in found if one.delimiter is None or _is_text(one.delimiter)]


def _is_text(token: Token) -> bool:
    # The parser empties the second asterisk of a pair.
    return token.type == "text" and token.content != ""


def _wrapped(rule: _Rule, taken: Callable[[StateInline, int, list[Token]], Iterator[Extract]]) -> _Rule:
    def run(state: StateInline, silent: bool) -> bool:
        if silent:
            return rule(state, True)
        found: list[Extract] = state.env[_EXTRACTS]
        start, tokens, before = state.pos, len(state.tokens), len(found)
        if not rule(state, False):
            return False
        if taken is _picture:
            # Words that stand for a picture are not words of the article.
            del found[before:]
        found.extend(taken(state, start, state.tokens[tokens:]))
        return True

    return run


def _nothing(state: StateInline, start: int, tokens: list[Token]) -> Iterator[Extract]:
    return iter(())


def _as_it_is(state: StateInline, start: int, tokens: list[Token]) -> Iterator[Extract]:
    yield Extract(start=start, end=state.pos)


def _special(state: StateInline, start: int, tokens: list[Token]) -> Iterator[Extract]:
    last = tokens[-1]
    words = last.content if last.type == "text_special" else "\n"
    # A backslash before what needs none is a backslash.
    yield Extract(start=start, end=state.pos, words=None if words == state.src[start : state.pos] else words)


def _break(state: StateInline, start: int, tokens: list[Token]) -> Iterator[Extract]:
    found: list[Extract] = state.env[_EXTRACTS]
    if found and found[-1].words is None:
        # Blanks at a line's end are markup.
        last = found.pop()
        blanks = len(state.src[last.start : last.end]) - len(state.src[last.start : last.end].rstrip(" "))
        found.append(replace(last, end=last.end - blanks))
    yield Extract(start=start, end=start + 1, words="\n" if tokens[-1].type == "hardbreak" else " ")


def _code(state: StateInline, start: int, tokens: list[Token]) -> Iterator[Extract]:
    if not tokens or tokens[-1].type != "code_inline":
        yield Extract(start=start, end=state.pos)
        return
    fence = len(tokens[-1].markup)
    padding = state.pos - start - 2 * fence - len(tokens[-1].content)
    yield Extract(start=start + fence + padding // 2, end=state.pos - fence - padding // 2)


def _delimiters(state: StateInline, start: int, tokens: list[Token]) -> Iterator[Extract]:
    """One a token: ``***`` is three of them, ``~~`` one. A token of pending text may stand before them."""
    end = state.pos
    pieces = []
    for token in reversed(tokens):
        if end <= start:
            break
        pieces.append(Extract(start=end - len(token.content), end=end, delimiter=token))
        end -= len(token.content)
    yield from reversed(pieces)


def _address(state: StateInline, start: int, tokens: list[Token]) -> Iterator[Extract]:
    yield Extract(start=start + 1, end=state.pos - 1)


def _html(state: StateInline, start: int, tokens: list[Token]) -> Iterator[Extract]:
    tag = state.src[start : state.pos]
    note = note_in(tag)
    if _NEW_LINE.fullmatch(tag):
        yield Extract(start=start, end=state.pos, words="\n")
    elif note is not None:
        yield Extract(start=start, end=state.pos, words="", note=note)


def _picture(state: StateInline, start: int, tokens: list[Token]) -> Iterator[Extract]:
    yield Extract(start=start, end=state.pos, words="", picture=True)


def _footnote(state: StateInline, silent: bool) -> bool:
    found = _FOOTNOTE.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    start_of_line = state.src.rfind("\n", 0, found.start()) + 1
    opens_line = not state.src[start_of_line : found.start()].strip()
    state.pos = found.end() if opens_line else found.start("definition")
    return True


def _footnote_taken(state: StateInline, start: int, tokens: list[Token]) -> Iterator[Extract]:
    if state.src[state.pos - 1] == ":":
        yield Extract(start=start, end=state.pos, words="", begins_block=True)


def _sign(state: StateInline, silent: bool) -> bool:
    """A character that no other rule has taken."""
    if not silent:
        state.pending += state.src[state.pos]
    state.pos += 1
    return True


_TAKEN = {
    "text": _as_it_is,
    "newline": _break,
    "escape": _special,
    "entity": _special,
    "backticks": _code,
    "strikethrough": _delimiters,
    "emphasis": _delimiters,
    "image": _picture,
    "autolink": _address,
    "html_inline": _html,
}
