"""The typefaces: one for each language, never two in a text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

from kiosk.domain.errors import ErrorCode, KioskError, Place

LATIN: Final = "Lexend"
FAMILIES: Final[Mapping[str, str]] = {
    "ar": "Noto Sans Arabic",
    "zh_Hans": "Noto Sans CJK SC",
}
FILES: Final = (
    "Lexend-Regular.ttf",
    "Lexend-SemiBold.ttf",
    "NotoSansArabic-Regular.ttf",
    "NotoSansArabic-SemiBold.ttf",
)


def load_fonts(folder: Path) -> None:
    """Give Qt the project's fonts.

    Raises:
        KioskError: A font is not there (FILE_MISSING): the set-up was not run.
    """
    for name in FILES:
        path = folder / name
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise KioskError(ErrorCode.FILE_MISSING, place=Place(str(path)))


def family_of(language: str) -> str:
    """The family that a language is set in."""
    return FAMILIES.get(language, LATIN)


def font(language: str, pixels: float, *, semibold: bool) -> QFont:
    """A font for a text in `language`, `pixels` high."""
    result = QFont([family_of(language), LATIN, "Noto Sans Arabic", "Noto Sans CJK SC"])
    result.setPixelSize(max(8, round(pixels)))
    result.setWeight(QFont.Weight.DemiBold if semibold else QFont.Weight.Normal)
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return result
