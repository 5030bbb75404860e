"""Plain text (``.txt``): the article is the text, unchanged; lines and columns are the file's."""

from __future__ import annotations

from claimcheck.domain import Article
from claimcheck.readers.blocks import recognise
from claimcheck.readers.files import checked, decoded, sound

__all__ = ["read", "read_text"]


def read(data: bytes, path: str) -> Article:
    """The article in the bytes of a plain-text file. Raises an :class:`~claimcheck.errors.InputError`."""
    return read_text(decoded(data, path), path=path)


def read_text(
    text: str,
    *,
    path: str,
    title: str | None = None,
    published: str | None = None,
    outlet: str | None = None,
    language: str = "en",
) -> Article:
    """The article in a string, with its blocks; an empty ``title``, ``published`` or ``outlet`` is none.

    Raises an :class:`~claimcheck.errors.InputError`.
    """
    title, published, outlet = (sound(words, path) if words else None for words in (title, published, outlet))
    return Article(
        path=path,
        text=checked(text, path),
        language=language,
        title=title,
        published=published,
        outlet=outlet,
        blocks=recognise(text, language, title),
    )
