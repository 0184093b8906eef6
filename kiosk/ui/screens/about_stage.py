"""About you: where she stands. Four tiles, one tap."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout

from kiosk.domain.content import Stage
from kiosk.services.intents import GiveStage
from kiosk.ui.context import ScreenContext
from kiosk.ui.theme.paint import art_path, icon_path
from kiosk.ui.theme.tokens import GAP, TypeRole
from kiosk.ui.widgets.screen import Screen
from kiosk.ui.widgets.text import TextLabel
from kiosk.ui.widgets.tile import Tile

_TILES = (
    (Stage.PREGNANT, "pregnant", 1),
    (Stage.POSTPARTUM, "baby-face", 2),
    (Stage.LOSS, "heart", 4),
    (Stage.SUPPORTING, "two-people", 3),
)


class StageScreen(Screen):
    """Asks what decides on topics and wording."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._heading = self.heading()
        self._why = TextLabel(self.theme, TypeRole.LEAD, colour="ink_soft")
        self.body.addWidget(self._heading)
        self.body.addWidget(self._why)
        grid = QGridLayout()
        grid.setSpacing(self.theme.px(GAP))
        self._tiles: dict[Stage, Tile] = {}
        for index, (stage, icon, tint) in enumerate(_TILES):
            tile = Tile(self.theme, picture=icon_path(icon), icon_disc=True, role=TypeRole.STRONG)
            tile.set_look(f"tint-{tint}")
            tile.set_beside(art_path(f"stage-{stage}"))
            tile.setObjectName(f"stage-{stage}")
            tile.setProperty("stage", stage.value)
            tile.clicked.connect(self._on_tile)
            wide = 1 if self.theme.portrait else 2
            grid.addWidget(tile, index // wide, index % wide)
            self._tiles[stage] = tile
        self.body.addLayout(grid, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        _ = self.context.words.gettext
        self._heading.setText(_("Which is true for you today?"))
        self._why.setText(_("So we show you what fits."))
        texts = {
            Stage.PREGNANT: (_("I am pregnant"), ""),
            Stage.POSTPARTUM: (_("I had a baby"), ""),
            Stage.LOSS: (
                _("I lost a pregnancy or a baby"),
                _("We are so sorry. We are here for you."),
            ),
            Stage.SUPPORTING: (_("I am here with someone"), ""),
        }
        for stage, tile in self._tiles.items():
            tile.set_words(*texts[stage])
        self.footer.word(back=_("Back"))

    def _on_tile(self) -> None:
        sender = self.sender()
        if isinstance(sender, Tile):
            self.want(GiveStage(Stage(sender.property("stage"))))
