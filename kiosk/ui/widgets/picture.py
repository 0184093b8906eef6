"""An SVG picture with its alternative text."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme.paint import paint_svg, renderer
from kiosk.ui.theme.theme import Theme


class PictureView(QWidget):
    """Shows a picture as large as its place allows, in its own proportions."""

    def __init__(
        self, theme: Theme, path: str, *, width: int, parent: QWidget | None = None
    ) -> None:
        """`width` is wanted at 1920 x 1080."""
        super().__init__(parent)
        self._theme = theme
        self._path = path
        self._width = width
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def set_alternative(self, text: str) -> None:
        """What the picture shows, for who cannot see it."""
        self.setAccessibleName(text)

    def set_width(self, width: int) -> None:
        """Want another width at 1920 x 1080."""
        self._width = width
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The wanted width, and the height that goes with it."""
        size = renderer(self._path).defaultSize()
        width = self._theme.px(self._width)
        return QSize(width, round(width * size.height() / max(1, size.width())))

    def minimumSizeHint(self) -> QSize:
        """Half of what is wanted."""
        return self.sizeHint() / 2

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in the middle of its place."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_svg(painter, self._path, QRectF(self.rect()), light=self._theme.light(self))
        painter.end()
