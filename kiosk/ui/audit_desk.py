"""The administrators' way through the audit log."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from kiosk.domain.audit import AuditHead, AuditLine
from kiosk.services.administration import Administration
from kiosk.ui.admin_room import AdminRoom, Show
from kiosk.ui.staff.audit import ROWS, AuditScreen
from kiosk.ui.staff.audit_check import AuditCheckScreen
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
        self._look(0)

    def _look(self, page: int) -> None:
        self.work(
            lambda: self._admin.audit_lines(page, ROWS),
            lambda found: self._on_lines(page, *found),
            lambda fault: self._show([], empty=fault),
        )

    def _on_lines(self, page: int, lines: Sequence[AuditLine], more: bool) -> None:
        self._page = page
        self._show(lines, more=more, empty=self.context.words.gettext("Nothing yet."))

    def _show(self, lines: Sequence[AuditLine], *, more: bool = False, empty: str) -> None:
        screen = AuditScreen(
            self.context,
            self.who,
            lines,
            first=self._page == 0,
            more=more,
            can_save=self._admin.can_save,
            empty=empty,
        )
        screen.turned.connect(self._on_turned)
        screen.check_wanted.connect(self._on_check)
        screen.save_wanted.connect(self._on_save)
        self.show(screen)

    def _on_turned(self, by: int) -> None:
        self._look(max(0, self._page + by))

    def _on_check(self) -> None:
        self.tell(self.context.words.gettext("Looking…"))
        self.work(self._admin.verify, self._on_whole, self._on_broken)

    def _on_whole(self, head: AuditHead) -> None:
        _ = self.context.words.gettext
        said = _("The log is whole: %(count)s lines. Note its head elsewhere: %(head)s")
        self._show_check(
            said % {"count": head.seq, "head": self.context.words.left_to_right(str(head))},
            whole=True,
        )

    def _on_broken(self, fault: str) -> None:
        self._show_check(fault, whole=False)

    def _show_check(self, said: str, *, whole: bool) -> None:
        page = self._page
        screen = AuditCheckScreen(self.context, self.who, said, whole=whole)
        self.show(screen, lambda: self._look(page))

    def _on_save(self, suffix: str) -> None:
        who = self.who
        self.work(lambda: self._admin.save_audit(suffix, who), self.tell_written)
