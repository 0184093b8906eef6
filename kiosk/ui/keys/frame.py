"""A ring around what the keyboard or the switch is at, drawn above the page."""

from __future__ import annotations

from collections.abc import Sequence

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.keys.stops import place_in
from kiosk.ui.theme.paint import paint_focus
from kiosk.ui.theme.theme import Theme

_MOVES = (QEvent.Type.Move, QEvent.Type.Resize)


class Frame(QWidget):
    """Lies over the whole window, takes no touch, and follows what it rings."""

    def __init__(self, theme: Theme, window: QWidget, *, reach: int, weight: int = 5) -> None:
        """`reach`, `weight`: pixels at 1920 x 1080 from what is ringed to the ring, and of it."""
        super().__init__(window)
        self._theme = theme
        self._reach = reach
        self._weight = weight
        self._ringed: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("frame")
        self.hide()

    @property
    def ringed(self) -> list[QWidget]:
        """What the ring is around now."""
        return [widget for widget in self._ringed if shiboken6.isValid(widget)]

    def show_around(self, widgets: Sequence[QWidget]) -> None:
        """Ring these together; nothing takes the ring away."""
        if list(widgets) == self._ringed and self.isVisible() is bool(widgets):
            return
        for widget in self.ringed:
            widget.removeEventFilter(self)
        self._ringed = list(widgets)
        for widget in self._ringed:
            widget.installEventFilter(self)
        self.setVisible(bool(widgets))
        if widgets:
            self._lie_on_top()
            self.raise_()
            self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow a page that is laid out anew."""
        if event.type() in _MOVES:
            self._lie_on_top()
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring."""
        del event
        around = QRect()
        for widget in self.ringed:
            if widget.isVisible():
                around = around.united(place_in(self.window(), widget))
        if around.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        reach = self._theme.px(self._reach)
        inside = self.rect().adjusted(4, 4, -4, -4)
        ring = QRectF(around.adjusted(-reach, -reach, reach, reach).intersected(inside))
        paint_focus(painter, self._theme, ring, self._theme.px(30), weight=self._weight)
        painter.end()

    def _lie_on_top(self) -> None:
        parent = self.parentWidget()
        if parent is not None and self.geometry() != parent.rect():
            self.setGeometry(parent.rect())
