"""Make what the kiosk shows but nobody writes by hand: static fonts and compiled catalogues.

hatchling loads this file as its build hook, for wheels and editable installs; the set-up script
runs it (`python hatch_build.py`) to bring both up to date. Fresh files are left alone.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fontTools.ttLib import TTFont

SHARE = Path("kiosk/_share")

NARROW_SPACE, THIN_SPACE = 0x202F, 0x2009

# Windows platform, Unicode BMP, US English: the name record that Qt and ReportLab both read.
WINDOWS_ENGLISH = (3, 1, 0x409)
NAME_FAMILY, NAME_SUBFAMILY, NAME_UNIQUE, NAME_FULL, NAME_POSTSCRIPT = 1, 2, 3, 4, 6
NAME_TYPOGRAPHIC_FAMILY, NAME_TYPOGRAPHIC_SUBFAMILY = 16, 17
STYLES = {"Regular": 400, "SemiBold": 600}


# No dataclass: hatchling does not register this module, and dataclasses look theirs up.
class Family(NamedTuple):
    """A variable font of a font package, and the name its static instances get."""

    package: str
    stem: str
    name: str
    line: tuple[float, float] | None = None  # ascent and descent in em; None: the font's own

    @property
    def folder(self) -> Path:
        """Where the package is installed."""
        spec = importlib.util.find_spec(self.package)
        if spec is None or spec.origin is None:
            message = f"the font package {self.package} is not installed"
            raise FileNotFoundError(message)
        return Path(spec.origin).parent

    @property
    def source(self) -> Path:
        """The variable font; its file is named after its axes, such as "Lexend[wght].ttf"."""
        return next(self.folder.glob("files/*.ttf"))


FAMILIES = (
    Family("fontpkg_lexend", "Lexend", "Lexend"),
    # Its own line is over two em high, made for stacked marks that no text here has: half as many
    # words would fit on a card.
    Family("fontpkg_noto_sans_arabic", "NotoSansArabic", "Noto Sans Arabic", (1.14, 0.5)),
)


def _is_fresh(made: Path, *sources: Path) -> bool:
    return made.exists() and made.stat().st_mtime >= max(s.stat().st_mtime for s in sources)


def _partial(path: Path) -> Path:
    """A place to write to first, so that an interrupted run leaves no half file behind."""
    return path.with_name(f".{path.name}.{os.getpid()}")


def _rename(font: TTFont, family: Family, style: str) -> None:
    """Name an instance, so that every style answers to the one family name."""
    names = font["name"]
    legacy = family.name if style == "Regular" else f"{family.name} {style}"
    for name_id in (NAME_TYPOGRAPHIC_FAMILY, NAME_TYPOGRAPHIC_SUBFAMILY, 25):
        names.removeNames(nameID=name_id)
    postscript = f"{family.stem}-{style}"
    values = {
        NAME_FAMILY: legacy,
        NAME_SUBFAMILY: "Regular",
        NAME_UNIQUE: f"{names.getDebugName(5)};{postscript}",
        NAME_FULL: f"{family.name} {style}",
        NAME_POSTSCRIPT: postscript,
        NAME_TYPOGRAPHIC_FAMILY: family.name,
        NAME_TYPOGRAPHIC_SUBFAMILY: style,
    }
    for name_id, value in values.items():
        names.setName(value, name_id, *WINDOWS_ENGLISH)


def _add_narrow_space(font: TTFont) -> None:
    """Let the thin space serve as the narrow no-break space of French, where the face lacks that.

    Another face would bring it otherwise, and a line that holds one would be higher.
    """
    for table in font["cmap"].tables:
        if table.isUnicode() and NARROW_SPACE not in table.cmap and THIN_SPACE in table.cmap:
            table.cmap[NARROW_SPACE] = table.cmap[THIN_SPACE]


def _set_line(font: TTFont, ascent: float, descent: float) -> None:
    """Set the height of a line, in em, in every table that a reader may ask."""
    em: int = getattr(font["head"], "unitsPerEm")  # noqa: B009 - tables know their fields at run time
    up, down = round(ascent * em), round(descent * em)
    values = {
        "hhea": {"ascent": up, "descent": -down, "lineGap": 0},
        "OS/2": {
            "sTypoAscender": up,
            "sTypoDescender": -down,
            "sTypoLineGap": 0,
            "usWinAscent": up,
            "usWinDescent": down,
        },
    }
    for table, fields in values.items():
        for name, value in fields.items():
            setattr(font[table], name, value)


def _instance(family: Family, style: str, target: Path) -> None:
    # Imported here: a run that finds everything fresh should not pay for fontTools.
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    weight = STYLES[style]
    with TTFont(family.source, recalcTimestamp=False) as variable:
        # Every axis is pinned, at its default unless it is the weight: the result is static.
        axes = {axis.axisTag: axis.defaultValue for axis in variable["fvar"].axes}
        font = instancer.instantiateVariableFont(variable, axes | {"wght": weight})
        font["OS/2"].usWeightClass = weight
        for table in ("STAT", "DSIG"):
            if table in font:
                del font[table]
        _rename(font, family, style)
        _add_narrow_space(font)
        if family.line is not None:
            _set_line(font, *family.line)
        font.save(_partial(target))
    _partial(target).replace(target)


def make_fonts(root: Path) -> list[Path]:
    """Make the static fonts and put each family's licence beside them."""
    folder = root / SHARE / "fonts"
    folder.mkdir(parents=True, exist_ok=True)
    made: list[Path] = []
    for family in FAMILIES:
        for style in STYLES:
            target = folder / f"{family.stem}-{style}.ttf"
            if not _is_fresh(target, family.source, Path(__file__)):
                _instance(family, style, target)
            made.append(target)
        licence = folder / f"{family.stem}-LICENSE.txt"
        shutil.copyfile(family.folder / "LICENSE", licence)
        made.append(licence)
    return made


def compile_catalogues(root: Path) -> list[Path]:
    """Compile every .po whose .mo is missing or older."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    made: list[Path] = []
    for source in sorted(root.glob("translations/*/LC_MESSAGES/kiosk.po")):
        target = source.with_suffix(".mo")
        if not _is_fresh(target, source):
            with source.open("rb") as file:
                catalogue = read_po(file, locale=source.parts[-3], abort_invalid=True)
            with _partial(target).open("wb") as file:
                write_mo(file, catalogue)
            _partial(target).replace(target)
        made.append(target)
    return made


def _content_files(root: Path) -> Iterator[Path]:
    return (path for path in sorted((root / "content").rglob("*")) if path.is_file())


class CustomBuildHook(BuildHookInterface[Any]):
    """Puts fonts, catalogues and content into the package."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the files in the tree; a real wheel also carries them, below kiosk/_share."""
        root = Path(self.root)
        fonts = make_fonts(root)
        catalogues = compile_catalogues(root)
        if version == "editable":
            return
        carried = {font: SHARE / "fonts" / font.name for font in fonts}
        template = root / "translations" / "kiosk.pot"
        for path in (*catalogues, template, *_content_files(root)):
            carried[path] = SHARE / path.relative_to(root)
        build_data["force_include"] |= {str(path): str(place) for path, place in carried.items()}


def main() -> None:
    """Bring the fonts and catalogues of this tree up to date."""
    root = Path(__file__).resolve().parent
    make_fonts(root)
    compile_catalogues(root)


if __name__ == "__main__":
    main()
