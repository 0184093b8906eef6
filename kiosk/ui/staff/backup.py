"""A backup now: what it is, when the last one was written, and one button."""

from __future__ import annotations

from PySide6.QtCore import Signal

from kiosk.ui.staff_context import StaffContext
from kiosk.ui.theme.tokens import TypeRole
from kiosk.ui.widgets.admin_screen import AdminScreen
from kiosk.ui.widgets.button import Kind


class BackupScreen(AdminScreen):
    """Says it, and writes it.

    Signals:
        write_wanted: A backup, now.
    """

    write_wanted = Signal()

    def __init__(self, context: StaffContext, who: str, last: str, *, can_save: bool) -> None:
        """`last` says when the last one was written, or why nobody knows."""
        _ = context.words.gettext
        super().__init__(context, who, _("Backup"), _("Back to administration"))
        lines = [
            last,
            _(
                "A backup holds visits, licensed texts, people and the audit log, encrypted under"
                " the kiosk's own key. It is read again before it gets its name."
            ),
            _("Keep a copy of the key elsewhere: without it the backup is worth nothing."),
        ]
        if not can_save:
            lines.append(_("Name a folder for files in the settings first: admin.folder."))
        self.body.addStretch(1)
        for place, line in enumerate(lines):
            strong = TypeRole.STRONG if place == 0 else TypeRole.BODY
            self.body.addWidget(self.label(line, strong, "ink" if place == 0 else "ink_soft"))
        self.body.addStretch(2)
        self.speak_above(100)
        self._write = self.act(_("Write a backup now"), "write", Kind.PRIMARY, icon="disk")
        self._write.setEnabled(can_save)
        self._write.clicked.connect(self.write_wanted)

    def set_busy(self, busy: bool) -> None:
        """While one is written, no other begins."""
        self._write.setEnabled(not busy)
