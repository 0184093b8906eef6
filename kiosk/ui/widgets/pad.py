"""A small keypad: digits only, no prose is ever asked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.button import Button, Kind


class NumberPad(QWidget):
    """Ten digits and a key that takes one back.

    Signals:
        digit_pressed: A digit from 0 to 9.
        erase_pressed: Take the last digit back.
    """

    digit_pressed = Signal(int)
    erase_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.gap(18))
        self.keys: dict[int, Button] = {}
        for digit in (1, 2, 3, 4, 5, 6, 7, 8, 9, 0):
            key = Button(theme, Kind.SECONDARY, height=104)
            key.set_role(TypeRole.STRONG)
            key.setText(str(digit))
            key.setObjectName(f"digit-{digit}")
            key.setMinimumWidth(theme.px(170))
            key.clicked.connect(self._on_digit)
            place = (3, 1) if digit == 0 else ((digit - 1) // 3, (digit - 1) % 3)
            grid.addWidget(key, *place)
            self.keys[digit] = key
        self.erase = Button(theme, Kind.SECONDARY, icon="backspace", height=104)
        self.erase.setObjectName("erase")
        self.erase.clicked.connect(self.erase_pressed)
        grid.addWidget(self.erase, 3, 2)

    def _on_digit(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self.digit_pressed.emit(int(sender.text()))
