"""The visit's code: colour word, its own shape, two digits."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.domain.code import VisitCode
from kiosk.i18n import Words
from kiosk.ui.colour_words import spoken_code
from kiosk.ui.theme.paint import icon_path, paint_svg
from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import Style, TypeRole

_SMALLEST = 0.4
_STEP = 0.05


class CodeBadge(QWidget):
    """Shows a code, small in the top bar or large on the last page."""

    def __init__(self, theme: Theme, role: TypeRole, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self._code: VisitCode | None = None
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_code(self, code: VisitCode | None, words: Words) -> None:
        """Show a code in a language; nothing for None."""
        self._code = code
        self._text = spoken_code(code, words) if code else ""
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as shape and words."""
        if self._code is None:
            return QSize(0, 0)
        metrics = QFontMetricsF(self._font())
        width = (
            metrics.height() * 0.8
            + self._gap()
            + metrics.horizontalAdvance(self._text)
            + self._theme.px(16)
        )
        return QSize(round(width), round(metrics.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw shape and words in reading direction."""
        del event
        if self._code is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        font = self._fitting_font()
        metrics = QFontMetricsF(font)
        size = metrics.height() * 0.66
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = self.width() - size if mirrored else 0.0
        box = QRectF(x, (self.height() - size) / 2, size, size)
        if self._theme.style is Style.DARK:
            # The colours of the codes are made for a light ground.
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("ink"))
            painter.drawEllipse(box)
            inset = size * 0.2
            box = box.adjusted(inset, inset, -inset, -inset)
        paint_svg(painter, icon_path(f"shape-{self._code.shape}"), box, self._code.paint)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.colour("ink")))
        shift = size + self._gap()
        rect = QRectF(self.rect())
        place = rect.adjusted(0, 0, -shift, 0) if mirrored else rect.adjusted(shift, 0, 0, 0)
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        align = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, int(align) | int(Qt.TextFlag.TextSingleLine), self._text)
        painter.end()

    def _fitting_font(self) -> QFont:
        """The role's font, smaller where the place is too narrow."""
        fit = 1.0
        font = self._font()
        while fit > _SMALLEST:
            metrics = QFontMetricsF(font)
            needed = metrics.height() * 0.66 + self._gap() + metrics.horizontalAdvance(self._text)
            if needed <= self.width():
                break
            fit -= _STEP
            font = self._theme.font(self._role, fit=fit)
        return font

    def _font(self) -> QFont:
        return self._theme.font(self._role)

    def _gap(self) -> int:
        return self._theme.px(self._role.px * 0.34)
