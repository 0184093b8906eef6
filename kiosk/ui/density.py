"""How many pixels of the screen stand in a millimetre of it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication

_PLAUSIBLE = range(100, 3001)
"""Widths of panels in millimetres; what is outside is a driver's placeholder."""


def density(width_mm: int, window: QSize) -> float:
    """Pixels in a millimetre; 0 where nobody knows.

    Args:
        width_mm: Of the lit panel, as the settings give it; 0 asks the screen itself.
        window: Size of the kiosk's window in pixels; without a display it is the whole screen.
    """
    # Not QWidget.screen(): that of a window which is being closed is gone.
    screen = QGuiApplication.primaryScreen()
    if QGuiApplication.platformName() == "offscreen":
        return window.width() / width_mm if width_mm else 0.0
    told = width_mm or round(screen.physicalSize().width())
    return screen.geometry().width() / told if told in _PLAUSIBLE else 0.0
