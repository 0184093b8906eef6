"""The settings file that the kiosk was started with, and what else stands against a change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from kiosk.library.instrument_choice import open_instrument
from kiosk.library.settings_file import Value, add_row, change_settings, remove_row, value_from
from kiosk.library.topic_choice import check_topics
from kiosk.services.clinic_mode import CLINIC, require_complete
from kiosk.settings import Settings, load_settings
from kiosk.wiring import facts_for_clinic, open_services


class OpenedFile:
    """Satisfies `SettingsFile`."""

    def __init__(self, path: Path, refuse: Callable[[Settings], None]) -> None:
        self._path = path
        self._refuse = refuse

    @property
    def path(self) -> str:
        """Where it lies."""
        return str(self._path)

    def read(self) -> Settings:
        """What it says now.

        Raises:
            KioskError: Something in it is not as it must be.
        """
        return load_settings(self._path)

    def change(self, written: Mapping[str, str]) -> None:
        """Give keys values, written as on a command line, together.

        Raises:
            KioskError: As `change_settings`, or what the content or clinic mode says against it.
        """
        values = {key: value_from(key, value) for key, value in written.items()}
        change_settings(self._path, values, refuse=self._refuse)

    def add(self, table: str, written: Mapping[str, str]) -> None:
        """Add a row; "name.en" is its name in one language.

        Raises:
            KioskError: As `add_row`, or what the content or clinic mode says against it.
        """
        row: dict[str, Value] = {}
        texts: dict[str, dict[str, str]] = {}
        for key, value in written.items():
            name, _, language = key.partition(".")
            if language:
                row[name] = texts.setdefault(name, {})
                texts[name][language] = value
            else:
                row[key] = value_from(f"{table}[1].{key}", value)
        add_row(self._path, table, row, refuse=self._refuse)

    def remove(self, table: str, count: int) -> None:
        """Remove the row of this number, counted from 1.

        Raises:
            KioskError: As `remove_row`, or what the content or clinic mode says against it.
        """
        remove_row(self._path, table, count, refuse=self._refuse)


def refuse_content(content: Path, made: Settings) -> None:
    """What the content folder says against settings.

    Raises:
        KioskError: UNKNOWN_TOPIC or UNKNOWN_INSTRUMENT.
    """
    check_topics(content, made.topics)
    open_instrument(content, made.questionnaire)


def refuse_settings(data: Path, content: Path, made: Settings) -> None:
    """What the content folder, and clinic mode where it is chosen, say against settings.

    Raises:
        KioskError: UNKNOWN_TOPIC, UNKNOWN_INSTRUMENT, or CLINIC_MODE_INCOMPLETE with what is
            missing: the kiosk would not start.
    """
    refuse_content(content, made)
    if made.mode == CLINIC:
        with open_services(data, content, made, starting=False) as services:
            require_complete(facts_for_clinic(services, data))
