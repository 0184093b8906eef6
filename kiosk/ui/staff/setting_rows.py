"""A list of tables in the settings: its rows, a way to add one and to remove one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from kiosk.services.settings_book import Entry
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.admin_screen import AdminScreen
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.panel import Panel

ROWS = 6


class SettingRowsScreen(AdminScreen):
    """One panel a row; what is to be removed is asked for once more in the foot.

    Signals:
        add_wanted: A further row.
        removed: The number of a row, counted from 1.
    """

    add_wanted = Signal()
    removed = Signal(int)

    def __init__(
        self, context: StaffContext, who: str, entry: Entry, rows: Sequence[str], *, page: int = 0
    ) -> None:
        _ = context.words.gettext
        super().__init__(context, who, entry.key, _("Back"))
        self._rows = rows
        self._count = 0
        self.body.setSpacing(self.theme.gap(9))
        self.body.addWidget(self.label(_(entry.about.help), TypeRole.STRONG))
        self.body.addSpacing(self.theme.px(12))
        for count, name in list(enumerate(rows, start=1))[page * ROWS : (page + 1) * ROWS]:
            self.body.addWidget(self._row(count, name))
        if not rows:
            self.body.addWidget(self.label(_("Nothing yet."), TypeRole.LEAD, "ink_soft"))
        self.body.addStretch(1)
        self.turns(before=page > 0, more=len(rows) > (page + 1) * ROWS)
        self._add = self.act(_("Add"), "add", Kind.PRIMARY, icon="plus")
        self._add.clicked.connect(self.add_wanted)
        self._keep = self.act(_("Keep it"), "keep")
        self._keep.clicked.connect(self._on_keep)
        self._remove = self.act(_("Remove it"), "remove-it", Kind.DANGER, icon="trash")
        self._remove.clicked.connect(self._on_remove)
        self._ask(0)

    def _row(self, count: int, name: str) -> Panel:
        _ = self.context.words.gettext
        px = self.theme.px
        panel = Panel(self.theme, radius=22, shadow=False)
        panel.setFixedHeight(max(px(96), self.theme.target(72) + px(8)))
        line = QHBoxLayout(panel)
        line.setContentsMargins(px(30), 0, px(14), 0)
        label = self.own(name, TypeRole.LABEL_STRONG)
        label.keep_within(px(80))
        line.addWidget(label, 1, Qt.AlignmentFlag.AlignVCenter)
        remove = Button(self.theme, Kind.PILL, icon="trash")
        remove.setText(_("Remove"))
        remove.setAccessibleName(f"{_('Remove')}: {name}")
        remove.setObjectName(f"remove-{count}")
        remove.setProperty("count", count)
        remove.clicked.connect(self._on_ask)
        line.addWidget(remove, 0, Qt.AlignmentFlag.AlignVCenter)
        return panel

    def _on_ask(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self._ask(int(sender.property("count")))

    def _ask(self, count: int) -> None:
        """Ask whether a row is to go; 0 asks nothing."""
        _ = self.context.words.gettext
        self._count = count
        self._add.setVisible(not count)
        for button in (self._keep, self._remove):
            button.setVisible(bool(count))
        name = self._rows[count - 1] if count else ""
        self.show_message(_("Remove %(name)s?") % {"name": name} if count else "")
        if count:
            self._keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_keep(self) -> None:
        self._ask(0)

    def _on_remove(self) -> None:
        self.removed.emit(self._count)
