"""Which characters the kiosk can draw in which language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from kiosk.domain.language import ARABIC as ARABIC_SCRIPT
from kiosk.domain.language import HAN, LANGUAGES, script_of

LATIN: Final = "Lexend-Regular.ttf"
ARABIC: Final = "NotoSansArabic-Regular.ttf"
_OWN: Final[Mapping[str, str]] = {ARABIC_SCRIPT: ARABIC}
_CHINESE_FILES: Final = ("NotoSansCJK-Regular.ttc", "NotoSansCJKsc-Regular.otf")
SYSTEM: Final = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))


def drawable(
    language: str, fonts: Path, system: tuple[Path, ...] = SYSTEM
) -> frozenset[int] | None:
    """Every character that a language's faces have; None when a face is not on this machine.

    Args:
        language: Its own face comes first, then the Latin one.
        fonts: The folder of the kiosk's own fonts.
        system: The folders of the system's fonts, in which Chinese is set.
    """
    own = _own(language, fonts, system)
    if own is None or not own.is_file() or not (fonts / LATIN).is_file():
        return None
    return _characters(own) | _characters(fonts / LATIN)


def family_in(file: Path) -> str:
    """The name of a font file's family, as a program that sets text asks for it; empty if none."""
    from fontTools.ttLib import TTFont, TTLibError  # pyright: ignore[reportMissingTypeStubs]

    try:
        with TTFont(file, fontNumber=0, lazy=True) as font:
            return str(font["name"].getBestFamilyName() or "")
    except (OSError, KeyError, TTLibError):
        return ""


def _own(language: str, fonts: Path, system: tuple[Path, ...]) -> Path | None:
    known = LANGUAGES.get(language)
    if known is not None and known.regular:
        return Path(known.regular)
    script = script_of(language)
    return _system_chinese(system) if script == HAN else fonts / _OWN.get(script, LATIN)


@cache
def _characters(path: Path) -> frozenset[int]:
    from fontTools.ttLib import TTFont  # pyright: ignore[reportMissingTypeStubs]

    with TTFont(path, fontNumber=0, lazy=True) as font:
        return frozenset(font.getBestCmap() or ())


@cache
def _system_chinese(system: tuple[Path, ...]) -> Path | None:
    for folder in system:
        for name in _CHINESE_FILES:
            found = next(iter(sorted(folder.rglob(name))), None)
            if found is not None:
                return found
    return None
