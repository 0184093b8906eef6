"""The hand of a simulated visitor: it touches what is visible and enabled, nothing else."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.domain.errors import ErrorCode, KioskError


class UnhurriedClock:
    """Seconds between one look at it and the next: no tap of a simulated hand is an accident."""

    def __init__(self) -> None:
        self._now = 0.0

    def __call__(self) -> float:
        """Ten more than before."""
        self._now += 10.0
        return self._now


def settle() -> None:
    """Let everything that is due happen: layouts, deferred deletes, repaints."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


def tap(root: QWidget, name: str, screen: str) -> None:
    """Touch the button of this object name.

    Raises:
        KioskError: REHEARSAL_STUCK, when it is not there to be touched.
    """
    for button in root.findChildren(QAbstractButton, name):
        if button.isVisible() and button.isEnabled():
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            settle()
            return
    raise KioskError(ErrorCode.REHEARSAL_STUCK, screen=f"{screen} ({name})")


def can_tap(root: QWidget, name: str) -> bool:
    """Whether a visible, enabled button has this object name."""
    return any(
        button.isVisible() and button.isEnabled()
        for button in root.findChildren(QAbstractButton, name)
    )
