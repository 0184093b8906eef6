"""What her reading means for the next minutes: calm, and what happens now."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from kiosk.domain.blood_pressure import Grade, grade
from kiosk.services.intents import GoNext
from kiosk.ui.colour_words import spoken_code
from kiosk.ui.context import ScreenContext
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.fit_column import FitColumn
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.screen import Screen
from kiosk.ui.widgets.text import TextLabel


class PressureResultScreen(Screen):
    """Usual, high (told today) or severe (told now)."""

    reads_itself = False

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        theme = self.theme
        visit = self.journey.current
        self._reading = visit.readings[-1]
        self._grade = grade(self._reading, any_sign=bool(visit.signs))
        urgent = self._grade is Grade.SEVERE
        panel = Panel(theme, fill="red_tint" if urgent else "card", border="red" if urgent else "")
        panel.setMaximumWidth(theme.wide(1360))
        inside = QVBoxLayout(panel)
        side = theme.px(40 if theme.portrait else 90)
        inside.setContentsMargins(side, theme.px(40), side, theme.px(40))
        texts = FitColumn(theme, spacing=26)
        inside.addWidget(texts)
        column = texts.column
        ink = "red_deep" if urgent else "ink"
        self._number = TextLabel(theme, TypeRole.DISPLAY, colour=ink, centred=True)
        self._heading = self.heading(TypeRole.HEADING, centred=True)
        self._heading.set_colour(ink)
        self._what = TextLabel(theme, TypeRole.LEAD, centred=True)
        column.addStretch(1)
        for label in (self._number, self._heading, self._what):
            column.addWidget(label)
        column.addStretch(1)
        self.body.addWidget(panel, 1, Qt.AlignmentFlag(0))
        self.body.setAlignment(panel, Qt.AlignmentFlag.AlignHCenter)
        panel.setMinimumWidth(theme.wide(1360))
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        words = self.context.words
        _ = words.gettext
        self._number.setText(str(self._reading))
        code = spoken_code(self.journey.current.code, words)
        if self._grade is Grade.SEVERE:
            self._heading.setText(_("We have called staff to you."))
            self._what.setText(
                _(
                    "This number needs care now."
                    " Stay here, or go to the front desk and say %(code)s."
                )
                % {"code": code}
            )
        elif self._grade is Grade.HIGH:
            self._heading.setText(_("We are telling your care team."))
            self._what.setText(
                _("This number is high. They will talk with you about it today, before you leave.")
            )
        else:
            self._heading.setText(_("Thank you."))
            self._what.setText(
                _("This number is not high. If you feel unwell, tell your care team anyway.")
            )
        self.footer.word(primary=_("Next"))

    def on_primary(self) -> None:
        """Go on."""
        self.want(GoNext())
