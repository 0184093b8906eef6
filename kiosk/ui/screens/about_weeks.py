"""About you: how many weeks, roughly; it may be left open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kiosk.domain.content import Stage
from kiosk.services.intents import GiveWeeks
from kiosk.ui.context import ScreenContext
from kiosk.ui.theme.paint import art_path
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.digits import DigitField
from kiosk.ui.widgets.pad import NumberPad
from kiosk.ui.widgets.picture import PictureView
from kiosk.ui.widgets.screen import Screen
from kiosk.ui.widgets.text import TextLabel

MOST_PREGNANT_WEEKS = 42

_HEADING = 380
"""Room for four lines; five at the largest text are set smaller."""


class WeeksScreen(Screen):
    """A keypad for one or two digits."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        theme = self.theme
        row = theme.across(90)
        column = QVBoxLayout()
        column.setSpacing(theme.px(18))
        self._heading = self.heading()
        self._heading.keep_within(theme.px(_HEADING))
        self._hint = TextLabel(theme, TypeRole.LEAD, colour="ink_soft")
        self.field = DigitField(theme, 2)
        self._unit = TextLabel(theme, TypeRole.LEAD)
        entry = QHBoxLayout()
        entry.setSpacing(theme.px(28))
        entry.addWidget(self.field)
        entry.addWidget(self._unit, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addStretch(1)
        column.addWidget(self._heading)
        column.addWidget(self._hint)
        column.addSpacing(theme.px(20))
        column.addLayout(entry)
        self._picture = PictureView(theme, art_path("weeks"), width=300)
        column.addWidget(self._picture, 3, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        row.addLayout(column, 1)
        self.pad = NumberPad(theme)
        self.pad.digit_pressed.connect(self._on_digit)
        self.pad.erase_pressed.connect(self._on_erase)
        row.addWidget(self.pad, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row, 1)
        self.footer.middle.clicked.connect(self._on_skip)
        self.footer.middle.setObjectName("skip")
        weeks = self.journey.current.weeks
        if weeks is not None:
            self.field.show_digits(str(weeks))
        self.retranslate()
        self._refresh()

    def retranslate(self) -> None:
        """Set every text."""
        _ = self.context.words.gettext
        stage = self.journey.current.stage
        if stage is Stage.PREGNANT:
            self._heading.setText(_("Which week of pregnancy?"))
        elif stage is Stage.LOSS:
            self._heading.setText(_("About how many weeks ago was it?"))
        else:
            self._heading.setText(_("How many weeks ago was the birth?"))
        self._hint.setText(_("A rough number is enough."))
        self._unit.setText(_("weeks"))
        self._picture.set_alternative(_("A hand with a pencil at a calendar"))
        # Larger text needs the room.
        self._picture.setVisible(not self.theme.is_large)
        self.field.setAccessibleName(_("weeks"))
        self.pad.erase.setAccessibleName(_("Delete the last digit"))
        skip = _("I would rather not say") if stage is Stage.LOSS else _("I am not sure")
        self.footer.word(back=_("Back"), middle=skip, primary=_("Next"))

    def on_primary(self) -> None:
        """Go on with the number."""
        self.want(GiveWeeks(int(self.field.digits)))

    def entered(self) -> object:
        """The digits."""
        return self.field.digits

    def enter(self, what: object) -> None:
        """Show the digits again."""
        self.field.show_digits(str(what))
        self._refresh()

    def _on_digit(self, digit: int) -> None:
        self.field.add(digit)
        self._refresh()

    def _on_erase(self) -> None:
        self.field.erase()
        self._refresh()

    def _on_skip(self) -> None:
        self.want(GiveWeeks(None))

    def _refresh(self) -> None:
        digits = self.field.digits
        pregnant = self.journey.current.stage is Stage.PREGNANT
        fits = bool(digits) and (not pregnant or 1 <= int(digits) <= MOST_PREGNANT_WEEKS)
        self.footer.primary.setEnabled(fits)
