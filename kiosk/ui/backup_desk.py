"""The administrators' way to a backup."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject

from kiosk.domain.errors import KioskError
from kiosk.services.administration import Administration
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
        self.work(self._admin.last_backup, self._on_last)

    def _on_last(self, at: str) -> None:
        words = self.context.words
        moment = datetime.fromisoformat(at).astimezone() if at else None
        said = f"{words.date(moment)} {words.time(moment)}" if moment else ""
        screen = BackupScreen(self.context, self.who, said, can_save=self._admin.can_save)
        screen.write_wanted.connect(self._on_write)
        self._shown = screen
        self.show(screen)

    def _on_write(self) -> None:
        who = self.who
        if self._shown is not None:
            self._shown.set_busy(True)
        self.tell(self.context.words.gettext("Writing…"))
        self.context.runner.run(lambda: self._admin.write_backup(who), self._on_written)

    def _on_written(self, result: tuple[str, int] | KioskError) -> None:
        if self._shown is not None:
            self._shown.set_busy(False)
        if isinstance(result, KioskError):
            self.tell(self.say(result))
            return
        path, visits = result
        _ = self.context.words.gettext
        said = _("Written and read again: %(file)s, visits: %(count)s")
        self.tell(said % {"file": path, "count": visits})
