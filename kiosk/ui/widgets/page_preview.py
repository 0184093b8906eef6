"""A page as it will be printed, rendered from memory."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.theme import Theme


class PagePreview(QWidget):
    """Shows the first page of a PDF, as large as there is room."""

    def __init__(self, theme: Theme, name: str) -> None:
        """`name` is read out."""
        super().__init__()
        self._theme = theme
        self._image: QImage | None = None
        self.setAccessibleName(name)

    def show_pdf(self, pdf: bytes) -> None:
        """Show this one."""
        buffer = QBuffer()
        buffer.setData(QByteArray(pdf))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document = QPdfDocument(self)
        document.load(buffer)
        points = document.pagePointSize(0)
        height = max(600, self.height() * 2)
        size = QSize(round(points.width() / points.height() * height), height)
        self._image = document.render(0, size)
        document.close()
        document.deleteLater()
        buffer.close()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The paper, with a hairline around it."""
        del event
        if self._image is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = self.size() - QSize(2, 2)
        size = self._image.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(
            (self.width() - size.width()) / 2,
            (self.height() - size.height()) / 2,
            size.width(),
            size.height(),
        )
        painter.fillRect(place, Qt.GlobalColor.white)
        painter.drawImage(place, self._image)
        painter.setPen(self._theme.colour("line"))
        painter.drawRect(place)
        painter.end()
