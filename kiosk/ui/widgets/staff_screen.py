"""The base of every screen behind the PIN."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.paint import paint_shadow


class StaffScreen(QWidget):
    """Paints the ground and the shadows of what lies on it."""

    def __init__(self, context: StaffContext) -> None:
        super().__init__()
        self.context = context
        self.theme = context.theme

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and shadows."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.theme.colour("paper"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for child in self.findChildren(QWidget):
            if getattr(child, "casts_shadow", False) and child.isVisibleTo(self):
                corner = child.mapTo(self, QPoint(0, 0))
                rect = QRectF(corner.x(), corner.y(), child.width(), child.height())
                paint_shadow(painter, self.theme, rect, getattr(child, "radius", 0.0))
        painter.end()
