"""The foot of a staff screen that asks for one thing: back on one side, done on the other."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.ui.theme.theme import Theme
from kiosk.ui.widgets.button import Button, Kind


class StaffFoot(QWidget):
    """Two buttons, `back` and `done`, named so that tests and hands find them."""

    def __init__(self, theme: Theme, back: str, done: str, *, name: str, icon: str) -> None:
        """`name` and `icon` are of the button that is done with."""
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.back = Button(theme, Kind.SECONDARY, icon="back", icon_after=False)
        self.back.setText(back)
        self.back.setObjectName("back")
        self.done = Button(theme, Kind.PRIMARY, icon=icon, icon_after=True)
        self.done.setText(done)
        self.done.setObjectName(name)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.done)
        self._theme = theme
        self._row = row

    def add(self, text: str, name: str, icon: str) -> Button:
        """One more button, in the middle."""
        button = Button(self._theme, Kind.SECONDARY, icon=icon, icon_after=False)
        button.setText(text)
        button.setObjectName(name)
        self._row.insertWidget(2, button)
        self._row.insertStretch(3, 1)
        return button
