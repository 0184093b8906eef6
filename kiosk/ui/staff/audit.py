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
from kiosk.ui.widgets.button import Button, Kind
from kiosk.ui.widgets.file_pills import FilePills
from kiosk.ui.widgets.panel import Panel

ROWS = 8
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
        empty: str,
    ) -> None:
        """`empty` says why there is no line."""
        _ = context.words.gettext
        super().__init__(context, who, _("Audit"), _("Back to administration"))
        self.body.setSpacing(self.theme.gap(8))
        self.body.addLayout(self._tools(can_save=can_save))
        for line in lines:
            self.body.addWidget(self._row(line))
        if not lines:
            self.body.addWidget(self.label(empty, TypeRole.LEAD, "ink_soft"))
        self.body.addStretch(1)
        self.speak_above()
        self.turns(before=not first, more=more, words=(_("Newer"), _("Older")))

    def _tools(self, *, can_save: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.theme.gap(16))
        check = Button(self.theme, Kind.PILL_TEAL, icon="check")
        check.setText(self.context.words.gettext("Check the log"))
        check.setObjectName("check")
        check.clicked.connect(self.check_wanted)
        row.addWidget(check)
        row.addStretch(1)
        files = FilePills(self.context, ("csv", "json"), can_save=can_save)
        files.wanted.connect(self.save_wanted)
        row.addWidget(files, 0 if can_save else 4)
        return row

    def _row(self, line: AuditLine) -> Panel:
        px, words = self.theme.px, self.context.words
        panel = Panel(self.theme, radius=18, shadow=False)
        panel.setFixedHeight(px(68))
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
            label.keep_within(px(64))
            row.addWidget(label, 0 if width else 1, middle)
        return panel
