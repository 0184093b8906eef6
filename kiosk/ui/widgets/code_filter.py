"""Narrows the board to a code: eight colours, ten digits, by touch and by keys."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.code import COLOURS
from kiosk.i18n import Words
from kiosk.ui.colour_words import colour_word
from kiosk.ui.theme.paint import icon_path, paint_panel, paint_svg
from kiosk.ui.theme.theme import Theme
from kiosk.ui.theme.tokens import EDGE, TypeRole
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.digits import DigitField
from kiosk.ui.widgets.pressable import Pressable

_SIDE = 76
_KEY = 66
_FIELD = 130
_ALL = 170
"""Room for the word in every language."""

_DIGITS = 2


class _Chip(Pressable):
    """A colour with its shape; pressed, the board shows it alone."""

    def __init__(self, theme: Theme, colour: str, words: Words) -> None:
        super().__init__(theme)
        self.colour = colour
        self.arrows_to_screen = True
        self.setCheckable(True)
        self.setFixedSize(theme.target(_SIDE), theme.target(_SIDE))
        self.radius = float(theme.px(20))
        self.setAccessibleName(colour_word(colour, words))
        self.setObjectName(f"colour-{colour}")

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """The shape; a dark ring while it is chosen."""
        chosen = self.isChecked()
        fill = self.theme.colour("teal_tint" if chosen else "card")
        width = float(self.theme.px(6 if chosen else 2))
        border = self.theme.colour("teal" if chosen else "line")
        paint_panel(painter, rect, self.radius, fill, (border, width))
        inset = rect.width() * 0.26
        shape, paint = COLOURS[self.colour]
        place = rect.adjusted(inset, inset, -inset, -inset)
        paint_svg(painter, icon_path(f"shape-{shape}"), place, paint)


class CodeFilter(QWidget):
    """Eight colours, the digits typed so far, ten digits, and a way to show everything.

    Signals:
        changed: What a code must contain; empty for every code.
    """

    changed = Signal(str)

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._colour = ""
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.gap(9))
        row = _row_in(rows, theme)
        self._chips = [_Chip(theme, colour, words) for colour in COLOURS]
        for chip in self._chips:
            chip.clicked.connect(self._on_chip)
            row.addWidget(chip)
        row.addStretch(1)
        if _needed(theme) > theme.px(1920 - 2 * EDGE):
            row = _row_in(rows, theme)
        self._field = DigitField(theme, _DIGITS, role=TypeRole.STRONG)
        self._field.setFixedSize(theme.px(_FIELD), theme.target(_SIDE))
        self._field.setAccessibleName(words.gettext("Digits of the code"))
        self._field.setObjectName("filter-digits")
        row.addWidget(self._field)
        row.addStretch(1)
        # Digits run from left to right in every language.
        pad = QWidget()
        pad.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        keys = QHBoxLayout(pad)
        keys.setContentsMargins(0, 0, 0, 0)
        keys.setSpacing(theme.gap(9))
        for digit in range(10):
            key = Button(theme, Kind.SECONDARY, height=_SIDE, padding=12)
            key.arrows_to_screen = True
            key.radius = theme.px(20)
            key.set_role(TypeRole.LABEL_STRONG)
            key.setText(str(digit))
            key.setFixedSize(theme.target(_KEY), theme.target(_SIDE))
            key.setObjectName(f"filter-{digit}")
            key.clicked.connect(self._on_key)
            keys.addWidget(key)
        row.addWidget(pad)
        row.addStretch(1)
        self._all = Button(theme, Kind.SECONDARY, height=_SIDE, padding=32)
        self._all.arrows_to_screen = True
        self._all.radius = theme.px(20)
        self._all.set_role(TypeRole.LABEL_STRONG)
        self._all.setText(words.gettext("All"))
        self._all.setFixedHeight(theme.target(_SIDE))
        self._all.setObjectName("filter-all")
        self._all.clicked.connect(self.show_all)
        row.addWidget(self._all)
        self._refresh()

    @property
    def code(self) -> str:
        """What a code must contain: "green 4", "green", "42" or nothing."""
        return f"{self._colour} {self._field.digits}".strip()

    def add_digit(self, digit: int) -> None:
        """One more digit; after the last one it begins anew."""
        full = len(self._field.digits) == _DIGITS
        self._field.show_digits(str(digit) if full else f"{self._field.digits}{digit}")
        self._tell()

    def erase(self) -> None:
        """Take the last digit back."""
        if self._field.digits:
            self._field.erase()
            self._tell()

    def step_colour(self, by: int) -> None:
        """Go on to the next colour, or the one before; past the last one every colour shows."""
        ways = ["", *COLOURS]
        self._colour = ways[(ways.index(self._colour) + by) % len(ways)]
        self._tell()

    def show_all(self) -> None:
        """Every code."""
        if self.code:
            self._colour = ""
            self._field.show_digits("")
            self._tell()

    def _on_chip(self) -> None:
        sender = self.sender()
        if isinstance(sender, _Chip):
            self._colour = sender.colour if sender.isChecked() else ""
            self._tell()

    def _on_key(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self.add_digit(int(sender.text()))

    def _tell(self) -> None:
        self._refresh()
        self.changed.emit(self.code)

    def _refresh(self) -> None:
        for chip in self._chips:
            chip.setChecked(chip.colour == self._colour)
        self._field.set_active(bool(self._field.digits))
        self._all.setEnabled(bool(self.code))


def _row_in(rows: QVBoxLayout, theme: Theme) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.gap(9))
    rows.addLayout(row)
    return row


def _needed(theme: Theme) -> int:
    """How wide all of it is in one row."""
    gap = theme.gap(9)
    chips = len(COLOURS) * (theme.target(_SIDE) + gap)
    keys = 10 * (theme.target(_KEY) + gap)
    return chips + keys + theme.px(_FIELD) + gap + theme.px(_ALL)
