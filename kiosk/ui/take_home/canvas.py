"""Draws on the page in the order of reading: x counts from the side where lines begin."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from kiosk.ui.take_home.type import Paragraph
from kiosk.ui.theme.paint import paint_panel, renderer
from kiosk.ui.theme.tokens import DAY


def token(name: str) -> QColor:
    """A colour of the day palette: paper is always white, whatever the screen shows."""
    return QColor(getattr(DAY, name))


def tint(number: int) -> QColor:
    """The tint of a topic, counted from 1."""
    return QColor(DAY.tints[(number - 1) % len(DAY.tints)])


class Canvas:
    """A painter that mirrors every place for languages written from right to left."""

    def __init__(self, painter: QPainter, width: float, *, mirrored: bool) -> None:
        self._painter = painter
        self._width = width
        self._mirrored = mirrored

    def box(self, x: float, y: float, width: float, height: float) -> QRectF:
        """A place in the order of reading, as it is seen."""
        left = self._width - x - width if self._mirrored else x
        return QRectF(left, y, width, height)

    def text(self, paragraph: Paragraph, x: float, y: float) -> None:
        """A paragraph with its beginning corner at this place."""
        place = self.box(x, y, paragraph.width, paragraph.height)
        paragraph.draw(self._painter, place.x(), place.y())

    def panel(
        self,
        box: QRectF,
        radius: float,
        fill: QColor,
        border: tuple[QColor, float] | None = None,
    ) -> None:
        """A rounded surface."""
        paint_panel(self._painter, box, radius, fill, border)

    def rail(self, whole: QRectF, part: QRectF, radius: float, fill: QColor) -> None:
        """The part of a rounded surface that lies in `part`."""
        outline, cut = QPainterPath(), QPainterPath()
        outline.addRoundedRect(whole, radius, radius)
        cut.addRect(part)
        self._painter.fillPath(outline.intersected(cut), fill)

    def dot(self, box: QRectF, colour: QColor) -> None:
        """A filled circle."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        self._painter.drawEllipse(box)

    def rule(self, x: float, y: float, length: float, colour: QColor, width: float) -> None:
        """A level line."""
        self._painter.fillRect(self.box(x, y - width / 2, length, width), colour)

    def picture(self, path: str, box: QRectF, ink: str = "") -> None:
        """An SVG in its own proportions; its drawn ink becomes `ink` (#RRGGBB), if given."""
        renderer(path, ink).render(self._painter, box)
