"""The typefaces: one for each language, never two in a text."""

from __future__ import annotations

import functools
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

from kiosk.domain.errors import ErrorCode, KioskError, Place
from kiosk.domain.language import ARABIC, HAN, LANGUAGES, script_of

_log = logging.getLogger(__name__)

LATIN: Final = "Lexend"
FAMILIES: Final[Mapping[str, str]] = {
    ARABIC: "Noto Sans Arabic",
    HAN: "Noto Sans CJK SC",
}
"""The families of scripts that are not Latin."""

FILES: Final = (
    "Lexend-Regular.ttf",
    "Lexend-SemiBold.ttf",
    "NotoSansArabic-Regular.ttf",
    "NotoSansArabic-SemiBold.ttf",
)


def load_fonts(folder: Path) -> None:
    """Give Qt the project's fonts, and those of added languages.

    Raises:
        KioskError: A font is not there (FILE_MISSING): the set-up was not run.
    """
    for name in FILES:
        path = folder / name
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise KioskError(ErrorCode.FILE_MISSING, place=Place(str(path)))
    for language in LANGUAGES.values():
        for file in {language.regular, language.semibold} - {""}:
            if QFontDatabase.addApplicationFont(file) < 0:
                _log.warning("font not loaded: %s", Path(file).name)


def family_of(language: str) -> str:
    """The family that a language is set in."""
    known = LANGUAGES.get(language)
    return (known and known.font) or FAMILIES.get(script_of(language), LATIN)


def has_face(language: str) -> bool:
    """Whether this machine can show a language; Chinese is set in a face of the system."""
    return QFontDatabase.hasFamily(family_of(language))


def font(language: str, pixels: float, *, semibold: bool) -> QFont:
    """A font for a text in `language`, `pixels` high."""
    return QFont(_font(family_of(language), max(8, round(pixels)), semibold=semibold))


@functools.lru_cache(maxsize=256)
def _font(family: str, pixels: int, *, semibold: bool) -> QFont:
    result = QFont([family, LATIN, "Noto Sans Arabic", "Noto Sans CJK SC"])
    result.setPixelSize(pixels)
    result.setWeight(QFont.Weight.DemiBold if semibold else QFont.Weight.Normal)
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return result
