"""kiosk.toml for an administrator at the kiosk: what is set, by group, and setting it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final, Protocol, cast

from kiosk.domain.errors import ErrorCode, InputError
from kiosk.domain.language import LANGUAGES
from kiosk.services.ports import AuditLog, Clock
from kiosk.settings import Settings
from kiosk.settings.catalogue import Setting, SettingKind, all_settings, setting, value_of

CHANGED: Final = "setting_changed"
GENERAL: Final = ""
"""The group of what stands above the first table."""

_EACH: Final = "[]"
_ASKED: Final[Mapping[str, tuple[str, ...]]] = {
    "alerts.channel": ("name", "kind"),
    "response.line": ("number", "name"),
}
"""What every new row of a list of tables is asked for; rows are known by the first."""

_OF_KIND: Final[Mapping[str, tuple[str, ...]]] = {"slip": ("printer",), "webhook": ("url",)}
"""What a new channel of a kind needs besides."""

_SECRET: Final = re.compile(r"^key\.")
"""Where the key lies is nobody's to read in a log."""


class SettingsFile(Protocol):
    """The file that the kiosk was started with."""

    @property
    def path(self) -> str:
        """Where it lies."""
        ...

    def read(self) -> Settings:
        """What it says now.

        Raises:
            KioskError: Something in it is not as it must be.
        """
        ...

    def change(self, written: Mapping[str, str]) -> None:
        """Give keys values, written as on a command line: "90", "true", "en, es".

        Raises:
            KioskError: The value, or what would be wrong with all of them together; the file is
                then as it was.
        """
        ...

    def add(self, table: str, written: Mapping[str, str]) -> None:
        """Add a row to a list of tables: its keys with their values, written as in `change`.

        Raises:
            KioskError: As `change`.
        """
        ...

    def remove(self, table: str, count: int) -> None:
        """Remove the row of this number, counted from 1.

        Raises:
            KioskError: As `change`.
        """
        ...


@dataclass(frozen=True, slots=True)
class Entry:
    """One value that stands, or can stand, in the file.

    Attributes:
        key: Its own key, with the number of a table's row or the language: "response.text.en".
        about: What it takes, and what it is for.
        value: What holds now, plain.
    """

    key: str
    about: Setting
    value: object

    @property
    def written(self) -> str:
        """The value as it is written on a command line."""
        if isinstance(self.value, bool):
            return "true" if self.value else "false"
        if isinstance(self.value, list | tuple):
            return ", ".join(map(str, cast("Sequence[object]", self.value)))
        return str(self.value)

    @property
    def rows(self) -> int:
        """How many rows a list of tables has."""
        return len(cast("Sequence[object]", self.value))

    @property
    def can_change(self) -> bool:
        """Tables as a whole are changed row by row."""
        return self.about.kind is not SettingKind.TABLES


