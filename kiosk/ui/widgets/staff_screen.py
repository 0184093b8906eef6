"""The base of every screen behind the PIN."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.paint import paint_shadow

_DIGITS: Final = {Qt.Key(Qt.Key.Key_0.value + digit): digit for digit in range(10)}
_STEPS: Final = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}


class StaffScreen(QWidget):
    """Paints the ground and the shadows of what lies on it; says what keys mean.

    What no target takes for itself comes here. Subclasses override the `key_` methods they
    have a use for.
    """

    def __init__(self, context: StaffContext) -> None:
        super().__init__()
        self.context = context
        self.theme = context.theme
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def begin(self) -> None:
        """Take the keyboard; called once it is shown."""
        if self.focusWidget() is None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def key_digit(self, digit: int) -> None:
        """A digit."""

    def key_erase(self) -> None:
        """Backspace."""

    def key_enter(self) -> None:
        """Enter, while no target has the focus."""

    def key_escape(self) -> None:
        """Escape: back, or leave."""

    def key_page(self, by: int) -> None:
        """Page up (-1) or down (1)."""

    def key_arrow(self, across: int, down: int) -> None:
        """An arrow key: to the next target, or to the one before."""
        self.focusNextPrevChild(across + down > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand a key to what it means."""
        key = Qt.Key(event.key())
        if key in _DIGITS:
            self.key_digit(_DIGITS[key])
        elif key in _STEPS:
            across, down = _STEPS[key]
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            self.key_arrow(-across if mirrored else across, down)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.key_enter()
        elif key == Qt.Key.Key_Backspace:
            self.key_erase()
        elif key == Qt.Key.Key_Escape:
            self.key_escape()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.key_page(1 if key == Qt.Key.Key_PageDown else -1)
        event.accept()

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
