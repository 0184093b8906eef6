"""kiosk.toml as typed settings, and where the project's own files are."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final, Literal

import msgspec

from kiosk.domain.errors import ErrorCode, InputError
from kiosk.domain.language import LANGUAGES
from kiosk.files import parse_toml, place_of, read_text

PAPER_SIZES: Final = ("letter", "a4")


class Clinic(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The clinic: its name on the page, and the language its staff read."""

    name: str = "Your clinic"
    kiosk: str = "kiosk 1"
    language: str = "en"


class Idle(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Seconds without a touch before the warning, and the countdown's length."""

    seconds: int = 60
    epds_seconds: int = 120
    countdown_seconds: int = 20
    paused_minutes: int = 60


class Printing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The printer's queue name (empty: the system's default) and the paper."""

    printer: str = ""
    paper: Literal["letter", "a4"] = "letter"


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that kiosk.toml may say."""

    mode: Literal["rehearsal", "clinic"] = "rehearsal"
    languages: tuple[str, ...] = ()
    clinic: Clinic = Clinic()
    idle: Idle = Idle()
    printing: Printing = Printing()


def load_settings(path: Path | None) -> Settings:
    """Read kiosk.toml; the defaults when no path is given.

    Raises:
        InputError: The file is missing or something in it is not as it must be.
    """
    if path is None:
        return Settings()
    text = read_text(path)
    settings = parse_toml(text, Settings, str(path))
    _check(settings, text, str(path))
    return settings


def default_data_folder() -> Path:
    """Where visits are kept unless --data says otherwise."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "perinatal-kiosk"


def default_content_folder() -> Path:
    """The content that came with the project."""
    return _own("content")


def translations_folder() -> Path:
    """The catalogues of the interface."""
    return _own("translations")


def fonts_folder() -> Path:
    """The static fonts made at set-up."""
    return _package() / "_share" / "fonts"


def _package() -> Path:
    return Path(__file__).resolve().parent


def _own(name: str) -> Path:
    """A folder inside the installed package, or beside it in a checkout."""
    inside = _package() / "_share" / name
    return inside if inside.is_dir() else _package().parent / name


_BOUNDS: Final = {
    ("idle", "seconds"): (20, 3600),
    ("idle", "epds_seconds"): (20, 3600),
    ("idle", "countdown_seconds"): (20, 600),
    ("idle", "paused_minutes"): (1, 24 * 60),
}
"""The least and the most that a time may be."""


def _check(settings: Settings, text: str, path: str) -> None:
    for language in (*settings.languages, settings.clinic.language):
        if language not in LANGUAGES:
            key = "languages" if language in settings.languages else "language"
            keys: list[str | int] = [key] if key == "languages" else ["clinic", key]
            raise InputError(
                ErrorCode.UNKNOWN_LANGUAGE,
                place=place_of(text, keys, path),
                given=language,
                known=", ".join(LANGUAGES),
            )
    for (table, key), (least, most) in _BOUNDS.items():
        value = getattr(getattr(settings, table), key)
        if not least <= value <= most:
            limit = f"at least {least}" if value < least else f"at most {most}"
            raise InputError(
                ErrorCode.BAD_VALUE,
                place=place_of(text, [table, key], path),
                key=key,
                reason=f"{limit} is needed",
            )
