"""Text on the page: sizes that grow and shrink together, paragraphs that know their height.

Lengths are tenths of a point, the page's own units.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from kiosk.ui.theme.fonts import family_of, font
from kiosk.ui.theme.tokens import DAY

POINT: Final = 10
"""Units in a point."""
_LEADING: Final = {"Noto Sans Arabic": 1.45, "Noto Sans CJK SC": 1.4}
_NO_LIGATURES: Final = 0.05
"""Any space between letters, however small, keeps Qt from joining them."""
_LATIN_LEADING: Final = 1.21
_MEASURE: Final = re.compile(
    r"[\u2212-]?\d+(?:[.,]\d+)*\s?°[CF](?:\s?\([\u2212-]?\d+(?:[.,]\d+)*\s?°[CF]\))?"
)
_ISOLATES: Final = re.compile("[\u2066-\u2069]")
_LEFT_TO_RIGHT: Final = "\u200e"
_RIGHT_TO_LEFT: Final = "\u200f"
"""Marks, since no face of ours has the characters that isolate."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a text is set: its size as a part of the body's, weight, colour token."""

    size: float = 1.0
    semibold: bool = False
    colour: str = "ink"


BODY: Final = Look()
STRONG: Final = Look(semibold=True)
ASIDE: Final = Look(colour="ink_soft")
SOFT: Final = Look(0.9, colour="ink_soft")
URGENT: Final = Look(0.97, semibold=True, colour="red_deep")
HEADING: Final = Look(1.22, semibold=True, colour="teal")
ALARM: Final = Look(1.22, semibold=True, colour="red_deep")


@dataclass(frozen=True, slots=True)
class Type:
    """The language's face at one size of body text, in points."""

    language: str
    right_to_left: bool
    body: float

    def em(self, times: float = 1.0) -> float:
        """A length as a part of the body's size."""
        return self.body * POINT * times

    def font(self, look: Look) -> QFont:
        """The font of a look; Latin letters stay single, so that "fi" is found as text."""
        made = font(self.language, self.em(look.size), semibold=look.semibold)
        if not self.right_to_left:
            made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, _NO_LIGATURES)
        return made

    def leading(self, look: Look) -> float:
        """From one line to the next."""
        return self.em(look.size) * _LEADING.get(family_of(self.language), _LATIN_LEADING)

    def in_one_piece(self, text: str) -> str:
        """A text in which "100.4 °F (38.0 °C)" is not broken, and reads from left to right."""
        mark = _LEFT_TO_RIGHT if self.right_to_left else ""
        text = _ISOLATES.sub(lambda found: mark if found[0] == "\u2066" else "", text)
        return _MEASURE.sub(lambda found: mark + found[0].replace(" ", "\u00a0") + mark, text)

    def apart(self, text: str) -> str:
        """A text that stays in its place beside others, as a name in another script."""
        mark = _RIGHT_TO_LEFT if self.right_to_left else ""
        return f"{mark}{text}{mark}"


class Paragraph:
    """Text broken into lines of a width; runs in different looks follow one another."""

    def __init__(
        self,
        face: Type,
        width: float,
        *runs: tuple[str, Look],
        left_to_right: bool = False,
        align: Qt.AlignmentFlag | None = None,
    ) -> None:
        """`left_to_right` is for numbers; `align` is as seen, the reading side if left out."""
        self.width = width
        start = Qt.AlignmentFlag.AlignRight if face.right_to_left else Qt.AlignmentFlag.AlignLeft
        rtl = face.right_to_left and not left_to_right
        runs = tuple((face.in_one_piece(text), look) for text, look in runs)
        option = QTextOption(align or start)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.layout = QTextLayout("".join(text for text, _ in runs), face.font(runs[0][1]))
        self.layout.setTextOption(option)
        self.layout.setFormats(_formats(face, runs))
        self.height = self._break(width, max(face.leading(look) for _, look in runs))

    @property
    def natural_width(self) -> float:
        """The width of the longest line."""
        lines = range(self.layout.lineCount())
        return max((self.layout.lineAt(n).naturalTextWidth() for n in lines), default=0.0)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it with its upper left corner as seen at this place."""
        self.layout.draw(painter, QPointF(x, y))

    def _break(self, width: float, leading: float) -> float:
        y = 0.0
        self.layout.beginLayout()
        line = self.layout.createLine()
        while line.isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y + (leading - line.height()) / 2))
            y += leading
            line = self.layout.createLine()
        self.layout.endLayout()
        return y


def _formats(face: Type, runs: tuple[tuple[str, Look], ...]) -> list[QTextLayout.FormatRange]:
    formats: list[QTextLayout.FormatRange] = []
    start = 0
    for text, look in runs:
        part = QTextLayout.FormatRange()
        style = QTextCharFormat()
        style.setFont(face.font(look))
        style.setForeground(QColor(getattr(DAY, look.colour)))
        part.start, part.length, part.format = start, len(text.encode("utf-16-le")) // 2, style
        start += part.length
        formats.append(part)
    return formats
