"""What the check says of a text, one finding below the other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kiosk.services.preview import Remark
from kiosk.ui.theme.paint import paint_icon
from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.text import TextLabel

WIDTH: Final = 480
_SHAPES: Final = {
    "error": ("warning", "red"),
    "warning": ("shape-diamond", "sun_ink"),
    "note": ("shape-circle", "ink_soft"),
}
_ORDER: Final = tuple(_SHAPES)
_LTR: Final = "\u200e"
"""The messages are English, whatever they quote."""


class _Shape(QWidget):
    """A finding's severity as a shape, for who sees no colour."""

    def __init__(self, theme: Theme, severity: str) -> None:
        super().__init__()
        self._icon, self._colour = _SHAPES.get(severity, _SHAPES["note"])
        self._theme = theme
        self.setAccessibleName(severity)
        self.setFixedSize(QSize(28, 28))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The shape."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_icon(painter, self._icon, QRectF(self.rect()), self._theme.colour(self._colour))
        painter.end()


class RemarkPanel(QScrollArea):
    """A column of findings, errors first; scrolls, as it is for a mouse."""

    def __init__(self) -> None:
        super().__init__()
        self._theme = Theme()
        self._theme.scale = 0.62
        self.setWidgetResizable(True)
        self.setFixedWidth(WIDTH)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_remarks(self, remarks: Iterable[Remark], heading: str) -> None:
        """Show these in place of those before."""
        inside = QWidget()
        palette = inside.palette()
        palette.setColor(inside.backgroundRole(), self._theme.colour("card"))
        inside.setAutoFillBackground(True)
        inside.setPalette(palette)
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(self._label(heading, TypeRole.LABEL_STRONG, "ink"))
        ordered = sorted(remarks, key=lambda each: (_ORDER.index(each.severity), each))
        for remark in ordered:
            column.addLayout(self._line(remark))
        column.addStretch(1)
        self.setWidget(inside)

    def _line(self, remark: Remark) -> QHBoxLayout:
        colour = _SHAPES[remark.severity][1]
        name = remark.path.rpartition("/")[2]
        place = self._label(f"{name}:{remark.line}  {remark.rule}", TypeRole.LABEL_STRONG, colour)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(place)
        words.addWidget(self._label(f"{_LTR}{remark.message}", TypeRole.LABEL, "ink"))
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(_Shape(self._theme, remark.severity), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _label(self, text: str, role: TypeRole, colour: str) -> TextLabel:
        label = TextLabel(self._theme, role, colour=colour)
        label.setText(text)
        return label
