"""Work that must not keep the first screen from being seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_PATIENCE_MS: Final = 1_000
"""A display that is off, or another window above, lets nothing be painted."""


class FirstPaint(QObject):
    """Calls once when a window has been painted, or when that has not come about for a second.

    A window that is shown is only asked for: a display says later that it is there. What is done
    by a timer of no time comes before that.
    """

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._then = then
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._go_on)
        self._patience.start(_PATIENCE_MS)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window is painted after this, before the next timer."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            self._patience.start(0)
        return False

    def _go_on(self) -> None:
        self._window.removeEventFilter(self)
        self._then()
        self.deleteLater()
