"""The staff corner: held for a moment it asks for the PIN; it also shows that an alert waits.

It carries a shape and a number, no words: a waiting room reads along.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.fit import paint_text
from kiosk.ui.theme.paint import paint_icon, paint_panel
from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import TypeRole

HOLD_MS = 1200


class StaffMark(QWidget):
    """A corner that reacts to being held.

    Signals:
        held: It was held long enough.
    """

    held = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._waiting = 0
        self.setObjectName("staff-corner")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(HOLD_MS)
        self._timer.timeout.connect(self.held)

    def set_waiting(self, alerts: int) -> None:
        """How many alerts nobody has acknowledged."""
        self._waiting = alerts
        self.update()

    def sizeHint(self) -> QSize:
        """A corner large enough for a thumb in a glove."""
        return QSize(self._theme.px(170), self._theme.px(110))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to count."""
        self._timer.start()
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go too early: nothing."""
        self._timer.stop()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet mark; a filled one with a number when something waits."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        size = theme.px(38)
        box = QRectF(theme.px(34), self.height() - size - theme.px(30), size, size)
        if not self._waiting:
            paint_icon(painter, "shape-diamond", box, theme.colour("ink_soft"))
            painter.end()
            return
        pill = QRectF(
            box.left() - theme.px(12), box.top() - theme.px(10), theme.px(116), size + theme.px(20)
        )
        paint_panel(painter, pill, pill.height() / 2, theme.colour("ink"))
        paint_icon(painter, "shape-diamond", box, theme.colour("card"))
        text = QRectF(box.right(), pill.top(), pill.right() - box.right(), pill.height())
        font = theme.font(TypeRole.SMALL_STRONG, language="en")
        align = Qt.AlignmentFlag.AlignCenter
        paint_text(painter, text, str(self._waiting), font, theme.colour("card"), align)
        painter.end()
