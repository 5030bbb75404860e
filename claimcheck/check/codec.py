"""Frozen dataclasses ↔ JSON, for the cache: a list of values a type, in the order of its fields.

What comes back equals what went in. The form has no version of its own: the cache's key tells which code wrote it.
"""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar

__all__ = ["decoded", "encoded"]

_T = TypeVar("_T")


def encoded(value: object) -> bytes:
    """The bytes of a dataclass whose fields are dataclasses, tuples, enumerations, strings, numbers or None."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def decoded(data: bytes, kind: type[_T]) -> _T:
    """The dataclass that :func:`encoded` made into bytes. Raises ``ValueError`` for anything else."""
    of: Any = kind
    try:
        found: _T = _decoder(of)(json.loads(data.decode("utf-8", "surrogatepass")))
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(str(error)) from error
    return found


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if is_dataclass(value):
        kind: Any = type(value)
        return [_plain(getattr(value, name)) for name in _names(kind)]
    return value


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.init)


@cache
def _decoder(kind: Any) -> Callable[[Any], Any]:
    """From plain JSON to a value of a type."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        return _tuple(inner)
    if origin in (typing.Union, types.UnionType):
        (other,) = (one for one in inner if one is not type(None))
        decode = _decoder(other)
        return lambda value: None if value is None else decode(value)
    if isinstance(kind, type) and is_dataclass(kind):
        return _record(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return _as_it_is(kind if isinstance(kind, type) else str)


def _tuple(inner: tuple[Any, ...]) -> Callable[[Any], Any]:
    if len(inner) == 2 and inner[1] is Ellipsis:
        one = _decoder(inner[0])
        return lambda values: tuple([one(value) for value in values])
    each = tuple(_decoder(one) for one in inner)
    return lambda values: tuple([decode(value) for decode, value in zip(each, values, strict=True)])


def _record(kind: type) -> Callable[[Any], Any]:
    hints = typing.get_type_hints(kind)
    decoders = tuple((name, _decoder(hints[name])) for name in _names(kind))

    def decode(values: Any) -> Any:
        return kind(**{name: one(value) for (name, one), value in zip(decoders, values, strict=True)})

    return decode


def _as_it_is(kind: type) -> Callable[[Any], Any]:
    def decode(value: Any) -> Any:
        if not isinstance(value, (int, float) if kind is float else kind):
            raise TypeError(f"{value!r} is no {kind.__name__}")
        return value

    return decode
