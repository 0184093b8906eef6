"""A plot of bars, one a row: label, bar, number in words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.services.figure_plots import Bar
from kiosk.ui.theme.fit import fitted_font, paint_text
from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import TypeRole

ROW = 62
_LABEL = 0.30
_SAID = 0.30
"""Shares of the width: the label before the bar, its number after it."""


class BarPlot(QWidget):
    """A number that is not told is hatched over the whole width, and says so."""

    def __init__(self, theme: Theme, bars: tuple[Bar, ...]) -> None:
        super().__init__()
        self._theme = theme
        self._bars = bars
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("; ".join(f"{bar.label}: {bar.said}" for bar in bars))

    def sizeHint(self) -> QSize:
        """A row for each bar."""
        return QSize(self._theme.px(900), self._theme.px(ROW) * len(self._bars))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows in the direction of reading."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        height = self.height() / max(1, len(self._bars))
        for place, bar in enumerate(self._bars):
            self._paint_row(painter, QRectF(0, place * height, self.width(), height), bar)
        painter.end()

    def _paint_row(self, painter: QPainter, row: QRectF, bar: Bar) -> None:
        theme = self._theme
        gap = theme.px(20)
        label = QRectF(row.left(), row.top(), row.width() * _LABEL - gap, row.height())
        said = QRectF(0, row.top(), row.width() * _SAID - gap, row.height())
        said.moveRight(row.right())
        room = QRectF(label.right() + gap, row.top(), 0, row.height())
        room.setRight(said.left() - gap)
        room.adjust(0, row.height() * 0.2, 0, -row.height() * 0.2)
        aligned = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for text, place, role, ink in (
            (bar.label, label, TypeRole.SMALL_STRONG, "ink"),
            (bar.said, said, TypeRole.SMALL, "ink_soft"),
        ):
            at = self._mirrored(place)
            font = fitted_font(theme, role, text, QSizeF(at.width(), at.height()))
            paint_text(painter, at, text, font, theme.colour(ink), aligned)
        self._paint_bar(painter, room, bar.share)

    def _paint_bar(self, painter: QPainter, room: QRectF, share: float | None) -> None:
        theme = self._theme
        radius = room.height() / 4
        painter.setPen(Qt.PenStyle.NoPen)
        if share is None:
            painter.setBrush(QBrush(theme.colour("ink_soft"), Qt.BrushStyle.BDiagPattern))
            painter.setPen(QPen(theme.colour("ink_soft"), max(1, theme.px(2))))
            painter.drawRoundedRect(self._mirrored(room), radius, radius)
            return
        painter.setBrush(theme.colour("sand"))
        painter.drawRoundedRect(self._mirrored(room), radius, radius)
        if share > 0:
            room.setWidth(max(room.height() / 2, room.width() * min(1.0, share)))
            painter.setBrush(theme.colour("teal"))
            painter.drawRoundedRect(self._mirrored(room), radius, radius)

    def _mirrored(self, place: QRectF) -> QRectF:
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            place = QRectF(place)
            place.moveLeft(self.width() - place.right())
        return place
