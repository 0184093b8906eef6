"""After the questionnaire: thanks, and who is there for her. No score, ever."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kiosk.domain.facts import NoteKind
from kiosk.services.intents import GoHome
from kiosk.ui.context import ScreenContext
from kiosk.ui.theme.paint import art_path
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.picture import PictureView
from kiosk.ui.widgets.screen import Screen
from kiosk.ui.widgets.text import TextLabel


class EpdsAfterScreen(Screen):
    """A calm page in plum."""

    accent = "plum"

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        theme = self.theme
        self._picture = PictureView(theme, art_path("two-women-talking"), width=380)
        self._heading = self.heading(TypeRole.TITLE, centred=True)
        self._text = TextLabel(theme, TypeRole.LEAD, centred=True)
        self._text.setFixedWidth(theme.px(1200))
        self.body.addStretch(1)
        self.body.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self._heading)
        self.body.addWidget(self._text, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        _ = self.context.words.gettext
        with_staff = NoteKind.RATHER_WITH_STAFF in self.journey.current.notes
        self._heading.setText(_("Thank you for telling us."))
        if with_staff:
            self._text.setText(
                _("We let your care team know that you would rather do this with them.")
            )
        else:
            self._text.setText(
                _("Your care team will look at your answers and talk with you about them.")
            )
        self._picture.set_alternative(_("Two women sit together and talk"))
        self.footer.word(primary=_("Next"))

    def on_primary(self) -> None:
        """Back home."""
        self.want(GoHome())
