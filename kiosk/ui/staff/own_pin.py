"""A PIN of one's own, in place of the one that somebody else gave: typed twice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from kiosk.services.staff import SHORTEST_PIN
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.tokens import EDGE, TypeRole
from kiosk.ui.widgets.digits import DigitField
from kiosk.ui.widgets.pad import NumberPad
from kiosk.ui.widgets.staff_foot import StaffFoot
from kiosk.ui.widgets.staff_screen import StaffScreen
from kiosk.ui.widgets.text import TextLabel

_LONGEST = 12


class OwnPinScreen(StaffScreen):
    """Asks for a new PIN, then for the same once more.

    Signals:
        chosen: The PIN, typed alike twice.
        cancelled: Back to the first screen; nothing is changed, and nobody comes in.
    """

    chosen = Signal(str)
    cancelled = Signal()

    def __init__(self, context: StaffContext, name: str) -> None:
        """`name` is whose PIN it is to be."""
        super().__init__(context)
        theme = self.theme
        _ = context.words.gettext
        self._first = ""
        outer = QVBoxLayout(self)
        edge = theme.px(EDGE)
        outer.setContentsMargins(edge, theme.px(36), edge, theme.px(36))
        heading = TextLabel(theme, TypeRole.TITLE, centred=True)
        heading.setObjectName("heading")
        heading.setText(_("Welcome, %(name)s") % {"name": name})
        self._message = TextLabel(theme, TypeRole.LEAD, colour="ink_soft", centred=True)
        self._message.setObjectName("message")
        self._field = DigitField(theme, _LONGEST, hidden=True)
        self._field.setFixedWidth(theme.px(700))
        self._field.setAccessibleName(_("New PIN"))
        pad = NumberPad(theme)
        pad.erase.setAccessibleName(_("Delete the last digit"))
        pad.digit_pressed.connect(self._field.add)
        pad.erase_pressed.connect(self._field.erase)
        outer.addStretch(1)
        outer.addWidget(heading)
        outer.addWidget(self._message)
        for widget in (self._field, pad):
            outer.addSpacing(theme.px(18))
            outer.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(1)
        self._foot = StaffFoot(theme, _("Back"), _("Next"), name="enter", icon="next")
        self._foot.back.clicked.connect(self.cancelled)
        self._foot.done.clicked.connect(self.key_enter)
        outer.addWidget(self._foot)
        self.show_message("")

    def show_message(self, message: str) -> None:
        """Say what was wrong with the PIN, and begin again; at first, what to do."""
        words = self.context.words
        self._first = ""
        asked = words.gettext(
            "This PIN was given to you. Choose one of your own: at least %(least)s digits."
        )
        self._message.setText(message or asked % {"least": SHORTEST_PIN})
        self._field.show_digits("")
        self._foot.done.setEnabled(True)

    def key_digit(self, digit: int) -> None:
        """A digit from the keyboard."""
        self._field.add(digit)

    def key_erase(self) -> None:
        """The last digit goes."""
        self._field.erase()

    def key_escape(self) -> None:
        """Back to the first screen."""
        self.cancelled.emit()

    def key_enter(self) -> None:
        """First time: ask once more. Second time: the same, or from the beginning."""
        _ = self.context.words.gettext
        typed = self._field.digits
        if not typed or not self._foot.done.isEnabled():
            return
        if not self._first:
            self._first = typed
            self._field.show_digits("")
            self._message.setText(_("The same once more."))
        elif typed == self._first:
            self._foot.done.setEnabled(False)
            self.chosen.emit(typed)
        else:
            self.show_message(_("The two were not alike. Choose again."))
