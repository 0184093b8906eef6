"""The settings of one table: what each is for, what it is now, and a button to change it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kiosk.services.settings_book import Entry
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.admin_screen import AdminScreen
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.panel import Panel

ROWS = 6
_VALUE = 420
_LONGEST = 60


class SettingsListScreen(AdminScreen):
    """One panel a setting.

    Signals:
        change_wanted: The key of a setting.
    """

    change_wanted = Signal(str)

    def __init__(
        self,
        context: StaffContext,
        who: str,
        title: str,
        entries: Sequence[Entry],
        *,
        page: int = 0,
        can_change: bool = True,
    ) -> None:
        _ = context.words.gettext
        super().__init__(context, who, title, _("Back to the settings"))
        self.body.setSpacing(self.theme.gap(9))
        for entry in entries[page * ROWS : (page + 1) * ROWS]:
            self.body.addWidget(self._row(entry, can_change=can_change))
        self.body.addStretch(1)
        self.turns(before=page > 0, more=len(entries) > (page + 1) * ROWS)

    def _row(self, entry: Entry, *, can_change: bool) -> Panel:
        px = self.theme.px
        _ = self.context.words.gettext
        panel = Panel(self.theme, radius=22, shadow=False)
        panel.setFixedHeight(px(118))
        row = QHBoxLayout(panel)
        row.setContentsMargins(px(30), px(6), px(14), px(6))
        row.setSpacing(px(20))
        column = QVBoxLayout()
        column.setSpacing(0)
        told = self.label(_(entry.about.help), TypeRole.SMALL)
        told.keep_within(px(68))
        key = self.own(entry.key, TypeRole.SMALL, "ink_soft")
        key.keep_within(px(36))
        column.addStretch(1)
        column.addWidget(told)
        column.addWidget(key)
        column.addStretch(1)
        row.addLayout(column, 1)
        written = entry.written
        if not entry.can_change:
            written = str(entry.rows)
        elif len(written) > _LONGEST:
            written = f"{written[:_LONGEST]}…"
        value = self.own(written or "—", TypeRole.LABEL_STRONG)
        value.setFixedWidth(px(_VALUE))
        value.keep_within(px(104))
        row.addWidget(value, 0, Qt.AlignmentFlag.AlignVCenter)
        change = Button(self.theme, Kind.SECONDARY, height=84, padding=26)
        change.setFixedHeight(self.theme.target(84))
        change.set_role(TypeRole.LABEL_STRONG)
        change.setText(_("Change"))
        change.setAccessibleName(_("Change %(setting)s") % {"setting": entry.key})
        change.setObjectName(f"change-{entry.key}")
        change.setProperty("key", entry.key)
        change.setEnabled(can_change)
        change.clicked.connect(self._on_change)
        row.addWidget(change, 0, Qt.AlignmentFlag.AlignVCenter)
        return panel

    def _on_change(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self.change_wanted.emit(str(sender.property("key")))
