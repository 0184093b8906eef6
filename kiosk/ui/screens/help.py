"""Help with this screen: somebody will come."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kiosk.services.intents import GoHome
from kiosk.ui.colour_words import spoken_code
from kiosk.ui.context import ScreenContext
from kiosk.ui.theme.paint import art_path
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.picture import PictureView
from kiosk.ui.widgets.screen import Screen
from kiosk.ui.widgets.text import TextLabel


class HelpScreen(Screen):
    """The note is already with staff when this shows."""

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
        words = self.context.words
        _ = words.gettext
        self._heading.setText(_("We have told staff that you would like help."))
        self._text.setText(
            _("You can wait here, or go to the front desk and say %(code)s.")
            % {"code": spoken_code(self.journey.current.code, words)}
        )
        self._picture.set_alternative(_("Two women sit together and talk"))
        self.footer.word(primary=_("Go on"))

    def on_primary(self) -> None:
        """Back home."""
        self.want(GoHome())
