"""From a line of text to glyphs in their places.

A line is cut into runs of one direction and one face, and HarfBuzz shapes each run: letters
join, marks find their place, brackets turn round. Runs stay in the order of reading, with
the place where each is seen, so that text taken from the page reads as it was written.
Everything is measured for a size of 1.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.pdf import bidi
from kiosk.pdf.fonts import FontBook, PageFont
from kiosk.pdf.harfbuzz import harfbuzz

_ISOLATES = str.maketrans({"\u2066": bidi.FSI, "\u2067": bidi.FSI})


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph, and the text it stands for ("" where another glyph says it)."""

    gid: int
    text: str
    advance: float
    dx: float = 0.0
    dy: float = 0.0


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs of one face from left to right, from `x` on."""

    font: PageFont
    x: float
    glyphs: tuple[Glyph, ...]
    right: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A shaped line of text; `right` tells that it runs from right to left."""

    text: str
    runs: tuple[Run, ...]
    width: float
    right: bool


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    text: str
    font: PageFont
    level: int


class Shaper:
    """Shapes lines of text and remembers those it has shaped."""

    def __init__(self, book: FontBook) -> None:
        self._book = book
        self._known: dict[tuple[str, str, bool, bool], Line] = {}

    def line(self, text: str, language: str, *, bold: bool, right: bool) -> Line:
        """Shape one line.

        Args:
            text: The line in the order of reading.
            language: Locale; decides on the face asked first and on the forms of letters.
            bold: Whether the heavier weight is used.
            right: Whether the line as a whole runs from right to left.
        """
        key = (text, language, bold, right)
        if key not in self._known:
            self._known[key] = self._shape(*key)
        return self._known[key]

    def covers(self, text: str, language: str) -> bool:
        """Whether every character of the text can be drawn."""
        return self._book.covers(text, language)

    def _shape(self, text: str, language: str, bold: bool, right: bool) -> Line:  # noqa: FBT001
        clean = _cleaned(text)
        pieces = list(self._pieces(clean, language, bold=bold, right=right))
        shaped = [_shape_piece(piece, language) for piece in pieces]
        order = bidi.visual_order([piece.level for piece in pieces])
        places = [0.0] * len(pieces)
        x = 0.0
        for place in order:
            places[place] = x
            x += sum(glyph.advance for glyph in shaped[place])
        runs = tuple(
            Run(piece.font, at, glyphs, right=bool(piece.level % 2))
            for piece, at, glyphs in zip(pieces, places, shaped, strict=True)
        )
        return Line(bidi.plain(clean), runs, x, right)

    def _pieces(self, text: str, language: str, *, bold: bool, right: bool) -> Iterator[_Piece]:
        faces = self._book.faces(language, bold=bold)
        start, font, level = 0, faces[0], -1
        found = ""
        for place, (char, of_char) in enumerate(
            zip(text, bidi.levels(text, right=right), strict=True)
        ):
            if char in (bidi.FSI, bidi.PDI):
                continue
            face = _face(char, faces, font if found else None)
            if found and (face is not font or of_char != level):
                yield _Piece(start, found, font, level)
                found = ""
            if not found:
                start, font, level = place, face, of_char
            found += char
        if found:
            yield _Piece(start, found, font, level)


def _cleaned(text: str) -> str:
    """One line: no breaks, no control characters, one kind of isolate."""
    text = unicodedata.normalize("NFC", text.translate(_ISOLATES))
    return "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text)


def _face(char: str, faces: list[PageFont], before: PageFont | None) -> PageFont:
    """The face for a character; spaces and marks stay with the character before them."""
    code = ord(char)
    follows = char.isspace() or unicodedata.category(char) in ("Mn", "Me", "Mc", "Cf")
    if follows and before is not None and (code in before.characters or not char.isprintable()):
        return before
    return next((face for face in faces if code in face.characters), before or faces[0])


def _shape_piece(piece: _Piece, language: str) -> tuple[Glyph, ...]:
    hb = harfbuzz()
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(piece.text)
    right = bool(piece.level % 2)
    buffer.direction = "rtl" if right else "ltr"
    buffer.language = language.replace("_", "-")
    buffer.guess_segment_properties()
    hb.shape(piece.font.font, buffer)
    unit = 1 / piece.font.upem
    clusters = [info.cluster for info in buffer.glyph_infos]
    texts = _words(piece.text, clusters) if right else _clusters(piece.text, clusters)
    return tuple(
        Glyph(info.codepoint, text, at.x_advance * unit, at.x_offset * unit, at.y_offset * unit)
        for info, at, text in zip(buffer.glyph_infos, buffer.glyph_positions, texts, strict=True)
    )


def _clusters(text: str, clusters: list[int]) -> list[str]:
    """What each glyph of a left-to-right run stands for: its own characters."""
    ends = [*clusters[1:], len(text)]
    return [text[start:end] for start, end in zip(clusters, ends, strict=True)]


def _words(text: str, clusters: list[int]) -> list[str]:
    """What each glyph of a right-to-left run stands for.

    Glyphs come from left to right, against the order of reading. Programs that take text from
    a page differ in how they turn that round, so the whole run stands on its first glyph.
    """
    return [text if place == 0 else "" for place in range(len(clusters))]
