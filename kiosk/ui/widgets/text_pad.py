"""Small and capital letters, figures and signs, where there is no keyboard."""

from __future__ import annotations

from string import ascii_lowercase, ascii_uppercase
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.i18n import Words
from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.button import Button, Kind

_ACROSS: Final = 10
_SMALL: Final = f"{ascii_lowercase}.,-'"
_CAPITAL: Final = f"{ascii_uppercase}.,-'"
_SIGNS: Final = "1234567890-_/:;()@&+=?!#%*\"',."
_WIDTH: Final = 120
_GAP: Final = 12


class TextPad(QWidget):
    """Thirty keys that change what they write, and below them what changes it.

    Signals:
        letter_pressed: What a key writes.
        erase_pressed: Take the last one back.
    """

    letter_pressed = Signal(str)
    erase_pressed = Signal()

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        _ = words.gettext
        self._theme = theme
        self._names = {"abc": _("Small letters"), "ABC": _("Capital letters")}
        self._letters, self._signs_named = _("Letters"), _("Figures and signs")
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.gap(_GAP))
        self._keys = [self._key(1) for _place in _SMALL]
        for place, key in enumerate(self._keys):
            key.clicked.connect(self._on_letter)
            self._grid.addWidget(key, *divmod(place, _ACROSS))
        self._shift = self._below("shift", 0, 2)
        self._shift.clicked.connect(self._on_shift)
        self._signs = self._below("signs", 2, 2)
        self._signs.clicked.connect(self._on_signs)
        space = self._below("letter-space", 4, 4)
        space.setText("\u2423")
        space.setAccessibleName(_("Space"))
        space.setProperty("letter", " ")
        space.clicked.connect(self._on_letter)
        erase = self._below("erase", 8, 2, icon="backspace")
        erase.setAccessibleName(_("Delete the last letter"))
        erase.clicked.connect(self.erase_pressed)
        self._show(_SMALL)

    def _key(self, wide: int, icon: str = "") -> Button:
        key = Button(self._theme, Kind.SECONDARY, icon=icon, height=88, padding=14)
        key.set_role(TypeRole.STRONG)
        key.setFixedWidth(self._theme.px(_WIDTH) * wide + self._theme.gap(_GAP) * (wide - 1))
        return key

    def _below(self, name: str, column: int, wide: int, icon: str = "") -> Button:
        key = self._key(wide, icon)
        key.setObjectName(name)
        self._grid.addWidget(key, 3, column, 1, wide)
        return key

    def _show(self, written: str) -> None:
        """Let the keys write this."""
        self._written = written
        for key, letter in zip(self._keys, written, strict=True):
            key.setText(letter)
            key.setAccessibleName(letter)
            key.setProperty("letter", letter)
            key.setObjectName(f"letter-{letter}")
        other = "abc" if written == _CAPITAL else "ABC"
        self._shift.setText(other)
        self._shift.setAccessibleName(self._names[other])
        self._shift.setEnabled(written != _SIGNS)
        self._signs.setText("abc" if written == _SIGNS else "1 2 3 # /")
        self._signs.setAccessibleName(self._letters if written == _SIGNS else self._signs_named)

    def _on_shift(self) -> None:
        self._show(_SMALL if self._written == _CAPITAL else _CAPITAL)

    def _on_signs(self) -> None:
        self._show(_SMALL if self._written == _SIGNS else _SIGNS)

    def _on_letter(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self.letter_pressed.emit(str(sender.property("letter")))
