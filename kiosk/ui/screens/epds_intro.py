"""Before the questionnaire: answer alone, or rather with staff."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.services.intents import DeclineForm, GoNext, RatherWithStaff
from kiosk.ui.context import ScreenContext
from kiosk.ui.theme.paint import art_path
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.banner import RehearsalBanner
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.fit_column import FitColumn
from kiosk.ui.widgets.icon_line import IconLine
from kiosk.ui.widgets.picture import PictureView
from kiosk.ui.widgets.screen import Screen
from kiosk.ui.widgets.text import TextLabel


class EpdsIntroScreen(Screen):
    """What it is, and the ways on: start, with staff or not alone (staff are told), not now."""

    accent = "plum"
    reads_itself = False

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, Kind.PLUM)
        theme = self.theme
        installed = self.journey.text
        self._banner = RehearsalBanner(theme)
        self.body.addWidget(self._banner, 0, Qt.AlignmentFlag.AlignHCenter)
        if not self.journey.is_practice:
            self._banner.hide()
        row = theme.across(70)
        texts = FitColumn(theme, spacing=16)
        column = texts.column
        self._heading = self.heading()
        self._instruction = TextLabel(theme, TypeRole.LEAD)
        self._instruction.setText(installed.text.instruction)
        if not installed.text.instruction:
            self._instruction.hide()
        column.addStretch(1)
        column.addWidget(self._heading)
        column.addWidget(self._instruction)
        self._lines = [
            IconLine(theme, icon, fill="plum_tint", ink="plum")
            for icon in ("person", "shield", "leave")
        ]
        for line in self._lines:
            column.addWidget(line)
        column.addSpacing(theme.px(6))
        self._staff = Button(theme, Kind.SECONDARY, icon="two-people", icon_after=False, height=96)
        self._staff.setObjectName("with-staff")
        self._not_alone = Button(theme, Kind.SECONDARY, height=96)
        self._not_alone.setObjectName("not-alone")
        column.addWidget(self._quiet_choices())
        column.addStretch(1)
        row.addWidget(texts, 3)
        self._picture = PictureView(theme, art_path("mother-resting"), width=420)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row, 1)
        self.footer.middle.setObjectName("decline")
        self.footer.middle.clicked.connect(self._on_decline)
        self.retranslate()

    def _quiet_choices(self) -> QWidget:
        """Two ways to the same note for staff: nobody is asked why."""
        choices = QWidget()
        row = QHBoxLayout(choices)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.theme.px(24))
        for button in (self._staff, self._not_alone):
            button.set_role(TypeRole.LABEL_STRONG)
            button.clicked.connect(self._on_staff)
            row.addWidget(button)
        row.addStretch(1)
        return choices

    def retranslate(self) -> None:
        """Set every text."""
        _ = self.context.words.gettext
        self._banner.set_text(
            _("Practice only, not your real answers. Tell staff directly how you feel.")
        )
        self._heading.setText(_("How have you been feeling?"))
        texts = (
            _("Please answer alone, for yourself."),
            _("There are no wrong answers. Only your care team sees them."),
            _("It takes about five minutes. You can stop at any time."),
        )
        for line, text in zip(self._lines, texts, strict=True):
            line.set_text(text)
        self._staff.setText(_("I would rather do this with staff"))
        self._not_alone.setText(_("I am not alone now"))
        self._picture.set_alternative(_("A woman sits and rests with a warm drink"))
        self.footer.word(back=_("Back"), middle=_("Not now"), primary=_("Start"))

    def on_primary(self) -> None:
        """Start with the first statement."""
        self.want(GoNext())

    def _on_staff(self) -> None:
        self.want(RatherWithStaff())

    def _on_decline(self) -> None:
        self.want(DeclineForm())
