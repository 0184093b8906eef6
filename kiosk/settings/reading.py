"""kiosk.toml as typed settings, or everything that is wrong in it."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import msgspec

from kiosk.domain.errors import InputError, Place
from kiosk.files import parse_table, read_text
from kiosk.settings.fault import SettingFault, bad_value
from kiosk.settings.meaning import meaning_faults, response_faults
from kiosk.settings.values import Settings


def load_settings(path: Path | None) -> Settings:
    """Read kiosk.toml; the defaults when no path is given.

    Raises:
        InputError: The file is missing or something in it is not as it must be: the first
            fault in it.
    """
    if path is None:
        return Settings()
    settings, faults = parse_settings(read_text(path), str(path))
    for fault in faults:
        raise fault
    return settings


def settings_faults(path: Path) -> tuple[InputError, ...]:
    """All that is wrong in a settings file, in the order of its lines; empty when all is well."""
    try:
        return parse_settings(read_text(path), str(path))[1]
    except InputError as error:
        return (error,)


def parse_settings(text: str, path: str) -> tuple[Settings, tuple[InputError, ...]]:
    """The settings of a text, and what is wrong in it; what is wrong is left at its default.

    Args:
        text: What kiosk.toml holds.
        path: The file's name for the places of faults.

    Raises:
        InputError: BAD_TOML: nothing more can be said.
    """
    # Here, not above: a start without a settings file does not wait for the list of settings.
    from kiosk.settings.shape import ShapeCheck

    check = ShapeCheck(parse_table(text, path))
    settings = msgspec.convert(check.sound, Settings)
    faults = list(check.faults)
    for at, reason in meaning_faults(settings):
        way = tuple(at)
        if not any(fault.hides(way) for fault in check.faults):
            faults.append(bad_value(at, reason))
    return settings, _in_order(faults, text, path)


def check_response(settings: Settings, offered: Collection[str], file: Path | None = None) -> None:
    """See that the clinic's own response is there in every language that is offered.

    Args:
        settings: What the file says.
        offered: The languages of the first screen.
        file: The settings file, so that the place can be named.

    Raises:
        InputError: BAD_VALUE, naming the languages that are missing.
    """
    for at, reason in response_faults(settings.response, offered):
        text = read_text(file) if file else ""
        raise bad_value(at, reason).error(text, str(file) if file else None)


def _in_order(faults: list[SettingFault], text: str, path: str) -> tuple[InputError, ...]:
    errors = [fault.error(text, path) for fault in faults]
    return tuple(sorted(errors, key=_line_of))


def _line_of(error: InputError) -> tuple[int, int]:
    place = error.place or Place("")
    return place.line or 0, place.column or 0
