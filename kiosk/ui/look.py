"""Brings a change of language, theme or text size to every widget of a window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtWidgets import QWidget


def tell_all(window: QWidget, kind: QEvent.Type) -> None:
    """Send an event of this kind to everything in the window, and draw it again."""
    for widget in window.findChildren(QWidget):
        QCoreApplication.sendEvent(widget, QEvent(kind))
    window.update()


def direct(window: QWidget, language: str, *, right_to_left: bool) -> None:
    """Lay the window out the way its language is read, and tell which language it is."""
    window.setLocale(QLocale(language))
    directions = Qt.LayoutDirection
    window.setLayoutDirection(directions.RightToLeft if right_to_left else directions.LeftToRight)
    tell_all(window, QEvent.Type.StyleChange)
