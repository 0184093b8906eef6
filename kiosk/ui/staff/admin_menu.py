"""Where administrators choose what they want to see to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from kiosk.i18n import N_
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.widgets.admin_screen import AdminScreen
from kiosk.ui.widgets.room_tile import RoomTile

_COLUMNS: Final = 3

ROOMS: Final = {
    "settings": (N_("Settings"), N_("What this kiosk does, and when"), "settings"),
    "topics": (N_("Languages and topics"), N_("Which are shown, and in which order"), "language"),
    "approvals": (N_("Approvals"), N_("Read a text and answer for it"), "approve"),
    "people": (N_("People"), N_("Who may come in, and their PINs"), "two-people"),
    "texts": (N_("EPDS text"), N_("The licensed wordings"), "page"),
    "figures": (N_("Figures"), N_("Counts for quality work"), "chart"),
    "audit": (N_("Audit"), N_("Who did what, and when"), "log"),
    "backup": (N_("Backup"), N_("Write a copy now"), "disk"),
    "machine": (N_("This machine"), N_("Everything that can be wrong here"), "pulse"),
}
"""Name -> title, what it is for, icon; in the order in which they are shown."""


class AdminMenuScreen(AdminScreen):
    """One tile a room.

    Signals:
        room_wanted: The name of one of `ROOMS`.
    """

    room_wanted = Signal(str)

    def __init__(self, context: StaffContext, who: str, rooms: Sequence[str]) -> None:
        """`rooms` are those that can be entered."""
        _ = context.words.gettext
        super().__init__(context, who, _("Administration"), _("Back to the list"))
        grid = QGridLayout()
        grid.setSpacing(self.theme.px(28))
        for place, name in enumerate(each for each in ROOMS if each in rooms):
            title, purpose, icon = ROOMS[name]
            tile = RoomTile(self.theme, _(title), _(purpose), icon)
            tile.setObjectName(name)
            tile.clicked.connect(self._on_tile)
            grid.addWidget(tile, *divmod(place, _COLUMNS))
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        self.body.addStretch(1)
        self.body.addLayout(grid)
        self.body.addStretch(2)

    def _on_tile(self) -> None:
        sender = self.sender()
        if isinstance(sender, RoomTile):
            self.room_wanted.emit(sender.objectName())
