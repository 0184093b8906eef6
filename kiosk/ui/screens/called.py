"""She is being called: her place is kept under her code."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kiosk.services.intents import EndPage
from kiosk.ui.context import ScreenContext
from kiosk.ui.theme.paint import art_path
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.picture import PictureView
from kiosk.ui.widgets.screen import Screen
from kiosk.ui.widgets.text import TextLabel


class CalledScreen(Screen):
    """Shows no more than that she may go."""

    has_top_bar = False
    ends_after_seconds = 20

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        theme = self.theme
        self._picture = PictureView(theme, art_path("leaf"), width=380)
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
        self._heading.setText(_("Your place is kept."))
        self._text.setText(
            _("Go when you are called. Staff can open it again for you with your code.")
        )
        self._picture.set_alternative(_("A green plant"))
        self.footer.word(primary=_("OK"))

    def on_primary(self) -> None:
        """Free the kiosk at once."""
        self.want(EndPage())
