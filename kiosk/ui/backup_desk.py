"""The administrators' way to a backup."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject

from kiosk.services.administration import Administration, Backup
from kiosk.ui.admin_room import AdminRoom, Show
from kiosk.ui.staff.backup import BackupScreen
from kiosk.ui.staff_context import StaffContext


class BackupDesk(AdminRoom):
    """Writes one off the GUI thread, and says what became of it."""

    def __init__(
        self,
        context: StaffContext,
        admin: Administration,
        who: str,
        show: Show,
        parent: QObject,
    ) -> None:
        super().__init__(context, who, show, parent)
        self._admin = admin
        self._shown: BackupScreen | None = None

    def start(self) -> None:
        """Show when the last one was written."""
        self.work(self._admin.last_backup, self._on_last, self._show)

    def _on_last(self, at: str, message: str = "") -> None:
        words = self.context.words
        if not at:
            self._show(words.gettext("The log tells of no backup yet."), message)
            return
        moment = datetime.fromisoformat(at).astimezone()
        said = words.gettext("The last backup was written on %(when)s.")
        self._show(said % {"when": f"{words.date(moment)} {words.time(moment)}"}, message)

    def _show(self, last: str, message: str = "") -> None:
        screen = BackupScreen(self.context, self.who, last, can_save=self._admin.can_save)
        screen.write_wanted.connect(self._on_write)
        self._shown = screen
        self.show(screen)
        self.tell(message)

    def _on_write(self) -> None:
        who = self.who
        if self._shown is not None:
            self._shown.set_busy(True)
        self.tell(self.context.words.gettext("Writing…"))
        self.work(
            lambda: self._admin.write_backup(who), self._on_written, self._on_failed, aside=True
        )

    def _on_failed(self, fault: str) -> None:
        if self._shown is not None:
            self._shown.set_busy(False)
        self.tell(fault)

    def _on_written(self, made: Backup) -> None:
        _ = self.context.words.gettext
        said = _("Written and read again: %(file)s, visits: %(count)s")
        said %= {"file": self.context.words.left_to_right(made.path), "count": made.visits}
        if not made.log_is_whole:
            # Not inside the other string: messages are not gathered from there.
            broken = _("The audit log is not whole: check it under Audit.")
            said = f"{said}. {broken}"
        self.work(
            self._admin.last_backup,
            lambda at: self._on_last(at, said),
            lambda fault: self._show(fault, said),
        )
