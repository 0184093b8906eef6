"""How far she is, as a row of short bars."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme.theme import Theme


class ProgressBars(QWidget):
    """Done bars in teal (plum in the questionnaire), the rest in sand."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._done = 0
        self._total = 0
        self._accent = "teal"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_progress(self, done: int, total: int, accent: str, spoken: str) -> None:
        """Show `done` of `total`; nothing when `total` is 0."""
        self._done, self._total, self._accent = done, total, accent
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the bar leaves room."""
        return QSize(self._theme.px(300), self._theme.px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars in reading direction."""
        del event
        if not self._total:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        gap = self._theme.px(10)
        height = self._theme.px(12)
        width = (self.width() - gap * (self._total - 1)) / self._total
        top = (self.height() - height) / 2
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for index in range(self._total):
            place = self._total - 1 - index if mirrored else index
            painter.setBrush(self._theme.colour(self._accent if index < self._done else "sand"))
            bar = QRectF(place * (width + gap), top, width, height)
            painter.drawRoundedRect(bar, height / 2, height / 2)
        painter.end()
