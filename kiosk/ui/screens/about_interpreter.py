"""About you: would she like an interpreter today?"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from kiosk.services.intents import GiveInterpreter
from kiosk.ui.context import ScreenContext
from kiosk.ui.theme.paint import art_path, icon_path
from kiosk.ui.theme.tokens import GAP, TypeRole
from kiosk.ui.widgets.picture import PictureView
from kiosk.ui.widgets.screen import Screen
from kiosk.ui.widgets.text import TextLabel
from kiosk.ui.widgets.tile import Tile


class InterpreterScreen(Screen):
    """Two tiles, one tap."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        theme = self.theme
        self._heading = self.heading()
        self._hint = TextLabel(theme, TypeRole.LEAD, colour="ink_soft")
        self._picture = PictureView(theme, art_path("interpreter"), width=400)
        texts = QVBoxLayout()
        texts.setSpacing(theme.px(20))
        texts.addStretch(1)
        texts.addWidget(self._heading)
        texts.addWidget(self._hint)
        texts.addStretch(1)
        row = theme.across(60)
        row.addLayout(texts, 1)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignCenter)
        self.body.addStretch(1)
        self.body.addLayout(row, 4)
        grid = QGridLayout()
        grid.setSpacing(theme.px(GAP))
        self._yes = Tile(
            theme, picture=icon_path("interpreter"), icon_disc=True, role=TypeRole.STRONG
        )
        self._yes.set_look("tint-7")
        self._yes.setObjectName("interpreter-yes")
        self._yes.clicked.connect(self._on_yes)
        self._no = Tile(theme, picture=icon_path("check"), icon_disc=True, role=TypeRole.STRONG)
        self._no.set_look("tint-5")
        self._no.setObjectName("interpreter-no")
        self._no.clicked.connect(self._on_no)
        for column, tile in enumerate((self._yes, self._no)):
            tile.setMaximumHeight(theme.px(320))
            grid.addWidget(tile, 0, column, Qt.AlignmentFlag(0))
        self.body.addSpacing(theme.px(20))
        self.body.addLayout(grid, 4)
        self.body.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        _ = self.context.words.gettext
        self._heading.setText(_("Would you like an interpreter today?"))
        self._hint.setText(_("It is free. We tell your care team."))
        self._picture.set_alternative(
            _("An interpreter sits between a woman and a nurse and passes on their words")
        )
        self._yes.set_words(_("Yes, please"))
        self._no.set_words(_("No, thank you"))
        self.footer.word(back=_("Back"))

    def _on_yes(self) -> None:
        self.want(GiveInterpreter(True))

    def _on_no(self) -> None:
        self.want(GiveInterpreter(False))
