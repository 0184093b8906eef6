"""Choosing another language in the middle of a visit."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.domain.language import LANGUAGES
from kiosk.ui.context import ScreenContext
from kiosk.ui.overlays.overlay import Overlay
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.pressable import Part
from kiosk.ui.widgets.text import TextLabel
from kiosk.ui.widgets.tile import Tile


class LanguageOverlay(Overlay):
    """One tile a language, named in itself.

    Signals:
        chosen: A language's code.
        dismissed: She keeps the language.
    """

    chosen = Signal(str)
    dismissed = Signal()

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        super().__init__(context.theme, parent, width=1240)
        self.setObjectName("languages")
        _ = context.words.gettext
        theme = context.theme
        heading = TextLabel(theme, TypeRole.HEADING, centred=True)
        heading.setObjectName("heading")
        heading.setText(_("Choose your language"))
        self.column.addWidget(heading)
        grid = QGridLayout()
        grid.setSpacing(theme.px(24))
        for index, code in enumerate(context.languages):
            tile = Tile(theme, centred=True, role=TypeRole.STRONG, language=code)
            tile.set_words(LANGUAGES[code].name)
            tile.set_look("paper", "ink", "line")
            tile.set_chosen_look("teal_tint", "teal", "ink")
            tile.setCheckable(True)
            tile.part = Part.CHOICE
            tile.setChecked(code == theme.language)
            tile.setObjectName(f"language-{code}")
            tile.setProperty("language", code)
            tile.setFixedHeight(theme.px(140))
            tile.clicked.connect(self._on_tile)
            grid.addWidget(tile, index // 2, index % 2)
        self.column.addLayout(grid)
        close = Button(theme, Kind.SECONDARY)
        close.setText(_("Back"))
        close.setObjectName("close")
        close.clicked.connect(self.dismissed)
        self.column.addWidget(close, 0, Qt.AlignmentFlag.AlignHCenter)

    def dismiss(self) -> None:
        """She keeps the language."""
        self.dismissed.emit()

    def _on_tile(self) -> None:
        sender = self.sender()
        if isinstance(sender, Tile):
            self.chosen.emit(str(sender.property("language")))
