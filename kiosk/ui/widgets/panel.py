"""A raised surface that holds other widgets."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.paint import paint_panel
from kiosk.ui.theme.theme import Theme


class Panel(QWidget):
    """A rounded panel in a palette colour."""

    def __init__(
        self,
        theme: Theme,
        *,
        fill: str = "card",
        border: str = "",
        radius: int = 40,
        shadow: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fill = fill
        self._border = border
        self.radius = float(theme.px(radius))
        self.casts_shadow = shadow

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the surface."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        border = self._border or ("line" if self._theme.high_contrast else "")
        outline = (self._theme.colour(border), float(max(2, self._theme.px(3)))) if border else None
        paint_panel(
            painter, QRectF(self.rect()), self.radius, self._theme.colour(self._fill), outline
        )
        painter.end()
