"""A line of text with an icon in a tinted disc before it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kiosk.ui.theme.paint import paint_icon
from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.text import TextLabel


class _Disc(QWidget):
    def __init__(self, theme: Theme, icon: str, fill: str, ink: str) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._fill = fill
        self._ink = ink
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self._theme.px(88)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(self._fill))
        rect = QRectF(self.rect())
        painter.drawEllipse(rect)
        inset = rect.width() * 0.24
        paint_icon(
            painter,
            self._icon,
            rect.adjusted(inset, inset, -inset, -inset),
            self._theme.colour(self._ink),
        )
        painter.end()


class IconLine(QWidget):
    """One short sentence with its icon."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        *,
        fill: str = "teal_tint",
        ink: str = "teal",
        role: TypeRole = TypeRole.LEAD,
    ) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(32))
        row.addWidget(_Disc(theme, icon, fill, ink), 0, Qt.AlignmentFlag.AlignVCenter)
        self._label = TextLabel(theme, role)
        row.addWidget(self._label, 1, Qt.AlignmentFlag.AlignVCenter)

    def set_text(self, text: str) -> None:
        """Show a sentence."""
        self._label.setText(text)
