"""Settings as they stand in TOML, read key by key, so that every key that nobody knows is told with its nearest."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from claimcheck.check.nearest import nearest
from claimcheck.check.selection import checked_profile, checked_selector, rule_of
from claimcheck.errors import ConfigError
from claimcheck.rules import Options, by_code

__all__ = ["Table"]


class Table:
    """One table. Each method reads a key and raises :class:`~claimcheck.errors.ConfigError` if its value is wrong."""

    def __init__(self, values: object, path: str, name: str = "") -> None:
        self.path = path
        self._name = name
        if not isinstance(values, dict):
            raise ConfigError(path, f"{name} must be a table")
        self._values: dict[str, Any] = values
        self._known: list[str] = []

    def __contains__(self, key: str) -> bool:
        self._known.append(key)
        return key in self._values

    def finish(self) -> None:
        """Raise for the first key that was not read."""
        for key in self._values:
            if key not in self._known:
                raise self.wrong(key, f"is no setting{nearest(key, self._known)}")

    def wrong(self, key: str, what: str) -> ConfigError:
        """An error about a key, with the tables in which it stands."""
        return ConfigError(self.path, f"{f'{self._name}.' if self._name else ''}{key} {what}")

    def string(self, key: str, *, required: bool = False) -> str | None:
        """A string that is not empty."""
        value = self._value(key)
        if value is None and not required:
            return None
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(key, "is missing" if value is None else "must be a string with words in it")
        return value

    def strings(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of strings."""
        value = self._value(key)
        if value is None and not required:
            return ()
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.wrong(key, "is missing" if value is None else "must be a list of strings")
        return tuple(value)

    def one_of(self, key: str, choices: Sequence[str]) -> str | None:
        """One of these words."""
        value = self._value(key)
        if value is not None and value not in choices:
            raise self.wrong(key, f"must be one of {', '.join(choices)}")
        return None if value is None else str(value)

    def date(self, key: str) -> str | None:
        """A date, quoted or not: ``2026-12-01``."""
        value = self._value(key)
        if value is None:
            return None
        try:
            return datetime.date.fromisoformat(str(value)).isoformat()
        except ValueError:
            raise self.wrong(key, "must be a date such as 2026-12-01") from None

    def file(self, key: str, folder: Path) -> str | None:
        """A path, relative to ``folder``."""
        value = self.string(key)
        return None if value is None else str(folder / Path(value).expanduser())

    def switch_or_file(self, key: str, folder: Path) -> bool | str:
        """``true`` (also where the key is missing), ``false``, or a path."""
        if isinstance(self._values.get(key, True), bool):
            return self._value(key) is not False
        return self.file(key, folder) or True

    def selectors(self, key: str) -> tuple[str, ...]:
        """Words that each mean a rule."""
        words = self.strings(key)
        for word in words:
            try:
                checked_selector(word)
            except ValueError as error:
                raise self.wrong(key, f"is wrong: {error}") from None
        return words

    def profile(self, key: str) -> str | None:
        """The name of a profile."""
        name = self.string(key)
        if name is None:
            return None
        try:
            return checked_profile(name)
        except ValueError as error:
            raise self.wrong(key, f"is wrong: {error}") from None

    def code(self, key: str) -> str:
        """A word that means one rule; its code."""
        try:
            return rule_of(self.string(key, required=True) or "")
        except ValueError as error:
            raise self.wrong(key, f"is wrong: {error}") from None

    def finished_tables(self, key: str) -> Iterator[Table]:
        """The tables of a list, each of them finished after it has been read."""
        value = self._value(key)
        if value is None:
            return
        if not isinstance(value, list):
            raise self.wrong(key, "must be a list of tables: [[…]]")
        for number, one in enumerate(value, 1):
            table = Table(one, self.path, f"{self._name}.{key}[{number}]".lstrip("."))
            yield table
            table.finish()

    def options(self) -> Mapping[str, Options]:
        """Rules' settings: a table a code, of whole numbers."""
        value = self._value("options")
        found: dict[str, Options] = {}
        for code, settings in ({} if value is None else Table(value, self.path, "options")._values).items():
            rule = by_code.get(code)
            if rule is None:
                raise self.wrong(f"options.{code}", f"is no rule{nearest(code, by_code)}")
            table = Table(settings, self.path, f"options.{code}")
            for name, number in table._values.items():
                if name not in rule.options:
                    raise table.wrong(name, f"is no setting of {code}{nearest(name, rule.options)}")
                if not isinstance(number, int) or isinstance(number, bool):
                    raise table.wrong(name, "must be a whole number")
            found[code] = dict(table._values)
        return found

    def _value(self, key: str) -> Any:
        self._known.append(key)
        return self._values.get(key)
