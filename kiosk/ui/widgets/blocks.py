"""A card's blocks as widgets: paragraphs, bullets, call-outs."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.domain.content import Block, Bullets, CallOut, Paragraph
from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.text import TextLabel


class _Dot(QWidget):
    """The dot before a bullet, level with the first line."""

    def __init__(self, theme: Theme, colour: str) -> None:
        super().__init__()
        self._theme = theme
        self._colour = colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(18), self._theme.px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        line = QFontMetricsF(self._theme.font(TypeRole.BODY)).height()
        size = self._theme.px(15)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(self._colour))
        painter.drawEllipse(QRectF(0, (line - size) / 2, size, size))
        painter.end()


def block_widgets(theme: Theme, blocks: tuple[Block, ...]) -> list[QWidget]:
    """One widget a paragraph, a bullet, or a call-out, in order."""
    made: list[QWidget] = []
    for block in blocks:
        match block:
            case Bullets(items):
                made.extend(_bullet(theme, item) for item in items)
            case CallOut(kind, text):
                made.append(_call_out(theme, kind, text))
            case Paragraph(text):
                label = TextLabel(theme, TypeRole.LEAD, colour="ink_soft")
                label.setText(text)
                made.append(label)
    return made


def _bullet(theme: Theme, text: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(22))
    label = TextLabel(theme, TypeRole.BODY)
    label.setText(text)
    row.addWidget(_Dot(theme, "teal"))
    row.addWidget(label, 1)
    return line


def _call_out(theme: Theme, kind: str, text: str) -> QWidget:
    urgent = kind == "urgent"
    panel = Panel(
        theme,
        fill="red_tint" if urgent else "teal_tint",
        border="red" if urgent else "",
        radius=24,
        shadow=False,
    )
    box = QVBoxLayout(panel)
    side = theme.px(28)
    box.setContentsMargins(side, theme.px(18), side, theme.px(18))
    label = TextLabel(theme, TypeRole.LEAD, colour="red_deep" if urgent else "teal_deep")
    label.setText(text)
    box.addWidget(label)
    return panel
