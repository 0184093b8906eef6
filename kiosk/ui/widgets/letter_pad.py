"""Letters for a name or initials, where there is no keyboard."""

from __future__ import annotations

from string import ascii_uppercase

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.button import Button, Kind

_ACROSS = 10


class LetterPad(QWidget):
    """The 26 letters, a dot, a space, and a key that takes one back.

    Signals:
        letter_pressed: A letter, a dot or a space.
        erase_pressed: Take the last one back.
    """

    letter_pressed = Signal(str)
    erase_pressed = Signal()

    def __init__(self, theme: Theme, *, space: str, erase: str) -> None:
        """`space` and `erase` name those two keys."""
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.gap(12))
        for place, letter in enumerate(f"{ascii_uppercase}. "):
            key = Button(theme, Kind.SECONDARY, height=88, padding=14)
            key.set_role(TypeRole.STRONG)
            key.setText(letter if letter != " " else "\u2423")
            key.setProperty("letter", letter)
            key.setAccessibleName(letter if letter != " " else space)
            key.setObjectName(f"letter-{letter}" if letter != " " else "letter-space")
            key.setFixedWidth(theme.px(120))
            key.clicked.connect(self._on_letter)
            grid.addWidget(key, *divmod(place, _ACROSS))
        back = Button(theme, Kind.SECONDARY, icon="backspace", height=88, padding=14)
        back.setAccessibleName(erase)
        back.setObjectName("erase")
        back.setFixedWidth(2 * theme.px(120) + theme.gap(12))
        back.clicked.connect(self.erase_pressed)
        grid.addWidget(back, 2, 8, 1, 2)

    def _on_letter(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self.letter_pressed.emit(str(sender.property("letter")))
