"""She wants to stop: three plain ways."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.services.intents import GoBack, RatherWithStaff, StopForm
from kiosk.ui.context import ScreenContext
from kiosk.ui.theme.paint import art_path
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.picture import PictureView
from kiosk.ui.widgets.screen import Screen
from kiosk.ui.widgets.text import TextLabel
from kiosk.ui.widgets.tile import Tile


class EpdsStopScreen(Screen):
    """Go on, stop, or do the rest with staff."""

    accent = "plum"
    reads_itself = False

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        theme = self.theme
        self._heading = self.heading(TypeRole.TITLE, centred=True)
        self._sub = TextLabel(theme, TypeRole.LEAD, colour="ink_soft", centred=True)
        self._picture = PictureView(theme, art_path("stop"), width=260)
        self.body.addStretch(1)
        self.body.addWidget(self._picture, 4, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self._heading)
        self.body.addWidget(self._sub)
        self.body.addSpacing(theme.px(8))
        holder = QWidget()
        holder.setFixedWidth(theme.wide(1000))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(16))
        self._go_on = self._tile("go-on", "plum_tint")
        self._go_on.clicked.connect(self._on_go_on)
        self._staff = self._tile("with-staff", "card")
        self._staff.clicked.connect(self._on_staff)
        self._stop = self._tile("stop-here", "card")
        self._stop.clicked.connect(self._on_stop)
        for tile in (self._go_on, self._staff, self._stop):
            column.addWidget(tile)
        self.body.addWidget(holder, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addStretch(2)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        _ = self.context.words.gettext
        self._heading.setText(_("That is fine."))
        self._sub.setText(_("What you answered so far goes to your care team."))
        self._picture.set_alternative(_("A cup set down beside an open notebook and a plant"))
        self._go_on.set_words(_("Go on with the questions"))
        self._staff.set_words(_("I would rather do this with staff"))
        self._stop.set_words(_("Stop here"))

    def _tile(self, name: str, fill: str) -> Tile:
        tile = Tile(self.theme, centred=True, role=TypeRole.BUTTON)
        tile.set_look(fill, "ink", "plum" if fill == "plum_tint" else "")
        tile.setObjectName(name)
        tile.setFixedHeight(self.theme.px(128))
        return tile

    def _on_go_on(self) -> None:
        self.want(GoBack())

    def _on_staff(self) -> None:
        self.want(RatherWithStaff())

    def _on_stop(self) -> None:
        self.want(StopForm())
