"""The administrators' way to stand for a text: the list, then its exact words."""

from __future__ import annotations

from PySide6.QtCore import QObject

from kiosk.domain.language import LANGUAGES
from kiosk.services.approvals import ApprovalRow, Approvals, ReadText
from kiosk.ui.admin_room import AdminRoom, Show
from kiosk.ui.staff.approval_text import ApprovalTextScreen
from kiosk.ui.staff.approvals import ApprovalsScreen
from kiosk.ui.staff_context import StaffContext


class ApprovalsDesk(AdminRoom):
    """Whoever is signed in stands for it, under their own name."""

    def __init__(
        self, context: StaffContext, approvals: Approvals, who: str, show: Show, parent: QObject
    ) -> None:
        super().__init__(context, who, show, parent)
        self._approvals = approvals
        self._rows: tuple[ApprovalRow, ...] = ()
        self._page = 0

    def start(self) -> None:
        """Show every text."""
        self._rows, self._page = (), 0
        self._show()
        self._read()

    def _read(self, message: str = "") -> None:
        def on_rows(rows: tuple[ApprovalRow, ...]) -> None:
            self._rows = rows
            self._show(message)

        self.work(self._approvals.rows, on_rows)

    def _show(self, message: str = "") -> None:
        screen = ApprovalsScreen(self.context, self.who, self._rows, page=self._page)
        screen.read_wanted.connect(self._on_read_wanted)
        screen.turned.connect(self._on_turned)
        self.show(screen)
        self.tell(message)

    def _on_turned(self, by: int) -> None:
        self._page += by
        self._show()

    def _on_read_wanted(self, place: int) -> None:
        row = self._rows[place]

        def on_read(read: ReadText) -> None:
            self._show_text(row, read)

        self.work(lambda: self._approvals.read(row), on_read)

    def _show_text(self, row: ApprovalRow, read: ReadText) -> None:
        tongue = LANGUAGES[row.language].name if row.language in LANGUAGES else row.language
        title = f"{self.context.topic_title(row.name)} · {tongue}"
        screen = ApprovalTextScreen(self.context, self.who, title, read.text, row.language)
        who = self.who

        def approve(role: str) -> None:
            self.work(lambda: self._approvals.approve(row, read, who, role), self._on_approved)

        screen.approved.connect(approve)
        self.show(screen, self._show)

    def _on_approved(self, _nothing: None) -> None:
        _ = self.context.words.gettext
        self._show()
        self._read(_("Approved by %(name)s.") % {"name": self.who})
