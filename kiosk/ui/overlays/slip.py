"""The code of a slip that staff handed out, typed on the screen's own keypad."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.slip import LENGTH, is_slip_code
from kiosk.ui.context import ScreenContext
from kiosk.ui.overlays.overlay import Overlay
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.digits import DigitField
from kiosk.ui.widgets.pad import NumberPad
from kiosk.ui.widgets.text import TextLabel


class SlipOverlay(Overlay):
    """Takes seven digits; the last one gives them. It never keeps her: "Go on without" is there.

    Signals:
        given: The code.
        dismissed: She goes on without.
    """

    given = Signal(str)
    dismissed = Signal()

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        super().__init__(context.theme, parent, width=1000)
        self.setObjectName("slip")
        _ = context.words.gettext
        theme = context.theme
        self._words = context.words
        side, above = theme.px(60), theme.px(36)
        self.column.setContentsMargins(side, above, side, above)
        self.column.setSpacing(theme.gap(12))
        self._heading = TextLabel(theme, TypeRole.LEAD, centred=True)
        self._heading.setObjectName("heading")
        self._heading.setText(_("The number on your slip"))
        self.column.addWidget(self._heading)
        self._field = DigitField(theme, LENGTH)
        self._field.setFixedWidth(theme.px(620))
        self._field.setAccessibleName(_("The number on your slip"))
        pad = NumberPad(theme)
        pad.erase.setAccessibleName(_("Delete the last digit"))
        pad.digit_pressed.connect(self._on_digit)
        pad.erase_pressed.connect(self._field.erase)
        for widget in (self._field, pad):
            self.column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        close = Button(theme, Kind.SECONDARY, height=92)
        close.setText(_("Go on without"))
        close.setObjectName("close")
        close.clicked.connect(self.dismissed)
        self.column.addWidget(close, 0, Qt.AlignmentFlag.AlignHCenter)

    def show_unknown(self) -> None:
        """There is no such slip: once more, or on without."""
        self._heading.setText(
            self._words.gettext("We do not know this number. Try again, or go on without it.")
        )
        self._field.show_digits("")
        self.fit_panel()

    def dismiss(self) -> None:
        """On without a slip."""
        self.dismissed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits of a keyboard or a scanner."""
        if event.text().isascii() and event.text().isdigit():
            self._on_digit(int(event.text()))
        elif event.key() == Qt.Key.Key_Backspace:
            self._field.erase()
        else:
            super().keyPressEvent(event)

    def _on_digit(self, digit: int) -> None:
        self._field.add(digit)
        code = self._field.digits
        if len(code) == LENGTH:
            if is_slip_code(code):
                self.given.emit(code)
            else:
                self.show_unknown()
