"""Welcome and privacy: three short lines, before anything is asked."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kiosk.services.intents import GoNext
from kiosk.ui.context import ScreenContext
from kiosk.ui.theme.paint import art_path
from kiosk.ui.widgets.fit_column import FitColumn
from kiosk.ui.widgets.icon_line import IconLine
from kiosk.ui.widgets.picture import PictureView
from kiosk.ui.widgets.screen import Screen


class WelcomeScreen(Screen):
    """Says what is kept, who sees it, and that she may stop."""

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
        self.retranslate()

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

    def on_primary(self) -> None:
        """Go on."""
        self.want(GoNext())
