"""Tells assistive technology what has come, without taking the focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6 import QtGui
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

Send = Callable[[QWidget, str, bool], None]
"""(what it is about, the text, whether it may interrupt)."""


def send(widget: QWidget, text: str, assertive: bool) -> None:
    """Send an announcement; an alert where this Qt knows none."""
    made = getattr(QtGui, "QAccessibleAnnouncementEvent", None)
    if made is None:
        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))
        return
    event = made(widget, text)
    levels = QAccessible.AnnouncementPoliteness
    event.setPoliteness(levels.Assertive if assertive else levels.Polite)
    QAccessible.updateAccessibility(event)


class Announcer:
    """Headings and news politely, what cannot wait assertively."""

    def __init__(self, send_it: Send = send) -> None:
        self.send = send_it

    def tell(self, widget: QWidget, text: str) -> None:
        """When there is a pause."""
        if text.strip():
            self.send(widget, text, False)

    def warn(self, widget: QWidget, text: str) -> None:
        """At once."""
        if text.strip():
            self.send(widget, text, True)
