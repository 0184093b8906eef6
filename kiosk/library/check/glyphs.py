"""Characters that the kiosk's faces do not have: an empty box would show in their place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kiosk.library.finding import Finding, quoted, warning
from kiosk.library.parts import LineKind
from kiosk.library.tree import ContentTree
from kiosk.library.typefaces import drawable, family_in
from kiosk.settings import fonts_folder

RULE: Final = "glyphs"
_UNSHOWN: Final = frozenset({LineKind.ALT, LineKind.SPOKEN})
_WITHOUT_SHAPE: Final = frozenset("\u00a0\u2009\u202f\u200e\u200f\u061c")
"""Spaces and marks of direction: they leave nothing to see, whichever face they are from."""


def glyphs(tree: ContentTree) -> Iterator[Finding]:
    """The families that languages.toml names, and every shown line against its faces."""
    yield from _families(tree)
    fonts = fonts_folder()
    faces = {language: drawable(language, fonts) for language in {p.language for p in tree.parts}}
    for part in tree.parts:
        known = faces[part.language]
        for line in part.lines if known is not None else ():
            if line.kind in _UNSHOWN or known is None:
                continue
            missing = {c for c in line.text if ord(c) not in known and c not in _WITHOUT_SHAPE}
            for character in sorted(missing):
                code = f"U+{ord(character):04X}"
                message = f"the kiosk's letters have no {quoted(character)} ({code}); replace it"
                yield warning(part.path, line.at, RULE, message)


def _families(tree: ContentTree) -> Iterator[Finding]:
    """A family under another name would be looked for in vain, and another one be shown."""
    file = tree.language_file
    for entry in file.entries:
        if entry.language.regular and file.file:
            family = family_in(Path(entry.language.regular))
            if family != entry.language.font:
                message = f"the family in the file is {quoted(family)}; write this name"
                yield warning(
                    file.path, file.file.at("language", entry.count, "font"), RULE, message
                )
