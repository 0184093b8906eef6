"""Texts and how far they are: what waits to be read stands first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from kiosk.domain.language import LANGUAGES
from kiosk.i18n import N_
from kiosk.services.approvals import ApprovalRow
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.admin_screen import AdminScreen
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.panel import Panel

ROWS: Final = 7
_STATES: Final = {
    "draft": N_("draft"),
    "outdated": N_("changed since it was approved"),
    "approved": N_("approved"),
    "errors": N_("has errors"),
}
_FILES: Final = {"signs": N_("Warning signs"), "helplines": N_("Help lines")}


class ApprovalsScreen(AdminScreen):
    """One panel a text in a language.

    Signals:
        read_wanted: The place of a row.
    """

    read_wanted = Signal(int)

    def __init__(
        self, context: StaffContext, who: str, rows: Sequence[ApprovalRow], *, page: int = 0
    ) -> None:
        _ = context.words.gettext
        super().__init__(context, who, _("Approvals"), _("Back to administration"))
        self.body.setSpacing(self.theme.gap(9))
        waiting = sum(row.waits for row in rows)
        said = _("Waiting to be read: %(count)s") % {"count": waiting}
        looking = _("Looking at the content…")
        self.body.addWidget(self.label(said if rows else looking, TypeRole.LABEL, "ink_soft"))
        for place in range(page * ROWS, min(len(rows), (page + 1) * ROWS)):
            self.body.addWidget(self._row(place, rows[place]))
        self.body.addStretch(1)
        self.turns(before=page > 0, more=len(rows) > (page + 1) * ROWS)

    def _row(self, place: int, row: ApprovalRow) -> Panel:
        px = self.theme.px
        _ = self.context.words.gettext
        panel = Panel(self.theme, radius=22, shadow=False)
        panel.setFixedHeight(max(px(96), self.theme.target(76) + px(8)))
        line = QHBoxLayout(panel)
        line.setContentsMargins(px(30), px(4), px(14), px(4))
        line.setSpacing(px(20))
        middle = Qt.AlignmentFlag.AlignVCenter
        name = _(_FILES[row.name]) if row.name in _FILES else self.context.topic_title(row.name)
        tongue = LANGUAGES[row.language].name if row.language in LANGUAGES else row.language
        state = _(_STATES.get(row.state, row.state))
        told = f"{state}: {row.by}" if row.by else state
        for text, role, colour, width in (
            (name, TypeRole.LABEL_STRONG, "ink", 480),
            (tongue, TypeRole.LABEL, "ink", 260),
            (told, TypeRole.SMALL, "sun_ink" if row.waits else "ink_soft", 0),
        ):
            label = self.own(text, role, colour)
            if width:
                label.setFixedWidth(px(width))
            label.keep_within(px(84))
            line.addWidget(label, 0 if width else 1, middle)
        read = Button(self.theme, Kind.SECONDARY, height=76, padding=26)
        read.setFixedHeight(self.theme.target(76))
        read.set_role(TypeRole.LABEL_STRONG)
        read.setText(_("Read it"))
        read.setAccessibleName(f"{name}, {tongue}: {_('Read it')}")
        read.setObjectName(f"read-{row.name}-{row.language}")
        read.setProperty("place", place)
        read.setEnabled(row.state != "errors")
        read.clicked.connect(self._on_read)
        line.addWidget(read, 0, middle)
        return panel

    def _on_read(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self.read_wanted.emit(int(sender.property("place")))
