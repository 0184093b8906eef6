"""The base of the quiet pages: a picture, a heading, a sentence or two."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kiosk.ui.context import ScreenContext
from kiosk.ui.theme.paint import art_path
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.picture import PictureView
from kiosk.ui.widgets.screen import Screen
from kiosk.ui.widgets.text import TextLabel

_TEXT_WIDTH = 1200


class CalmScreen(Screen):
    """Subclasses name the picture and set the words."""

    art = "leaf"

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        theme = self.theme
        self.picture = PictureView(theme, art_path(self.art), width=380)
        self.title = self.heading(TypeRole.TITLE, centred=True)
        self.text = TextLabel(theme, TypeRole.LEAD, centred=True)
        self.text.setFixedWidth(theme.wide(_TEXT_WIDTH))
        self.body.addStretch(1)
        self.body.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self.title)
        self.body.addWidget(self.text, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addStretch(1)
        self.retranslate()
