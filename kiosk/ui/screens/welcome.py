"""Welcome and privacy: three short lines, before anything is asked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from kiosk.domain.slip import LENGTH
from kiosk.services.intents import GiveSlip, GoNext
from kiosk.ui.context import ScreenContext
from kiosk.ui.theme.paint import art_path
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.fit_column import FitColumn
from kiosk.ui.widgets.icon_line import IconLine
from kiosk.ui.widgets.picture import PictureView
from kiosk.ui.widgets.screen import Screen


class WelcomeScreen(Screen):
    """Says what is kept, who sees it, and that she may stop.

    Signals:
        slip_wanted: She has a slip from staff, to be typed in.
    """

    slip_wanted = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        theme = self.theme
        row = theme.across(80)
        texts = FitColumn(theme, spacing=34)
        column = texts.column
        self._heading = self.heading()
        column.addStretch(1)
        column.addWidget(self._heading)
        column.addSpacing(theme.px(12))
        self._lines = [IconLine(theme, icon) for icon in ("page", "shield", "leave")]
        for line in self._lines:
            column.addWidget(line)
        column.addStretch(1)
        row.addWidget(texts, 3)
        self._picture = PictureView(theme, art_path("privacy"), width=480)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row, 1)
        self._scanned = ""
        self._slip = Button(theme, Kind.PILL, icon="slip", height=84)
        self._slip.setObjectName("slip")
        self._slip.clicked.connect(self.slip_wanted)
        self.footer.insert(self._slip)
        self.retranslate()

    def show_slip(self) -> None:
        """Say that her slip was taken, if it was."""
        _ = self.context.words.gettext
        visit = self.journey.visit
        taken = visit is not None and bool(visit.slip)
        self._slip.setText(_("Your slip was taken") if taken else _("I have a slip"))
        self._slip.set_icon("check" if taken else "slip")
        self._slip.setEnabled(not taken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A scanner types digits, then Enter; whoever types them on a keyboard does the same."""
        if event.text().isascii() and event.text().isdigit():
            self._scanned = f"{self._scanned}{event.text()}"[-LENGTH:]
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._scanned:
            code, self._scanned = self._scanned, ""
            self.want(GiveSlip(code))
            self.show_slip()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set every text."""
        _ = self.context.words.gettext
        self._heading.setText(_("Welcome. This time is yours."))
        texts = (
            _("We keep what you read and answer here, even if you leave early."),
            _("Only your care team sees it. We never ask your name."),
            _("You can stop at any time, or ask us to forget your answers."),
        )
        for line, text in zip(self._lines, texts, strict=True):
            line.set_text(text)
        self._picture.set_alternative(_("A closed folder with a heart on it"))
        self.footer.word(back=_("Back"), primary=_("I understand"))
        self.show_slip()

    def on_primary(self) -> None:
        """Go on."""
        self.want(GoNext())
