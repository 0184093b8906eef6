"""Today's blood pressure, if she knows it: two numbers on a keypad."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from kiosk.domain.blood_pressure import Reading
from kiosk.services.intents import EnterPressure, GoNext
from kiosk.ui.context import ScreenContext
from kiosk.ui.theme.paint import art_path
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.digits import DigitField
from kiosk.ui.widgets.pad import NumberPad
from kiosk.ui.widgets.picture import PictureView
from kiosk.ui.widgets.screen import Screen
from kiosk.ui.widgets.text import TextLabel

_FULL = 3

_HEADING = 176
"""Room for two lines; three at the largest text are set smaller."""


class PressureScreen(Screen):
    """Upper number, then lower number; an impossible pair is asked again."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        theme = self.theme
        row = theme.across(90)
        column = QVBoxLayout()
        column.setSpacing(theme.px(16))
        self._heading = self.heading(TypeRole.HEADING)
        self._heading.keep_within(theme.px(_HEADING))
        self._hint = TextLabel(theme, TypeRole.LEAD, colour="ink_soft")
        self._again = TextLabel(theme, TypeRole.LABEL_STRONG, colour="sun_ink")
        self._again.setObjectName("error")
        column.addStretch(1)
        column.addWidget(self._heading)
        column.addWidget(self._hint)
        column.addLayout(self._fields())
        column.addWidget(self._again)
        self._picture = PictureView(theme, art_path("pressure"), width=300)
        column.addWidget(self._picture, 3, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        row.addLayout(column, 1)
        self.pad = NumberPad(theme)
        self.pad.digit_pressed.connect(self._on_digit)
        self.pad.erase_pressed.connect(self._on_erase)
        row.addWidget(self.pad, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row, 1)
        self.footer.middle.setObjectName("skip")
        self.footer.middle.clicked.connect(self._on_skip)
        self._asked_again = False
        self.retranslate()
        self._refresh()

    def retranslate(self) -> None:
        """Set every text."""
        _ = self.context.words.gettext
        self._heading.setText(_("Do you know your blood pressure today?"))
        self._hint.setText(_("If you measured it today, enter both numbers."))
        self._upper_label.setText(_("Upper number"))
        self._lower_label.setText(_("Lower number"))
        self._picture.set_alternative(_("A woman sits calmly with a cuff on her upper arm"))
        # Larger text needs the room.
        self._picture.setVisible(not self.theme.is_large)
        self._upper.setAccessibleName(_("Upper number"))
        self._lower.setAccessibleName(_("Lower number"))
        self.pad.erase.setAccessibleName(_("Delete the last digit"))
        again = _("Please look at the two numbers once more and enter them again.")
        self._again.say(again if self._asked_again else "")
        # One of the two: at the largest text there is no room for both.
        self._hint.setVisible(not self._asked_again)
        self.footer.word(back=_("Back"), middle=_("I do not know it"), primary=_("Next"))

    def on_primary(self) -> None:
        """Hand a plausible pair on; ask again for any other."""
        reading = Reading(int(self._upper.digits), int(self._lower.digits))
        if reading.plausible:
            self.want(EnterPressure(reading))
            return
        self._asked_again = True
        self._upper.show_digits("")
        self._lower.show_digits("")
        self.retranslate()
        # Next is about to be barred, and whoever came by keys must not be sent past it.
        self._heading.setFocus(Qt.FocusReason.OtherFocusReason)
        self._refresh()

    def entered(self) -> object:
        """The digits of both numbers."""
        return self._upper.digits, self._lower.digits

    def enter(self, what: object) -> None:
        """Show the digits again."""
        match what:
            case (str(upper), str(lower)):
                self._upper.show_digits(upper)
                self._lower.show_digits(lower)
                self._refresh()
            case _:
                pass

    def _fields(self) -> QGridLayout:
        theme = self.theme
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(40))
        grid.setVerticalSpacing(theme.px(8))
        self._upper, self._lower = DigitField(theme, _FULL), DigitField(theme, _FULL)
        self._upper.setObjectName("upper")
        self._lower.setObjectName("lower")
        self._upper_label = TextLabel(theme, TypeRole.LABEL, colour="ink_soft")
        self._lower_label = TextLabel(theme, TypeRole.LABEL, colour="ink_soft")
        grid.addWidget(self._upper_label, 0, 0)
        grid.addWidget(self._lower_label, 0, 1)
        grid.addWidget(self._upper, 1, 0)
        grid.addWidget(self._lower, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    @property
    def _on_upper(self) -> bool:
        """Typed digits go to the upper number until it is full."""
        return not self._upper_is_full

    @property
    def _upper_is_full(self) -> bool:
        digits = self._upper.digits
        if len(digits) == _FULL:
            return True
        return len(digits) == _FULL - 1 and int(digits[0]) >= 4

    def _on_digit(self, digit: int) -> None:
        if self._asked_again and not self._upper.digits:
            self._asked_again = False
            self._again.say("")
            self._hint.show()
        (self._upper if self._on_upper else self._lower).add(digit)
        self._refresh()

    def _on_erase(self) -> None:
        (self._lower if self._lower.digits else self._upper).erase()
        self._refresh()

    def _on_skip(self) -> None:
        self.want(GoNext())

    def _refresh(self) -> None:
        self._upper.set_active(self._on_upper)
        self._lower.set_active(not self._on_upper)
        both = len(self._upper.digits) > 1 and len(self._lower.digits) > 1
        self.footer.primary.setEnabled(both)
