"""kiosk.toml for an administrator at the kiosk: what is set, by group, and setting it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol, cast

from kiosk.domain.errors import ErrorCode, InputError
from kiosk.domain.language import LANGUAGES
from kiosk.services.ports import AuditLog, Clock
from kiosk.settings import Settings
from kiosk.settings.catalogue import Setting, SettingKind, all_settings, value_of

CHANGED: Final = "setting_changed"
GENERAL: Final = ""
"""The group of what stands above the first table."""

_EACH: Final = "[]"
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

    def change(self, key: str, written: str) -> None:
        """Give a key a value, written as on a command line: "90", "true", "en, es".

        Raises:
            KioskError: The value, or what would be wrong with all of them together; the file is
                then as it was.
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
        settings = self._file.read() if self._file is not None else self._running
        found = (each for each in all_settings() if _group(each.key) == group)
        return tuple(entry for each in found for entry in _entries(each, settings))

    def change(self, key: str, written: str, by: str) -> None:
        """Set a value; the log tells who changed which key, never to what.

        Raises:
            KioskError: There is no file, or as the file says.
        """
        if self._file is None:
            raise InputError(ErrorCode.SETTINGS_NO_FILE)
        self._file.change(key, written)
        self._log.write(self._clock(), by, CHANGED, "key" if _SECRET.match(key) else key)


def _group(key: str) -> str:
    return key.partition(".")[0] if "." in key else GENERAL


def _entries(each: Setting, settings: Settings) -> Iterator[Entry]:
    value = value_of(settings, each.key)
    if _EACH in each.key:
        for count, own in enumerate(cast("list[object]", value), start=1):
            row = replace(each, key=each.key.replace(_EACH, f"[{count}]"))
            yield from _by_language(row, own, settings)
    else:
        yield from _by_language(each, value, settings)


def _by_language(each: Setting, value: object, settings: Settings) -> Iterator[Entry]:
    """A text by language is as many entries as languages are offered."""
    if each.kind is SettingKind.BY_LANGUAGE:
        texts = cast("dict[str, str]", value)
        for code in settings.languages or LANGUAGES:
            yield Entry(f"{each.key}.{code}", each, texts.get(code, ""))
    else:
        yield Entry(each.key, each, value)
