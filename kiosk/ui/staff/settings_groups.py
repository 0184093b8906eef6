"""The tables of kiosk.toml, as tiles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from kiosk.i18n import N_
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.admin_screen import AdminScreen
from kiosk.ui.widgets.room_tile import RoomTile

_COLUMNS: Final = 3
_HEIGHT: Final = 122

TITLES: Final = {
    "": (N_("General"), "settings"),
    "clinic": (N_("Clinic"), "house-heart"),
    "idle": (N_("Idle times"), "clock-early"),
    "printing": (N_("Printing"), "print"),
    "staff": (N_("Staff screens"), "staff"),
    "key": (N_("Key of the database"), "lock"),
    "sound": (N_("Reading aloud"), "sound"),
    "keys": (N_("Keyboard"), "text-size"),
    "access": (N_("Switch and tremor"), "person"),
    "screen": (N_("Screen"), "contrast"),
    "admin": (N_("Files"), "download"),
    "epds": (N_("EPDS text"), "page"),
    "retention": (N_("Keeping visits"), "trash"),
    "response": (N_("After item 10"), "heart"),
    "alerts": (N_("Alerts"), "bell"),
}
"""Table -> what it is called, and its icon."""


class SettingsGroupsScreen(AdminScreen):
    """One tile a table.

    Signals:
        group_wanted: A table's name.
    """

    group_wanted = Signal(str)

    def __init__(self, context: StaffContext, who: str, groups: Sequence[str], path: str) -> None:
        """`path` is the settings file; empty where there is none to change."""
        _ = context.words.gettext
        super().__init__(context, who, _("Settings"), _("Back to administration"))
        said = _("They stand in %(file)s. A change counts from the kiosk's next start.")
        lacks = _(
            "The kiosk was started without a settings file: nothing can be changed here. Start it"
            " with kiosk --settings FILE run."
        )
        told = said % {"file": context.words.left_to_right(path)} if path else lacks
        self.body.addWidget(self.label(told, TypeRole.LABEL, "ink_soft"))
        grid = QGridLayout()
        grid.setSpacing(self.theme.gap(16))
        for place, name in enumerate(groups):
            title, icon = TITLES.get(name, (name, "settings"))
            tile = RoomTile(self.theme, _(title), f"[{name}]" if name else "", icon, _HEIGHT)
            tile.setObjectName(f"group-{name or 'general'}")
            tile.setProperty("group", name)
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
            self.group_wanted.emit(str(sender.property("group")))
