"""After leaving quietly: a neutral page at once; she may have her answers forgotten."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kiosk.services.intents import EndPage, Forget
from kiosk.ui.context import ScreenContext
from kiosk.ui.theme.paint import art_path
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.picture import PictureView
from kiosk.ui.widgets.screen import Screen
from kiosk.ui.widgets.text import TextLabel


class GoodbyeScreen(Screen):
    """Says nothing about what was on the screen before."""

    has_top_bar = False
    ends_after_seconds = 15

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        theme = self.theme
        self._forgotten = False
        self._picture = PictureView(theme, art_path("leaf"), width=420)
        self._heading = self.heading(TypeRole.TITLE, centred=True)
        self._said = TextLabel(theme, TypeRole.LEAD, colour="ink_soft", centred=True)
        self._forget = Button(theme, Kind.PILL_STRONG, height=96)
        self._forget.setObjectName("forget")
        self._forget.clicked.connect(self._on_forget)
        if self.journey.last_visit_id is None:
            self._forget.hide()
        self.body.addStretch(1)
        self.body.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self._heading)
        self.body.addWidget(self._said)
        self.body.addSpacing(theme.px(30))
        self.body.addWidget(self._forget, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        _ = self.context.words.gettext
        self._heading.setText(_("Have a good day."))
        self._said.say(_("What you answered here is forgotten.") if self._forgotten else "")
        self._forget.setText(_("Forget what I answered"))
        self._picture.set_alternative(_("A green plant"))
        self.footer.word(primary=_("OK"))

    def on_primary(self) -> None:
        """Free the kiosk at once."""
        self.want(EndPage())

    def _on_forget(self) -> None:
        self.want(Forget())
        self._forgotten = self.journey.last_visit_id is None
        self._forget.setVisible(not self._forgotten)
        self.retranslate()