class SettingsBook:
    """Reads the file anew each time: an editor may have changed it meanwhile."""

    def __init__(
        self, file: SettingsFile | None, running: Settings, log: AuditLog, clock: Clock
    ) -> None:
        """`running` is what the kiosk was started with; it is shown where there is no file."""
        self._file = file
        self._running = running
        self._log = log
        self._clock = clock

    @property
    def path(self) -> str:
        """The file; empty where the kiosk was started without one, and nothing can be set."""
        return self._file.path if self._file is not None else ""

    def groups(self) -> tuple[str, ...]:
        """The tables, in the order of the file; what stands above them first."""
        return tuple(dict.fromkeys(_group(each.key) for each in all_settings()))

    def entries(self, group: str) -> tuple[Entry, ...]:
        """Everything of a group.

        Raises:
            KioskError: The file is not as it must be.
        """
        settings = self._settings()
        found = (each for each in all_settings() if _group(each.key) == group)
        tables = groupby(found, key=lambda each: each.key.partition(_EACH)[0])
        return tuple(
            entry for name, same in tables for entry in _entries(name, list(same), settings)
        )

    def _written_to(self) -> SettingsFile:
        if self._file is None:
            raise InputError(ErrorCode.SETTINGS_NO_FILE)
        return self._file

    def _settings(self) -> Settings:
        return self._file.read() if self._file is not None else self._running

    def rows(self, table: str) -> tuple[str, ...]:
        """What the rows of a list of tables are known by, in their order.

        Raises:
            KioskError: The file is not as it must be.
        """
        named = cast(
            "list[object]", value_of(self._settings(), f"{table}{_EACH}.{_ASKED[table][0]}")
        )
        return tuple(map(str, named))

    def asked(self, table: str, given: Mapping[str, str]) -> Entry | None:
        """What a new row of a table needs next; None once it has all.

        Args:
            table: The list of tables.
            given: What has been answered, by a row's key: "kind", "name.en" for a language.
        """
        settings = self._settings()
        count = len(self.rows(table)) + 1
        for key in (*_ASKED[table], *_OF_KIND.get(given.get("kind", ""), ())):
            about = setting(f"{table}{_EACH}.{key}")
            keys = [key]
            if about is not None and about.kind is SettingKind.BY_LANGUAGE:
                keys = [f"{key}.{code}" for code in settings.languages or LANGUAGES]
            for each in keys:
                if about is not None and each not in given:
                    value = about.choices[0] if about.choices else ""
                    return Entry(f"{table}[{count}].{each}", about, value)
        return None

    def add(self, table: str, given: Mapping[str, str], by: str) -> None:
        """Add a row; the log tells who added one to which table.

        Raises:
            KioskError: There is no file, or as the file says.
        """
        self._written_to().add(table, given)
        self._log.write(self._clock(), by, CHANGED, table)

    def remove(self, table: str, count: int, by: str) -> None:
        """Remove the row of this number, counted from 1; the log tells who, and of which table.

        Raises:
            KioskError: There is no file, or as the file says.
        """
        self._written_to().remove(table, count)
        self._log.write(self._clock(), by, CHANGED, table)

    def lacking(self, entry: Entry) -> tuple[Entry, ...]:
        """The languages in which a text must be given as well, if it is given in one.

        Raises:
            KioskError: The file is not as it must be.
        """
        if entry.about.kind is not SettingKind.BY_LANGUAGE:
            return ()
        settings = self._settings()
        whole = entry.key.rpartition(".")[0]
        offered = [f"{whole}.{code}" for code in settings.languages or LANGUAGES]
        every = self.entries(_group(entry.key))
        return tuple(
            each
            for each in every
            if each.key in offered and each.key != entry.key and not each.written
        )

    def change(self, written: Mapping[str, str], by: str) -> None:
        """Set values, together; the log tells who changed which keys, never to what.

        Raises:
            KioskError: There is no file, or as the file says.
        """
        self._written_to().change(written)
        for key in written:
            self._log.write(self._clock(), by, CHANGED, "key" if _SECRET.match(key) else key)


def _group(key: str) -> str:
    return key.partition(".")[0] if "." in key else GENERAL


def _entries(name: str, same: list[Setting], settings: Settings) -> Iterator[Entry]:
    """A setting; or a list of tables, and then all of its first row, of its second, and so on."""
    below = [each for each in same if _EACH in each.key]
    for each in same:
        if each not in below:
            yield from _by_language(each, value_of(settings, each.key), settings)
    columns = [cast("list[object]", value_of(settings, each.key)) for each in below]
    for count, row in enumerate(zip(*columns, strict=True), start=1):
        for each, value in zip(below, row, strict=True):
            key = each.key.replace(f"{name}{_EACH}", f"{name}[{count}]")
            yield from _by_language(replace(each, key=key), value, settings)


def _by_language(each: Setting, value: object, settings: Settings) -> Iterator[Entry]:
    """A text by language is an entry a language: those offered, then all that can be."""
    if each.kind is SettingKind.BY_LANGUAGE:
        texts = cast("dict[str, str]", value)
        for code in dict.fromkeys([*settings.languages, *LANGUAGES]):
            yield Entry(f"{each.key}.{code}", each, texts.get(code, ""))
    else:
        yield Entry(each.key, each, value)
