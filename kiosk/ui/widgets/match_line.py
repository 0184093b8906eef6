"""A line to type, and beside it whether it is the published one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.domain.instrument_text import fingerprint
from kiosk.ui.theme.paint import paint_icon
from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.line_field import LineField
from kiosk.ui.widgets.text import TextLabel


class _Tick(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(theme.px(44), theme.px(44))
        self.on = False

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self.on:
            painter = QPainter(self)
            paint_icon(painter, "check", QRectF(self.rect()), self._theme.colour("teal"))
            painter.end()


class MatchLine(QWidget):
    """Title, field, and the words of `matched` once the fingerprint is met.

    Signals:
        edited: The line has changed.
    """

    edited = Signal()

    def __init__(self, theme: Theme, title: str, matched: str, language: str) -> None:
        super().__init__()
        self._matched = matched
        self._expected = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        label = TextLabel(theme, TypeRole.SMALL_STRONG, colour="ink_soft")
        label.setText(title)
        label.setFixedWidth(theme.px(190))
        label.keep_within(theme.px(84))
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
        self.field = LineField(theme, title, language=language)
        self.field.textChanged.connect(self._on_changed)
        row.addWidget(self.field, 1)
        self._tick = _Tick(theme)
        row.addWidget(self._tick)
        self._said = TextLabel(theme, TypeRole.SMALL_STRONG, colour="teal")
        self._said.setFixedWidth(theme.px(330))
        self._said.keep_within(theme.px(84))
        row.addWidget(self._said, 0, Qt.AlignmentFlag.AlignVCenter)

    @property
    def matches(self) -> bool:
        """Whether the line is the published one."""
        return bool(self._expected) and fingerprint(self.field.text()) == self._expected

    def show_line(self, text: str, expected: str) -> None:
        """Show a line; `expected` is its fingerprint, "" where none is published."""
        self._expected = expected
        self.field.setText(text)
        self._on_changed()

    def _on_changed(self) -> None:
        said = self._matched if self.matches else ""
        self._tick.on = bool(said)
        self._tick.update()
        self._said.setText(said)
        self.field.setAccessibleDescription(said)
        self.edited.emit()
