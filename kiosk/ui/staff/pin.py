"""The PIN, typed on the screen's own keypad."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.tokens import EDGE, TypeRole
from kiosk.ui.widgets.digits import DigitField
from kiosk.ui.widgets.pad import NumberPad
from kiosk.ui.widgets.staff_foot import StaffFoot
from kiosk.ui.widgets.staff_screen import StaffScreen
from kiosk.ui.widgets.text import TextLabel

_LONGEST = 12


class PinScreen(StaffScreen):
    """Asks for a PIN; says only that it was not right, or how long to wait.

    Signals:
        entered: The PIN that was typed.
        cancelled: Back to the first screen.
        clean_wanted: The glass is to be wiped; whoever does that has no PIN.
    """

    entered = Signal(str)
    cancelled = Signal()
    clean_wanted = Signal()

    def __init__(self, context: StaffContext) -> None:
        super().__init__(context)
        theme = self.theme
        _ = context.words.gettext
        outer = QVBoxLayout(self)
        edge = theme.px(EDGE)
        outer.setContentsMargins(edge, theme.px(36), edge, theme.px(36))
        heading = TextLabel(theme, TypeRole.TITLE, centred=True)
        heading.setObjectName("heading")
        heading.setText(_("Staff"))
        self._message = TextLabel(theme, TypeRole.LEAD, colour="ink_soft", centred=True)
        self._field = DigitField(theme, _LONGEST, hidden=True)
        self._field.setFixedWidth(theme.px(700))
        self._field.setAccessibleName(_("PIN"))
        self._pad = NumberPad(theme)
        self._pad.erase.setAccessibleName(_("Delete the last digit"))
        self._pad.digit_pressed.connect(self._on_digit)
        self._pad.erase_pressed.connect(self._field.erase)
        outer.addStretch(1)
        for widget in (heading, self._message):
            outer.addWidget(widget)
        outer.addSpacing(theme.px(12))
        outer.addWidget(self._field, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addSpacing(theme.px(12))
        outer.addWidget(self._pad, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(1)
        self._foot = StaffFoot(theme, _("Back"), _("Enter"), name="enter", icon="next")
        self._foot.back.clicked.connect(self.cancelled)
        self._foot.done.clicked.connect(self._on_enter)
        self._foot.add(_("Clean the glass"), "clean", "clean").clicked.connect(self.clean_wanted)
        outer.addWidget(self._foot)
        self.show_message("")

    def show_message(self, message: str) -> None:
        """Say what is wrong; the digits are gone."""
        _ = self.context.words.gettext
        self._message.setText(message or _("Enter your PIN."))
        self._field.show_digits("")

    def set_busy(self, busy: bool) -> None:
        """No second try while the first one is checked."""
        self._foot.done.setEnabled(not busy)

    def key_digit(self, digit: int) -> None:
        """A digit from the keyboard."""
        self._field.add(digit)

    def key_erase(self) -> None:
        """The last digit goes."""
        self._field.erase()

    def key_enter(self) -> None:
        """As the button does."""
        if self._foot.done.isEnabled():
            self._on_enter()

    def key_escape(self) -> None:
        """Back to the first screen."""
        self.cancelled.emit()

    def _on_digit(self, digit: int) -> None:
        self._field.add(digit)

    def _on_enter(self) -> None:
        if self._field.digits:
            self.entered.emit(self._field.digits)
