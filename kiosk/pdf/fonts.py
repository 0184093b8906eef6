"""The faces of the page: one family a script, two weights a family."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.domain.language import ARABIC, HAN, LANGUAGES, LATIN, script_of
from kiosk.pdf.harfbuzz import Face, Font, harfbuzz

SYSTEM: Final = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
CHINESE: Final = (
    "truetype/wqy/wqy-microhei.ttc",
    "truetype/droid/DroidSansFallbackFull.ttf",
    "truetype/droid/DroidSansFallback.ttf",
)
"""Where Debian's packages fonts-wqy-microhei and fonts-droid-fallback put their faces."""


@dataclass(frozen=True, slots=True)
class FontFiles:
    """Two weights of a family with TrueType outlines; `index` counts in a collection."""

    regular: Path
    semibold: Path
    index: int = 0


class PageFont:
    """One weight of one family, ready for shaping."""

    def __init__(self, name: str, path: Path, index: int = 0) -> None:
        self.name = name
        hb = harfbuzz()
        self.face: Face = hb.Face(hb.Blob.from_file_path(str(path)), index)
        self.font: Font = hb.Font(self.face)
        self.upem = self.face.upem
        self.characters = frozenset(self.face.unicodes)

    def advance(self, gid: int) -> float:
        """A glyph's width in thousandths of the size."""
        return self.font.get_glyph_h_advance(gid) * 1000 / self.upem


def own_fonts(folder: Path) -> dict[str, FontFiles]:
    """The families that come with the kiosk, by script, and those of added languages, by code."""
    brought = {
        script: FontFiles(folder / f"{family}-Regular.ttf", folder / f"{family}-SemiBold.ttf")
        for script, family in ((LATIN, "Lexend"), (ARABIC, "NotoSansArabic"))
    }
    added = {
        code: FontFiles(Path(language.regular), Path(language.semibold or language.regular))
        for code, language in LANGUAGES.items()
        if language.regular
    }
    return brought | _chinese() | added


def _chinese() -> dict[str, FontFiles]:
    """A Chinese family of the system with the outlines that paper needs; none where it has none."""
    paths = (folder / name for folder in SYSTEM for name in CHINESE)
    found = next((path for path in paths if path.is_file()), None)
    return {HAN: FontFiles(found, found)} if found else {}


class FontBook:
    """Finds the face for a character: the language's own family first, then the others."""

    def __init__(self, files: Mapping[str, FontFiles]) -> None:
        """`files` is by script, or by language where that has a family to itself."""
        self._files = files
        self._loaded: dict[tuple[str, bool], PageFont] = {}

    def faces(self, language: str, *, bold: bool) -> list[PageFont]:
        """Faces in the order in which they are asked for a character."""
        own = script_of(language)
        keys = sorted(self._files, key=lambda key: (key != language, key != own, key != LATIN, key))
        return [self._face(key, bold=bold) for key in keys]

    def covers(self, text: str, language: str) -> bool:
        """Whether every character of the text can be drawn."""
        faces = self.faces(language, bold=False)
        return all(
            not char.isprintable() or any(ord(char) in face.characters for face in faces)
            for char in text
        )

    def _face(self, key: str, *, bold: bool) -> PageFont:
        if (key, bold) not in self._loaded:
            files = self._files[key]
            path = files.semibold if bold else files.regular
            name = f"{key}{'B' if bold else 'R'}"
            self._loaded[key, bold] = PageFont(name, path, files.index)
        return self._loaded[key, bold]
