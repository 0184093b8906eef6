"""The audit log, a page at a time: when, who, what, to which visit; never an answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from kiosk.domain.audit import AuditLine
from kiosk.services.audit_wording import about, said_of
from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.admin_screen import AdminScreen
from kiosk.ui.widgets.button import Kind
from kiosk.ui.widgets.panel import Panel

ROWS = 9
_WHEN, _WHO, _WHICH = 300, 300, 330


class AuditScreen(AdminScreen):
    """One line an act.

    Signals:
        check_wanted: See that the log is as it was written.
        save_wanted: Write it into a file: ".csv" or ".json".
    """

    check_wanted = Signal()
    save_wanted = Signal(str)

    def __init__(
        self,
        context: StaffContext,
        who: str,
        lines: Sequence[AuditLine],
        *,
        first: bool,
        more: bool,
        can_save: bool,
    ) -> None:
        _ = context.words.gettext
        super().__init__(context, who, _("Audit"), _("Back to administration"))
        self.body.setSpacing(self.theme.px(8))
        for line in lines:
            self.body.addWidget(self._row(line))
        if not lines:
            self.body.addWidget(self.label(_("Nothing yet."), TypeRole.LEAD, "ink_soft"))
        self.body.addStretch(1)
        self.turns(before=not first, more=more, words=(_("Newer"), _("Older")))
        if can_save:
            self.act("CSV", "save-csv").clicked.connect(self._on_csv)
            self.act("JSON", "save-json").clicked.connect(self._on_json)
        check = self.act(_("Check the log"), "check", Kind.PRIMARY, icon="check")
        check.clicked.connect(self.check_wanted)

    def _row(self, line: AuditLine) -> Panel:
        px, words = self.theme.px, self.context.words
        panel = Panel(self.theme, radius=18, shadow=False)
        panel.setFixedHeight(px(72))
        row = QHBoxLayout(panel)
        row.setContentsMargins(px(28), 0, px(28), 0)
        row.setSpacing(px(20))
        at = datetime.fromisoformat(line.at).astimezone()
        told = f"{words.date(at)} {words.time(at)}"
        middle = Qt.AlignmentFlag.AlignVCenter
        for text, width, colour, role in (
            (told, _WHEN, "ink_soft", TypeRole.SMALL),
            (line.by or "—", _WHO, "ink", TypeRole.SMALL_STRONG),
            (said_of(line, words), 0, "ink", TypeRole.SMALL),
            (about(line), _WHICH, "ink_soft", TypeRole.SMALL),
        ):
            label = self.label(text, role, colour)
            if width:
                label.setFixedWidth(px(width))
            label.keep_within(px(68))
            row.addWidget(label, 0 if width else 1, middle)
        return panel

    def _on_csv(self) -> None:
        self.save_wanted.emit(".csv")

    def _on_json(self) -> None:
        self.save_wanted.emit(".json")
