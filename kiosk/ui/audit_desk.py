"""The administrators' way through the audit log."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from kiosk.domain.audit import AuditHead, AuditLine
from kiosk.services.administration import Administration
from kiosk.ui.admin_room import AdminRoom, Show
from kiosk.ui.staff.audit import ROWS, AuditScreen
from kiosk.ui.staff_context import StaffContext


class AuditDesk(AdminRoom):
    """Shows the log, checks it, and writes it into a file."""

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
        self._page = 0

    def start(self) -> None:
        """Show the newest lines."""
        self._page = 0
        self._look()

    def _look(self) -> None:
        page = self._page
        self.work(lambda: self._admin.audit_lines(page, ROWS), self._on_lines)

    def _on_lines(self, found: tuple[Sequence[AuditLine], bool]) -> None:
        lines, more = found
        screen = AuditScreen(
            self.context,
            self.who,
            lines,
            first=self._page == 0,
            more=more,
            can_save=self._admin.can_save,
        )
        screen.turned.connect(self._on_turned)
        screen.check_wanted.connect(self._on_check)
        screen.save_wanted.connect(self._on_save)
        self.show(screen)

    def _on_turned(self, by: int) -> None:
        self._page = max(0, self._page + by)
        self._look()

    def _on_check(self) -> None:
        self.tell(self.context.words.gettext("Looking…"))
        self.work(self._admin.verify, self._on_checked)

    def _on_checked(self, head: AuditHead) -> None:
        _ = self.context.words.gettext
        said = _("The log is whole: %(count)s lines. Note its head elsewhere: %(head)s")
        self.tell(said % {"count": head.seq, "head": f"{head.seq}:{head.hash[:16]}…"})

    def _on_save(self, suffix: str) -> None:
        who = self.who
        self.work(lambda: self._admin.save_audit(suffix, who), self._on_saved)

    def _on_saved(self, path: str) -> None:
        self.tell(self.context.words.gettext("Written: %(file)s") % {"file": path})
